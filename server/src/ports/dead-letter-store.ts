import type { Trail } from './trail'

/** An event that one subscriber refused so often that it is not tried any more; it holds its key until somebody decides. */
export interface DeadLetter {
  readonly eventId: string
  readonly subscriber: string
  readonly feedSequence: number
  readonly type: string
  readonly aggregateKey: string
  readonly createdAtMs: number
  readonly attempts: number
  readonly lastError: string | null
  /** Later events of the same key that wait behind it. */
  readonly heldCount: number
}

export interface DeadLetterName {
  readonly eventId: string
  readonly subscriber: string
}

export interface DeadLetterStore {
  /** In feed order, after the given one. */
  list(after: Pick<DeadLetter, 'feedSequence' | 'subscriber'> | null, limit: number): Promise<readonly DeadLetter[]>
  /**
   * Tries it once more at once, before what waits behind it. Its count of tries stands: should it fail again it is dead
   * again, instead of holding its key for another night; unless the subscriber itself is down.
   * @returns false when it is not dead (any more)
   */
  retry(letter: DeadLetterName, trail: Trail, nowMs: number): Promise<boolean>
  /** Gives it up for this subscriber; what waits behind it goes on. @returns false when it is not dead (any more) */
  drop(letter: DeadLetterName, trail: Trail, nowMs: number): Promise<boolean>
  /**
   * Everything that this subscriber did not take is tried at once, what is dead and what waits for a later try.
   * @param trailOf what to write about so many dead ones; nothing when there are none
   * @returns how many were dead
   */
  retryAll(subscriber: string, trailOf: (count: number) => Trail, nowMs: number): Promise<number>
  /**
   * Gives up the oldest deliveries of this subscriber, waiting or dead, in one transaction.
   * @param trailOf what to write about so many
   * @returns how many; 0 when none is left
   */
  dropOldest(subscriber: string, limit: number, trailOf: (count: number) => Trail, nowMs: number): Promise<number>
}

/** What the relay has before it; for metrics. */
export interface OutboxBacklog {
  readonly unnumberedCount: number
  /** Of the oldest event without a number. */
  readonly oldestUnnumberedAtMs: number | null
  readonly subscribers: readonly {
    readonly name: string
    readonly waitingCount: number
    readonly deadCount: number
    /** When the oldest event that this subscriber still waits for happened. */
    readonly oldestWaitingAtMs: number | null
  }[]
}

/** A handful of counts in indexes; cheap enough for every scrape. */
export type ReadOutboxBacklog = () => Promise<OutboxBacklog>
