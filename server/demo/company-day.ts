/** A day of the demo company over real HTTP: its own web process and worker, a clock that runs ahead, many phones. */
import { setTimeout as pause } from 'node:timers/promises'
import type { DecisionCode, Finding, Outcome } from '#contract/decision'
import { fenceCentre } from '#contract/fence'
import { dayPeople, seedDayPeople, type DayPerson } from '../../prisma/seed/demo/day-people'
import { demoEmployeeId } from '../../prisma/seed/demo/rules'
import type { Base } from '../../prisma/seed/demo/people'
import { DEMO_CUSTOMERS } from '../../prisma/seed/demo/sites'
import { workDayToDate } from '../src/adapters/database/work-day'
import type { Config } from '../src/config'
import { rulesFor } from '../src/features/shifts/resolve-rules.rules'
import { addDays } from '../src/features/shifts/work-day.rules'
import { instantOfLocal, localDate } from '../src/features/shifts/zone-time.rules'
import { openPlatform, startWeb, startWorker, SYSTEM_SOURCES, type Platform } from '../src/wiring'
import { castDay } from './day/cast'
import type { DayPlace } from './day/field-phone'
import { HOUR_MS, type Day, type DayStaff } from './day/scene'
import { createTally, type Tally } from './day/tally'
import { runTimeline, type Happening } from './day/timeline'
import { createPhone } from './api-client'

const ZONE = 'Asia/Shanghai'
const MINUTE_MS = 60_000
const FURTHEST_DAYS_BACK = 14
const LANES = 24
/** Shorter than what makes a check-in deferred. */
const SPAN_MS = MINUTE_MS
const LOOK_AGAIN_MS = 50

export interface CompanyDayOptions {
  /** Of the demo company's database, migrated and seeded. */
  readonly config: Config
  /** 40 to 300. */
  readonly phones: number
  readonly onProgress?: (done: number, total: number, atMs: number) => void
}

export interface CompanyDay {
  readonly workDay: string
  /** As everything stands when the day is over and the last photo is due. */
  readonly tally: Tally
  /** Attempts that a phone has an answer for and the database does not know; has to be empty. */
  readonly lost: readonly string[]
  /** Attempts in the database beyond those that a phone has an answer for; has to be empty. */
  readonly extra: readonly string[]
  readonly tookMs: number
}

/**
 * Lives through the newest work day that is over. Nothing else may run on the database: its worker would see yesterday's
 * deadlines as long over.
 * @throws Error when these people have lived through one before
 */
export async function runCompanyDay({ config, phones, onProgress }: CompanyDayOptions): Promise<CompanyDay> {
  const startedAtMs = performance.now()
  const people = dayPeople(phones)
  const clock = manualClock()
  const sources = { ...SYSTEM_SOURCES, clock }
  const platform = await openPlatform(config, sources)
  try {
    await platform.database.write((tx) => seedDayPeople(tx, people, Date.now()))
    const workDay = await chooseDay(platform, people)
    const startMs = instantOfLocal(workDay, 0, ZONE, 'opening')
    clock.set(startMs + 6 * HOUR_MS)
    await signFromThenOn(platform)
    // The phones say their own addresses, as a proxy would.
    const behindProxy = { ...config, trustProxyHops: 1 }
    const first = await startWeb({ ...behindProxy, port: 0 }, sources)
    const port = Number(new URL(first.url).port)
    const servers = { web: first as typeof first | null, worker: await startWorker({ ...config, port }, sources) }
    const tally = createTally()
    const day: Day = {
      baseUrl: first.url,
      workDay,
      startMs,
      clock,
      tally,
      outage: { fromMs: startMs + 13 * HOUR_MS, untilMs: startMs + 13 * HOUR_MS + 40 * MINUTE_MS },
      guardedWifi: { ssid: 'CJ-Office', bssid: '3c:06:a7:10:2b:01' },
      farAway: customerPlaces('shenzhen')[0] as DayPlace,
    }
    const staff = people.map(staffOf)
    const happenings = [
      ...castDay(
        day,
        staff.filter((_one, index) => people[index]?.isLeader),
        staff.filter((_one, index) => !people[index]?.isLeader),
      ).map((happening) => (happening.alone ? afterTheWorker(platform, happening) : happening)),
      event(day.outage.fromMs, async () => {
        await servers.web?.close()
        servers.web = null
      }),
      event(day.outage.untilMs - 1, async () => {
        servers.web = await startWeb({ ...behindProxy, port }, sources)
      }),
      event(startMs + 14.5 * HOUR_MS, () => declareOutage(day)),
      // Two hours after the day's end the last photo is due.
      event(startMs + 27 * HOUR_MS, () => untilWorkerIsIdle(platform)),
    ]
    try {
      const total = happenings.length
      const progress = (done: number, atMs: number) => onProgress?.(done, total, atMs)
      await runTimeline(happenings, { clock, lanes: LANES, spanMs: SPAN_MS, onProgress: progress })
    } finally {
      await servers.web?.close()
      await servers.worker.close()
    }
    return { workDay, ...(await takeStock(platform, people, workDay, tally)), tookMs: performance.now() - startedAtMs }
  } finally {
    await platform.close()
  }
}

