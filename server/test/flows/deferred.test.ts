/** Stories of phones without signal, servers that are away, and clocks that lie; told over HTTP with the server's clock in hand. */
import type { CheckInReply, CheckInRequest } from '#contract/api'
import type { OutageReply } from '#contract/api-approvals'
import type { Fence } from '#contract/place'
import type { SlotKind, WorkDay } from '#contract/work-day'
import { seedRule, seedShift, seedSite } from '../../../prisma/seed/builders'
import type { Phone, SignedCheckIn } from '../../demo/api-client'
import { createPhone } from '../../demo/api-client'
import { createPhoneKey } from '../../demo/phone-key'
import { fixAt, placeInside } from '../../demo/place'
import { fixedClock } from '../fakes'
import { addPerson, expectRefusal, factsOf, loginToken, send, sendOk, startApp, type App } from '../start-app'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const FIRST_DAY = '2026-11-16'
const FENCE: Fence = { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5907 }, radiusMetres: 150 }
const CUSTOMER: Fence = { kind: 'circle', centre: { latitude: 31.31, longitude: 121.48 }, radiusMetres: 200 }
const PLACE_OF: Readonly<Record<SlotKind, Fence>> = { early: FENCE, visit: CUSTOMER, late: FENCE }

const clock = fixedClock(at('08:00'))
let app: App
let customerId: string
let peopleCount = 0

/** An instant of a work day by its clock in Shanghai. */
function at(time: string, day: WorkDay = FIRST_DAY): number {
  return Date.parse(`${day}T${time}:00+08:00`)
}

function dayAfter(days: number): WorkDay {
  return new Date(Date.parse(FIRST_DAY) + days * DAY_MS).toISOString().slice(0, 10)
}

beforeAll(async () => {
  app = await startApp({
    clock,
    seed: async (tx) => {
      const officeId = await seedSite(tx, { name: '张江总部', fence: FENCE })
      customerId = await seedSite(tx, { name: '青浦客户', kind: 'customer', fence: CUSTOMER })
      const shift = await seedShift(tx, { name: '白班' })
      await seedRule(tx, { name: '白班', sites: [officeId], week: Array<string>(7).fill(shift) })
    },
  })
}, 60_000)

afterAll(() => app.close())

beforeEach(() => clock.set(at('08:00')))

/** A bound phone whose clock is off by so much against the server's. */
interface StoryPhone extends Phone {
  /** Logs in and fetches the context, as the mini-program does when it is opened with signal. */
  open(): Promise<void>
  /** Sets the phone's clock off by so much from now on. */
  turnClock(offMs: number): void
  /** Signs as of an instant of the phone's own clock, and keeps it. */
  queue(kind: SlotKind, phoneMs: number, day?: WorkDay, changes?: Partial<CheckInRequest>): SignedCheckIn
}

async function bindStoryPhone(offMs = 0): Promise<StoryPhone> {
  const person = await addPerson(app, { userId: `story-${++peopleCount}` })
  let off = offMs
  let signingAtMs: number | null = null
  const nowMs = () => signingAtMs ?? clock.nowMs() + off
  const phone = createPhone({ baseUrl: app.url, userId: person.userId, facts: factsOf(person), nowMs })
  await phone.login(await phone.loginCode())
  await phone.agree((await phone.notice()).version)
  const { seed, enrolmentToken } = await phone.enrol()
  await phone.bind(createPhoneKey(seed), enrolmentToken)
  return {
    ...phone,
    open: async () => {
      await phone.login(await phone.loginCode())
      await phone.context()
    },
    turnClock: (ms) => {
      off = ms
    },
    queue: (kind, phoneMs, day = FIRST_DAY, changes = {}) => {
      signingAtMs = phoneMs
      const signed = phone.signCheckIn({
        requestId: crypto.randomUUID(),
        slot: { workDay: day, kind, span: kind === 'visit' ? 0 : 1 },
        ...(kind === 'visit' ? { siteId: customerId, visit: { customer: '青浦客户', purpose: '巡检' } } : {}),
        fix: fixAt(placeInside(PLACE_OF[kind]), true),
        networkType: 'none',
        photos: [],
        device: phone.facts,
        clientVersion: 'story-1',
        ...changes,
      })
      signingAtMs = null
      return signed
    },
  }
}

/** With signal again: the access token has expired, so it logs in first. */
async function sendLater(phone: Phone, signed: SignedCheckIn): Promise<CheckInReply> {
  await phone.login(await phone.loginCode())
  return (await phone.submit(signed)).reply
}

const severities = ({ findings }: CheckInReply) =>
  Object.fromEntries(findings.map(({ code, severity }) => [code, severity]))

