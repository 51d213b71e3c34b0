import type { DecisionCode, Finding, Outcome } from '#contract/decision'
import type { SlotName, WorkDay } from '#contract/work-day'
import type { StoreTransaction } from './transaction'

/** An attempt as those see it who decide about it: no exact place, no pictures. */
export interface AttemptToApprove {
  readonly attemptId: string
  readonly employeeId: string
  readonly slot: SlotName
  /** IANA name. */
  readonly zone: string
  readonly capturedAtMs: number
  /** As it stands. */
  readonly outcome: Outcome
  /** Of the decision that stands, from 1. */
  readonly decisionNumber: number
  readonly code: DecisionCode
  /** Of the newest decision that judged it. */
  readonly findings: readonly Finding[]
  readonly applicationReason: string | null
  readonly siteName: string | null
  readonly photoCount: number
}

/** A part of the pending attempts about which nobody was ever asked. */
export interface UnaskedPage {
  readonly attempts: readonly AttemptToApprove[]
  /** Where the next part begins; null: this was the last one. */
  readonly nextAfterId: string | null
}

export interface UnaskedQuery {
  /** Received before then, and of that work day or later. */
  readonly receivedBeforeMs: number
  readonly firstWorkDay: WorkDay
  /** As the part before said; null: from the oldest. */
  readonly afterId: string | null
  /** Of the pending attempts that are looked through, asked about or not. */
  readonly limit: number
}

export interface AttemptSubjectStore {
  /** Those of them that exist, in the same number of queries for one and for a page. */
  findMany(attemptIds: readonly string[]): Promise<readonly AttemptToApprove[]>
  load(tx: StoreTransaction, attemptId: string): Promise<AttemptToApprove | null>
  /**
   * Keeps the attempt as it stands until the transaction ends, by a conditional write.
   * @returns false when another decision stands by now
   */
  hold(tx: StoreTransaction, attemptId: string, decisionNumber: number): Promise<boolean>
  findUnasked(query: UnaskedQuery): Promise<UnaskedPage>
}
