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
   * again, instead of holding its key for another night.
   * @returns false when it is not dead (any more)
   */
  retry(letter: DeadLetterName, trail: Trail, nowMs: number): Promise<boolean>
  /** Gives it up for this subscriber; what waits behind it goes on. @returns false when it is not dead (any more) */
  drop(letter: DeadLetterName, trail: Trail, nowMs: number): Promise<boolean>
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
