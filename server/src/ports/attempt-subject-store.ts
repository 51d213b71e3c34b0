import type { DecisionCode, Finding, Outcome } from '#contract/decision'
import type { SlotName } from '#contract/work-day'
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
  readonly code: DecisionCode
  /** Of the newest decision that judged it. */
  readonly findings: readonly Finding[]
  readonly applicationReason: string | null
  readonly siteName: string | null
  readonly photoCount: number
}

export interface AttemptSubjectStore {
  find(attemptId: string): Promise<AttemptToApprove | null>
  /** The same inside a transaction. */
  load(tx: StoreTransaction, attemptId: string): Promise<AttemptToApprove | null>
}
