/** The visit record of a visit's check-in: `/api/v1/check-ins/:attemptId/visit-record`. */
import type { IsoTime, VisitDetails } from './api'

export interface VisitRecordReply extends VisitDetails {
  readonly attemptId: string
  /** Counts from 1; an edit names the version that it read. */
  readonly version: number
  readonly updatedAt: IsoTime
  /** Until then its author may edit it; null: no longer. */
  readonly editableUntil: IsoTime | null
  /** What it said before, newest first. */
  readonly edits: readonly (VisitDetails & { readonly version: number; readonly writtenAt: IsoTime })[]
}

export interface EditVisitRecordRequest extends VisitDetails {
  readonly version: number
}
