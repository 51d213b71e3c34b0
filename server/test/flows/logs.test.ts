import { randomUUID } from 'node:crypto'
import type { Page } from '#contract/api'
import type { DeadLetterReply, LogEntryReply, LogHistogramReply, LogTopReply } from '#contract/api-logs'
import { seedDepartment, seedSite } from '../../../prisma/seed/builders'
import { eventLogSubscriber } from '../../src/worker/event-log-subscriber'
import { createRelayRounds } from '../../src/worker/relay'
import { createLeaseStore } from '../../src/adapters/database/lease-store'
import { createOutboxStore } from '../../src/adapters/database/outbox-store'
import { writeTrail } from '../../src/adapters/database/trail'
import {
  addPerson,
  bindPhone,
  checkIn,
  expectRefusal,
  loginToken,
  seedFreeHours,
  send,
  sendOk,
  startApp,
  type App,
  type PhoneInUse,
} from '../start-app'

const LOGS = '/api/v1/logs'
const DEAD = '/api/v1/outbox/dead-letters'
const HOUR_MS = 3_600_000
const silent = { info: () => {}, warn: () => {}, error: () => {} }

let app: App
let tokens: Readonly<Record<'staff' | 'hr' | 'auditor' | 'departmentAuditor' | 'admin', string>>
let phone: PhoneInUse

/** What the worker process does by itself. */
async function relayAll(): Promise<void> {
  const { database, platform } = app
  const { number, subscribers } = createRelayRounds({
    outbox: createOutboxStore(database),
    leases: createLeaseStore(database),
    subscribers: [eventLogSubscriber(platform.eventLog)],
    clock: platform.clock,
    random: platform.random,
    log: silent,
    ownerId: 'flow-test',
  })
  for (let moved = 1; moved > 0;) {
    moved = (await number()).movedCount
    for (const round of subscribers) moved += (await round()).movedCount
  }
}

beforeAll(async () => {
  app = await startApp({
    seed: async (tx) => {
      await seedFreeHours(tx, [await seedSite(tx)])
      await seedDepartment(tx, { id: 'sales', name: '销售部' })
    },
  })
  const departmentAuditor = await addPerson(app)
  await app.seed((tx) =>
    tx.roleGrant.create({
      data: {
        ...{ id: randomUUID(), employeeId: departmentAuditor.id, role: 'auditor', scopeDepartmentId: 'sales' },
        ...{ grantedBy: 'test', grantedAt: new Date() },
      },
    }),
  )
  tokens = {
    staff: await loginToken(app, await addPerson(app)),
    hr: await loginToken(app, await addPerson(app, { roles: ['hr'] })),
    auditor: await loginToken(app, await addPerson(app, { roles: ['auditor'] })),
    departmentAuditor: await loginToken(app, departmentAuditor),
    admin: await loginToken(app, await addPerson(app, { roles: ['admin'] })),
  }
  phone = await bindPhone(app)
  for (let count = 0; count < 3; count++) await checkIn(app, phone, 'visit')
  await relayAll()
}, 60_000)

afterAll(() => app.close())

const query = (parameters: Record<string, string | readonly string[]>) => {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) for (const one of [value].flat()) given.append(name, one)
  return given.toString()
}
const search = (parameters: Record<string, string | readonly string[]>) =>
  sendOk<Page<LogEntryReply>>(app, { path: `${LOGS}?${query(parameters)}`, token: tokens.auditor })

