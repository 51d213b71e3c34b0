/** The rule tables of the company as plain data, and what they say about one person. */
import type { Policy } from '#contract/policy'
import type { WorkDay } from '#contract/work-day'

/** Minutes from 00:00 of the work day; over 1 440 is the next day. Windows are when a check-in may be captured. */
export interface ShiftSpan {
  /** From 1. */
  readonly number: number
  readonly startMinutes: number
  readonly endMinutes: number
  readonly earlyOpensMinutes: number
  readonly earlyClosesMinutes: number
  readonly lateOpensMinutes: number
  readonly lateClosesMinutes: number
  readonly lateGraceMinutes: number
  readonly leaveGraceMinutes: number
}

export interface Shift {
  readonly id: string
  readonly name: string
  /** `flexible`: windows, but no due times (`requiredMinutes` is what counts); `free`: neither, unless it has spans. */
  readonly kind: 'fixed' | 'flexible' | 'free'
  readonly zone: string | null
  readonly requiredMinutes: number | null
  /** In the order of their numbers. */
  readonly spans: readonly ShiftSpan[]
}

/** Both days included; no end is null. */
export interface Validity {
  readonly validFrom: WorkDay
  readonly validUntil: WorkDay | null
}

export interface RuleVersion extends Validity {
  readonly version: number
  readonly scheduleKind: 'weekly' | 'roster' | 'free'
  /** Shift ids for Monday to Sunday; null is a day off. Used by `weekly` alone. */
  readonly week: readonly (string | null)[]
  /** Public holidays and make-up workdays move the week. */
  readonly followsCalendar: boolean
  readonly policy: Policy
  /** Fixed sites, by id. */
  readonly siteIds: readonly string[]
}

export interface Rule {
  readonly id: string
  readonly name: string
  /** Still judges the work days up to that date; null while in use. */
  readonly archivedAtMs: number | null
  /** Newest first. */
  readonly versions: readonly RuleVersion[]
}

export type TargetKind = 'company' | 'department' | 'team' | 'employee'

export interface RuleAssignment extends Validity {
  readonly id: string
  readonly ruleId: string
  readonly targetKind: TargetKind
  /** Empty for the company. */
  readonly targetId: string
  readonly precedence: number
}

export interface CalendarDay {
  readonly kind: 'holiday' | 'makeup_workday'
  readonly name: string
}

/** Everything of the rule tables that is not one person's; `version` is `Company.rulesVersion`. */
export interface RuleBook {
  readonly version: number
  readonly company: { readonly zone: string; readonly dayBoundaryMinutes: number }
  readonly rules: ReadonlyMap<string, Rule>
  /** By `targetId` within each kind of target. */
  readonly assignments: Readonly<Record<TargetKind, ReadonlyMap<string, readonly RuleAssignment[]>>>
  readonly shifts: ReadonlyMap<string, Shift>
  /** Parent of each department; null at the top. */
  readonly departmentParents: ReadonlyMap<string, string | null>
  /** Years whose official notice is in the data. */
  readonly publishedYears: ReadonlySet<number>
  readonly calendarDays: ReadonlyMap<WorkDay, CalendarDay>
}

/** What the tables say about one person on the loaded days. */
export interface PersonSchedule {
  readonly employeeId: string
  readonly departmentId: string | null
  readonly zone: string | null
  readonly teams: readonly (Validity & { readonly teamId: string })[]
  /** The person's own roster; a null shift is a day off. */
  readonly ownRoster: ReadonlyMap<WorkDay, string | null>
  /** The rosters of the person's teams, by team id. */
  readonly teamRosters: ReadonlyMap<string, ReadonlyMap<WorkDay, string | null>>
}
