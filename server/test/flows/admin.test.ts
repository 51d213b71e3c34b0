import { randomUUID } from 'node:crypto'
import type { MeReply, Page } from '#contract/api'
import type { PlanReply, SiteCheckReply, SiteReply, SiteRequest, SiteSummary } from '#contract/api-places'
import { seedDepartment, seedSite } from '../../../prisma/seed/builders'
import {
  addPerson,
  bindPhone,
  checkIn,
  checkInRequest,
  expectRefusal,
  loginToken,
  refresh,
  seedFreeHours,
  send,
  sendCheckIn,
  sendOk,
  startApp,
  type App,
  type Person,
} from '../start-app'

const SITES = '/api/v1/sites'
const PLANS = '/api/v1/plans'
const CENTRE = { latitude: 31.2041, longitude: 121.5907 }

let app: App
let tokens: Readonly<Record<'staff' | 'leader' | 'hr' | 'auditor' | 'admin', string>>
let leader: Person
let led: Person
let stranger: Person

beforeAll(async () => {
  app = await startApp({
    seed: async (tx) => {
      await seedFreeHours(tx, [await seedSite(tx)])
      await seedDepartment(tx, { id: 'sales', name: '销售部' })
      await seedDepartment(tx, { id: 'sales-south', name: '华南组', parentId: 'sales' })
      await seedDepartment(tx, { id: 'works', name: '工程部' })
    },
  })
  leader = await addPerson(app)
  await app.seed((tx) => tx.departmentLeader.create({ data: { departmentId: 'sales', employeeId: leader.id } }))
  led = await addPerson(app, { departmentId: 'sales-south', consents: [1] })
  stranger = await addPerson(app, { departmentId: 'works' })
  tokens = {
    staff: await loginToken(app, stranger),
    leader: await loginToken(app, leader),
    hr: await loginToken(app, await addPerson(app, { roles: ['hr'] })),
    auditor: await loginToken(app, await addPerson(app, { roles: ['auditor'] })),
    admin: await loginToken(app, await addPerson(app, { roles: ['admin'] })),
  }
}, 60_000)

afterAll(() => app.close())

const siteRequest = (changes: Partial<SiteRequest> = {}): SiteRequest => ({
  name: `地点 ${randomUUID()}`,
  kind: 'customer',
  address: '上海市浦东新区滨河路 88 号',
  mainlandChina: true,
  zone: null,
  system: 'gcj02',
  fence: { kind: 'circle', centre: CENTRE, radiusMetres: 150 },
  wifi: [{ ssid: 'CJ-Guest', bssid: 'A:6:A7:F:2A:1' }],
  gateway: null,
  ...changes,
})

