import { AppError } from '../app-error'

const MAX_DEPTH = 16
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Parses a JSON body strictly: fatal UTF-8, at most 16 levels, no key twice in one object, no `__proto__`, and no text
 * that a database cannot hold as it is (U+0000, half of a surrogate pair).
 * @throws AppError ENCODING_INVALID, JSON_INVALID or JSON_TOO_DEEP
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes)
  const value = parse(text)
  checkStructure(text)
  // Raw control characters do not parse and halves of pairs are no UTF-8: only escapes can bring either.
  if (/\\u(0000|d[89a-f])/i.test(text)) checkTexts(value)
  return value
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw new AppError('ENCODING_INVALID', { cause })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The cause quotes the body: it is left out of the log on purpose.
    throw new AppError('JSON_INVALID')
  }
}

/** Walks text that is known to be JSON. `JSON.parse` takes any depth, and of a key given twice the last. */
function checkStructure(text: string): void {
  /** The keys seen in each open object; null for an array. */
  const open: (Set<string> | null)[] = []
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index)
    if (character === OPEN_OBJECT || character === OPEN_ARRAY) {
      if (open.length === MAX_DEPTH) throw new AppError('JSON_TOO_DEEP')
      open.push(character === OPEN_OBJECT ? new Set() : null)
    } else if (character === CLOSE_OBJECT || character === CLOSE_ARRAY) {
      open.pop()
    } else if (character === QUOTE) {
      const end = endOfString(text, index)
      if (isKey(text, end)) noteKey(open.at(-1), text.slice(index, end + 1))
      index = end
    }
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const COLON = 0x3a
const BLANK = 0x20

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (text.charCodeAt(index) !== QUOTE) index += text.charCodeAt(index) === BACKSLASH ? 2 : 1
  return index
}

function isKey(text: string, stringEnd: number): boolean {
  let index = stringEnd + 1
  while (text.charCodeAt(index) <= BLANK) index++
  return text.charCodeAt(index) === COLON
}

function noteKey(keys: Set<string> | null | undefined, quoted: string): void {
  const key = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
  if (key === '__proto__')
    throw new AppError('JSON_INVALID', { details: [{ path: '__proto__', problem: 'reserved key' }] })
  if (keys?.has(key) === true) {
    throw new AppError('JSON_INVALID', { details: [{ path: key.slice(0, 80), problem: 'key given twice' }] })
  }
  keys?.add(key)
}

function checkTexts(value: unknown): void {
  if (typeof value === 'string' && !isStorableText(value)) throw new AppError('ENCODING_INVALID')
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    checkTexts(key)
    checkTexts(part)
  }
}

/** No U+0000 and no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text)
}
