import type { TeamStanding } from '#contract/api-team'
import type { OffReason } from '#contract/api-days'
import type { WorkDay } from '#contract/work-day'
import type { DayAttempt } from '../check-in/check-in-facts.rules'
import { contextDay, currentDay, relevantRules } from '../context/context-days.rules'
import { slotStandings, visitsOf, type SlotStanding } from '../context/slot-standing.rules'
import type { PersonSchedule, RuleBook } from '../shifts/rule-book.rules'
import { localDate } from '../shifts/zone-time.rules'

/** What a person's day rests on beside the rules. */
export interface TeamDayFacts {
  /** Accepted and pending ones of the days around now, oldest capture first. */
  readonly attempts: readonly TeamAttempt[]
  /** Zones of the days that have been opened, and of the first planned site that has one. */
  readonly fixedZones: ReadonlyMap<WorkDay, string>
  readonly plannedZones: ReadonlyMap<WorkDay, string>
  /** The person's requests that nobody has decided and that have not expired. */
  readonly pendingApprovals: number
}

export interface TeamAttempt extends DayAttempt {
  readonly siteName: string | null
}

/** A person's current work day as the team page shows it. */
export interface TeamDay {
  readonly workDay: WorkDay
  readonly zone: string
  readonly off: OffReason | null
  readonly standing: TeamStanding
  readonly slots: readonly SlotStanding[]
  readonly visitCount: number
  readonly lastSite: { readonly name: string; readonly capturedAtMs: number } | null
  readonly pendingApprovals: number
}

export function teamDay(book: RuleBook, person: PersonSchedule, facts: TeamDayFacts, nowMs: number): TeamDay {
  const zones = { fixed: facts.fixedZones, planned: facts.plannedZones }
  const days = [...relevantRules(book, person, nowMs)].map(([day, rules]) => contextDay(day, rules, zones))
  const today = localDate(nowMs, person.zone ?? book.company.zone)
  const day = currentDay(days, facts.attempts, today, nowMs)
  const attempts = facts.attempts.filter(({ slot }) => slot.workDay === day.workDay)
  const slots = slotStandings(day, attempts, nowMs)
  const { schedule } = day.rules
  return {
    workDay: day.workDay,
    zone: day.zone,
    off: schedule.kind === 'off' ? schedule.reason : null,
    standing: standingOfDay(slots),
    slots,
    visitCount: visitsOf(attempts).length,
    lastSite: lastSiteOf(attempts),
    pendingApprovals: facts.pendingApprovals,
  }
}

/** The first that fits, as the contract says. */
function standingOfDay(slots: readonly SlotStanding[]): TeamStanding {
  const isAny = (...states: readonly string[]) => slots.some(({ state }) => states.includes(state))
  if (slots.length === 0) return 'off'
  if (isAny('missing', 'overdue')) return 'missing'
  if (isAny('pending')) return 'pending'
  if (slots.some(({ lateMinutes }) => lateMinutes > 0)) return 'late'
  return isAny('accepted') ? 'accepted' : 'waiting'
}

function lastSiteOf(attempts: readonly TeamAttempt[]): TeamDay['lastSite'] {
  const last = attempts.findLast(({ siteName }) => siteName !== null)
  return last === undefined || last.siteName === null ? null : { name: last.siteName, capturedAtMs: last.capturedAtMs }
}