describe('sites', () => {
  it('are created, read, listed, changed and archived', async () => {
    const token = tokens.admin
    const body = siteRequest()
    const created = await sendOk<SiteReply>(app, { path: SITES, token, body })
    expect(created).toMatchObject({ name: body.name, version: 1, wifi: [{ bssid: '0a:06:a7:0f:2a:01' }] })
    const path = `${SITES}/${created.id}`
    expect(await sendOk(app, { path, token })).toEqual(created)
    const found = await sendOk<Page<SiteSummary>>(app, {
      path: `${SITES}?name=${encodeURIComponent(body.name)}`,
      token,
    })
    expect(found.items.map((item) => item.id)).toEqual([created.id])

    const change = { ...body, kind: 'project', version: 1 }
    const updated = await sendOk<SiteReply>(app, { method: 'PUT', path, token, body: change })
    expect(updated).toMatchObject({ kind: 'project', version: 2 })
    expectRefusal(await send(app, { method: 'PUT', path, token, body: change }), 'VERSION_CONFLICT')

    const archived = await sendOk<SiteReply>(app, { path: `${path}/archive`, token, body: { version: 2 } })
    expect(archived.archivedAt).not.toBeNull()
    expectRefusal(await send(app, { method: 'PUT', path, token, body: { ...change, version: 3 } }), 'NOT_FOUND')
    expect((await sendOk<SiteReply>(app, { path: SITES, token, body })).id).not.toBe(created.id)
    expectRefusal(await send(app, { path: SITES, token, body }), 'NAME_TAKEN')
    const events = await app.database.read.outboxEvent.findMany({ where: { type: 'site.changed' } })
    const changes = events.map((event) => JSON.parse(event.payloadJson) as { siteId?: string; change?: string })
    expect(changes.filter((payload) => payload.siteId === created.id)).toHaveLength(3)
  })

  const at = (latitude: number, longitude: number) => ({ latitude, longitude })
  const crossing = [at(31.2, 121.5), at(31.21, 121.51), at(31.21, 121.5), at(31.2, 121.51)]
  it.each<[name: string, code: 'FENCE_INVALID' | 'WIFI_INVALID', changes: Partial<SiteRequest>]>([
    ['a self-crossing polygon', 'FENCE_INVALID', { fence: { kind: 'polygon', rings: [crossing] } }],
    ['a polygon of two points', 'FENCE_INVALID', { fence: { kind: 'polygon', rings: [crossing.slice(0, 2)] } }],
    ['no rings', 'FENCE_INVALID', { fence: { kind: 'polygon', rings: [] } }],
    ['a radius of 19 m', 'FENCE_INVALID', { fence: { kind: 'circle', centre: CENTRE, radiusMetres: 19 } }],
    ['a radius of 5 001 m', 'FENCE_INVALID', { fence: { kind: 'circle', centre: CENTRE, radiusMetres: 5_001 } }],
    ['a centre off the world', 'FENCE_INVALID', { fence: { kind: 'circle', centre: at(91, 0), radiusMetres: 50 } }],
    ['a centre at 0, 0', 'FENCE_INVALID', { fence: { kind: 'circle', centre: at(0, 0), radiusMetres: 50 } }],
    [
      'Hong Kong as mainland',
      'FENCE_INVALID',
      { fence: { kind: 'circle', centre: at(22.3193, 114.1694), radiusMetres: 50 } },
    ],
    ['an unreadable BSSID', 'WIFI_INVALID', { wifi: [{ ssid: 'CJ', bssid: '02:00:00:00:00:00' }] }],
    [
      'a BSSID twice',
      'WIFI_INVALID',
      {
        wifi: [
          { ssid: 'CJ', bssid: '0a:06:a7:0f:2a:01' },
          { ssid: 'CJ', bssid: 'A:6:A7:F:2A:1' },
        ],
      },
    ],
  ])('with %s are refused (%s), and the form’s check says the same', async (_, code, changes) => {
    const body = siteRequest(changes)
    const count = await app.database.read.site.count()
    const { details } = expectRefusal(await send(app, { path: SITES, token: tokens.admin, body }), code)
    expect(details.length).toBeGreaterThan(0)
    expect(await app.database.read.site.count()).toBe(count)
    const { system, fence, wifi, mainlandChina } = body
    const check = await sendOk<SiteCheckReply>(app, {
      path: `${SITES}/check`,
      token: tokens.admin,
      body: { system, fence, wifi, mainlandChina },
    })
    expect(check.problems).toEqual(details)
  })

  it('that are new let people in at once', async () => {
    const fence = { kind: 'circle', centre: at(31.4, 121.4), radiusMetres: 100 } as const
    const site = await sendOk<SiteReply>(app, { path: SITES, token: tokens.hr, body: siteRequest({ fence }) })
    const phone = await bindPhone(app)
    const fix = {
      ...at(31.4002, 121.4003),
      system: 'gcj02',
      accuracyMetres: 12,
      sameFixForMs: 0,
      askedMsAgo: 0,
    } as const
    const visit = { siteId: site.id, fix, visit: { customer: '新客户', purpose: '拜访' } }
    expect(await checkIn(app, phone, 'visit', visit)).toMatchObject({ outcome: 'accepted', site: { id: site.id } })
    await sendOk(app, { path: `${SITES}/${site.id}/archive`, token: tokens.hr, body: { version: 1 } })
    const other = await bindPhone(app)
    expect(await checkIn(app, other, 'visit', visit)).toMatchObject({ outcome: 'refused', code: 'OUT_OF_RANGE' })
  })
})

