import type { Prisma } from '../../generated/sqlserver/client'
import type { DueDeliveries, OutboxEvent, OutboxStore } from '../../ports/outbox-store'
import { chunk } from './chunk'
import type { Database } from './database'
import { outboxDeliveries, type DueRow, type Hold, type OutboxDeliveries } from './outbox-deliveries'
import { feedNumberingOfSqlite } from './sqlite/feed-numbering'
import { outboxDeliveriesOfSqlite } from './sqlite/outbox-deliveries'
import { feedNumberingOfSqlServer } from './sqlserver/feed-numbering'

/** How soon to look again at events behind a dead one. */
const BEHIND_DEAD_MS = 5 * 60_000
const ERROR_MAX_LENGTH = 500
/** One transaction each: check-ins wait for the longest of them. */
const MARKED_AT_ONCE = 900
const KEYS_PUT_OFF_AT_ONCE = 50

export function createOutboxStore(database: Database): OutboxStore {
  const isSqlite = database.engine === 'sqlite'
  const numbering = isSqlite ? feedNumberingOfSqlite : feedNumberingOfSqlServer
  const statements = isSqlite ? outboxDeliveriesOfSqlite : outboxDeliveries
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

    dueDeliveries: (subscriber, limit, nowMs) =>
      dueDeliveries(database, statements, { subscriber, limit, now: new Date(nowMs) }),

    markDelivered: async (subscriber, eventIds, nowMs) => {
      for (const ids of chunk(eventIds, MARKED_AT_ONCE)) {
        await database.write((tx) => statements.markDelivered(tx, subscriber, ids, new Date(nowMs)))
      }
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

    retryNow: async (subscriber, nowMs) => {
      const now = new Date(nowMs)
      // Apart, each is a seek of one index; one condition for both would read a whole backlog.
      await makeDue(database, { subscriber, attempts: { gt: 0 }, nextAttemptAt: { gt: now } }, { attempts: 1, now })
      await makeDue(database, { subscriber, attempts: 0, nextAttemptAt: { gt: now } }, { attempts: 0, now })
    },
  }
}

const UNNUMBERED = { feedSequence: null } as const

async function dueDeliveries(
  database: Database,
  statements: OutboxDeliveries,
  wanted: { readonly subscriber: string; readonly limit: number; readonly now: Date },
): Promise<DueDeliveries> {
  const { read } = database
  const candidates = await statements.due(read, wanted)
  if (candidates.length === 0) return { deliveries: [], heldCount: 0 }
  const holds = await statements.holds(read, {
    ...wanted,
    aggregateKeys: [...new Set(candidates.map(({ aggregateKey }) => aggregateKey))],
    candidateIds: candidates.map(({ eventId }) => eventId),
  })
  const holdOf = new Map(holds.map((hold) => [hold.aggregateKey, hold]))
  const isHeld = ({ aggregateKey, feedSequence }: DueRow) =>
    feedSequence > (holdOf.get(aggregateKey)?.feedSequence ?? Infinity)
  const held = candidates.filter(isHeld)
  const heldKeys = new Set(held.map(({ aggregateKey }) => aggregateKey))
  const inForce = holds.filter(({ aggregateKey }) => heldKeys.has(aggregateKey))
  if (inForce.length > 0) await putOff(database, wanted, inForce)
  return {
    deliveries: candidates
      .filter((candidate) => !isHeld(candidate))
      .map((candidate) => ({ attempts: candidate.attempts, event: toEvent(candidate) })),
    heldCount: held.length,
  }
}

/** The whole queue behind a held event waits as long as it does: it would fill every batch otherwise. */
async function putOff(
  database: Database,
  { subscriber, now }: { readonly subscriber: string; readonly now: Date },
  holds: readonly Hold[],
): Promise<void> {
  for (const group of chunk(holds, KEYS_PUT_OFF_AT_ONCE)) {
    await database.write(async (tx) => {
      for (const { aggregateKey, feedSequence, nextAttemptAt } of group) {
        await tx.outboxDelivery.updateMany({
          where: {
            ...{ subscriber, aggregateKey, state: 'waiting' },
            nextAttemptAt: { lte: now },
            feedSequence: { gt: feedSequence },
          },
          data: { nextAttemptAt: nextAttemptAt > now ? nextAttemptAt : new Date(now.getTime() + BEHIND_DEAD_MS) },
        })
      }
    })
  }
}

async function makeDue(
  database: Database,
  which: Prisma.OutboxDeliveryWhereInput & { readonly subscriber: string },
  { attempts, now }: { readonly attempts: number; readonly now: Date },
): Promise<void> {
  const query = {
    where: { ...which, state: 'waiting' },
    select: { eventId: true },
    orderBy: [{ attempts: 'asc' }, { nextAttemptAt: 'asc' }],
    take: MARKED_AT_ONCE,
  } satisfies Prisma.OutboxDeliveryFindManyArgs
  for (let isMore = true; isMore;) {
    const found = await database.read.outboxDelivery.findMany(query)
    isMore = found.length === MARKED_AT_ONCE
    if (found.length === 0) break
    const ids = found.map(({ eventId }) => eventId)
    const where = { subscriber: which.subscriber, state: 'waiting', eventId: { in: ids } }
    await database.write((tx) => tx.outboxDelivery.updateMany({ where, data: { attempts, nextAttemptAt: now } }))
  }
}

function toEvent({ eventId, aggregateKey, type, payloadJson, createdAt, feedSequence }: DueRow): OutboxEvent {
  const payload = JSON.parse(payloadJson) as Record<string, unknown>
  return { id: eventId, aggregateKey, type, payload, createdAtMs: createdAt.getTime(), feedSequence }
}
