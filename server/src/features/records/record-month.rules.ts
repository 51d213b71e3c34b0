import type { OffReason, RecordDayReply, RecordMonthReply, RecordSlotReply } from '#contract/api-days'
import type { DecisionCode } from '#contract/decision'
import type { WorkDay } from '#contract/work-day'
import type { DayAttempt } from '../check-in/check-in-facts.rules'
import type { ContextDay } from '../context/context-days.rules'
import { presentDaySlot } from '../context/day-slot.rules'
import { slotStandings, visitsOf, type SlotStanding } from '../context/slot-standing.rules'
import type { DayRules } from '../shifts/resolve-rules.rules'
import { addDays } from '../shifts/work-day.rules'

export interface MonthAttempt extends DayAttempt {
  readonly code: DecisionCode
}

/** The days that the person is employed, as far as this system knows; no end is null. */
export interface Employment {
  readonly fromDay: WorkDay
  readonly untilDay: WorkDay | null
}

/** @param month `YYYY-MM` @returns its days, in order */
export function daysOfMonth(month: string): WorkDay[] {
  const days: WorkDay[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/** One day of the calendar, and what it adds to the totals. */
interface JudgedDay {
  readonly reply: RecordDayReply
  readonly lateMinutes: readonly number[]
  readonly hasVisit: boolean
}

/** @param attempts of the whole month, oldest capture first */
export function recordMonth(
  month: string,
  days: readonly ContextDay[],
  attempts: readonly MonthAttempt[],
  { today, nowMs, employment }: { readonly today: WorkDay; readonly nowMs: number; readonly employment: Employment },
): RecordMonthReply {
  const judged = days.map((day) => {
    const ofDay = attempts.filter(({ slot }) => slot.workDay === day.workDay)
    return judgeDay(day, ofDay, isEmployed(employment, day.workDay), nowMs)
  })
  const late = judged.flatMap((day) => day.lateMinutes)
  return {
    month,
    today,
    totals: {
      attendedDays: judged.filter(({ reply }) => reply.attended).length,
      lateCount: late.length,
      lateMinutes: late.reduce((sum, minutes) => sum + minutes, 0),
      fieldDays: judged.filter(({ hasVisit }) => hasVisit).length,
    },
    days: judged.map(({ reply }) => reply),
  }
}

function judgeDay(day: ContextDay, attempts: readonly MonthAttempt[], employed: boolean, nowMs: number): JudgedDay {
  const { workDay, rules } = day
  const standings = employed ? slotStandings(day, attempts, nowMs) : []
  const visits = visitsOf(attempts)
  const has = (outcome: string) => attempts.some((attempt) => attempt.outcome === outcome)
  return {
    reply: {
      workDay,
      off: employed ? offReasonOf(rules) : 'not_employed',
      calendarName: rules.calendar.state === 'published' ? rules.calendar.name : null,
      provisional: rules.calendar.state === 'not_published',
      slots: standings.map(presentSlot),
      attended: has('accepted'),
      visitCount: visits.length,
      refusedCount: attempts.filter(({ outcome }) => outcome === 'refused').length,
      pending: has('pending'),
    },
    lateMinutes: standings.flatMap(({ state, lateMinutes }) =>
      state === 'accepted' && lateMinutes > 0 ? lateMinutes : [],
    ),
    hasVisit: visits.some(({ outcome }) => outcome === 'accepted'),
  }
}

function presentSlot(standing: SlotStanding<MonthAttempt>): RecordSlotReply {
  const { attempt } = standing
  return { ...presentDaySlot(standing), attemptId: attempt?.id ?? null, code: attempt?.code ?? null }
}

export function offReasonOf({ schedule }: Pick<DayRules, 'schedule'>): OffReason | null {
  return schedule.kind === 'off' ? schedule.reason : null
}

function isEmployed({ fromDay, untilDay }: Employment, workDay: WorkDay): boolean {
  return fromDay <= workDay && (untilDay === null || workDay <= untilDay)
}
