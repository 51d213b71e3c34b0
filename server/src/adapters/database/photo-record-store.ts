import type { Outcome } from '#contract/decision'
import type { DeletablePhoto, PhotoRecordStore } from '../../ports/photo-record-store'
import type { Database, Transaction } from './database'
import { columnsOf, msOf, toDue, toRecord, WITH_ATTEMPT } from './photo-rows'
import { fromStoreTransaction } from './store-transaction'
import { writeTrail } from './trail'

export function createPhotoRecordStore(database: Database): PhotoRecordStore {
  const { read } = database
  return {
    ofAttempt: async (attemptId) => {
      const attempt = await read.attempt.findUnique({
        where: { id: attemptId },
        select: { employeeId: true, outcome: true, evidenceDeadline: true, photos: { orderBy: { sha256: 'asc' } } },
      })
      if (attempt === null || attempt.photos.length === 0) return null
      const { employeeId, evidenceDeadline, photos } = attempt
      const outcome = attempt.outcome as Outcome
      return { attemptId, employeeId, outcome, deadlineMs: msOf(evidenceDeadline), photos: photos.map(toRecord) }
    },

    noteTicket: ({ attemptId, sha256 }, { objectKey, lookAtMs, mostBytesADay }, trail, nowMs) =>
      database.write(async (tx) => {
        if ((await bytesWithTicket(tx, { attemptId, sha256 })) > mostBytesADay) return 'over_budget'
        const awaited = { attemptId, sha256, state: 'awaited' }
        const kept = await tx.attemptPhoto.updateMany({
          where: { ...awaited, OR: [{ objectKey: null }, { objectKey }] },
          data: { objectKey },
        })
        if (kept.count === 0) return 'not_awaited'
        const lookAt = new Date(lookAtMs)
        await tx.attemptPhoto.updateMany({
          where: { ...awaited, OR: [{ nextCheckAt: null }, { nextCheckAt: { gt: lookAt } }] },
          data: { nextCheckAt: lookAt },
        })
        await writeTrail(tx, trail, nowMs)
        return 'noted'
      }),

    noteUploaded: async ({ attemptId, sha256 }, nowMs) => {
      const now = new Date(nowMs)
      await database.write((tx) =>
        tx.attemptPhoto.updateMany({
          where: { attemptId, sha256, state: 'awaited', objectKey: { not: null }, nextCheckAt: { gt: now } },
          data: { nextCheckAt: now },
        }),
      )
    },

    noteView: (trail, nowMs) => database.write((tx) => writeTrail(tx, trail, nowMs)),

    due: async (limit, nowMs) => {
      const now = new Date(nowMs)
      const look = { take: limit, include: WITH_ATTEMPT }
      const [looks, missed] = await Promise.all([
        read.attemptPhoto.findMany({
          ...look,
          where: { state: 'awaited', nextCheckAt: { lte: now } },
          orderBy: { nextCheckAt: 'asc' },
        }),
        read.attemptPhoto.findMany({
          ...look,
          where: {
            state: 'awaited',
            nextCheckAt: null,
            attempt: { OR: [{ evidenceDeadline: null }, { evidenceDeadline: { lte: now } }] },
          },
          orderBy: { attempt: { evidenceDeadline: 'asc' } },
        }),
      ])
      return [...looks, ...missed].map(toDue)
    },

    claim: ({ attemptId, sha256, dueAtMs }, nextLookAtMs) =>
      database.write(async (tx) => {
        const { count } = await tx.attemptPhoto.updateMany({
          where: { attemptId, sha256, state: 'awaited', nextCheckAt: dueAtMs === null ? null : new Date(dueAtMs) },
          data: { nextCheckAt: new Date(nextLookAtMs) },
        })
        return count > 0
      }),

    noteLost: async ({ attemptId, sha256, lostCount }, nextLookAtMs) => {
      await database.write((tx) =>
        tx.attemptPhoto.updateMany({
          where: { attemptId, sha256, state: 'awaited', checkCount: lostCount },
          data: { nextCheckAt: new Date(nextLookAtMs), checkCount: lostCount + 1 },
        }),
      )
    },

    finish: async (storeTx, { attemptId, sha256 }, verdict, trail, nowMs) => {
      const tx = fromStoreTransaction(storeTx)
      // Two photos of one attempt at once would each read the other as still awaited, and neither write over anything
      // that the other rests on. A write that changes nothing takes the attempt's row, so that the second one waits.
      await tx.attempt.updateMany({ where: { id: attemptId }, data: { decisionCount: { increment: 0 } } })
      const { count } = await tx.attemptPhoto.updateMany({
        where: { attemptId, sha256, state: 'awaited' },
        data: columnsOf(verdict),
      })
      if (count === 0) return false
      await writeTrail(tx, trail, nowMs)
      return true
    },

    leftovers: (limit, nowMs) => deletable(read, 'failed', limit, nowMs),

    forgetLeftover: async ({ attemptId, sha256 }) => {
      await database.write((tx) =>
        tx.attemptPhoto.updateMany({ where: { attemptId, sha256, state: 'failed' }, data: { nextCheckAt: null } }),
      )
    },

    expired: (limit, nowMs) => deletable(read, 'verified', limit, nowMs),

    forgetExpired: ({ attemptId, sha256 }, trail, nowMs) =>
      database.write(async (tx) => {
        const { count } = await tx.attemptPhoto.updateMany({
          where: { attemptId, sha256, state: 'verified', objectKey: { not: null } },
          data: { objectKey: null, nextCheckAt: null },
        })
        if (count > 0) await writeTrail(tx, trail, nowMs)
      }),

    postponeDeletion: async ({ attemptId, sha256 }, untilMs) => {
      await database.write((tx) =>
        tx.attemptPhoto.updateMany({
          where: { attemptId, sha256, state: { not: 'awaited' }, nextCheckAt: { not: null } },
          data: { nextCheckAt: new Date(untilMs) },
        }),
      )
    },
  }
}

/** Of this photo and of all others that its person has a ticket for, of attempts of the same work day. */
async function bytesWithTicket(tx: Transaction, { attemptId, sha256 }: { attemptId: string; sha256: string }) {
  const { byteLength, attempt } = await tx.attemptPhoto.findUniqueOrThrow({
    where: { attemptId_sha256: { attemptId, sha256 } },
    select: { byteLength: true, attempt: { select: { employeeId: true, workDay: true } } },
  })
  const others = await tx.attemptPhoto.aggregate({
    where: { objectKey: { not: null }, attempt, NOT: { attemptId, sha256 } },
    _sum: { byteLength: true },
  })
  return byteLength + (others._sum.byteLength ?? 0)
}

async function deletable(
  read: Database['read'],
  state: 'failed' | 'verified',
  limit: number,
  nowMs: number,
): Promise<readonly DeletablePhoto[]> {
  const rows = await read.attemptPhoto.findMany({
    where: { state, nextCheckAt: { lte: new Date(nowMs) } },
    orderBy: { nextCheckAt: 'asc' },
    take: limit,
  })
  return rows.flatMap(({ attemptId, sha256, objectKey }) =>
    objectKey === null ? [] : [{ attemptId, sha256, objectKey }],
  )
}
