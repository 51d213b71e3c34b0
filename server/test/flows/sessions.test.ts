import { createPublicKey, verify } from 'node:crypto'
import type { SessionReply } from '#contract/api'
import { seedConsentNotice, seedSite } from '../../../prisma/seed/builders'
import { createPhoneKey } from '../../demo/phone-key'
import {
  addPerson,
  bindPhone,
  checkIn,
  expectRefusal,
  phoneOf,
  refresh,
  seedFreeHours,
  send,
  sendOk,
  startApp,
  type App,
  type Person,
} from '../start-app'

const SESSIONS = '/api/v1/sessions'
const SEED = Buffer.alloc(32).toString('base64url')
const FIX = { latitude: 31.2041, longitude: 121.5912, system: 'gcj02', accuracyMetres: 12 } as const

let app: App

beforeAll(async () => {
  app = await startApp({
    seed: async (tx) => {
      await seedFreeHours(tx, [await seedSite(tx)])
    },
  })
}, 60_000)

afterAll(() => app.close())

const login = (body: unknown) => send(app, { path: SESSIONS, body })
const readMe = (token: string) => send(app, { path: '/api/v1/me', token })
const sessionOf = ({ text }: { readonly text: string }) => JSON.parse(text) as SessionReply

async function codeFor(person: Pick<Person, 'userId'>, corpId?: string): Promise<string> {
  const { code } = await sendOk<{ code: string }>(app, {
    path: '/sandbox/wecom/login-codes',
    body: { userId: person.userId, ...(corpId === undefined ? {} : { corpId }) },
  })
  return code
}

describe('login', () => {
  it('takes a code once', async () => {
    const code = await codeFor(await addPerson(app))
    const first = await login({ code })
    expect(first.status).toBe(201)
    expect((await readMe(sessionOf(first).accessToken)).status).toBe(200)
    expectRefusal(await login({ code }), 'LOGIN_CODE_INVALID')
  })

  it('refuses a code that nobody gave', async () => {
    expectRefusal(await login({ code: 'made-up' }), 'LOGIN_CODE_INVALID')
  })

  it('refuses another company', async () => {
    expectRefusal(await login({ code: await codeFor(await addPerson(app), 'ww0000000000000000') }), 'WRONG_COMPANY')
  })

  it('refuses who has left, and ends the session of who leaves', async () => {
    const leaver = await addPerson(app)
    const { accessToken } = sessionOf(await login({ code: await codeFor(leaver) }))
    await app.seed((tx) => tx.employee.update({ where: { id: leaver.id }, data: { leftAt: new Date() } }))
    expectRefusal(await readMe(accessToken), 'EMPLOYEE_LEFT')
    expectRefusal(await login({ code: await codeFor(leaver) }), 'EMPLOYEE_LEFT')
  })

  it('compares userids without case, as WeCom does', async () => {
    const person = await addPerson(app, { userId: 'ChenJing' })
    const { employee } = sessionOf(await login({ code: await codeFor({ userId: 'chenjing' }) }))
    expect(employee).toMatchObject({ id: person.id, userId: 'ChenJing' })
  })

  it('gives a token that the published keys verify', async () => {
    const { accessToken } = sessionOf(await login({ code: await codeFor(await addPerson(app)) }))
    const [header = '', payload = '', signature = ''] = accessToken.split('.')
    const { kid, alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string; alg: string }
    expect(alg).toBe('EdDSA')
    const { keys } = await sendOk<{ keys: { kid: string; x: string; kty: string; crv: string }[] }>(app, {
      path: '/api/v1/.well-known/jwks.json',
    })
    const jwk = keys.find((key) => key.kid === kid)
    expect(jwk).not.toHaveProperty('d')
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
    expect(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true)
  })
})