describe('six hours without signal', () => {
  it('keeps the time of the capture, which HR can look at', async () => {
    const phone = await bindStoryPhone()
    clock.set(at('08:30'))
    await phone.open()
    const early = phone.queue('early', at('08:50'))
    clock.set(at('14:50'))
    const reply = await sendLater(phone, early)
    expect(reply).toMatchObject({ outcome: 'accepted', deferred: true, lateMinutes: 0 })
    expect(reply.capturedAt).toBe('2026-11-16T08:50:00.000+08:00')
    expect(reply.receivedAt).toBe('2026-11-16T14:50:00.000+08:00')
    expect(severities(reply)).toEqual({ CAPTURE_TIME_UNPROVEN: 'review' })
  })

  it('is refused once the day is over', async () => {
    const phone = await bindStoryPhone()
    await phone.context()
    const early = phone.queue('early', at('08:50'))
    clock.set(at('00:01', dayAfter(1)))
    expect(await sendLater(phone, early)).toMatchObject({ outcome: 'refused', code: 'TOO_LATE_FOR_DAY' })
  })
})

describe('four attempts in the queue', () => {
  it('are all judged with their own time, over one challenge, in whatever order they come', async () => {
    const phone = await bindStoryPhone()
    await phone.context()
    const queued = [
      phone.queue('early', at('08:50')),
      phone.queue('visit', at('10:05')),
      phone.queue('visit', at('13:40')),
      phone.queue('late', at('18:03')),
    ]
    clock.set(at('20:00'))
    await phone.login(await phone.loginCode())
    const replies = await Promise.all([...queued].reverse().map(async (signed) => (await phone.submit(signed)).reply))
    expect(replies.map(({ outcome }) => outcome)).toEqual(Array(4).fill('accepted'))
    const { items } = await phone.records()
    expect(items.map(({ capturedAt }) => capturedAt.slice(11, 16)).sort()).toEqual(['08:50', '10:05', '13:40', '18:03'])
    // The rest would be the same at the time of receipt: only the early one rests on the phone's clock.
    expect(replies.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(['CAPTURE_TIME_UNPROVEN'])
    const again = await Promise.all(queued.map(async (signed) => (await phone.submit(signed)).reply.attemptId))
    expect([...again].sort()).toEqual(replies.map(({ attemptId }) => attemptId).sort())
    expect((await phone.records()).items).toHaveLength(4)
  })
})

describe('a time that nothing proves', () => {
  /** Early at 08:50 by the phone, sent in the afternoon. */
  async function lateArrival(phone: StoryPhone, day: WorkDay): Promise<CheckInReply> {
    clock.set(at('08:30', day))
    await phone.open()
    const early = phone.queue('early', at('08:50', day), day)
    clock.set(at('14:50', day))
    return sendLater(phone, early)
  }

  it('is free three times in 30 days, and needs approval from the fourth on', async () => {
    const phone = await bindStoryPhone()
    const replies: CheckInReply[] = []
    for (const days of [0, 1, 2, 3]) replies.push(await lateArrival(phone, dayAfter(days)))
    expect(replies.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted', 'pending'])
    expect(replies[3]).toMatchObject({ code: 'CAPTURE_TIME_UNPROVEN' })
    expect(await lateArrival(phone, dayAfter(30))).toMatchObject({ outcome: 'pending' })
    // Two have left the window and one has come in.
    expect(await lateArrival(phone, dayAfter(32))).toMatchObject({ outcome: 'accepted' })
  })

  it('does not count within an outage that HR declared, and counts again when that is withdrawn', async () => {
    const phone = await bindStoryPhone()
    for (const days of [0, 1, 2])
      expect(await lateArrival(phone, dayAfter(days))).toMatchObject({ outcome: 'accepted' })
    const outageOf = async (day: WorkDay) =>
      sendOk<OutageReply>(app, {
        path: '/api/v1/outages',
        token: await hrToken(),
        body: { startsAt: `${day}T08:00:00+08:00`, endsAt: `${day}T12:00:00+08:00`, reason: '机房断电' },
      })
    const declared = await outageOf(dayAfter(1))
    expect(declared).toMatchObject({ reason: '机房断电', withdrawnAt: null, declaredBy: { name: '人事' } })
    await outageOf(dayAfter(2))
    expect(await lateArrival(phone, dayAfter(3))).toMatchObject({ outcome: 'accepted' })
    await sendOk(app, { method: 'DELETE', path: `/api/v1/outages/${declared.id}`, token: await hrToken() })
    expect(await lateArrival(phone, dayAfter(4))).toMatchObject({ outcome: 'pending', code: 'CAPTURE_TIME_UNPROVEN' })
    const { items } = await sendOk<{ items: OutageReply[] }>(app, { path: '/api/v1/outages', token: await hrToken() })
    expect(items.find(({ id }) => id === declared.id)?.withdrawnAt).toEqual(expect.any(String))
  })

  const TOO_LONG = { startsAt: '2026-11-10T00:00:00Z', endsAt: '2026-11-14T00:00:00Z', reason: '断网' }
  it.each([
    ['ends before it starts', { ...TOO_LONG, endsAt: '2026-11-09T00:00:00Z' }, 'OUTAGE_INVALID'],
    ['takes four days', TOO_LONG, 'OUTAGE_INVALID'],
    ['lies ahead', { ...TOO_LONG, startsAt: '2026-11-17T00:00:00Z', endsAt: '2026-11-17T01:00:00Z' }, 'OUTAGE_INVALID'],
    [
      'lies too far back',
      { ...TOO_LONG, startsAt: '2026-08-01T00:00:00Z', endsAt: '2026-08-01T01:00:00Z' },
      'OUTAGE_INVALID',
    ],
    ['has no reason', { ...TOO_LONG, reason: ' ' }, 'BODY_INVALID'],
    ['has no zone', { ...TOO_LONG, startsAt: '2026-11-10T00:00:00' }, 'BODY_INVALID'],
  ] as const)('knows no outage that %s', async (_name, body, code) => {
    expectRefusal(await send(app, { path: '/api/v1/outages', token: await hrToken(), body }), code)
  })

  it('lets nobody but company-wide HR declare one', async () => {
    const body = { startsAt: '2026-11-15T00:00:00Z', endsAt: '2026-11-15T01:00:00Z', reason: '断网' }
    const staff = await loginToken(app, await addPerson(app))
    expectRefusal(await send(app, { path: '/api/v1/outages', token: staff, body }), 'NOT_ALLOWED')
    const scoped = await loginToken(app, await addPerson(app, { roles: [['hr', 'sales']] }))
    expectRefusal(await send(app, { path: '/api/v1/outages', token: scoped, body }), 'NOT_ALLOWED')
  })

  async function hrToken(): Promise<string> {
    return loginToken(app, await addPerson(app, { name: '人事', roles: ['hr'] }))
  }
})

describe('a phone whose clock is off', () => {
  it.each([
    ['two hours fast', 2 * HOUR_MS],
    ['two hours slow', -2 * HOUR_MS],
  ])('by %s is corrected, live and deferred', async (_name, offMs) => {
    const phone = await bindStoryPhone(offMs)
    clock.set(at('08:30'))
    await phone.open()
    clock.set(at('08:31'))
    const { reply: live } = await phone.submit(phone.queue('early', clock.nowMs() + offMs))
    expect(live).toMatchObject({ outcome: 'accepted', deferred: false, findings: [] })
    expect(live.capturedAt).toBe('2026-11-16T08:31:00.000+08:00')
    const late = phone.queue('late', at('18:05') + offMs)
    clock.set(at('19:00'))
    const deferred = await sendLater(phone, late)
    expect(deferred).toMatchObject({ outcome: 'accepted', deferred: true, findings: [] })
    expect(deferred.capturedAt).toBe('2026-11-16T18:05:00.000+08:00')
  })

  it('turned back in flight mode gains nothing beyond the challenge, and shows', async () => {
    const phone = await bindStoryPhone()
    clock.set(at('09:10'))
    await phone.open()
    phone.turnClock(-HOUR_MS)
    // Twenty to ten in truth; the phone says twenty to nine.
    const early = phone.queue('early', at('08:40'))
    clock.set(at('09:41'))
    const reply = await sendLater(phone, early)
    expect(reply.capturedAt).toBe('2026-11-16T09:10:00.000+08:00')
    expect(reply).toMatchObject({ outcome: 'accepted', lateMinutes: 10 })
    expect(severities(reply)).toEqual({ CLOCK_DOUBTFUL: 'review', CAPTURE_TIME_UNPROVEN: 'review' })
  })

  it('turned ahead counts as captured on receipt at the latest', async () => {
    const phone = await bindStoryPhone()
    clock.set(at('17:10'))
    await phone.open()
    phone.turnClock(HOUR_MS)
    const late = phone.queue('late', at('18:30'))
    clock.set(at('17:30'))
    const reply = await sendLater(phone, late)
    expect(reply.capturedAt).toBe('2026-11-16T17:30:00.000+08:00')
    expect(severities(reply)).toEqual({ CLOCK_DOUBTFUL: 'review' })
  })
})
