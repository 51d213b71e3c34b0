import { parseAttributes, parseNameList, unquote, type Attribute } from './attributes'
import type { Column, ForeignKey, Index, Model, ScalarType } from './schema-model'

const SCALARS: ReadonlySet<string> = new Set<ScalarType>(['String', 'Int', 'Float', 'Boolean', 'DateTime'])

/**
 * Reads the models of a Prisma schema. It knows the part of the language that this product uses and refuses the rest,
 * so that nothing is dropped silently on the way to SQL. Prisma itself checks the schema whenever it is generated.
 * @throws Error that names the line
 */
export function parseSchema(text: string): Model[] {
  const lines = text.split(/\r?\n/).map(withoutComment)
  const modelNames = new Set(lines.flatMap((line) => /^model (\w+) \{$/.exec(line)?.[1] ?? []))
  const models: Model[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const block = /^(model|generator|datasource) (\w+) \{$/.exec(line)
    if (block?.[2] === undefined) throw new Error(`Line ${index + 1}: only models are known: ${line}`)
    const body: string[] = []
    while (lines[++index] !== '}') {
      const inner = lines[index]
      if (inner === undefined) throw new Error(`${block[2]} is not closed`)
      if (inner !== '') body.push(inner)
    }
    if (block[1] === 'model') models.push(parseModel(block[2], body, modelNames))
  }
  return models
}

function withoutComment(line: string): string {
  return /^\s*\/\//.test(line) ? '' : line.trim()
}

function parseModel(name: string, lines: readonly string[], modelNames: ReadonlySet<string>): Model {
  const columns: Column[] = []
  const indexes: Index[] = []
  const foreignKeys: ForeignKey[] = []
  let primaryKey: string[] = []
  for (const line of lines) {
    try {
      if (line.startsWith('@@')) {
        for (const attribute of parseAttributes(line)) {
          if (attribute.name === 'id') primaryKey = parseNameList(attribute.positional[0] ?? '')
          else indexes.push(parseIndex(name, attribute))
        }
        continue
      }
      const field = /^(\w+)\s+(\w+)(\?|\[\])?(?:\s+(@.*))?$/.exec(line)
      if (field?.[1] === undefined || field[2] === undefined) throw new Error('no field')
      const [, fieldName, type, mark] = field
      const attributes = parseAttributes(field[4] ?? '')
      if (modelNames.has(type)) {
        const relation = attributes.find((attribute) => attribute.named.has('fields'))
        if (relation !== undefined) foreignKeys.push(parseRelation(name, type, relation))
        continue
      }
      columns.push(parseColumn(fieldName, type, mark, attributes))
      if (attributes.some((attribute) => attribute.name === 'id')) primaryKey = [fieldName]
      if (attributes.some((attribute) => attribute.name === 'unique')) {
        indexes.push({ name: `${name}_${fieldName}_key`, columns: [fieldName], unique: true, where: null })
      }
    } catch (cause) {
      throw new Error(`${name}: ${line}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    }
  }
  if (primaryKey.length === 0) throw new Error(`${name} has no primary key`)
  return { name, columns, primaryKey, indexes, foreignKeys }
}

function parseColumn(name: string, type: string, mark: string | undefined, attributes: readonly Attribute[]): Column {
  if (!SCALARS.has(type) || mark === '[]') throw new Error(`type ${type}${mark ?? ''} is not used here`)
  let defaultValue: string | null = null
  let nativeType: Column['nativeType'] = null
  for (const attribute of attributes) {
    if (attribute.name === 'default') {
      defaultValue = attribute.positional[0] ?? ''
      if (!/^(-?\d+(\.\d+)?|true|false|"[^"\\]*")$/.test(defaultValue)) {
        throw new Error(`default ${defaultValue} is not used here`)
      }
    } else if (attribute.name.startsWith('db.')) {
      nativeType = { name: attribute.name.slice(3), argument: attribute.positional[0] ?? null }
    } else if (attribute.name !== 'id' && attribute.name !== 'unique') {
      throw new Error(`@${attribute.name} is not used here`)
    }
  }
  return { name, type: type as ScalarType, nullable: mark === '?', defaultValue, nativeType }
}

/** Names as Prisma gives them unless `map` says otherwise: `Model_field_field_key` and `…_idx`. */
function parseIndex(model: string, attribute: Attribute): Index {
  if (attribute.name !== 'unique' && attribute.name !== 'index') throw new Error(`@@${attribute.name} is not used here`)
  const columns = parseNameList(attribute.positional[0] ?? '')
  const unique = attribute.name === 'unique'
  const where = attribute.named.get('where')
  const predicate = where === undefined ? null : (/^raw\("([^"\\]*)"\)$/.exec(where)?.[1] ?? null)
  if (where !== undefined && predicate === null) throw new Error('filters are written as raw("…") here')
  const name = unquote(attribute.named.get('map')) ?? [model, ...columns, unique ? 'key' : 'idx'].join('_')
  return { name, columns, unique, where: predicate }
}

function parseRelation(model: string, referencedModel: string, attribute: Attribute): ForeignKey {
  for (const action of ['onDelete', 'onUpdate']) {
    // SQL Server refuses several cascade paths; deleting is done by hand, in the open.
    if (attribute.named.get(action) !== 'NoAction') throw new Error(`${action}: NoAction must be stated`)
  }
  const columns = parseNameList(attribute.named.get('fields') ?? '')
  const referencedColumns = parseNameList(attribute.named.get('references') ?? '')
  return { name: `${model}_${columns.join('_')}_fkey`, columns, referencedModel, referencedColumns }
}
