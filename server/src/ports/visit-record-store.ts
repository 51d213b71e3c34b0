import type { VisitDetails } from '#contract/api'
import type { Outcome } from '#contract/decision'
import type { SlotName } from '#contract/work-day'
import type { Trail } from './trail'

/** The visit record of an attempt, as it stands and as it stood before each edit. */
export interface StoredVisitRecord {
  /** Counts from 1. */
  readonly version: number
  readonly details: VisitDetails
  readonly updatedAtMs: number
  /** Newest first. */
  readonly edits: readonly VisitRecordEdit[]
}

export interface VisitRecordEdit {
  readonly version: number
  readonly details: VisitDetails
  readonly writtenAtMs: number
}

/** A check-in of a visit. */
export interface VisitAttempt {
  readonly attemptId: string
  readonly employeeId: string
  readonly slot: SlotName
  /** IANA name. */
  readonly zone: string
  readonly outcome: Outcome
  /** Null: none was written yet. */
  readonly record: StoredVisitRecord | null
}

export interface VisitRecordStore {
  /** Null when there is no such attempt of this person, or it is no visit. */
  findOwn(employeeId: string, attemptId: string): Promise<VisitAttempt | null>
  /**
   * Writes the record; what stood before is kept as an edit.
   * @param version that was read; 0: there was none
   * @returns false, and no trail, when it is not at that version any more
   */
  save(attemptId: string, version: number, details: VisitDetails, trail: Trail, nowMs: number): Promise<boolean>
}