function manualClock() {
  let currentMs = Date.now()
  return {
    nowMs: () => currentMs,
    set: (ms: number) => {
      currentMs = ms
    },
  }
}

function event(atMs: number, run: () => Promise<void>): Happening {
  return { atMs, actor: 'company', alone: true, run }
}

/** What waits for a decision is opened by the worker, which goes by its own pace. */
function afterTheWorker(platform: Platform, happening: Happening): Happening {
  return {
    ...happening,
    run: async () => {
      await untilWorkerIsIdle(platform)
      await happening.run()
    },
  }
}

async function untilWorkerIsIdle({ database, clock }: Platform): Promise<void> {
  const { read } = database
  for (;;) {
    const now = new Date(clock.nowMs())
    const [unnumbered, undelivered, unverified, overdue] = await Promise.all([
      read.outboxEvent.count({ where: { feedSequence: null } }),
      read.outboxDelivery.count({ where: { state: 'waiting', nextAttemptAt: { lte: now } } }),
      read.attemptPhoto.count({ where: { state: 'awaited', nextCheckAt: { lte: now } } }),
      read.attempt.count({ where: { evidenceState: 'awaited', evidenceDeadline: { lt: now }, outcome: 'pending' } }),
    ])
    if (unnumbered + undelivered + unverified + overdue === 0) return
    await pause(LOOK_AGAIN_MS)
  }
}

/** Once per database: on another day their phones would have keys that nobody kept. */
async function chooseDay({ database, rules }: Platform, people: readonly DayPerson[]): Promise<string> {
  const employeeId = { in: people.map(({ userId }) => demoEmployeeId(userId)) }
  if ((await database.read.device.count({ where: { employeeId } })) > 0) {
    throw new Error('这一天已经过过了。npm run db:reset 之后可以再过一次')
  }
  const today = localDate(Date.now(), ZONE)
  const [first, last] = [addDays(today, -FURTHEST_DAYS_BACK), addDays(today, -1)]
  const id = demoEmployeeId(people[0]?.userId ?? '')
  const book = await rules.loadRuleBook()
  const person = (await rules.loadPersonSchedules([id], first, last)).get(id)
  if (person === undefined) throw new Error('the people of the day are not there')
  for (let day = last; day >= first; day = addDays(day, -1)) {
    const isWorkDay = rulesFor(book, person, day)
      .slots(ZONE)
      .some(({ kind }) => kind === 'early')
    if (isWorkDay) return day
  }
  throw new Error('两周之内没有工作日')
}

/** The day may lie before the first start of this installation, when there was no key to sign sessions with. */
async function signFromThenOn({ database, clock }: Platform): Promise<void> {
  const activeFrom = new Date(clock.nowMs())
  await database.write((tx) =>
    tx.signingKey.updateMany({ where: { activeFrom: { gt: activeFrom }, retiredAt: null }, data: { activeFrom } }),
  )
}

function staffOf({ userId, group }: DayPerson): DayStaff {
  return { userId, office: officePlace(group.base), customers: customerPlaces(group.base), photos: group.photos }
}

const OFFICES: Readonly<Record<Base, DayPlace>> = {
  shanghai: { name: '张江总部', near: { latitude: 31.2041, longitude: 121.5907 } },
  suzhou: { name: '苏州工厂', near: { latitude: 31.317, longitude: 120.671 } },
  shenzhen: { name: '深圳办事处', near: { latitude: 22.5405, longitude: 113.952 } },
}

function officePlace(base: Base): DayPlace {
  return OFFICES[base]
}

function customerPlaces(base: Base): DayPlace[] {
  return DEMO_CUSTOMERS.filter((customer) => customer.near === base && customer.mainlandChina !== false).map(
    ({ name, fence }) => ({ name, near: fenceCentre(fence) }),
  )
}

async function declareOutage({ baseUrl, outage, clock }: Day): Promise<void> {
  const facts = { brand: 'PC', model: 'Browser', platform: 'windows', system: 'Windows 11' }
  const hr = createPhone({ baseUrl, userId: 'ShenRuoLan', facts, nowMs: () => clock.nowMs() })
  await hr.login(await hr.loginCode())
  const iso = (ms: number) => new Date(ms).toISOString()
  await hr.declareOutage({ startsAt: iso(outage.fromMs), endsAt: iso(outage.untilMs), reason: '机房网络中断' })
}

async function takeStock(platform: Platform, people: readonly DayPerson[], workDay: string, tally: Tally) {
  const rows = await platform.database.read.attempt.findMany({
    where: {
      workDay: workDayToDate(workDay),
      employeeId: { in: people.map(({ userId }) => demoEmployeeId(userId)) },
    },
    include: { decisions: { orderBy: { number: 'asc' } } },
  })
  const answered = new Set(tally.attemptIds())
  const stored = new Set(rows.map(({ id }) => id))
  for (const row of rows) {
    const judged = row.decisions.findLast(({ checksJson }) => checksJson !== '[]')
    tally.count({
      attemptId: row.id,
      outcome: row.outcome as Outcome,
      code: row.code as DecisionCode,
      findings: JSON.parse(judged?.findingsJson ?? '[]') as Finding[],
    })
  }
  return {
    tally,
    lost: [...answered].filter((id) => !stored.has(id)),
    extra: [...stored].filter((id) => !answered.has(id)),
  }
}
