import type { PhotoProblem } from '#contract/photos'
import type { Prisma } from '../../generated/sqlserver/client'
import type { DuePhoto, PhotoRecord, PhotoRecordStore, PhotoVerdict } from '../../ports/photo-record-store'
import type { Database } from './database'
import { fromStoreTransaction } from './store-transaction'
import { writeTrail } from './trail'

type PhotoRow = Prisma.AttemptPhotoGetPayload<object>
const WITH_ATTEMPT = { attempt: { select: { employeeId: true, evidenceDeadline: true } } } as const

export function createPhotoRecordStore(database: Database): PhotoRecordStore {
  const { read } = database
  return {
    ofAttempt: async (attemptId) => {
      const attempt = await read.attempt.findUnique({
        where: { id: attemptId },
        select: { employeeId: true, evidenceDeadline: true, photos: { orderBy: { sha256: 'asc' } } },
      })
      if (attempt === null || attempt.photos.length === 0) return null
      const { employeeId, evidenceDeadline, photos } = attempt
      return { attemptId, employeeId, deadlineMs: msOf(evidenceDeadline), photos: photos.map(toRecord) }
    },

    noteTicket: ({ attemptId, sha256 }, { objectKey, lookAtMs }, trail, nowMs) =>
      database.write(async (tx) => {
        const awaited = { attemptId, sha256, state: 'awaited' }
        const kept = await tx.attemptPhoto.updateMany({
          where: { ...awaited, OR: [{ objectKey: null }, { objectKey }] },
          data: { objectKey },
        })
        if (kept.count === 0) return false
        const lookAt = new Date(lookAtMs)
        await tx.attemptPhoto.updateMany({
          where: { ...awaited, OR: [{ nextCheckAt: null }, { nextCheckAt: { gt: lookAt } }] },
          data: { nextCheckAt: lookAt },
        })
        await writeTrail(tx, trail, nowMs)
        return true
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
          where: { state: 'awaited', nextCheckAt: null, attempt: { evidenceDeadline: { lte: now } } },
          orderBy: { attempt: { evidenceDeadline: 'asc' } },
        }),
      ])
      return [...looks, ...missed].slice(0, limit).map(toDue)
    },

    claim: ({ attemptId, sha256, checkCount }, nextLookAtMs) =>
      database.write(async (tx) => {
        const { count } = await tx.attemptPhoto.updateMany({
          where: { attemptId, sha256, state: 'awaited', checkCount },
          data: { nextCheckAt: new Date(nextLookAtMs), checkCount: checkCount + 1 },
        })
        return count > 0
      }),

    finish: async (storeTx, { attemptId, sha256 }, verdict, trail, nowMs) => {
      const tx = fromStoreTransaction(storeTx)
      const { count } = await tx.attemptPhoto.updateMany({
        where: { attemptId, sha256, state: 'awaited' },
        data: columnsOf(verdict),
      })
      if (count === 0) return false
      await writeTrail(tx, trail, nowMs)
      return true
    },

    leftovers: async (limit, nowMs) => {
      const rows = await read.attemptPhoto.findMany({
        where: { state: 'failed', nextCheckAt: { lte: new Date(nowMs) } },
        orderBy: { nextCheckAt: 'asc' },
        take: limit,
      })
      return rows.flatMap(({ attemptId, sha256, objectKey }) =>
        objectKey === null ? [] : [{ attemptId, sha256, objectKey }],
      )
    },

    forgetLeftover: async ({ attemptId, sha256 }) => {
      await database.write((tx) =>
        tx.attemptPhoto.updateMany({ where: { attemptId, sha256, state: 'failed' }, data: { nextCheckAt: null } }),
      )
    },
  }
}

function columnsOf(verdict: PhotoVerdict) {
  if (!verdict.verified) {
    const { problem, deleteObjectAtMs } = verdict
    return { state: 'failed', problem, nextCheckAt: deleteObjectAtMs === null ? null : new Date(deleteObjectAtMs) }
  }
  const { perceptualHash, widthPixels, heightPixels, verifiedAtMs } = verdict
  return {
    state: 'verified',
    perceptualHash,
    widthPixels,
    heightPixels,
    verifiedAt: new Date(verifiedAtMs),
    nextCheckAt: null,
  }
}

function toRecord(row: PhotoRow): PhotoRecord {
  return {
    attemptId: row.attemptId,
    sha256: row.sha256,
    byteLength: row.byteLength,
    takenAtMs: row.takenAt.getTime(),
    state: row.state as PhotoRecord['state'],
    problem: row.problem as PhotoProblem | null,
    objectKey: row.objectKey,
    widthPixels: row.widthPixels,
    heightPixels: row.heightPixels,
    verifiedAtMs: msOf(row.verifiedAt),
  }
}

function toDue(row: Prisma.AttemptPhotoGetPayload<{ include: typeof WITH_ATTEMPT }>): DuePhoto {
  const { attemptId, sha256, byteLength, objectKey, checkCount, attempt } = row
  const { employeeId, evidenceDeadline } = attempt
  return { attemptId, employeeId, sha256, byteLength, objectKey, checkCount, deadlineMs: msOf(evidenceDeadline) }
}

function msOf(date: Date | null): number | null {
  return date?.getTime() ?? null
}