describe('plans', () => {
  const plan = (person: Person, siteId: string) => ({ employeeId: person.id, siteId, workDay: app.workDay })
  const newSite = () => app.seed((tx) => seedSite(tx, { kind: 'customer' }))

  it('are made by a leader for his own people, also in the departments below', async () => {
    const body = plan(led, await newSite())
    const first = await send(app, { path: PLANS, token: tokens.leader, body })
    expect(first.status).toBe(201)
    const again = await send(app, { path: PLANS, token: tokens.leader, body })
    expect(again.status).toBe(200)
    expect(again.text).toBe(first.text)
    const { items } = await sendOk<Page<PlanReply>>(app, { path: PLANS, token: tokens.leader })
    expect(items).toMatchObject([{ employee: { id: led.id }, workDay: app.workDay }])
    const phone = await bindPhone(app, led)
    expect((await phone.context()).sites[0]).toMatchObject({ id: body.siteId, planned: true })
    const { id } = JSON.parse(first.text) as PlanReply
    expect((await send(app, { method: 'DELETE', path: `${PLANS}/${id}`, token: tokens.leader })).status).toBe(204)
    expect((await phone.context()).sites.map((site) => site.id)).not.toContain(body.siteId)
  })

  it('are not made by a leader for others or for himself, nor seen or cancelled by him', async () => {
    const siteId = await newSite()
    for (const person of [stranger, leader]) {
      const answered = await send(app, { path: PLANS, token: tokens.leader, body: plan(person, siteId) })
      expectRefusal(answered, 'NOT_ALLOWED')
    }
    const made = await sendOk<PlanReply>(app, { path: PLANS, token: tokens.hr, body: plan(stranger, siteId) })
    const seen = await sendOk<Page<PlanReply>>(app, { path: PLANS, token: tokens.leader })
    expect(seen.items.map((item) => item.id)).not.toContain(made.id)
    const cancel = await send(app, { method: 'DELETE', path: `${PLANS}/${made.id}`, token: tokens.leader })
    expectRefusal(cancel, 'NOT_ALLOWED')
  })

  it('need a person, a site in use and a day that is not over', async () => {
    const siteId = await newSite()
    const refused = async (body: object, code: 'REFERENCE_UNKNOWN' | 'BODY_INVALID') =>
      expectRefusal(await send(app, { path: PLANS, token: tokens.admin, body }), code)
    await refused({ ...plan(led, siteId), employeeId: randomUUID() }, 'REFERENCE_UNKNOWN')
    await refused(plan(led, randomUUID()), 'REFERENCE_UNKNOWN')
    await refused({ ...plan(led, siteId), workDay: '2020-01-01' }, 'BODY_INVALID')
  })
})

