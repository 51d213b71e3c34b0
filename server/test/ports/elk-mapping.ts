/** The mapping of server/elk/templates as a flat list, for tests that compare names with it. */
import { mappingsOf } from '../../src/adapters/elasticsearch/templates'

interface Property {
  readonly type?: string
  readonly enabled?: boolean
  readonly properties?: Readonly<Record<string, Property>>
  readonly fields?: Readonly<Record<string, Property>>
}

/** Full name → type; inner objects count by what is in them. */
export function mappedFields(name: Parameters<typeof mappingsOf>[0]): ReadonlyMap<string, string> {
  return new Map(flatten((mappingsOf(name) as { properties: Readonly<Record<string, Property>> }).properties))
}

function flatten(properties: Readonly<Record<string, Property>>, prefix = ''): [string, string][] {
  return Object.entries(properties).flatMap(([name, { type, properties: inner, fields }]): [string, string][] => {
    const path = `${prefix}${name}`
    if (inner !== undefined) return flatten(inner, `${path}.`)
    return [[path, type ?? 'object'], ...flatten(fields ?? {}, `${path}.`)]
  })
}

/** Full names of all leaves of a document; what lies in an unindexed object is not looked at. */
export function leavesOf(value: unknown, fields: ReadonlyMap<string, string>, path = ''): string[] {
  const isTree = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isTree || fields.has(path)) return [path]
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, fields, path === '' ? name : `${path}.${name}`),
  )
}
