import type { DueDeliveries, OutboxEvent, OutboxStore } from '../../ports/outbox-store'
import type { Database, Transaction } from './database'

/** How soon to look again at events behind a dead one. */
const BEHIND_DEAD_MS = 5 * 60_000
const ERROR_MAX_LENGTH = 500

export function createOutboxStore(database: Database): OutboxStore {
  return {
    numberEvents: async ({ lease, subscribers, limit }, nowMs) => {
      // Most polls find nothing: they must not take the write lock.
      if ((await database.read.outboxEvent.findFirst({ where: UNNUMBERED, select: { id: true } })) === null) return 0
      return database.write(async (tx) => {
        const { count } = await tx.lease.updateMany({
          where: { name: lease.name, owner: lease.owner, leasedUntil: { gt: new Date(nowMs) } },
          data: { leasedUntil: new Date(lease.untilMs) },
        })
        if (count === 0) return null
        const events = await numberOldest(tx, limit)
        const deliveries = events.flatMap(({ id, type, aggregateKey, feedSequence }) =>
          subscribers
            .filter((subscriber) => subscriber.wants(type))
            .map(({ name }) => ({
              eventId: id,
              subscriber: name,
              aggregateKey,
              feedSequence,
              state: 'waiting',
              nextAttemptAt: new Date(nowMs),
            })),
        )
        if (deliveries.length > 0) await tx.outboxDelivery.createMany({ data: deliveries })
        return events.length
      })
    },

    dueDeliveries: (subscriber, limit, nowMs) => dueDeliveries(database, subscriber, limit, new Date(nowMs)),

    markDelivered: async (subscriber, eventIds, nowMs) => {
      await database.write((tx) =>
        tx.outboxDelivery.updateMany({
          where: { subscriber, eventId: { in: [...eventIds] }, state: 'waiting' },
          data: { state: 'delivered', deliveredAt: new Date(nowMs), lastError: null },
        }),
      )
    },

    markFailed: async (subscriber, { eventId, attempts, state, nextAttemptAtMs, error }) => {
      await database.write((tx) =>
        tx.outboxDelivery.updateMany({
          where: { subscriber, eventId, state: 'waiting' },
          data: {
            state,
            attempts,
            nextAttemptAt: new Date(nextAttemptAtMs),
            lastError: error.slice(0, ERROR_MAX_LENGTH),
          },
        }),
      )
    },
  }
}

const UNNUMBERED = { feedSequence: null } as const

async function numberOldest(tx: Transaction, limit: number) {
  const events = await tx.outboxEvent.findMany({
    where: UNNUMBERED,
    select: { id: true, type: true, aggregateKey: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
  const { _max } = await tx.outboxEvent.aggregate({ _max: { feedSequence: true } })
  let feedSequence = _max.feedSequence ?? 0
  const numbered = []
  for (const event of events) {
    feedSequence += 1
    await tx.outboxEvent.updateMany({ where: { id: event.id, ...UNNUMBERED }, data: { feedSequence } })
    numbered.push({ ...event, feedSequence })
  }
  return numbered
}

async function dueDeliveries(database: Database, subscriber: string, limit: number, now: Date): Promise<DueDeliveries> {
  const candidates = await database.read.outboxDelivery.findMany({
    where: { subscriber, state: 'waiting', nextAttemptAt: { lte: now } },
    include: { event: true },
    orderBy: { feedSequence: 'asc' },
    take: limit,
  })
  if (candidates.length === 0) return { deliveries: [], heldCount: 0 }
  const holds = await database.read.outboxDelivery.groupBy({
    by: ['aggregateKey'],
    where: {
      subscriber,
      aggregateKey: { in: [...new Set(candidates.map((candidate) => candidate.aggregateKey))] },
      OR: [{ state: 'dead' }, { state: 'waiting', nextAttemptAt: { gt: now } }],
    },
    _min: { feedSequence: true },
    _max: { nextAttemptAt: true },
  })
  const holdOf = new Map(holds.map((hold) => [hold.aggregateKey, hold]))
  const isHeld = (candidate: { aggregateKey: string; feedSequence: number }) =>
    candidate.feedSequence > (holdOf.get(candidate.aggregateKey)?._min.feedSequence ?? Infinity)
  const held = candidates.filter(isHeld)
  if (held.length > 0) await putOff(database, subscriber, held, holdOf, now)
  return {
    deliveries: candidates
      .filter((candidate) => !isHeld(candidate))
      .map(({ event, attempts, feedSequence }) => ({ attempts, event: toEvent(event, feedSequence) })),
    heldCount: held.length,
  }
}

/** The whole queue behind a held event waits as long as it does: it would fill every batch otherwise. */
async function putOff(
  database: Database,
  subscriber: string,
  held: readonly { aggregateKey: string }[],
  holdOf: ReadonlyMap<string, { _min: { feedSequence: number | null }; _max: { nextAttemptAt: Date | null } }>,
  now: Date,
): Promise<void> {
  const keys = new Set(held.map((delivery) => delivery.aggregateKey))
  await database.write(async (tx) => {
    for (const aggregateKey of keys) {
      const hold = holdOf.get(aggregateKey)
      const retryAt = hold?._max.nextAttemptAt
      const nextAttemptAt = retryAt && retryAt > now ? retryAt : new Date(now.getTime() + BEHIND_DEAD_MS)
      await tx.outboxDelivery.updateMany({
        where: {
          subscriber,
          aggregateKey,
          state: 'waiting',
          nextAttemptAt: { lte: now },
          feedSequence: { gt: hold?._min.feedSequence ?? 0 },
        },
        data: { nextAttemptAt },
      })
    }
  })
}

function toEvent(
  row: { id: string; aggregateKey: string; type: string; payloadJson: string; createdAt: Date },
  feedSequence: number,
): OutboxEvent {
  const { id, aggregateKey, type, payloadJson, createdAt } = row
  const payload = JSON.parse(payloadJson) as Record<string, unknown>
  return { id, aggregateKey, type, payload, createdAtMs: createdAt.getTime(), feedSequence }
}
