import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose'
import { AppError } from '../../app-error'
import {
  CORP_ID,
  NOW_MS,
  PEOPLE,
  bindPhone,
  loginAs,
  openIdentity,
  phoneKey,
  signedBy,
  wecomCode,
  type Identity,
  type PhoneKey,
} from '../../../test/identity'
import { createTokenSigner } from '../../adapters/system/token-signer'
import type { SessionCaller } from './caller.rules'
import type { Caller } from '../../http/route'
import { rotateSigningKeys } from './signing-keys.usecase'
import { generateSigningKeyPair } from '../../adapters/system/signing-key-pair'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const REFRESH_PATH = '/api/v1/sessions/refresh'

let identity: Identity
beforeEach(async () => {
  identity = await openIdentity()
})
afterEach(() => identity.close())

const codeOf = async (work: Promise<unknown>) => {
  const fault = await work.then(
    () => null,
    (error: unknown) => error,
  )
  return fault instanceof AppError ? fault.code : fault
}
const authenticate = (token: string) => identity.authenticate(token, { receivedAtMs: identity.clock.nowMs() })
const refreshWith = (refreshToken: string, key: PhoneKey, changes: object = {}) =>
  identity.refresh({
    refreshToken,
    signed: { ...signedBy(key, REFRESH_PATH, { refreshToken }), ...changes },
    requestId: 'request-refresh',
  })
const textOf = (token: string | null): string => {
  if (token === null) throw new Error('no refresh token')
  return token
}

describe('login', () => {
  it('opens a short session without refresh token for a phone without a key', async () => {
    const opened = await loginAs(identity, PEOPLE.zhang)
    expect(opened).toMatchObject({
      refreshToken: null,
      refreshTokenExpiresAtMs: null,
      accessTokenExpiresAtMs: NOW_MS + 15 * MINUTE_MS,
      employee: { id: PEOPLE.zhang.id, userId: 'ZhangMin', name: '张敏', department: '华南组' },
      roles: [{ role: 'staff', scopeDepartmentId: null }],
      device: 'none',
      consent: { currentVersion: 1, agreedVersion: null, sufficient: false, due: true },
    })
    expect(await identity.audited()).toEqual(['session_key.added', 'session.opened'])
    expect((await identity.events()).map((event) => event.type)).toEqual(['session.opened'])
  })

  it('knows a userid in any case', async () => {
    await identity.database.write((tx) =>
      tx.employee.update({ where: { id: PEOPLE.li.id }, data: { userId: 'LiTing' } }),
    )
    expect((await loginAs(identity, PEOPLE.li)).employee.userId).toBe('LiTing')
  })

  it('binds the session to the bound key, and to no key of another person', async () => {
    const { key } = await bindPhone(identity, PEOPLE.zhang)
    const own = await loginAs(identity, PEOPLE.zhang, key.keyThumbprint)
    expect([own.device, typeof own.refreshToken]).toEqual(['bound', 'string'])
    const other = await loginAs(identity, PEOPLE.wang, key.keyThumbprint)
    expect([other.device, other.refreshToken]).toEqual(['none', null])
    const unknown = await loginAs(identity, PEOPLE.zhang, phoneKey().keyThumbprint)
    expect([unknown.device, unknown.refreshToken]).toEqual(['other_bound', null])
  })

  it.each([
    ['a stranger of our company', 'newcomer', CORP_ID, 'EMPLOYEE_UNKNOWN'],
    ['a leaver', PEOPLE.zhou.userId, CORP_ID, 'EMPLOYEE_LEFT'],
    ['the same userid in another company', PEOPLE.zhang.userId, 'ww0000000000000099', 'WRONG_COMPANY'],
  ])('refuses %s and says so in the audit', async (_who, userId, corpId, code) => {
    const login = identity.login({
      code: await wecomCode(identity, userId, corpId),
      keyThumbprint: null,
      requestId: 'r',
    })
    expect(await codeOf(login)).toBe(code)
    expect(await identity.audited()).toEqual(['session_key.added', 'session.refused'])
    expect(await identity.database.read.session.count()).toBe(0)
  })

  it('takes a code once', async () => {
    const input = { code: await wecomCode(identity, PEOPLE.zhang.userId), keyThumbprint: null, requestId: 'r' }
    await identity.login(input)
    expect(await codeOf(identity.login(input))).toBe('LOGIN_CODE_INVALID')
  })
})

