import type { ConnectedWifi, Fix, NetworkType } from '#contract/place'
import type { WorkDay } from '#contract/work-day'
import type { DecisionCode, Outcome, PresenceBy } from '#contract/decision'
import type { MonthAttempt } from '../features/records/record-month.rules'
import type { RecordRow } from '../features/records/record-item.rules'

export type { RecordRow }

export interface FullRecordRow extends RecordRow {
  readonly presenceBy: PresenceBy | null
  readonly standingAttemptId: string | null
  readonly lateMinutes: number
  readonly networkType: NetworkType
  readonly fix: Fix | null
  readonly wifi: ConnectedWifi | null
  readonly rule: { readonly name: string; readonly version: number } | null
  readonly decisions: readonly {
    readonly number: number
    readonly decidedAtMs: number
    readonly decidedBy: string
    /** Null for `rule`. */
    readonly decidedByName: string | null
    readonly outcome: Outcome
    readonly code: DecisionCode
  }[]
}

export interface OwnRecordsQuery {
  readonly employeeId: string
  /** Null: of all days. */
  readonly workDay: WorkDay | null
  /** The last id of the page before; null for the first page. */
  readonly beforeId: string | null
  readonly limit: number
}

/** What one person's days rest on beside the rules. */
export interface RecordDaysFacts {
  /** The moment from which the person is known here, and when employed no longer. */
  readonly createdAtMs: number
  readonly leftAtMs: number | null
  /** Oldest capture first. */
  readonly attempts: readonly MonthAttempt[]
  /** Zones of the days that have been opened, and of the first planned site that has one. */
  readonly fixedZones: ReadonlyMap<WorkDay, string>
  readonly plannedZones: ReadonlyMap<WorkDay, string>
}

/** A person's own record. Another person's goes through a door of its own that leaves an audit line. */
export interface RecordStore {
  /** Newest first. */
  listOwn(query: OwnRecordsQuery): Promise<readonly RecordRow[]>
  /** Null when there is none, or it is somebody else's. */
  findOwn(employeeId: string, attemptId: string): Promise<FullRecordRow | null>
  /** From the first to the last day, in a fixed number of queries; null for an unknown person. */
  loadDays(employeeId: string, fromDay: WorkDay, toDay: WorkDay): Promise<RecordDaysFacts | null>
}
