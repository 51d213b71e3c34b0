/** Events written with the business, as the relay hands them on. */
export interface OutboxEvent {
  /** UUID v7: what every subscriber knows the event by. */
  readonly id: string
  readonly aggregateKey: string
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly createdAtMs: number
  /** Place in the feed: given after commit, without gaps, by the one leased relay. */
  readonly feedSequence: number
}

/** Named so that several processes may try and one holds it until `untilMs`. */
export interface Lease {
  readonly name: string
  readonly owner: string
  readonly untilMs: number
}

export interface LeaseStore {
  /** Takes or renews; false while another owner holds it. */
  take(lease: Lease, nowMs: number): Promise<boolean>
  /** Lets others take it at once; nothing when it is not ours. */
  release(lease: Pick<Lease, 'name' | 'owner'>, nowMs: number): Promise<void>
}

export interface WaitingDelivery {
  readonly event: OutboxEvent
  /** Tries that failed before. */
  readonly attempts: number
}

export interface DueDeliveries {
  /** In feed order; no event stands here while an earlier one of its key waits for a retry or is dead. */
  readonly deliveries: readonly WaitingDelivery[]
  /** How many were found held by an earlier event of their key, and put off. */
  readonly heldCount: number
}

export interface FailedDelivery {
  readonly eventId: string
  /** This try included. */
  readonly attempts: number
  /** `dead`: not tried again until an operator decides; holds its key. */
  readonly state: 'waiting' | 'dead'
  readonly nextAttemptAtMs: number
  readonly error: string
}

/** The relay's own book-keeping: no business write, hence no audit trail. */
export interface OutboxStore {
  /**
   * Numbers committed events that have no place in the feed yet, oldest first, and creates a delivery of each for every
   * subscriber that wants its type; one transaction, which also renews the lease and writes nothing without it.
   * @returns how many; null when the lease is another's
   */
  numberEvents(
    request: {
      readonly lease: Lease
      readonly subscribers: readonly { readonly name: string; wants(type: string): boolean }[]
      readonly limit: number
    },
    nowMs: number,
  ): Promise<number | null>
  dueDeliveries(subscriber: string, limit: number, nowMs: number): Promise<DueDeliveries>
  markDelivered(subscriber: string, eventIds: readonly string[], nowMs: number): Promise<void>
  markFailed(subscriber: string, failure: FailedDelivery): Promise<void>
  /** After an outage: whatever waits for a later try, or behind one, is due at once, its tries forgotten but for one. */
  retryNow(subscriber: string, nowMs: number): Promise<void>
}
