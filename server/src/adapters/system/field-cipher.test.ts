import { createHmac, hkdfSync } from 'node:crypto'
import { createFieldCipher } from './field-cipher'

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)
const [OLD, NEW, HASH] = [{ id: '2025', key: key(1) }, { id: '2026-b', key: key(2) }, key(3)]
const cipher = createFieldCipher({ keys: [OLD, NEW], currentKeyId: '2026-b', hashKey: HASH })
const CONTEXT = 'Attempt.place:0198'

describe('an encrypted field', () => {
  it.each(['', 'a', '{"latitude":39.9,"longitude":116.4}', '外勤签到 🏢', 'x'.repeat(100_000)])(
    'comes back: %.40j',
    (text) => {
      const value = cipher.encrypt(text, CONTEXT)
      expect(value).toMatch(/^v1\.2026-b\.[A-Za-z0-9_-]+$/)
      expect(cipher.decrypt(value, CONTEXT)).toBe(text)
    },
  )

  it('never looks the same twice', () => {
    const values = new Set(Array.from({ length: 100 }, () => cipher.encrypt('same', CONTEXT)))
    expect(values.size).toBe(100)
  })

  it('is still read after its key was replaced, and not without that key', () => {
    const value = createFieldCipher({ keys: [OLD], currentKeyId: '2025', hashKey: HASH }).encrypt('text', CONTEXT)
    expect(cipher.decrypt(value, CONTEXT)).toBe('text')
    const later = createFieldCipher({ keys: [NEW], currentKeyId: '2026-b', hashKey: HASH })
    expect(() => later.decrypt(value, CONTEXT)).toThrow('No field key 2025 is configured')
  })

  it('does not open in another place, under another key, or under the name of another key', () => {
    const value = cipher.encrypt('text', CONTEXT)
    const other = createFieldCipher({ keys: [{ id: '2026-b', key: key(9) }], currentKeyId: '2026-b', hashKey: HASH })
    const sameKeyOtherName = createFieldCipher({ keys: [{ id: 'x', key: key(2) }], currentKeyId: 'x', hashKey: HASH })
    expect(() => cipher.decrypt(value, 'Attempt.place:0199')).toThrow()
    expect(() => other.decrypt(value, CONTEXT)).toThrow()
    expect(() => sameKeyOtherName.decrypt(value.replace('2026-b', 'x'), CONTEXT)).toThrow()
  })

  it('does not open when any byte was altered', () => {
    const value = cipher.encrypt('text', CONTEXT)
    const head = 'v1.2026-b.'
    const bytes = Buffer.from(value.slice(head.length), 'base64url')
    for (let index = 0; index < bytes.length; index++) {
      const altered = Buffer.from(bytes)
      altered[index] = (altered[index] ?? 0) ^ 1
      expect(() => cipher.decrypt(head + altered.toString('base64url'), CONTEXT)).toThrow()
    }
    expect(() => cipher.decrypt(head + bytes.subarray(0, -1).toString('base64url'), CONTEXT)).toThrow()
  })

  it.each([
    '',
    'text',
    'v1.2026-b.',
    'v1.2026-b.AAAA',
    'v2.2026-b.AAAA',
    'v1..AAAA',
    'v1.2026-b.AA AA',
    'v1.2026-b.AAAA=',
  ])('is not %j', (value) => {
    expect(() => cipher.decrypt(value, CONTEXT)).toThrow('Not an encrypted field')
  })
})

describe('a keyed hash', () => {
  it('is HMAC-SHA-256 under a key derived for its purpose', () => {
    const derived = Buffer.from(hkdfSync('sha256', HASH, '', 'waiqin keyed hash: coordinates', 32))
    const expected = createHmac('sha256', derived).update('39.9,116.4').digest('hex')
    expect(cipher.keyedHash('39.9,116.4', 'coordinates')).toBe(expected)
  })

  it('differs by value, purpose and key, and not by encryption key', () => {
    const rotated = createFieldCipher({ keys: [NEW], currentKeyId: '2026-b', hashKey: HASH })
    const otherKey = createFieldCipher({ keys: [NEW], currentKeyId: '2026-b', hashKey: key(4) })
    const hash = cipher.keyedHash('10.0.0.1', 'network-address')
    expect(rotated.keyedHash('10.0.0.1', 'network-address')).toBe(hash)
    const others = [
      cipher.keyedHash('10.0.0.2', 'network-address'),
      cipher.keyedHash('10.0.0.1', 'coordinates'),
      cipher.keyedHash('10.0.0.1', 'device-facts'),
      otherKey.keyedHash('10.0.0.1', 'network-address'),
    ]
    expect(new Set([hash, ...others]).size).toBe(5)
  })
})

describe('the keys', () => {
  it.each([
    ['a short key', { keys: [{ id: 'a', key: new Uint8Array(16) }], currentKeyId: 'a', hashKey: HASH }, '16 bytes'],
    ['a short hash key', { keys: [NEW], currentKeyId: '2026-b', hashKey: new Uint8Array(31) }, '31 bytes'],
    ['no current key', { keys: [OLD], currentKeyId: '2026-b', hashKey: HASH }, 'is not among the keys'],
    ['one id twice', { keys: [OLD, { id: '2025', key: key(5) }], currentKeyId: '2025', hashKey: HASH }, 'the same id'],
  ])('are refused with %s', (_name, keys, message) => {
    expect(() => createFieldCipher(keys)).toThrow(message)
  })
})
