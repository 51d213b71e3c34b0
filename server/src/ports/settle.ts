import type { SettleCause } from '../features/check-in/settlement-facts.rules'
import type { StoreTransaction } from './transaction'

export type { SettleCause }

export interface Settlement {
  readonly attemptId: string
  readonly cause: SettleCause
  /** Of the HTTP request behind it; null for jobs. */
  readonly requestId: string | null
}

/**
 * Decides a stored attempt again with its own time of capture, inside a transaction: a new decision that leaves the
 * earlier ones standing, or nothing when the cause changes nothing.
 * @returns what became of it; `conflict`: roll back and try again
 */
export type Settle = (
  tx: StoreTransaction,
  settlement: Settlement,
  nowMs: number,
) => Promise<{ readonly changed: boolean; readonly effect: string | null } | 'conflict'>
