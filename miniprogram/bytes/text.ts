/** Text and bytes by hand: phones have no TextEncoder, and `btoa` only where a browser is. */

/** UTF-8 as `TextEncoder` gives it: half surrogate pairs become U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (let index = 0; index < text.length; index++) {
    const point = codePointAt(text, index)
    if (point > 0xffff) index++
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), continuation(point))
    else if (point < 0x1_0000) bytes.push(0xe0 | (point >> 12), continuation(point >> 6), continuation(point))
    else bytes.push(0xf0 | (point >> 18), continuation(point >> 12), continuation(point >> 6), continuation(point))
  }
  return new Uint8Array(bytes)
}

function codePointAt(text: string, index: number): number {
  const point = text.codePointAt(index) as number
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f)
}

/** Lower-case. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('')
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Without padding (RFC 4648, section 5). */
export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(index, index + 3)
    const group = (first << 16) | (second << 8) | third
    const digits = [group >> 18, (group >> 12) & 63, (group >> 6) & 63, group & 63]
    text += digits
      .slice(0, Math.min(3, bytes.length - index) + 1)
      .map((digit) => ALPHABET.charAt(digit))
      .join('')
  }
  return text
}

/** @throws RangeError when the text is no base64url without padding */
export function bytesOfBase64url(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new RangeError('not base64url')
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let bitCount = 0
  let length = 0
  for (const character of text) {
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffff
    bitCount += 6
    if (bitCount < 8) continue
    bitCount -= 8
    bytes[length++] = (bits >> bitCount) & 0xff
  }
  return bytes
}

/** Version 4 (RFC 9562) from 16 random bytes. */
export function uuidOf(random: Uint8Array): string {
  const bytes = random.slice(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
