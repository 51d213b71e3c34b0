declare const inStore: unique symbol

/** A database transaction that is open now, handed from use case to store without looking inside. */
export interface StoreTransaction {
  readonly [inStore]: true
}

/** Several stores writing as one. */
export interface Transactions {
  /**
   * Runs `work` as one transaction: all of it is kept, or nothing when it throws. The whole of `work` may run more than
   * once, when another transaction was in its way; nothing but stores may be awaited inside.
   */
  inTransaction<Result>(work: (tx: StoreTransaction) => Promise<Result>): Promise<Result>
}
