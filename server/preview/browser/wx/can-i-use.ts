import { BUILT_IN_TAGS } from '../../built-in-tags'

/** Built-in tags that this preview leaves out. */
const ABSENT = new Set(['video', 'web-view', 'ad', 'official-account', 'open-data', 'match-media'])

/** `getLocation`, `getLocation.object.type`, `qy.login`, `canvas`, `canvas.type`: whether its first part is there. */
export function createCanIUse(wx: Readonly<Record<string, unknown>>): (schema: string) => boolean {
  return (schema) => {
    const [first = '', second = ''] = schema.split('.')
    if (first === 'qy') return Object.hasOwn((wx['qy'] ?? {}) as object, second)
    if ((BUILT_IN_TAGS as readonly string[]).includes(first)) return !ABSENT.has(first)
    return Object.hasOwn(wx, first)
  }
}
