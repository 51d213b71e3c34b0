import {
  NOW_MS,
  PEOPLE,
  bindPhone,
  codeOf,
  openIdentity,
  phoneKey,
  refreshWith,
  textOf,
  type Identity,
} from '../../../test/identity'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

let identity: Identity
beforeEach(async () => {
  identity = await openIdentity()
})
afterEach(() => identity.close())
const authenticate = (token: string) => identity.authenticate(token, { receivedAtMs: identity.clock.nowMs() })

describe('refresh', () => {
  it('rotates, and lives 30 days from the login', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    identity.clock.advance(20 * MINUTE_MS)
    const next = await refreshWith(identity, textOf(session.refreshToken), key)
    expect(next.refreshToken).not.toBe(session.refreshToken)
    expect(next.refreshTokenExpiresAtMs).toBe(NOW_MS + 30 * DAY_MS)
    expect((await authenticate(next.accessToken)).device).toBe('bound')
    identity.clock.set(NOW_MS + 30 * DAY_MS - MINUTE_MS)
    const last = await refreshWith(identity, textOf(next.refreshToken), key)
    expect(last.accessTokenExpiresAtMs).toBe(NOW_MS + 30 * DAY_MS)
    identity.clock.set(NOW_MS + 30 * DAY_MS)
    expect(await codeOf(refreshWith(identity, textOf(last.refreshToken), key))).toBe('REFRESH_TOKEN_INVALID')
  })

  it('stores no token, only its hash', async () => {
    const { session } = await bindPhone(identity, PEOPLE.zhang)
    const token = textOf(session.refreshToken)
    const rows = JSON.stringify(await identity.database.read.refreshToken.findMany())
    expect(rows).not.toContain(token.split('.')[1])
    expect(rows).toContain(identity.refreshTokens.hash(token))
  })

  it('gives the same successor to a repeat for 30 s', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const token = textOf(session.refreshToken)
    const first = await refreshWith(identity, token, key)
    identity.clock.advance(30_000)
    expect((await refreshWith(identity, token, key)).refreshToken).toBe(first.refreshToken)
  })

  it('gives parallel refreshes one successor and one row', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const token = textOf(session.refreshToken)
    const answers = await Promise.all(Array.from({ length: 10 }, () => refreshWith(identity, token, key)))
    expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1)
    expect(await identity.database.read.refreshToken.count()).toBe(2)
  })

  it('ends the family when a replaced token comes back later', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const token = textOf(session.refreshToken)
    const next = await refreshWith(identity, token, key)
    identity.clock.advance(30_001)
    expect(await codeOf(refreshWith(identity, token, key))).toBe('REFRESH_TOKEN_REUSED')
    expect(await codeOf(refreshWith(identity, textOf(next.refreshToken), key))).toBe('SESSION_REVOKED')
    expect(await codeOf(authenticate(next.accessToken))).toBe('SESSION_REVOKED')
    const revoked = (await identity.events()).filter((event) => event.type === 'session.revoked')
    expect(revoked.map((event) => event.payload['reason'])).toEqual(['refresh_reuse'])
    expect(await identity.audited()).toContain('session.revoked')
  })

  it('asks for the signature of the session key over exactly these bytes', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const token = textOf(session.refreshToken)
    const stranger = phoneKey()
    const tries: Record<string, Promise<unknown>> = {
      'another key': refreshWith(identity, token, stranger),
      'another key under this thumbprint': refreshWith(identity, token, stranger, { keyThumbprint: key.keyThumbprint }),
      'another body': refreshWith(identity, token, key, { body: Buffer.from('{}') }),
      'another path': refreshWith(identity, token, key, { path: '/api/v1/devices' }),
      'another time': refreshWith(identity, token, key, { timestampMs: NOW_MS + 1 }),
      'with a challenge': refreshWith(identity, token, key, { challengeId: '0190a000-0000-7000-8000-00000000000a' }),
      'with a position': refreshWith(identity, token, key, { challengePosition: 1 }),
      'a short signature': refreshWith(identity, token, key, { signature: new Uint8Array(63) }),
    }
    for (const [name, work] of Object.entries(tries)) {
      expect([name, await codeOf(work)]).toEqual([name, 'DEVICE_SIGNATURE_INVALID'])
    }
    await refreshWith(identity, token, key)
  })

  it('does not let a stolen old token end the session without its key', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const next = await refreshWith(identity, textOf(session.refreshToken), key)
    identity.clock.advance(MINUTE_MS)
    expect(await codeOf(refreshWith(identity, textOf(session.refreshToken), phoneKey()))).toBe(
      'DEVICE_SIGNATURE_INVALID',
    )
    await refreshWith(identity, textOf(next.refreshToken), key)
  })

  it.each(['', 'abc', `${PEOPLE.zhang.id}.${'a'.repeat(43)}`, `${PEOPLE.zhang.id}.${'a'.repeat(42)}`])(
    'does not know %p',
    async (token) => {
      expect(await codeOf(refreshWith(identity, token, phoneKey()))).toBe('REFRESH_TOKEN_INVALID')
    },
  )

  it('refuses a leaver', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const data = { leftAt: new Date(NOW_MS) }
    await identity.database.write((tx) => tx.employee.update({ where: { id: PEOPLE.zhang.id }, data }))
    expect(await codeOf(refreshWith(identity, textOf(session.refreshToken), key))).toBe('EMPLOYEE_LEFT')
  })
})
