import { CompactSign, exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { PRESENCE_PROOF_TYPE, type PresenceClaims } from '#contract/presence-proof'
import type { PresenceProofQuestion } from '../../ports/presence-proof'
import { createPresenceProofVerifier } from './presence-proof'

const ISSUED_AT_MS = Date.UTC(2026, 10, 18, 0, 52, 9, 123)
const HEADER = { alg: 'EdDSA', kid: 'k1', typ: PRESENCE_PROOF_TYPE }
const CLAIMS: PresenceClaims = {
  siteId: 'site-shanghai',
  challenge: '019a94f2-0000-7000-8000-000000000001',
  position: 3,
  deviceKeyThumbprint: 'ab'.repeat(32),
  iat: ISSUED_AT_MS / 1000,
}

async function newGateway() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  return {
    privateKey,
    jwk: JSON.stringify(await exportJWK(publicKey)),
    privateJwk: JSON.stringify(await exportJWK(privateKey)),
  }
}
type Gateway = Awaited<ReturnType<typeof newGateway>>

let shanghai: Gateway
let beijing: Gateway
beforeAll(async () => {
  shanghai = await newGateway()
  beijing = await newGateway()
})

function signed(key: CryptoKey, claims: object = CLAIMS, header: { alg: string } = HEADER): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader(header).sign(key)
}

function question(proof: string | null, changes: Partial<PresenceProofQuestion> = {}): PresenceProofQuestion {
  return {
    proof,
    gatewayJwksBySite: new Map([
      ['site-shanghai', shanghai.jwk],
      ['site-beijing', beijing.jwk],
    ]),
    skewMsBySite: new Map(),
    challenge: CLAIMS.challenge,
    position: CLAIMS.position,
    deviceKeyThumbprint: CLAIMS.deviceKeyThumbprint,
    ...changes,
  }
}

const verify = createPresenceProofVerifier()