describe('the log', () => {
  it('has what happened, newest first, in pages', async () => {
    const all = await search({ employeeId: phone.person.id, limit: '100' })
    const actions = all.items.map(({ action }) => action)
    const decided = actions.filter((action) => action === 'check_in.decided')
    expect(decided).toHaveLength(3)
    expect(actions.indexOf('check_in.decided')).toBeLessThan(actions.indexOf('device.bound'))
    expect(actions).toEqual(expect.arrayContaining(['device.bound', 'consent.given', 'session.opened']))
    expect(all.nextCursor).toBeNull()

    const paged: LogEntryReply[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: Page<LogEntryReply> = await search({
        employeeId: phone.person.id,
        limit: '2',
        ...(cursor === '' ? {} : { cursor }),
      })
      paged.push(...next.items)
      cursor = next.nextCursor
    }
    expect(paged).toEqual(all.items)
  })

  it('is searched by words and values', async () => {
    const { items } = await search({ q: 'REFUSED  check_in', action: ['check_in.decided', 'device.bound'] })
    expect(items.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused'])
    expect((await search({ q: phone.facts.model, employeeId: phone.person.id })).items.length).toBeGreaterThan(0)
    expect((await search({ q: '%' })).items).toEqual([])
  })

  it('is counted over time and by value', async () => {
    const now = Date.now()
    const range = { from: new Date(now - HOUR_MS).toISOString(), until: new Date(now + HOUR_MS).toISOString() }
    const conditions = query({ ...range, employeeId: phone.person.id, action: 'check_in.decided' })
    const token = tokens.auditor
    const histogram = await sendOk<LogHistogramReply>(app, { path: `${LOGS}/histogram?${conditions}`, token })
    expect(histogram.bucketSeconds).toBe(300)
    expect(histogram.buckets).toHaveLength(24)
    expect(histogram.buckets[0]?.from).toBe(range.from)
    expect(histogram.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    const top = await sendOk<LogTopReply>(app, { path: `${LOGS}/top?${conditions}&field=action&limit=1`, token })
    expect(top).toEqual({ values: [{ value: 'check_in.decided', count: 3 }], otherCount: 0 })
  })

  it('holds no exact place, not even of an event that carries one', async () => {
    const id = app.platform.random.id()
    const place = { latitude: 31.230416, longitude: 121.473701 }
    const payload = {
      ...place,
      employeeId: phone.person.id,
      outcome: 'refused',
      code: 'OUT_OF_RANGE',
      fix: { ...place, accuracyMetres: 12 },
      cell: { ...place, accuracyMetres: 12 },
      wifi: { bssid: '8c:2a:8e:00:00:01', ssid: 'Shanghai-Office' },
      findings: ['OUT_OF_RANGE', { code: 'FIX_REPEATED', ...place }],
      siteId: place,
      reason: '在 31.230416,121.473701 的地下车库',
    }
    const events = [{ id, aggregateKey: 'exact', type: 'check_in.redecided' as const, payload }]
    await app.database.write((tx) => writeTrail(tx, { audit: [], events }, Date.now()))
    await relayAll()

    const rows = await app.database.read.eventLogEntry.findMany()
    const entry = rows.find((row) => row.id === id)
    expect(entry).toMatchObject({ employeeId: phone.person.id, siteId: null, code: 'OUT_OF_RANGE' })
    expect(JSON.parse(entry?.documentJson ?? '')).toMatchObject({ cell: { latitude: 31.23, longitude: 121.47 } })
    const telling = /ssid|shanghai|8c:2a|accuracyMetres|\d{2}\.\d{3}/i
    const texts = rows.map(({ documentJson, text, siteId }) => `${documentJson} ${text} ${siteId}`)
    expect(texts.filter((one) => telling.test(one))).toEqual([])
  })

  it('leaves an audit line of each search, with what was asked and not what was found', async () => {
    const conditions = query({
      q: 'out of range',
      code: ['OUT_OF_RANGE', 'ACCEPTED'],
      from: '2026-11-18T00:00:00+08:00',
    })
    const answer = await send(app, { path: `${LOGS}?${conditions}`, token: tokens.auditor })
    expect(answer.status).toBe(200)
    expect(await app.auditOf(answer.headers.get('x-request-id') ?? '')).toMatchObject([
      {
        action: 'logs.searched',
        detail: {
          kind: 'search',
          isLaterPage: false,
          words: ['out', 'of', 'range'],
          code: ['OUT_OF_RANGE', 'ACCEPTED'],
          fromMs: Date.UTC(2026, 10, 17, 16),
        },
      },
    ])
  })

  it.each(['staff', 'hr', 'departmentAuditor'] as const)('is closed to %s', async (who) => {
    for (const path of [LOGS, `${LOGS}/top?field=code`]) {
      expectRefusal(await send(app, { path, token: tokens[who] }), 'NOT_ALLOWED')
    }
  })

  it.each([
    ['an unknown parameter', '?sort=asc'],
    ['a limit over 100', '?limit=101'],
    ['no words', '?q=%20'],
    ['eleven words', `?q=${'a+'.repeat(11)}`],
    ['a value that no code is', '?code=%27%20OR%201'],
    ['21 values', `?${Array.from({ length: 21 }, (_, index) => `code=C${index}`).join('&')}`],
    ['a time without offset', '?from=2026-11-18T00:00:00'],
    ['a year that no database knows', '?from=9999-12-31T23:59:59-14:00'],
    ['an end before the beginning', '?from=2026-11-18T00:00:00Z&until=2026-11-17T00:00:00Z'],
    ['a forged cursor', '?cursor=99999999999999_x'],
    ['an unknown field', '/top?field=text'],
    ['a histogram without range', '/histogram'],
    ['an odd bucket', '/histogram?from=2026-11-17T00:00:00Z&until=2026-11-18T00:00:00Z&bucketSeconds=61'],
    ['too many buckets', '/histogram?from=2026-11-17T00:00:00Z&until=2026-11-18T00:00:00Z&bucketSeconds=60'],
  ])('refuses %s', async (_, rest) => {
    expectRefusal(await send(app, { path: LOGS + rest, token: tokens.auditor }), 'QUERY_INVALID')
  })
})

describe('dead letters', () => {
  async function seedDead(): Promise<{ eventId: string; heldId: string; path: string; aggregateKey: string }> {
    const [eventId, heldId, aggregateKey] = [app.platform.random.id(), app.platform.random.id(), randomUUID()]
    const events = [eventId, heldId].map((id) => ({ id, aggregateKey, type: 'site.changed' as const, payload: {} }))
    await app.database.write((tx) => writeTrail(tx, { audit: [], events }, Date.now()))
    const rounds = createRelayRounds({
      outbox: createOutboxStore(app.database),
      leases: createLeaseStore(app.database),
      subscribers: [{ name: 'event-log', wants: () => true, deliver: () => Promise.resolve() }],
      clock: app.platform.clock,
      random: app.platform.random,
      log: silent,
      ownerId: 'flow-test',
    })
    await rounds.number()
    await app.database.write((tx) =>
      tx.outboxDelivery.updateMany({ where: { eventId }, data: { state: 'dead', attempts: 12, lastError: 'no' } }),
    )
    return { eventId, heldId, path: `${DEAD}/${eventId}/event-log`, aggregateKey }
  }

  const list = () => sendOk<Page<DeadLetterReply>>(app, { path: DEAD, token: tokens.admin })
  const isLogged = async (id: string) => (await app.database.read.eventLogEntry.count({ where: { id } })) === 1

  it('are listed with what waits behind them, and go when they are tried again', async () => {
    const { eventId, heldId, path, aggregateKey } = await seedDead()
    await relayAll()
    expect((await list()).items).toEqual([
      {
        ...{ eventId, aggregateKey, subscriber: 'event-log', type: 'site.changed', attempts: 12, lastError: 'no' },
        createdAt: expect.any(String),
        heldCount: 1,
      },
    ])
    expect(await isLogged(heldId)).toBe(false)
    const answer = await send(app, { path: `${path}/retry`, method: 'POST', token: tokens.admin })
    expect(answer.status).toBe(204)
    expect(await app.auditOf(answer.headers.get('x-request-id') ?? '')).toMatchObject([
      { action: 'outbox.retried', detail: { subscriber: 'event-log' } },
    ])
    await relayAll()
    expect([await isLogged(eventId), await isLogged(heldId)]).toEqual([true, true])
    expect((await list()).items).toEqual([])
  })

  it('are given up with a reason; what waited goes on', async () => {
    const { eventId, heldId, path } = await seedDead()
    await relayAll()
    const body = { reason: '重复的测试数据' }
    const answer = await send(app, { path: `${path}/drop`, token: tokens.admin, body })
    expect(answer.status).toBe(204)
    expect(await app.auditOf(answer.headers.get('x-request-id') ?? '')).toMatchObject([
      { action: 'outbox.dropped', detail: { subscriber: 'event-log', ...body } },
    ])
    await relayAll()
    expect([await isLogged(eventId), await isLogged(heldId)]).toEqual([false, true])
    expectRefusal(await send(app, { path: `${path}/drop`, token: tokens.admin, body }), 'NOT_FOUND')
    expectRefusal(await send(app, { path: `${path}/retry`, method: 'POST', token: tokens.admin }), 'NOT_FOUND')
  })

  it('come in pages', async () => {
    const seeded = [await seedDead(), await seedDead(), await seedDead()]
    const first = await sendOk<Page<DeadLetterReply>>(app, { path: `${DEAD}?limit=2`, token: tokens.admin })
    const rest = await sendOk<Page<DeadLetterReply>>(app, {
      path: `${DEAD}?limit=2&cursor=${first.nextCursor}`,
      token: tokens.admin,
    })
    expect([...first.items, ...rest.items].map(({ eventId }) => eventId)).toEqual(seeded.map(({ eventId }) => eventId))
    expect(rest.nextCursor).toBeNull()
  })

  it('are decided by one of two who do it at once', async () => {
    const { path } = await seedDead()
    const answers = await Promise.all([
      send(app, { path: `${path}/retry`, method: 'POST', token: tokens.admin }),
      send(app, { path: `${path}/drop`, token: tokens.admin, body: { reason: '重复的测试数据' } }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
  })

  it.each([
    ['no reason', {}],
    ['a short reason', { reason: '不要了' }],
    ['more than a reason', { reason: '重复的测试数据', force: true }],
  ])('are not given up with %s', async (_, body) => {
    const { path } = await seedDead()
    expectRefusal(await send(app, { path: `${path}/drop`, token: tokens.admin, body }), 'BODY_INVALID')
  })

  it.each(['staff', 'hr', 'auditor'] as const)('are closed to %s', async (who) => {
    expectRefusal(await send(app, { path: DEAD, token: tokens[who] }), 'NOT_ALLOWED')
    const path = `${DEAD}/${randomUUID()}/event-log/retry`
    expectRefusal(await send(app, { path, method: 'POST', token: tokens[who] }), 'NOT_ALLOWED')
  })
})
