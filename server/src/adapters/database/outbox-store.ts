import type { DueDeliveries, OutboxEvent, OutboxStore } from '../../ports/outbox-store'
import type { Database } from './database'
import { feedNumberingOfSqlite } from './sqlite/feed-numbering'
import { feedNumberingOfSqlServer } from './sqlserver/feed-numbering'

/** How soon to look again at events behind a dead one. */
const BEHIND_DEAD_MS = 5 * 60_000
const ERROR_MAX_LENGTH = 500

export function createOutboxStore(database: Database): OutboxStore {
  const numbering = database.engine === 'sqlite' ? feedNumberingOfSqlite : feedNumberingOfSqlServer
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
        const last = await tx.outboxEvent.findFirst({
          where: { feedSequence: { not: null } },
          select: { feedSequence: true },
          orderBy: { feedSequence: 'desc' },
        })
        const lastSequence = last?.feedSequence ?? 0
        const numberedCount = await numbering.numberOldest(tx, lastSequence, limit)
        const types = await tx.outboxEvent.groupBy({ by: ['type'], where: { feedSequence: { gt: lastSequence } } })
        const wanted = types.flatMap(({ type }) =>
          subscribers.filter((one) => one.wants(type)).map(({ name }) => ({ subscriber: name, type })),
        )
        if (wanted.length > 0) await numbering.createDeliveries(tx, lastSequence, wanted, new Date(nowMs))
        return numberedCount
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

async function dueDeliveries(database: Database, subscriber: string, limit: number, now: Date): Promise<DueDeliveries> {
  const candidates = await database.read.outboxDelivery.findMany({
    where: { subscriber, state: 'waiting', nextAttemptAt: { lte: now } },
    include: { event: true },
    orderBy: { feedSequence: 'asc' },
    take: limit,
  })
  if (candidates.length === 0) return { deliveries: [], heldCount: 0 }
  const triedBefore = candidates.filter(({ attempts }) => attempts > 0).map(({ eventId }) => eventId)
  const holds = await database.read.outboxDelivery.groupBy({
    by: ['aggregateKey'],
    where: {
      subscriber,
      aggregateKey: { in: [...new Set(candidates.map((candidate) => candidate.aggregateKey))] },
      OR: [
        { state: 'dead' },
        { state: 'waiting', nextAttemptAt: { gt: now } },
        // An operator had a dead one tried again after the candidates were read.
        { state: 'waiting', attempts: { gt: 0 }, eventId: { notIn: triedBefore } },
      ],
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