describe('a presence proof', () => {
  it('is missing when the phone sent none', async () => {
    expect(await verify(question(null))).toEqual({ result: 'missing' })
  })

  it('is valid with its site and time, to the millisecond', async () => {
    const facts = await verify(question(await signed(shanghai.privateKey)))
    expect(facts).toEqual({ result: 'valid', siteId: 'site-shanghai', issuedAtMs: ISSUED_AT_MS })
  })

  it.each([
    [42_000, ISSUED_AT_MS - 42_000],
    [-42_000.4, ISSUED_AT_MS + 42_000],
  ])('of a gateway that is off by %d ms is corrected', async (skewMs, issuedAtMs) => {
    const skewMsBySite = new Map([
      ['site-shanghai', skewMs],
      ['site-beijing', 999_999],
    ])
    const facts = await verify(question(await signed(shanghai.privateKey), { skewMsBySite }))
    expect(facts).toMatchObject({ result: 'valid', issuedAtMs })
  })

  it.each<[string, string, () => Promise<string>, Partial<PresenceProofQuestion>]>([
    ['for another challenge', 'challenge', () => signed(shanghai.privateKey), { challenge: 'other' }],
    ['for another position', 'position', () => signed(shanghai.privateKey), { position: 4 }],
    ['for another phone', 'device', () => signed(shanghai.privateKey), { deviceKeyThumbprint: 'cd'.repeat(32) }],
    ["by another site's gateway", 'site', () => signed(beijing.privateKey), {}],
    ['by a stranger', 'signature', async () => signed((await newGateway()).privateKey), {}],
    [
      'of a site without gateway',
      'unknown_gateway',
      () => signed(shanghai.privateKey, { ...CLAIMS, siteId: 'site-9' }),
      {},
    ],
    [
      'of a site whose key is no key',
      'unknown_gateway',
      () => signed(shanghai.privateKey),
      { gatewayJwksBySite: new Map([['site-shanghai', '{}']]) },
    ],
    [
      'of a site whose key is no JSON',
      'unknown_gateway',
      () => signed(shanghai.privateKey),
      { gatewayJwksBySite: new Map([['site-shanghai', 'x']]) },
    ],
    [
      'of a site whose key is null',
      'unknown_gateway',
      () => signed(shanghai.privateKey),
      { gatewayJwksBySite: new Map([['site-shanghai', 'null']]) },
    ],
    ['that is empty', 'malformed', () => Promise.resolve(''), {}],
    ['that is no JWS', 'malformed', () => Promise.resolve('a.b.c'), {}],
    ['that is too long', 'malformed', () => signed(shanghai.privateKey, { ...CLAIMS, more: 'x'.repeat(800) }), {}],
    ['of another type', 'malformed', () => signed(shanghai.privateKey, CLAIMS, { ...HEADER, typ: 'JWT' } as never), {}],
    ['whose payload is null', 'malformed', () => signed(shanghai.privateKey, null as never), {}],
    ['without iat', 'malformed', () => signed(shanghai.privateKey, { ...CLAIMS, iat: undefined }), {}],
    ['with iat as text', 'malformed', () => signed(shanghai.privateKey, { ...CLAIMS, iat: '1' }), {}],
    ['with iat beyond all dates', 'malformed', () => signed(shanghai.privateKey, { ...CLAIMS, iat: 1e300 }), {}],
    ['with a negative position', 'malformed', () => signed(shanghai.privateKey, { ...CLAIMS, position: -1 }), {}],
    [
      'with __proto__ as its site',
      'unknown_gateway',
      () => signed(shanghai.privateKey, { ...CLAIMS, siteId: '__proto__' }),
      {},
    ],
  ])('%s is refused (%s)', async (_, reason, proof, changes) => {
    expect(await verify(question(await proof(), changes))).toEqual({ result: 'invalid', reason })
  })

  it('is refused when a byte of its claims was changed', async () => {
    const [header = '', , signature = ''] = (await signed(shanghai.privateKey)).split('.')
    const payload = Buffer.from(JSON.stringify({ ...CLAIMS, iat: CLAIMS.iat + 1 })).toString('base64url')
    const facts = await verify(question([header, payload, signature].join('.')))
    expect(facts).toEqual({ result: 'invalid', reason: 'signature' })
  })

  it('is refused with another algorithm, also one keyed by the public key', async () => {
    const hs256 = await new SignJWT({ ...CLAIMS })
      .setProtectedHeader({ ...HEADER, alg: 'HS256' })
      .sign(Buffer.from(shanghai.jwk))
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(CLAIMS)).toString('base64url')}.`
    for (const proof of [hs256, unsigned, `${unsigned}${'A'.repeat(86)}`]) {
      expect(await verify(question(proof))).toEqual({ result: 'invalid', reason: 'malformed' })
    }
  })

  it('is judged by the key that the site has now', async () => {
    const proof = await signed(shanghai.privateKey)
    expect(await verify(question(proof))).toMatchObject({ result: 'valid' })
    const gatewayJwksBySite = new Map([['site-shanghai', (await newGateway()).jwk]])
    expect(await verify(question(proof, { gatewayJwksBySite }))).toEqual({ result: 'invalid', reason: 'signature' })
  })

  it('is verified by the public half even when someone saved the private key', async () => {
    const gatewayJwksBySite = new Map([['site-shanghai', shanghai.privateJwk]])
    expect(await verify(question(await signed(shanghai.privateKey), { gatewayJwksBySite }))).toMatchObject({
      result: 'valid',
    })
  })

  it('survives more gateways than it remembers', async () => {
    const proof = await signed(shanghai.privateKey)
    for (let count = 0; count < 300; count++) {
      await verify(question(proof, { gatewayJwksBySite: new Map([['site-shanghai', `{"n":${count}}`]]) }))
    }
    expect(await verify(question(proof))).toMatchObject({ result: 'valid' })
  })
})
