import type { RetentionStore, WecomTable } from '../../ports/retention-store'
import type { Client, Database, Transaction } from './database'
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
        // Thousands each: SQL Server locks the whole table for a statement that takes 5 000 rows.
        for (const sessionId of ids) await tx.refreshToken.deleteMany({ where: { sessionId } })
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

    wecomRowsBefore: (table, { endedMs, givenUpMs }, limit) =>
      WECOM[table].find(read, new Date(endedMs), new Date(givenUpMs), limit),

    deleteWecomRows: (table, ids, trail, nowMs) =>
      write(async (tx) => {
        await WECOM[table].remove(tx, [...ids])
        await writeTrail(tx, trail, nowMs)
      }),
  }
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id)
}

interface WecomRows {
  readonly find: (client: Client, ended: Date, givenUp: Date, limit: number) => Promise<readonly string[]>
  readonly remove: (tx: Transaction, ids: string[]) => Promise<unknown>
}

/** Each with the column that an index holds; what still waits is younger than any of these moments, or stays. */
const WECOM: Readonly<Record<WecomTable, WecomRows>> = {
  WecomCallback: {
    find: async (client, ended, givenUp, take) =>
      idsOf(
        await client.wecomCallback.findMany({
          where: {
            // Nothing is done before it came: this is what the index is for.
            receivedAt: { lt: ended },
            OR: [
              { state: 'done', processedAt: { lt: ended } },
              { state: 'failed', processedAt: { lt: givenUp } },
            ],
          },
          ...{ select: { id: true }, orderBy: { receivedAt: 'asc' }, take },
        }),
      ),
    remove: (tx, ids) => tx.wecomCallback.deleteMany({ where: { id: { in: ids } } }),
  },
  Notice: {
    find: async (client, ended, givenUp, take) =>
      idsOf(
        await client.notice.findMany({
          where: {
            OR: [
              { state: { in: ['sent', 'undeliverable'] }, createdAt: { lt: ended } },
              { state: 'failed', createdAt: { lt: givenUp } },
            ],
          },
          ...{ select: { id: true }, orderBy: { createdAt: 'asc' }, take },
        }),
      ),
    remove: (tx, ids) => tx.notice.deleteMany({ where: { id: { in: ids } } }),
  },
  ApprovalCard: {
    find: async (client, ended, givenUp, take) =>
      idsOf(
        await client.approvalCard.findMany({
          where: {
            OR: [
              // Requests wait for three days: one that looks open is about one that has long ended.
              { state: { in: ['open', 'closed', 'undeliverable'] }, createdAt: { lt: ended } },
              { state: 'failed', createdAt: { lt: givenUp } },
            ],
          },
          ...{ select: { id: true }, orderBy: { createdAt: 'asc' }, take },
        }),
      ),
    remove: (tx, ids) => tx.approvalCard.deleteMany({ where: { id: { in: ids } } }),
  },
  AttendanceWriteBack: {
    find: async (client, ended, givenUp, take) => {
      const rows = await client.attendanceWriteBack.findMany({
        where: {
          // Of the last try.
          OR: [
            { state: 'sent', nextTryAt: { lt: ended } },
            { state: 'failed', nextTryAt: { lt: givenUp } },
          ],
        },
        ...{ select: { attemptId: true }, orderBy: { nextTryAt: 'asc' }, take },
      })
      return rows.map(({ attemptId }) => attemptId)
    },
    remove: (tx, ids) => tx.attendanceWriteBack.deleteMany({ where: { attemptId: { in: ids } } }),
  },
}
