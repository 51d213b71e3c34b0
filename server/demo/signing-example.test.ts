import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import nacl from 'tweetnacl'
import { SIGNATURE_HEADERS, signingBytes } from '#contract/signing'
import { phoneKeyFromSeed } from './phone-key'

interface SigningExample {
  readonly key: {
    readonly seedHex: string
    readonly publicKey: string
    readonly publicKeyHex: string
    readonly thumbprint: string
  }
  readonly request: {
    readonly method: string
    readonly path: string
    readonly timestampMs: number
    readonly challenge: string
    readonly position: number
    readonly body: string
  }
  readonly headText: string
  readonly headHex: string
  readonly bodyHex: string
  readonly signedSha256: string
  readonly signedByteLength: number
  readonly signatureHex: string
  readonly signature: string
  readonly headers: Readonly<Record<string, string>>
}

const example = JSON.parse(
  readFileSync(new URL('../../docs/api-signing-example.json', import.meta.url), 'utf8'),
) as SigningExample
const { key, request } = example
const body = Buffer.from(request.body)
const bytes = signingBytes({ ...request, body })

describe('docs/api-signing-example.json', () => {
  it('has the canonical bytes as head and body, in text and hex', () => {
    expect(Buffer.from(bytes).toString('hex')).toBe(example.headHex + example.bodyHex)
    expect(Buffer.from(bytes).toString('utf8')).toBe(example.headText + request.body)
    expect(bytes).toHaveLength(example.signedByteLength)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(example.signedSha256)
  })

  it('has characters beyond ASCII in its body, so that the encoding matters', () => {
    expect(body.length).toBeGreaterThan(request.body.length)
  })

  it('verifies by node:crypto, and not with another byte', () => {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey }, format: 'jwk' })
    const signature = Buffer.from(example.signatureHex, 'hex')
    expect(verify(null, bytes, publicKey, signature)).toBe(true)
    const other = Uint8Array.from(bytes)
    other[other.length - 1] = 0
    expect(verify(null, other, publicKey, signature)).toBe(false)
  })

  it('is what TweetNaCl signs with the example key', () => {
    const { secretKey } = nacl.sign.keyPair.fromSeed(new Uint8Array(Buffer.from(key.seedHex, 'hex')))
    expect(Buffer.from(nacl.sign.detached(bytes, secretKey)).toString('base64url')).toBe(example.signature)
  })

  it('is what a demo phone signs with the example key', () => {
    const phoneKey = phoneKeyFromSeed(Buffer.from(key.seedHex, 'hex').toString('base64url'))
    expect(phoneKey.sign(bytes)).toBe(example.signature)
    expect(phoneKey.publicKey).toBe(key.publicKey)
    expect(phoneKey.thumbprint).toBe(key.thumbprint)
    expect(Buffer.from(key.publicKey, 'base64url').toString('hex')).toBe(key.publicKeyHex)
    expect(Buffer.from(example.signature, 'base64url').toString('hex')).toBe(example.signatureHex)
  })

  it('carries the headers that go with it', () => {
    expect(example.headers).toEqual({
      [SIGNATURE_HEADERS.key]: key.thumbprint,
      [SIGNATURE_HEADERS.timestamp]: String(request.timestampMs),
      [SIGNATURE_HEADERS.challenge]: request.challenge,
      [SIGNATURE_HEADERS.position]: String(request.position),
      [SIGNATURE_HEADERS.signature]: example.signature,
    })
  })
})
