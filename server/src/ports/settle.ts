import type { StoreTransaction } from './transaction'

/** Why a stored attempt is decided again. */
export type SettleCause =
  /** Photos were verified, failed, or stayed away; judged as of then. */
  | { readonly kind: 'photos'; readonly evidenceAtMs: number }
  /** Somebody with authority decided what was pending; `by` is null when the request expired. */
  | { readonly kind: 'approval'; readonly approved: boolean; readonly by: string | null }
  /** The change of phones that the attempt waited for was decided. */
  | { readonly kind: 'rebind'; readonly approved: boolean; readonly by: string | null }

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