describe('roles', () => {
  type Name = keyof typeof tokens
  const everybody: readonly Name[] = ['staff', 'leader', 'hr', 'auditor', 'admin']
  it.each<[what: string, path: string, method: string, allowed: readonly Name[]]>([
    ['read themselves', '/api/v1/me', 'GET', everybody],
    ['read their records', '/api/v1/records', 'GET', everybody],
    ['read sites', SITES, 'GET', ['leader', 'hr', 'auditor', 'admin']],
    ['write sites', SITES, 'POST', ['hr', 'admin']],
    ['read plans', PLANS, 'GET', ['leader', 'hr', 'admin']],
    ['write plans', PLANS, 'POST', ['leader', 'hr', 'admin']],
    ['revoke devices', `/api/v1/devices/${randomUUID()}/revoke`, 'POST', ['hr', 'admin']],
    ['read roles', `/api/v1/people/${randomUUID()}/roles`, 'GET', ['admin']],
    ['grant roles', `/api/v1/people/${randomUUID()}/roles`, 'POST', ['admin']],
  ])('%s: %s %s', async (_, path, method, allowed) => {
    for (const name of everybody) {
      const body = method === 'POST' ? { body: {} } : {}
      const { status, text } = await send(app, { path, method, token: tokens[name], ...body })
      expect(status).toBeLessThan(500)
      expect([name, text.includes('"NOT_ALLOWED"')]).toEqual([name, !allowed.includes(name)])
    }
  })

  it('are granted and taken back with effect on the next request', async () => {
    const person = await addPerson(app)
    const token = await loginToken(app, person)
    expectRefusal(await send(app, { path: SITES, token }), 'NOT_ALLOWED')
    const path = `/api/v1/people/${person.id}/roles`
    const body = { role: 'auditor', scopeDepartmentId: null }
    const grant = await sendOk<{ id: string }>(app, { path, token: tokens.admin, body })
    expect((await send(app, { path: SITES, token })).status).toBe(200)
    const me = await sendOk<MeReply>(app, { path: '/api/v1/me', token })
    expect(me.roles.map(({ role }) => role)).toContain('auditor')
    await sendOk(app, { method: 'DELETE', path: `${path}/${grant.id}`, token: tokens.admin })
    expectRefusal(await send(app, { path: SITES, token }), 'NOT_ALLOWED')
  })
})

describe('revoking a phone', () => {
  it('needs a fresh login; then its session and its next check-in are refused', async () => {
    const phone = await bindPhone(app)
    const { id } = await app.database.read.device.findFirstOrThrow({ where: { employeeId: phone.person.id } })
    const path = `/api/v1/devices/${id}/revoke`
    const body = { reason: '手机丢了' }
    const hr = await addPerson(app, { roles: ['hr'] })
    const staleToken = await loginToken(app, hr)
    await app.seed((tx) =>
      tx.session.updateMany({ where: { employeeId: hr.id }, data: { loggedInAt: new Date(Date.now() - 6 * 60_000) } }),
    )
    expectRefusal(await send(app, { path, token: staleToken, body }), 'FRESH_LOGIN_NEEDED')
    const signed = phone.signCheckIn(checkInRequest(app, phone, 'early'))
    const revoked = await sendOk(app, { path, token: await loginToken(app, hr), body })
    expect(revoked).toMatchObject({ id, state: 'revoked' })

    expectRefusal(await send(app, { path: '/api/v1/me', token: phone.accessToken }), 'SESSION_REVOKED')
    expectRefusal(await refresh(app, phone.key, phone.refreshToken), 'SESSION_REVOKED')
    const attempts = await app.attempts()
    expectRefusal(await sendCheckIn(app, signed, phone.accessToken), 'SESSION_REVOKED')
    expect(await app.attempts()).toBe(attempts)

    const answered = await sendCheckIn(app, signed, await loginToken(app, phone.person))
    expect(answered.status).toBe(200)
    expect(JSON.parse(answered.text)).toMatchObject({ outcome: 'refused', code: 'DEVICE_REVOKED', challenge: null })
    const next = await bindPhone(app, phone.person)
    expect(next.key.thumbprint).not.toBe(phone.key.thumbprint)
  })

  it('is not done to one’s own phone', async () => {
    const phone = await bindPhone(app, { roles: ['admin'] })
    const { id } = await app.database.read.device.findFirstOrThrow({ where: { employeeId: phone.person.id } })
    const answered = await send(app, {
      path: `/api/v1/devices/${id}/revoke`,
      token: phone.accessToken,
      body: { reason: '自己的' },
    })
    expectRefusal(answered, 'NOT_ALLOWED')
  })
})
