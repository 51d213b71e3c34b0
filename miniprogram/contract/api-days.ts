/** How the check-ins of a work day stand: what the month calendar and the team page show alike. */
import type { IsoTime } from './api'
import type { DecisionCode } from './decision'
import type { SlotKind, WorkDay } from './work-day'

/**
 * `upcoming`: not open yet. `open`: may be made now. `overdue`: may be made now, and would be late. `missing`: closed, and
 * nothing stands; what was captured in time may still arrive. `pending`, `accepted`: the attempt that stands.
 */
export const SLOT_STATES = ['upcoming', 'open', 'overdue', 'missing', 'pending', 'accepted'] as const
export type SlotState = (typeof SLOT_STATES)[number]

/** Why a work day asks for no check-in; `not_rostered`: nobody planned it, `no_rule`: no rule is for this person. */
export const OFF_REASONS = ['week', 'holiday', 'roster', 'not_rostered', 'no_rule'] as const
export type OffReason = (typeof OFF_REASONS)[number]

/** An early or late check-in of a work day; instants carry the day's offset. */
export interface DaySlotReply {
  readonly kind: Exclude<SlotKind, 'visit'>
  readonly span: number
  readonly state: SlotState
  readonly opensAt: IsoTime
  readonly closesAt: IsoTime
  readonly dueAt: IsoTime | null
  /** Of the attempt that stands; null without one. */
  readonly capturedAt: IsoTime | null
  /** Beyond grace; 0 when on time, and without an attempt. */
  readonly lateMinutes: number
  readonly leftEarlyMinutes: number
}

export interface RecordSlotReply extends DaySlotReply {
  /** The attempt that stands and its code; null without one. */
  readonly attemptId: string | null
  readonly code: DecisionCode | null
}

export interface RecordDayReply {
  readonly workDay: WorkDay
  /** Null on working days; `not_employed`: before the person was known here, or after leaving. */
  readonly off: OffReason | 'not_employed' | null
  /** The public holiday or make-up workday. */
  readonly calendarName: string | null
  /** The year's official notice of holidays is not in the data: the day may still change. */
  readonly provisional: boolean
  /** As the rule of that day had them, in order. */
  readonly slots: readonly RecordSlotReply[]
  /** Whether any check-in of the day counts. */
  readonly attended: boolean
  /** Visits that count or wait. */
  readonly visitCount: number
  readonly refusedCount: number
  /** Something waits for approval or for photos. */
  readonly pending: boolean
}

/** A calendar month of one's own work days, each judged by the rule of that day; days to come are as planned now. */
export interface RecordMonthReply {
  /** `YYYY-MM` */
  readonly month: string
  /** The calendar date where the person is. */
  readonly today: WorkDay
  /** Of what counts now; check-ins that wait are in none of them. */
  readonly totals: {
    readonly attendedDays: number
    readonly lateCount: number
    readonly lateMinutes: number
    /** Days with a visit that counts. */
    readonly fieldDays: number
  }
  /** One for each day of the month. */
  readonly days: readonly RecordDayReply[]
}
