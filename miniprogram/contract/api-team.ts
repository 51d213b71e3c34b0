/** The team today: who checked in, who is late or missing, for leaders and HR. No exact places. */
import type { IsoTime, Page } from './api'
import type { PersonReply } from './api-approvals'
import type { DaySlotReply, OffReason } from './api-days'
import type { WorkDay } from './work-day'

/**
 * Where a person stands today; the first that fits. `off`: nothing is asked for. `missing`: a check-in is overdue, or closed
 * without one. `pending`: one waits for approval or photos. `late`: one counts and was late. `accepted`: what was due is
 * there. `waiting`: nothing is due yet.
 */
export const TEAM_STANDINGS = ['off', 'missing', 'pending', 'late', 'accepted', 'waiting'] as const
export type TeamStanding = (typeof TEAM_STANDINGS)[number]

export interface TeamMemberReply {
  readonly employee: PersonReply
  /** The person's own current work day: a night worker's is the day that the shift began on. */
  readonly workDay: WorkDay
  readonly off: OffReason | null
  readonly standing: TeamStanding
  readonly slots: readonly DaySlotReply[]
  /** Visits that count or wait. */
  readonly visitCount: number
  /** Of the day's newest check-in with a site that counts or waits. */
  readonly lastSite: { readonly name: string; readonly capturedAt: IsoTime } | null
  /** The person's requests that nobody has decided yet. */
  readonly pendingApprovals: number
}

/** Everybody within reach, each person in exactly one of the six. */
export interface TeamSummaryReply extends Readonly<Record<TeamStanding, number>> {
  readonly people: number
  /** Of the accepted: those with a visit today. */
  readonly acceptedWithVisits: number
  /** At most five of the missing. */
  readonly missingPeople: readonly { readonly id: string; readonly name: string }[]
}

export interface TeamTodayReply extends Page<TeamMemberReply> {
  readonly serverTime: IsoTime
  /** On the first page; null on the others. */
  readonly summary: TeamSummaryReply | null
}