describe('authenticate', () => {
  it('tells who calls, as the edge wants it', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.wang)
    const caller: Caller & SessionCaller = await authenticate(session.accessToken)
    expect(caller).toEqual({
      sessionId: expect.any(String),
      employeeId: PEOPLE.wang.id,
      userId: 'wangjianguo',
      name: '王建国',
      roles: [
        { role: 'staff', scopeDepartmentId: null },
        { role: 'leader', scopeDepartmentId: 'sales' },
      ],
      keyThumbprint: key.keyThumbprint,
      device: 'bound',
      consentSufficient: false,
      loggedInAtMs: NOW_MS,
    })
  })

  it('takes the token to its last second, then asks for a refresh', async () => {
    const { session } = await bindPhone(identity, PEOPLE.zhang)
    identity.clock.set(session.accessTokenExpiresAtMs - 1)
    await authenticate(session.accessToken)
    identity.clock.set(session.accessTokenExpiresAtMs + 5_000)
    expect(await codeOf(authenticate(session.accessToken))).toBe('TOKEN_EXPIRED')
  })

  it('ends a remembered token with its time too', async () => {
    const { session } = await bindPhone(identity, PEOPLE.zhang)
    identity.clock.set(session.accessTokenExpiresAtMs - 1_000)
    await authenticate(session.accessToken)
    identity.clock.advance(7_000)
    expect(await codeOf(authenticate(session.accessToken))).toBe('TOKEN_EXPIRED')
  })

  it('sees a revocation at once, also for a remembered token', async () => {
    const { accessToken } = await loginAs(identity, PEOPLE.zhang)
    const { sessionId, employeeId } = await authenticate(accessToken)
    await identity.endSession({ sessionId, employeeId, reason: 'logout', requestId: 'r' })
    await identity.endSession({ sessionId, employeeId, reason: 'logout', requestId: 'r' })
    expect(await codeOf(authenticate(accessToken))).toBe('SESSION_REVOKED')
    expect((await identity.audited()).filter((action) => action === 'session.revoked')).toHaveLength(1)
  })

  it('refuses a leaver and a deleted session', async () => {
    const { accessToken } = await loginAs(identity, PEOPLE.zhang)
    const leave = (leftAt: Date | null) =>
      identity.database.write((tx) => tx.employee.update({ where: { id: PEOPLE.zhang.id }, data: { leftAt } }))
    await leave(new Date(NOW_MS))
    expect(await codeOf(authenticate(accessToken))).toBe('EMPLOYEE_LEFT')
    await leave(new Date(NOW_MS + 1))
    await authenticate(accessToken)
    await identity.database.write((tx) => tx.session.deleteMany({}))
    expect(await codeOf(authenticate(accessToken))).toBe('TOKEN_INVALID')
  })

  it('refuses forged, foreign and misused tokens', async () => {
    const { accessToken } = await loginAs(identity, PEOPLE.zhang)
    const caller = await authenticate(accessToken)
    const { enrolmentToken } = await identity.enrol(caller)
    const [head = '', payload = '', signature = ''] = accessToken.split('.')
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
    const forgedPayload = Buffer.from(JSON.stringify({ ...claims, sub: PEOPLE.chen.id })).toString('base64url')
    const stranger = await generateKeyPair('EdDSA')
    const signedByStranger = (header: object) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...header }).sign(stranger.privateKey)
    const publicJwk = (await identity.tokens.publicKeys(NOW_MS))[0]
    const asHmac = new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid, typ: 'at+jwt' })
      .sign(Buffer.from(publicJwk?.x ?? '', 'base64url'))
    const boundToNothing = await identity.tokens.sign({
      kind: 'access',
      employeeId: caller.employeeId,
      sessionId: caller.sessionId,
      keyThumbprint: 'a'.repeat(64),
      issuedAtMs: NOW_MS,
      expiresAtMs: NOW_MS + MINUTE_MS,
    })
    const otherInstallation = createTokenSigner({ keys: identity.keys, clock: identity.clock, issuer: 'waiqin:other' })
    const foreign = await otherInstallation.sign({
      kind: 'access',
      ...caller,
      issuedAtMs: NOW_MS,
      expiresAtMs: NOW_MS + MINUTE_MS,
    })
    const tokens: Record<string, string> = {
      'no token at all': 'abc',
      'another payload': `${head}.${forgedPayload}.${signature}`,
      'none as algorithm': new UnsecuredJWT(claims).encode(),
      'the public key as HMAC secret': await asHmac,
      'a stranger under our kid': await signedByStranger({ kid }),
      'an unknown kid': await signedByStranger({ kid: 'session-99' }),
      'no kid': await signedByStranger({}),
      'an enrolment token': enrolmentToken,
      'another key than the session': boundToNothing,
      'another installation': foreign,
    }
    const answers = Object.fromEntries(
      await Promise.all(Object.entries(tokens).map(async ([name, token]) => [name, await codeOf(authenticate(token))])),
    )
    expect(answers).toEqual(Object.fromEntries(Object.keys(tokens).map((name) => [name, 'TOKEN_INVALID'])))
  })

  it('asks the database as often for one session as for many', async () => {
    const ids: string[] = []
    for (const person of [PEOPLE.zhang, PEOPLE.wang, PEOPLE.li, PEOPLE.chen]) {
      ids.push((await authenticate((await loginAs(identity, person)).accessToken)).sessionId)
    }
    const found = await identity.sessions.loadCallers([...ids, 'unknown'])
    expect([...found.keys()].sort()).toEqual([...ids].sort())
    expect([...found.values()].map((facts) => facts.employee.name).sort()).toEqual(['张敏', '李婷', '王建国', '陈磊'])
    expect(
      (await Promise.all(ids.map((id) => identity.sessions.loadCaller(id)))).map((facts) => facts?.sessionId),
    ).toEqual(ids)
  })
})

