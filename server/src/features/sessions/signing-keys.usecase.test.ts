import {
  CORP_ID,
  NOW_MS,
  PEOPLE,
  bindPhone,
  codeOf,
  openIdentity,
  refreshWith,
  textOf,
  type Identity,
} from '../../../test/identity'
import { generateSigningKeyPair } from '../../adapters/system/signing-key-pair'
import { createTokenSigner } from '../../adapters/system/token-signer'
import { ensureSigningKey, rotateSigningKeys } from './signing-keys.usecase'

const MINUTE_MS = 60_000

let identity: Identity
beforeEach(async () => {
  identity = await openIdentity()
})
afterEach(() => identity.close())
const authenticate = (token: string) => identity.authenticate(token, { receivedAtMs: identity.clock.nowMs() })

describe('signing keys', () => {
  const rotate = () =>
    rotateSigningKeys({ keys: identity.keys, clock: identity.clock, generateKeyPair: generateSigningKeyPair })
  const kids = async () => (await identity.tokens.publicKeys(identity.clock.nowMs())).map((key) => key.kid)
  const kidOf = (token: string) =>
    (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid

  it('publishes first, signs later, retires after', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const rotation = await rotate()
    identity.clock.advance(MINUTE_MS)
    expect(await kids()).toEqual(['session-1', 'session-2'])
    const stillOld = await refreshWith(identity, textOf(session.refreshToken), key)
    expect(kidOf(stillOld.accessToken)).toBe('session-1')

    identity.clock.set(rotation.activeFromMs)
    const signedByNew = await refreshWith(identity, textOf(stillOld.refreshToken), key)
    expect(kidOf(signedByNew.accessToken)).toBe('session-2')
    expect((await authenticate(stillOld.accessToken)).employeeId).toBe(PEOPLE.zhang.id)

    identity.clock.set(rotation.retire[0]?.retiredAtMs ?? 0)
    expect(await kids()).toEqual(['session-2'])
    expect(await codeOf(authenticate(session.accessToken))).toBe('TOKEN_INVALID')
  })

  it('lets one of two rotations at once through', async () => {
    const results = await Promise.allSettled([rotate(), rotate()])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await identity.keys.list()).map((key) => key.kid)).toEqual(['session-1', 'session-2'])
  })

  it('makes one first key when several processes start at once', async () => {
    await identity.database.write((tx) => tx.signingKey.deleteMany({}))
    const start = () =>
      ensureSigningKey({ keys: identity.keys, clock: identity.clock, generateKeyPair: generateSigningKeyPair })
    await Promise.all([start(), start(), start()])
    await start()
    expect((await identity.keys.list()).map((key) => [key.kid, key.activeFromMs])).toEqual([['session-1', NOW_MS]])
  })

  it('reads a key that another process made', async () => {
    await identity.tokens.publicKeys(NOW_MS)
    await identity.database.write((tx) => tx.signingKey.updateMany({ data: { activeFrom: new Date(NOW_MS - 1) } }))
    const pair = await generateSigningKeyPair('session-2')
    const trail = { audit: [], events: [] }
    await identity.keys.add({ kid: 'session-2', activeFromMs: NOW_MS, ...pair }, [], trail, NOW_MS)
    const elsewhere = createTokenSigner({ keys: identity.keys, clock: identity.clock, issuer: `waiqin:${CORP_ID}` })
    const claims = { employeeId: PEOPLE.zhang.id, sessionId: PEOPLE.zhang.id, keyThumbprint: null }
    const times = { issuedAtMs: NOW_MS, expiresAtMs: NOW_MS + MINUTE_MS }
    const token = await elsewhere.sign({ kind: 'enrolment', ...claims, ...times })
    identity.clock.advance(2_000)
    expect((await identity.tokens.verify(token, 'enrolment', NOW_MS + 2_000)).sessionId).toBe(PEOPLE.zhang.id)
  })

  it('keeps private keys encrypted', async () => {
    const rows = await identity.database.read.signingKey.findMany()
    expect(rows[0]?.publicJwkJson).not.toContain('"d"')
    expect(rows[0]?.privateJwkEncrypted).toMatch(/^v1\.kek\./)
  })
})
