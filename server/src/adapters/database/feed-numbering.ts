import type { Transaction } from './database'

/** The two statements of the relay that touch many rows at once, for each engine in its own SQL. */
export interface FeedNumbering {
  /**
   * Gives the oldest events without a number the ones after `lastSequence`, by the instant at which they were written,
   * without gaps.
   * @returns how many
   */
  numberOldest(tx: Transaction, lastSequence: number, limit: number): Promise<number>
  /** One waiting delivery for each event after `lastSequence` and each subscriber that wants its type. */
  createDeliveries(tx: Transaction, lastSequence: number, wanted: readonly WantedType[], now: Date): Promise<void>
}

export interface WantedType {
  readonly subscriber: string
  readonly type: string
}
