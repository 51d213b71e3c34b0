import type { DeadLetterName, DeadLetterStore } from '../../ports/dead-letter-store'
import type { Trail } from '../../ports/trail'
import type { Database, Transaction } from './database'
import { subscriberNames } from './subscriber-names'
import { writeTrail } from './trail'

export function createDeadLetterStore({ read, write }: Pick<Database, 'read' | 'write'>): DeadLetterStore {
  /** Takes it out of its state; whatever waits behind it may be looked at again at once. */
  const decide = (letter: DeadLetterName, data: { state: string }, trail: Trail, nowMs: number) =>
    write(async (tx) => {
      const { eventId, subscriber } = letter
      const { count } = await tx.outboxDelivery.updateMany({
        where: { eventId, subscriber, state: 'dead' },
        data: { ...data, nextAttemptAt: new Date(nowMs) },
      })
      if (count === 0) return false
      await free(tx, letter, new Date(nowMs))
      await writeTrail(tx, trail, nowMs)
      return true
    })

  return {
    list: async (after, limit) => {
      const names = await subscriberNames(read)
      const rows = await read.outboxDelivery.findMany({
        where: {
          subscriber: { in: names },
          state: 'dead',
          ...(after === null
            ? {}
            : {
                OR: [
                  { feedSequence: { gt: after.feedSequence } },
                  { feedSequence: after.feedSequence, subscriber: { gt: after.subscriber } },
                ],
              }),
        },
        select: {
          ...{
            eventId: true,
            subscriber: true,
            feedSequence: true,
            aggregateKey: true,
            attempts: true,
            lastError: true,
          },
          event: { select: { type: true, createdAt: true } },
        },
        orderBy: [{ feedSequence: 'asc' }, { subscriber: 'asc' }],
        take: limit,
      })
      if (rows.length === 0) return []
      const held = await read.outboxDelivery.groupBy({
        by: ['subscriber', 'aggregateKey'],
        where: {
          subscriber: { in: [...new Set(rows.map((row) => row.subscriber))] },
          aggregateKey: { in: [...new Set(rows.map((row) => row.aggregateKey))] },
          state: 'waiting',
        },
        _count: true,
      })
      const heldBehind = new Map(held.map((group) => [`${group.subscriber} ${group.aggregateKey}`, group._count]))
      return rows.map(({ event, ...row }) => ({
        ...row,
        type: event.type,
        createdAtMs: event.createdAt.getTime(),
        heldCount: heldBehind.get(`${row.subscriber} ${row.aggregateKey}`) ?? 0,
      }))
    },

    retry: (letter, trail, nowMs) => decide(letter, { state: 'waiting' }, trail, nowMs),
    drop: (letter, trail, nowMs) => decide(letter, { state: 'dropped' }, trail, nowMs),

    retryAll: (subscriber, trailOf, nowMs) =>
      write(async (tx) => {
        const now = new Date(nowMs)
        const { count } = await tx.outboxDelivery.updateMany({
          where: { subscriber, state: 'dead' },
          data: { state: 'waiting', nextAttemptAt: now },
        })
        await tx.outboxDelivery.updateMany({
          where: { subscriber, state: 'waiting', nextAttemptAt: { gt: now } },
          data: { nextAttemptAt: now },
        })
        if (count > 0) await writeTrail(tx, trailOf(count), nowMs)
        return count
      }),

    dropOldest: (subscriber, limit, trailOf, nowMs) =>
      write(async (tx) => {
        const open = { subscriber, state: { in: ['waiting', 'dead'] } }
        const rows = await tx.outboxDelivery.findMany({
          where: open,
          select: { eventId: true },
          orderBy: { feedSequence: 'asc' },
          take: limit,
        })
        if (rows.length === 0) return 0
        const { count } = await tx.outboxDelivery.updateMany({
          where: { ...open, eventId: { in: rows.map(({ eventId }) => eventId) } },
          data: { state: 'dropped', nextAttemptAt: new Date(nowMs) },
        })
        await writeTrail(tx, trailOf(count), nowMs)
        return count
      }),
  }
}

async function free(tx: Transaction, { eventId, subscriber }: DeadLetterName, now: Date): Promise<void> {
  const { aggregateKey } = await tx.outboxDelivery.findUniqueOrThrow({
    where: { eventId_subscriber: { eventId, subscriber } },
    select: { aggregateKey: true },
  })
  await tx.outboxDelivery.updateMany({
    where: { subscriber, aggregateKey, state: 'waiting', nextAttemptAt: { gt: now } },
    data: { nextAttemptAt: now },
  })
}
