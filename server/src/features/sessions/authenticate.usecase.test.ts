import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose'
import { NOW_MS, PEOPLE, bindPhone, codeOf, loginAs, openIdentity, type Identity } from '../../../test/identity'
import type { Client } from '../../adapters/database/database'
import { createSessionStore } from '../../adapters/database/session-store'
import { createTokenSigner } from '../../adapters/system/token-signer'
import type { Caller } from '../../http/route'
import type { SessionCaller } from './caller.rules'

const MINUTE_MS = 60_000

let identity: Identity
beforeEach(async () => {
  identity = await openIdentity()
})
afterEach(() => identity.close())
const authenticate = (token: string) => identity.authenticate(token, { receivedAtMs: identity.clock.nowMs() })

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
      sessionKind: 'phone',
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

  it.each([
    // Seven of people at once after the sessions; the employee's takes a second query for the department.
    ['in one statement', 'sqlite', 1],
    ['by Prisma', 'sqlserver', 8],
  ] as const)('asks the database as often for one session as for many, %s', async (_name, engine, asked) => {
    const ids: string[] = []
    for (const person of [PEOPLE.zhang, PEOPLE.wang, PEOPLE.li, PEOPLE.chen]) {
      ids.push((await authenticate((await loginAs(identity, person)).accessToken)).sessionId)
    }
    const { read, calls } = countedReads(identity.database.read)
    const sessions = createSessionStore({ ...identity.database, engine, read })
    await sessions.loadCallers(ids.slice(0, 1))
    const forOne = calls.splice(0)
    const found = await sessions.loadCallers([...ids, 'unknown'])
    const forMany = calls.splice(0)
    const together = await Promise.all(ids.map((id) => sessions.loadCaller(id)))
    expect([...found.keys()].sort()).toEqual([...ids].sort())
    expect([...found.values()].map((facts) => facts.employee.name).sort()).toEqual(['张敏', '李婷', '王建国', '陈磊'])
    expect(together.map((facts) => facts?.sessionId)).toEqual(ids)
    expect(forOne).toHaveLength(asked)
    expect(forMany).toEqual(forOne)
    expect(calls).toEqual(forOne)
  })
})

/** The client with a list of the calls that it was given. */
function countedReads(client: Client): { read: Client; calls: string[] } {
  const calls: string[] = []
  const read = new Proxy(client, {
    get: (target, model) => {
      const delegate: unknown = Reflect.get(target, model)
      if (model === '$queryRawUnsafe') {
        calls.push(model)
        return target.$queryRawUnsafe.bind(target)
      }
      if (typeof delegate !== 'object' || delegate === null) return delegate
      return new Proxy(delegate, {
        get: (inner, method) => {
          calls.push(`${String(model)}.${String(method)}`)
          return Reflect.get(inner, method) as unknown
        },
      })
    },
  })
  return { read, calls }
}