describe('refresh', () => {
  it('rotates, and lives 30 days from the login', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    identity.clock.advance(20 * MINUTE_MS)
    const next = await refreshWith(textOf(session.refreshToken), key)
    expect(next.refreshToken).not.toBe(session.refreshToken)
    expect(next.refreshTokenExpiresAtMs).toBe(NOW_MS + 30 * DAY_MS)
    expect((await authenticate(next.accessToken)).device).toBe('bound')
    identity.clock.set(NOW_MS + 30 * DAY_MS - MINUTE_MS)
    const last = await refreshWith(textOf(next.refreshToken), key)
    expect(last.accessTokenExpiresAtMs).toBe(NOW_MS + 30 * DAY_MS)
    identity.clock.set(NOW_MS + 30 * DAY_MS)
    expect(await codeOf(refreshWith(textOf(last.refreshToken), key))).toBe('REFRESH_TOKEN_INVALID')
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
    const first = await refreshWith(token, key)
    identity.clock.advance(30_000)
    expect((await refreshWith(token, key)).refreshToken).toBe(first.refreshToken)
  })

  it('gives parallel refreshes one successor and one row', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const token = textOf(session.refreshToken)
    const answers = await Promise.all(Array.from({ length: 10 }, () => refreshWith(token, key)))
    expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1)
    expect(await identity.database.read.refreshToken.count()).toBe(2)
  })

  it('ends the family when a replaced token comes back later', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const token = textOf(session.refreshToken)
    const next = await refreshWith(token, key)
    identity.clock.advance(30_001)
    expect(await codeOf(refreshWith(token, key))).toBe('REFRESH_TOKEN_REUSED')
    expect(await codeOf(refreshWith(textOf(next.refreshToken), key))).toBe('SESSION_REVOKED')
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
      'another key': refreshWith(token, stranger),
      'another key under this thumbprint': refreshWith(token, stranger, { keyThumbprint: key.keyThumbprint }),
      'another body': refreshWith(token, key, { body: Buffer.from('{}') }),
      'another path': refreshWith(token, key, { path: '/api/v1/devices' }),
      'another time': refreshWith(token, key, { timestampMs: NOW_MS + 1 }),
      'with a challenge': refreshWith(token, key, { challengeId: '0190a000-0000-7000-8000-00000000000a' }),
      'with a position': refreshWith(token, key, { challengePosition: 1 }),
      'a short signature': refreshWith(token, key, { signature: new Uint8Array(63) }),
    }
    for (const [name, work] of Object.entries(tries)) {
      expect([name, await codeOf(work)]).toEqual([name, 'DEVICE_SIGNATURE_INVALID'])
    }
    await refreshWith(token, key)
  })

  it('does not let a stolen old token end the session without its key', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const next = await refreshWith(textOf(session.refreshToken), key)
    identity.clock.advance(MINUTE_MS)
    expect(await codeOf(refreshWith(textOf(session.refreshToken), phoneKey()))).toBe('DEVICE_SIGNATURE_INVALID')
    await refreshWith(textOf(next.refreshToken), key)
  })

  it.each(['', 'abc', `${PEOPLE.zhang.id}.${'a'.repeat(43)}`, `${PEOPLE.zhang.id}.${'a'.repeat(42)}`])(
    'does not know %p',
    async (token) => {
      expect(await codeOf(refreshWith(token, phoneKey()))).toBe('REFRESH_TOKEN_INVALID')
    },
  )

  it('refuses a leaver', async () => {
    const { session, key } = await bindPhone(identity, PEOPLE.zhang)
    const data = { leftAt: new Date(NOW_MS) }
    await identity.database.write((tx) => tx.employee.update({ where: { id: PEOPLE.zhang.id }, data }))
    expect(await codeOf(refreshWith(textOf(session.refreshToken), key))).toBe('EMPLOYEE_LEFT')
  })
})

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
    const stillOld = await refreshWith(textOf(session.refreshToken), key)
    expect(kidOf(stillOld.accessToken)).toBe('session-1')

    identity.clock.set(rotation.activeFromMs)
    const signedByNew = await refreshWith(textOf(stillOld.refreshToken), key)
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
