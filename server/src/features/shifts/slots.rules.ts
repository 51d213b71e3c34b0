import type { SlotInstance, SlotKind, WorkDay } from '#contract/work-day'
import type { Shift, ShiftSpan } from './rule-book.rules'
import { instantOfLocal, MINUTES_PER_DAY } from './zone-time.rules'

/** What a person's day is: a shift, free hours between two day boundaries, or off. */
export type DaySchedule =
  | { readonly kind: 'shift'; readonly shift: Shift }
  | { readonly kind: 'free'; readonly dayBoundaryMinutes: number; readonly zone: string | null }
  | { readonly kind: 'off'; readonly reason: OffReason }

/** `not_rostered`: the roster says nothing about the day; `no_rule`: no rule is for this person. */
export type OffReason = 'week' | 'holiday' | 'roster' | 'not_rostered' | 'no_rule'

/** One slot before its day and zone are known; minutes from 00:00 of the work day. */
interface SlotOutline {
  readonly kind: SlotKind
  readonly span: number
  readonly opensMinutes: number
  readonly closesMinutes: number
  readonly dueMinutes: number | null
  readonly graceMinutes: number
}

/**
 * The slot instances of a work day: early and late of each span, then the visit slot (span 0).
 * A day off has the visit slot alone; without a rule there is none.
 * @param zone of the work day, see `zoneOfWorkDay`
 */
export function slotsOf(schedule: DaySchedule, workDay: WorkDay, zone: string): SlotInstance[] {
  const outlines = outlinesOf(schedule)
  const visit = visitOf(schedule, outlines)
  if (visit === null) return []
  // 24:00 of the work date, or the day's last closing if that is later.
  const lastMinutes = Math.max(MINUTES_PER_DAY, ...outlines.map((outline) => outline.closesMinutes))
  const uploadUntilMs = instantOfLocal(workDay, lastMinutes, zone, 'closing')
  return [...outlines, { ...visit, closesMinutes: lastMinutes }].map(
    ({ kind, span, opensMinutes, closesMinutes, dueMinutes, graceMinutes }): SlotInstance => ({
      workDay,
      kind,
      span,
      opensAtMs: instantOfLocal(workDay, opensMinutes, zone, 'opening'),
      closesAtMs: instantOfLocal(workDay, closesMinutes, zone, 'closing'),
      uploadUntilMs,
      dueAtMs:
        dueMinutes === null
          ? null
          : instantOfLocal(workDay, dueMinutes, zone, kind === 'early' ? 'opening' : 'closing'),
      graceMinutes,
      zone,
    }),
  )
}

function outlinesOf(schedule: DaySchedule): SlotOutline[] {
  if (schedule.kind === 'off') return []
  if (schedule.kind === 'free') return freeOutlines(schedule.dayBoundaryMinutes)
  const hasDueTimes = schedule.shift.kind === 'fixed'
  return schedule.shift.spans.flatMap((span) => spanOutlines(span, hasDueTimes))
}

function spanOutlines(span: ShiftSpan, hasDueTimes: boolean): SlotOutline[] {
  return [
    {
      kind: 'early',
      span: span.number,
      opensMinutes: span.earlyOpensMinutes,
      closesMinutes: span.earlyClosesMinutes,
      dueMinutes: hasDueTimes ? span.startMinutes : null,
      graceMinutes: hasDueTimes ? span.lateGraceMinutes : 0,
    },
    {
      kind: 'late',
      span: span.number,
      opensMinutes: span.lateOpensMinutes,
      closesMinutes: span.lateClosesMinutes,
      dueMinutes: hasDueTimes ? span.endMinutes : null,
      graceMinutes: hasDueTimes ? span.leaveGraceMinutes : 0,
    },
  ]
}

/** Free hours run from one day boundary to the next, and both check-ins may be made in all of them. */
function freeOutlines(dayBoundaryMinutes: number): SlotOutline[] {
  const window = {
    span: 1,
    opensMinutes: dayBoundaryMinutes,
    closesMinutes: MINUTES_PER_DAY + dayBoundaryMinutes,
    dueMinutes: null,
    graceMinutes: 0,
  }
  return [
    { kind: 'early', ...window },
    { kind: 'late', ...window },
  ]
}

function visitOf(schedule: DaySchedule, outlines: readonly SlotOutline[]): SlotOutline | null {
  if (schedule.kind === 'off' && schedule.reason === 'no_rule') return null
  const firstMinutes =
    schedule.kind === 'free'
      ? schedule.dayBoundaryMinutes
      : Math.min(0, ...outlines.map((outline) => outline.opensMinutes))
  return {
    kind: 'visit',
    span: 0,
    opensMinutes: firstMinutes,
    closesMinutes: MINUTES_PER_DAY,
    dueMinutes: null,
    graceMinutes: 0,
  }
}
