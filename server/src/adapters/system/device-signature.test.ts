import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import nacl from 'tweetnacl'
import { signingBytes, type SignedRequest } from '#contract/signing'
import { keyThumbprint, verifyDeviceSignature, verifyDeviceSignatureInPool } from './device-signature'

const REQUEST: SignedRequest = {
  method: 'POST',
  path: '/api/v1/check-ins?x=%E7%AD%BE',
  timestampMs: 1_795_049_529_120,
  challenge: '0190a000-0000-7000-8000-000000000001',
  position: 31,
  body: Buffer.from('{"note":"签到"}', 'utf8'),
}
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const hexKey = (hex: string) => base64url(Buffer.from(hex, 'hex'))

/** As the phone does it. */
const PHONE = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(5))
const PHONE_KEY = base64url(PHONE.publicKey)
const PHONE_SIGNATURE = nacl.sign.detached(signingBytes(REQUEST), PHONE.secretKey)

describe('verifyDeviceSignature', () => {
  it('takes what the phone signs with TweetNaCl and what node signs', async () => {
    expect(verifyDeviceSignature(PHONE_KEY, REQUEST, PHONE_SIGNATURE)).toBe(true)
    expect(await verifyDeviceSignatureInPool(PHONE_KEY, REQUEST, PHONE_SIGNATURE)).toBe(true)
    const node = generateKeyPairSync('ed25519')
    const x = node.publicKey.export({ format: 'jwk' }).x ?? ''
    expect(verifyDeviceSignature(x, REQUEST, sign(null, signingBytes(REQUEST), node.privateKey))).toBe(true)
  })

  const changed: Record<string, Partial<SignedRequest>> = {
    method: { method: 'PUT' },
    path: { path: '/api/v1/check-ins' },
    timestamp: { timestampMs: REQUEST.timestampMs + 1 },
    challenge: { challenge: '0190a000-0000-7000-8000-000000000002' },
    position: { position: 30 },
    body: { body: Buffer.from('{"note":"签到" }', 'utf8') },
    'a head that cannot be signed': { path: '/api/v1/签到' },
    'a position that is no whole number': { position: 0.5 },
  }
  it.each(Object.entries(changed))('refuses another %s', async (_part, change) => {
    expect(verifyDeviceSignature(PHONE_KEY, { ...REQUEST, ...change }, PHONE_SIGNATURE)).toBe(false)
    expect(await verifyDeviceSignatureInPool(PHONE_KEY, { ...REQUEST, ...change }, PHONE_SIGNATURE)).toBe(false)
  })

  it('refuses another key, and signatures of another length or with S beyond the group order', () => {
    const other = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(6))
    expect(verifyDeviceSignature(base64url(other.publicKey), REQUEST, PHONE_SIGNATURE)).toBe(false)
    expect(verifyDeviceSignature(PHONE_KEY, REQUEST, PHONE_SIGNATURE.subarray(0, 63))).toBe(false)
    expect(verifyDeviceSignature(PHONE_KEY, REQUEST, new Uint8Array([...PHONE_SIGNATURE, 0]))).toBe(false)
    expect(verifyDeviceSignature(PHONE_KEY, REQUEST, malleated(PHONE_SIGNATURE))).toBe(false)
  })
})

/** Encodings of all points of small order, canonical and not (https://eprint.iacr.org/2020/1244, table 1). */
const WEAK_KEYS = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
]

describe('weak and malformed keys', () => {
  // R = identity, S = 0 fits every message under the identity as key.
  const forged = new Uint8Array(64)
  forged[0] = 1

  it.each(WEAK_KEYS)('refuses the small-order key %s', (hex) => {
    expect(keyThumbprint(hexKey(hex))).toBeNull()
    expect(verifyDeviceSignature(hexKey(hex), REQUEST, forged)).toBe(false)
  })

  it.each([
    ['empty', ''],
    ['short', base64url(PHONE.publicKey.subarray(0, 31))],
    ['long', base64url(new Uint8Array([...PHONE.publicKey, 0]))],
    ['padded', `${PHONE_KEY}=`],
    ['with blanks', ` ${PHONE_KEY}`],
    ['with bits that mean nothing', `${PHONE_KEY.slice(0, -1)}${String.fromCharCode(PHONE_KEY.charCodeAt(42) + 1)}`],
    ['base64 instead of base64url', Buffer.from(new Uint8Array(32).fill(251)).toString('base64')],
  ])('refuses a key that is %s', (_how, key) => {
    expect(keyThumbprint(key)).toBeNull()
    expect(verifyDeviceSignature(key, REQUEST, PHONE_SIGNATURE)).toBe(false)
  })
})

describe('keyThumbprint', () => {
  it('is the SHA-256 of the raw key in hex', () => {
    expect(keyThumbprint(PHONE_KEY)).toBe(createHash('sha256').update(PHONE.publicKey).digest('hex'))
  })
})

/** The same signature with the group's order added to S (RFC 8032, 8.4). */
function malleated(signature: Uint8Array): Uint8Array {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order
  const bytes = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()
  return new Uint8Array([...signature.subarray(0, 32), ...bytes])
}
