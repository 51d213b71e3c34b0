import type { RetentionStore } from '../../ports/retention-store'
import type { Database } from './database'
import { writeTrail } from './trail'

export function createRetentionStore({ read, write }: Pick<Database, 'read' | 'write'>): RetentionStore {
  return {
    challengesIssuedBefore: async (beforeMs, limit) =>
      idsOf(
        await read.challenge.findMany({
          where: { issuedAt: { lt: new Date(beforeMs) } },
          select: { id: true },
          orderBy: { issuedAt: 'asc' },
          take: limit,
        }),
      ),

    deleteChallenges: (ids, trail, nowMs) =>
      write(async (tx) => {
        await tx.challenge.deleteMany({ where: { id: { in: [...ids] } } })
        await writeTrail(tx, trail, nowMs)
      }),

    sessionsExpiredBefore: async (beforeMs, limit) =>
      idsOf(
        await read.session.findMany({
          where: { expiresAt: { lt: new Date(beforeMs) } },
          select: { id: true },
          orderBy: { expiresAt: 'asc' },
          take: limit,
        }),
      ),

    deleteSessions: (ids, trail, nowMs) =>
      write(async (tx) => {
        await tx.refreshToken.deleteMany({ where: { sessionId: { in: [...ids] } } })
        await tx.session.deleteMany({ where: { id: { in: [...ids] } } })
        await writeTrail(tx, trail, nowMs)
      }),

    settledEventsBefore: async (beforeMs, limit) => {
      const last = await read.outboxEvent.findFirst({
        where: { feedSequence: { not: null } },
        select: { feedSequence: true },
        orderBy: { feedSequence: 'desc' },
      })
      return idsOf(
        await read.outboxEvent.findMany({
          where: {
            createdAt: { lt: new Date(beforeMs) },
            feedSequence: { lt: last?.feedSequence ?? 0 },
            deliveries: { none: { state: { in: ['waiting', 'dead'] } } },
          },
          select: { id: true },
          orderBy: { createdAt: 'asc' },
          take: limit,
        }),
      )
    },

    deleteEvents: (ids, trail, nowMs) =>
      write(async (tx) => {
        await tx.outboxDelivery.deleteMany({ where: { eventId: { in: [...ids] } } })
        await tx.outboxEvent.deleteMany({ where: { id: { in: [...ids] } } })
        await writeTrail(tx, trail, nowMs)
      }),

    logEntriesBefore: async (beforeMs, limit) =>
      idsOf(
        await read.eventLogEntry.findMany({
          where: { at: { lt: new Date(beforeMs) } },
          select: { id: true },
          orderBy: { at: 'asc' },
          take: limit,
        }),
      ),

    deleteLogEntries: (ids, trail, nowMs) =>
      write(async (tx) => {
        await tx.eventLogEntry.deleteMany({ where: { id: { in: [...ids] } } })
        await writeTrail(tx, trail, nowMs)
      }),
  }
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id)
}
