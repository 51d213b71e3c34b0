import type { ConnectedWifi, Fix, NetworkType } from '#contract/place'
import type { SlotName } from '#contract/work-day'
import type { CheckRow, DecisionCode, Finding, Outcome, PresenceBy } from '#contract/decision'
import type { EvidenceState } from '#contract/api'

/** One attempt as it stands now. */
export interface RecordRow {
  readonly attemptId: string
  readonly slot: SlotName
  readonly zone: string
  readonly outcome: Outcome
  readonly code: DecisionCode
  readonly capturedAtMs: number
  readonly receivedAtMs: number
  readonly deferred: boolean
  readonly siteId: string | null
  readonly siteName: string | null
  readonly evidenceState: EvidenceState
  /** Of the newest decision that judged it. */
  readonly findings: readonly Finding[]
  readonly checks: readonly CheckRow[]
}

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
    readonly outcome: Outcome
    readonly code: DecisionCode
  }[]
}

/** A person's own record. Another person's goes through a door of its own that leaves an audit line. */
export interface RecordStore {
  /** Newest first. @param beforeId the last id of the page before, null for the first page */
  listOwn(employeeId: string, beforeId: string | null, limit: number): Promise<readonly RecordRow[]>
  /** Null when there is none, or it is somebody else's. */
  findOwn(employeeId: string, attemptId: string): Promise<FullRecordRow | null>
}
