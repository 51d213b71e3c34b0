import type { EvidenceState } from '#contract/api'
import type { CheckRow, DecisionCode, Finding, Outcome } from '#contract/decision'
import type { SlotName } from '#contract/work-day'
import type { SettleCause, SettlementFacts } from '../features/check-in/settlement-facts.rules'
import type { StoreTransaction } from './transaction'
import type { Trail } from './trail'

export type { SettlementFacts }

/** One attempt decided again. */
export interface SettlementWrite {
  readonly attemptId: string
  readonly employeeId: string
  readonly slot: SlotName
  /** The decision that this one follows. */
  readonly decisionCount: number
  readonly dayVersion: number
  readonly zone: string
  /** `rule`, or the id of the employee who decided. */
  readonly decidedBy: string
  readonly outcome: Outcome
  readonly code: DecisionCode
  readonly findings: readonly Finding[]
  readonly checks: readonly CheckRow[]
  readonly evidenceState: EvidenceState
  /** Set once somebody approved it. */
  readonly approvedBy: string | null
  /** e.g. `DAY_CLOSED`. */
  readonly effect: string | null
  /** Accepted attempts of the day that this one replaces. */
  readonly supersedes: readonly string[]
  /** The superseded attempt of the day that counts again. */
  readonly reinstates: string | null
  readonly trail: Trail
}

/** Later decisions about stored attempts. */
export interface SettlementStore {
  /**
   * What a decision for this cause rests on; null: no such attempt. Reads inside the transaction, so that what is decided
   * rests on what is written over.
   */
  load(tx: StoreTransaction, attemptId: string, cause: SettleCause['kind']): Promise<SettlementFacts | null>
  /** Ids of the attempts signed by a key that wait for its change of phones, in the order of capture, at most `limit`. */
  heldOfKey(tx: StoreTransaction, employeeId: string, keyThumbprint: string, limit: number): Promise<readonly string[]>
  /** `conflict`: the day or the attempt changed meanwhile; the transaction must be rolled back and tried again. */
  write(tx: StoreTransaction, settlement: SettlementWrite, nowMs: number): Promise<'written' | 'conflict'>
}
