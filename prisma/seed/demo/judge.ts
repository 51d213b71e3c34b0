import type { DayAttempt, SiteFacts } from '../../../server/src/features/check-in/check-in-facts.rules'
import { checkInReply } from '../../../server/src/features/check-in/check-in-reply.rules'
import { trailOf } from '../../../server/src/features/check-in/check-in-trail.usecase'
import { decideCheckIn } from '../../../server/src/features/check-in/decide-check-in.rules'
import { rulesFor, type DayRules } from '../../../server/src/features/shifts/resolve-rules.rules'
import type { PersonSchedule, RuleBook } from '../../../server/src/features/shifts/rule-book.rules'
import { zoneOfWorkDay } from '../../../server/src/features/shifts/work-day.rules'
import type { CheckInWrite } from '../../../server/src/ports/check-in-store'
import { sha256, stableId, stableTimeId } from '../builders'
import { factsOf, toAttempt, toSiteFacts } from './facts'
import type { DemoPerson } from './people'
import { demoKeyThumbprint } from './phones'
import { demoVisits } from './plans'
import { demoEmployeeId } from './rules'
import { DEMO_CUSTOMERS, DEMO_SITE_IDS, demoGateway, demoOffices } from './sites'
import { triesOf, type Try } from './tries'

/** After a window opened; everybody comes within it. */
const ARRIVED_AFTER_MS = 2 * 3_600_000

export interface DemoTry extends Try {
  readonly person: DemoPerson
  readonly employeeId: string
  readonly rules: DayRules
  readonly zone: string
  readonly sites: readonly SiteFacts[]
}

export type JudgedTry = CheckInWrite

export interface DemoJudge {
  /** Not in the order of time. */
  triesOf(person: DemoPerson, workDays: readonly string[]): DemoTry[]
  /** To be called in the order of receipt: it remembers what stands for each day. */
  judge(item: DemoTry): JudgedTry
}

export function createDemoJudge(input: {
  readonly book: RuleBook
  readonly schedules: ReadonlyMap<string, PersonSchedule>
  readonly today: string
  readonly nowMs: number
}): DemoJudge {
  const { book, schedules, today, nowMs } = input
  const sites = new Map(
    [...demoOffices(demoGateway()), ...DEMO_CUSTOMERS].map((seed) => [seed.id ?? '', toSiteFacts(seed)]),
  )
  const attemptsByDay = new Map<string, DayAttempt[]>()

  function triesOnDay(person: DemoPerson, workDay: string, isNewest: boolean): DemoTry[] {
    const employeeId = demoEmployeeId(person.userId)
    const schedule = schedules.get(employeeId)
    const base = sites.get(DEMO_SITE_IDS[person.base])
    if (schedule === undefined || base === undefined) return []
    const rules = rulesFor(book, schedule, workDay)
    const visited = rules.schedule.kind === 'off' ? [] : demoVisits(person.userId, workDay, today)
    const customers = visited.flatMap(({ id }) => sites.get(id) ?? []).map((site) => ({ ...site, planned: true }))
    const plannedSite = visited.find((customer) => typeof customer.zone === 'string')?.zone ?? null
    const zone = zoneOfWorkDay({ fixed: null, plannedSite, ...rules.zones })
    const slots = rules.slots(zone)
    const open = [...customers, ...rules.siteIds.flatMap((id) => sites.get(id) ?? [])]
    return triesOf({ person, workDay, slots, base, customers, isNewest }).map((item) => ({
      ...item,
      person,
      employeeId,
      rules,
      zone,
      sites: open,
    }))
  }

  /** Whether the person has come to work that day by now. */
  function hasArrived(person: DemoPerson, workDay: string): boolean {
    const schedule = schedules.get(demoEmployeeId(person.userId))
    if (schedule === undefined) return false
    const rules = rulesFor(book, schedule, workDay)
    const [arrival] = rules.slots(rules.zones.shift ?? rules.zones.company).filter((slot) => slot.kind === 'early')
    return arrival !== undefined && arrival.opensAtMs + ARRIVED_AFTER_MS < nowMs
  }

  return {
    triesOf: (person, workDays) => {
      const newest = workDays.findLast((workDay) => hasArrived(person, workDay))
      return workDays.flatMap((workDay) => triesOnDay(person, workDay, workDay === newest))
    },
    judge: (item) => {
      const key = `${item.employeeId} ${item.slot.workDay}`
      const dayAttempts = attemptsByDay.get(key) ?? []
      const write = judgeTry(item, dayAttempts)
      const { decision, attemptId } = write
      const others = dayAttempts.map((other): DayAttempt =>
        decision.supersedes.includes(other.id) ? { ...other, outcome: 'superseded' } : other,
      )
      const { outcome, capturedAtMs, siteId } = decision
      attemptsByDay.set(key, [...others, { id: attemptId, slot: item.slot, outcome, capturedAtMs, siteId }])
      return write
    },
  }
}

/** Refused attempts do not open a day; from the first other one on, each raises its version. */
function versionOf(dayAttempts: readonly DayAttempt[]): number {
  const opening = dayAttempts.findIndex((attempt) => attempt.outcome !== 'refused')
  return opening === -1 ? 0 : dayAttempts.length - opening
}

function judgeTry(item: DemoTry, dayAttempts: readonly DayAttempt[]): JudgedTry {
  const { employeeId, receivedAtMs, rules, zone, slot, person } = item
  const id = (what: string) => stableTimeId(receivedAtMs, 'demo', what, employeeId)
  const attemptId = id('attempt')
  const keyThumbprint = demoKeyThumbprint(person.userId)
  const attempt = toAttempt(item, id)
  const decision = decideCheckIn(factsOf(item, attempt, dayAttempts, keyThumbprint), attempt, receivedAtMs)
  const siteName = item.sites.find((site) => site.id === decision.siteId)?.name ?? null
  const reply = checkInReply({ attemptId, attempt, decision, zone, siteName, receivedAtMs, challenge: null })
  return {
    attemptId,
    employeeId,
    sessionId: stableId('demo', 'session', employeeId, slot.workDay),
    keyThumbprint,
    signatureVerified: true,
    bodyHash: sha256(['demo', 'body', attemptId]),
    receivedAtMs,
    networkAddress: item.wifi === null ? `198.51.100.${stableByte(attemptId)}` : '203.0.113.40',
    clientVersion: '0.1.0',
    attempt,
    decision,
    rule: { ruleId: rules.ruleId, version: rules.version },
    zone,
    dayVersion: versionOf(dayAttempts),
    replyJson: JSON.stringify(reply),
    challenge: null,
    trail: trailOf({
      attemptId,
      eventId: id('event'),
      alertId: id('alert'),
      refusedOfDay: dayAttempts.filter((other) => other.outcome === 'refused').length,
      employeeId,
      keyThumbprint,
      requestId: id('http'),
      receivedAtMs,
      attempt,
      decision,
      rules,
    }),
  }
}

function stableByte(text: string): number {
  return parseInt(sha256([text]).slice(0, 2), 16)
}
