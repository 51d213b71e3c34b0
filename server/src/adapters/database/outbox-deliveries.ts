import { chunk } from './chunk'
import type { Client, Transaction } from './database'

export interface DueRow {
  readonly eventId: string
  readonly aggregateKey: string
  readonly type: string
  readonly payloadJson: string
  readonly createdAt: Date
  readonly feedSequence: number
  /** Tries that failed before. */
  readonly attempts: number
}

/** What of a key keeps its later events back. */
export interface Hold {
  readonly aggregateKey: string
  /** The earliest that holds: everything of the key after it waits. */
  readonly feedSequence: number
  /** When the last of what holds is due again. */
  readonly nextAttemptAt: Date
}

/** The statements of a delivery whose cost grows with the batch; each takes a batch of any length. */
export interface OutboxDeliveries {
  /** What waits and is due, in feed order, held or not. */
  due(
    read: Client,
    wanted: { readonly subscriber: string; readonly limit: number; readonly now: Date },
  ): Promise<DueRow[]>
  /**
   * Which of these keys have an event that is dead, waits for a retry, or became due again after the candidates were
   * read: an operator had a dead one tried again.
   * @param among `candidateIds`: those that were read
   */
  holds(
    read: Client,
    among: {
      readonly subscriber: string
      readonly aggregateKeys: readonly string[]
      readonly candidateIds: readonly string[]
      readonly now: Date
    },
  ): Promise<Hold[]>
  markDelivered(tx: Transaction, subscriber: string, eventIds: readonly string[], now: Date): Promise<void>
}

/** By Prisma's own queries, on any engine. */
export const outboxDeliveries: OutboxDeliveries = {
  due: async (read, { subscriber, limit, now }) => {
    const waiting = await read.outboxDelivery.findMany({
      where: { subscriber, state: 'waiting', nextAttemptAt: { lte: now } },
      select: { eventId: true, aggregateKey: true, feedSequence: true, attempts: true },
      orderBy: { feedSequence: 'asc' },
      take: limit,
    })
    const events = new Map<string, Pick<DueRow, 'type' | 'payloadJson' | 'createdAt'>>()
    for (const ids of chunk(waiting.map(({ eventId }) => eventId))) {
      const found = await read.outboxEvent.findMany({
        where: { id: { in: ids } },
        select: { id: true, type: true, payloadJson: true, createdAt: true },
      })
      for (const { id, ...event } of found) events.set(id, event)
    }
    return waiting.flatMap((delivery) => {
      const event = events.get(delivery.eventId)
      return event === undefined ? [] : [{ ...delivery, ...event }]
    })
  },

  holds: async (read, { subscriber, aggregateKeys, candidateIds, now }) => {
    const holds = new Map<string, Hold>()
    const candidates = new Set(candidateIds)
    const add = (hold: Hold) => holds.set(hold.aggregateKey, both(holds.get(hold.aggregateKey) ?? hold, hold))
    for (const keys of chunk(aggregateKeys)) {
      // Each by an index, and none over all that waits, which may be a long backlog.
      const ofKeys = { subscriber, aggregateKey: { in: keys } }
      for (const state of [{ state: 'dead' }, { state: 'waiting', attempts: 0, nextAttemptAt: { gt: now } }]) {
        const groups = await read.outboxDelivery.groupBy({
          by: ['aggregateKey'],
          where: { ...ofKeys, ...state },
          _min: { feedSequence: true },
          _max: { nextAttemptAt: true },
        })
        for (const { aggregateKey, _min, _max } of groups) {
          const [feedSequence, nextAttemptAt] = [_min.feedSequence, _max.nextAttemptAt]
          if (feedSequence !== null && nextAttemptAt !== null) add({ aggregateKey, feedSequence, nextAttemptAt })
        }
      }
      const tried = await read.outboxDelivery.findMany({
        where: { ...ofKeys, state: 'waiting', attempts: { gt: 0 } },
        select: { eventId: true, aggregateKey: true, feedSequence: true, nextAttemptAt: true },
      })
      for (const { eventId, ...hold } of tried) {
        if (hold.nextAttemptAt > now || !candidates.has(eventId)) add(hold)
      }
    }
    return [...holds.values()]
  },

  markDelivered: async (tx, subscriber, eventIds, now) => {
    for (const ids of chunk(eventIds)) {
      await tx.outboxDelivery.updateMany({
        where: { subscriber, eventId: { in: ids }, state: 'waiting' },
        data: { state: 'delivered', deliveredAt: now, lastError: null },
      })
    }
  },
}

function both(one: Hold, other: Hold): Hold {
  const { aggregateKey } = one
  const feedSequence = Math.min(one.feedSequence, other.feedSequence)
  return { aggregateKey, feedSequence, nextAttemptAt: latest(one.nextAttemptAt, other.nextAttemptAt) }
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other
}
