import type { Outcome } from '#contract/decision'
import type { SlotKind } from '#contract/work-day'
import type { DayAttempt } from '../../features/check-in/check-in-facts.rules'
import { dateToWorkDay } from './work-day'

/** The columns of an attempt that say how it stands in its day. */
export const DAY_ATTEMPT = {
  id: true,
  workDay: true,
  slotKind: true,
  slotSpan: true,
  outcome: true,
  capturedAt: true,
  siteId: true,
} as const

export interface DayAttemptRow {
  readonly id: string
  readonly workDay: Date
  readonly slotKind: string
  readonly slotSpan: number
  readonly outcome: string
  readonly capturedAt: Date
  readonly siteId: string | null
}

export function toDayAttempt(row: DayAttemptRow): DayAttempt {
  return {
    id: row.id,
    slot: { workDay: dateToWorkDay(row.workDay), kind: row.slotKind as SlotKind, span: row.slotSpan },
    outcome: row.outcome as Outcome,
    capturedAtMs: row.capturedAt.getTime(),
    siteId: row.siteId,
  }
}
