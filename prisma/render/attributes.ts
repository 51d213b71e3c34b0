/** One `@name(…)` or `@@name(…)` of the Prisma schema language. */
export interface Attribute {
  readonly name: string
  /** Arguments without a name, as written, in order. */
  readonly positional: readonly string[]
  readonly named: ReadonlyMap<string, string>
}

/**
 * Reads the attributes at the end of a field or block line.
 * @throws Error on anything that is no attribute
 */
export function parseAttributes(text: string): Attribute[] {
  const attributes: Attribute[] = []
  let rest = text.trim()
  while (rest !== '') {
    const head = /^@{1,2}([\w.]+)/.exec(rest)
    if (head === null || head[1] === undefined) throw new Error(`Expected an attribute at: ${rest}`)
    rest = rest.slice(head[0].length)
    let body = ''
    if (rest.startsWith('(')) {
      const end = closingBracket(rest)
      body = rest.slice(1, end)
      rest = rest.slice(end + 1)
    }
    attributes.push(attribute(head[1], body))
    rest = rest.trim()
  }
  return attributes
}

/** `[a, b]` → `['a', 'b']`. */
export function parseNameList(text: string): string[] {
  const inside = /^\[(.*)\]$/s.exec(text.trim())?.[1]
  if (inside === undefined) throw new Error(`Expected a list of names: ${text}`)
  return splitAtCommas(inside)
}

/** `"a"` → `a`, and null where there is no quoted text. */
export function unquote(text: string | undefined): string | null {
  return text === undefined ? null : (/^"([^"\\]*)"$/.exec(text.trim())?.[1] ?? null)
}

function attribute(name: string, body: string): Attribute {
  const positional: string[] = []
  const named = new Map<string, string>()
  for (const part of splitAtCommas(body)) {
    const match = /^(\w+)\s*:\s*(.*)$/s.exec(part)
    if (match?.[1] !== undefined && match[2] !== undefined) named.set(match[1], match[2])
    else positional.push(part)
  }
  return { name, positional, named }
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = []
  let start = 0
  scan(text, (index, character, depth) => {
    if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
    return false
  })
  parts.push(text.slice(start))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function closingBracket(text: string): number {
  const end = scan(text, (_index, character, depth) => character === ')' && depth === 0)
  if (end === null) throw new Error(`Unclosed bracket: ${text}`)
  return end
}

/** Walks over text outside quotes; depth is that of the brackets around the character. Stops where `visit` says true. */
function scan(text: string, visit: (index: number, character: string, depth: number) => boolean): number | null {
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if (character === ')' || character === ']') depth--
    if (visit(index, character, depth)) return index
    if (character === '(' || character === '[') depth++
  }
  return null
}
