import type { OutboxEvent } from '../ports/outbox-store'

/** Somebody who gets events at least once, per key in order. */
export interface Subscriber {
  /** Stands in the database with each delivery: never renamed. */
  readonly name: string
  wants(type: string): boolean
  /** All of them or none, and harmless when repeated; any error means none. */
  deliver(events: readonly OutboxEvent[]): Promise<void>
}