describe('refresh', () => {
  it('rotates; the one before gets the same successor for a while', async () => {
    const phone = await bindPhone(app)
    const first = sessionOf(await refresh(app, phone.key, phone.refreshToken))
    expect(first.refreshToken).not.toBe(phone.refreshToken)
    expect((await readMe(first.accessToken)).status).toBe(200)
    const again = sessionOf(await refresh(app, phone.key, phone.refreshToken))
    expect(again.refreshToken).toBe(first.refreshToken)
    const parallel = await Promise.all(
      Array.from({ length: 5 }, () => refresh(app, phone.key, first.refreshToken ?? '')),
    )
    expect(new Set(parallel.map((answered) => sessionOf(answered).refreshToken)).size).toBe(1)
  })

  it('revokes the whole family when an old one comes back later', async () => {
    const phone = await bindPhone(app)
    const { refreshToken, accessToken } = sessionOf(await refresh(app, phone.key, phone.refreshToken))
    await app.seed((tx) =>
      tx.refreshToken.updateMany({
        where: { replacedAt: { not: null }, session: { employeeId: phone.person.id } },
        data: { replacedAt: new Date(Date.now() - 31_000) },
      }),
    )
    expectRefusal(await refresh(app, phone.key, phone.refreshToken), 'REFRESH_TOKEN_REUSED')
    expectRefusal(await readMe(accessToken), 'SESSION_REVOKED')
    expectRefusal(await refresh(app, phone.key, refreshToken ?? ''), 'SESSION_REVOKED')
  })

  it('is bound to the phone’s key: a stolen token is worth nothing and ends nothing', async () => {
    const phone = await bindPhone(app)
    const thief = createPhoneKey(SEED)
    expectRefusal(await refresh(app, thief, phone.refreshToken), 'DEVICE_SIGNATURE_INVALID')
    const asPhone = { ...thief, thumbprint: phone.key.thumbprint }
    expectRefusal(await refresh(app, asPhone, phone.refreshToken), 'DEVICE_SIGNATURE_INVALID')
    expect((await refresh(app, phone.key, phone.refreshToken)).status).toBe(200)
  })

  it.each(['x', 'a.b', 'A'.repeat(200)])('refuses the token %s', async (token) => {
    const phone = await bindPhone(app)
    expectRefusal(await refresh(app, phone.key, token), 'REFRESH_TOKEN_INVALID')
  })

  it('ends with the logout', async () => {
    const phone = await bindPhone(app)
    const path = `${SESSIONS}/current`
    expect((await send(app, { path, method: 'DELETE', token: phone.accessToken })).status).toBe(204)
    expectRefusal(await readMe(phone.accessToken), 'SESSION_REVOKED')
    expectRefusal(await refresh(app, phone.key, phone.refreshToken), 'SESSION_REVOKED')
    await expect(checkIn(app, phone, 'early')).rejects.toMatchObject({ status: 401, code: 'SESSION_REVOKED' })
  })
})

describe('binding', () => {
  it('allows one phone per person', async () => {
    const bound = await bindPhone(app)
    const second = phoneOf(app, bound.person)
    expect(await second.login(await second.loginCode())).toMatchObject({ device: 'other_bound', refreshToken: null })
    const { seed, enrolmentToken } = await second.enrol()
    await expect(second.bind(createPhoneKey(seed), enrolmentToken)).rejects.toMatchObject({
      status: 409,
      code: 'DEVICE_ALREADY_BOUND',
    })
    expect(await app.database.read.device.count({ where: { employeeId: bound.person.id } })).toBe(1)
  })

  it('allows one person per phone', async () => {
    const bound = await bindPhone(app)
    const other = phoneOf(app, await addPerson(app, { consents: [1] }))
    await other.login(await other.loginCode())
    const { enrolmentToken } = await other.enrol()
    await expect(other.bind(bound.key, enrolmentToken)).rejects.toMatchObject({ code: 'DEVICE_OF_ANOTHER' })
  })

  it('of two phones at once binds one', async () => {
    const person = await addPerson(app, { consents: [1] })
    const phones = [phoneOf(app, person), phoneOf(app, person)]
    const results = await Promise.allSettled(
      phones.map(async (phone) => {
        await phone.login(await phone.loginCode())
        const { seed, enrolmentToken } = await phone.enrol()
        return phone.bind(createPhoneKey(seed), enrolmentToken)
      }),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await app.database.read.device.count({ where: { employeeId: person.id, state: 'active' } })).toBe(1)
  })

  it('needs the enrolment of the same person', async () => {
    const [one, two] = await Promise.all([0, 1].map(async () => phoneOf(app, await addPerson(app, { consents: [1] }))))
    if (one === undefined || two === undefined) throw new Error('two phones')
    await one.login(await one.loginCode())
    await two.login(await two.loginCode())
    const { seed, enrolmentToken } = await one.enrol()
    await expect(two.bind(createPhoneKey(seed), enrolmentToken)).rejects.toMatchObject({
      status: 400,
      code: 'BODY_INVALID',
    })
  })
})

describe('consent', () => {
  it('can be withdrawn, and given again', async () => {
    const phone = await bindPhone(app)
    const path = '/api/v1/privacy/consents/current'
    expect((await send(app, { path, method: 'DELETE', token: phone.accessToken })).status).toBeLessThan(300)
    await expect(phone.context()).rejects.toMatchObject({ status: 403, code: 'CONSENT_NEEDED' })
    expect((await phone.agree(1)).sufficient).toBe(true)
    await phone.context()
    const fix = { ...FIX, sameFixForMs: 0, askedMsAgo: 0 }
    expect(await checkIn(app, phone, 'early', { fix })).toMatchObject({ outcome: 'accepted' })
  })

  it('to a new version is due at once and needed after its days of grace', async () => {
    const phone = await bindPhone(app)
    const publish = (daysAgo: number) =>
      app.seed(async (tx) => {
        const publishedAt = new Date(Date.now() - daysAgo * 86_400_000)
        await tx.consentNotice.deleteMany({ where: { version: 2 } })
        await seedConsentNotice(tx, { version: 2, publishedAt })
      })
    await publish(1)
    expect((await phone.context()).consent).toMatchObject({ currentVersion: 2, sufficient: true, due: true })
    await publish(8)
    await expect(phone.context()).rejects.toMatchObject({ code: 'CONSENT_NEEDED' })
    expect(await phone.agree(2)).toMatchObject({ agreedVersion: 2, sufficient: true, due: false })
    await app.seed((tx) => tx.consentNotice.deleteMany({ where: { version: 2 } }))
  })
})
