import type { OutboxEvent } from '../ports/outbox-store'

/** Somebody who gets events at least once, per key in order. */
export interface Subscriber {
  /** Stands in the database with each delivery: never renamed. */
  readonly name: string
  wants(type: string): boolean
  /** At most so many events at once; absent: as many as the relay takes by itself. */
  readonly batchSize?: number
  /**
   * All of them or none, and harmless when repeated; any error means none. One that takes longer than half a minute
   * counts as failed, though it may still go through: such a repetition, too, has to be recognised by the event's id.
   */
  deliver(events: readonly OutboxEvent[]): Promise<void>
}
