import type { PhotoProblem } from '#contract/photos'
import type { Prisma } from '../../generated/sqlserver/client'
import type { DuePhoto, PhotoRecord, PhotoVerdict } from '../../ports/photo-record-store'

type PhotoRow = Prisma.AttemptPhotoGetPayload<object>
/** What `toDue` reads beside the row. */
export const WITH_ATTEMPT = {
  attempt: { select: { employeeId: true, evidenceDeadline: true, receivedAt: true } },
} as const

/** What a verdict writes into the photo's row. */
export function columnsOf(verdict: PhotoVerdict) {
  const { deleteObjectAtMs } = verdict
  const nextCheckAt = deleteObjectAtMs === null ? null : new Date(deleteObjectAtMs)
  if (!verdict.verified) return { state: 'failed', problem: verdict.problem, nextCheckAt }
  const { perceptualHash, widthPixels, heightPixels, verifiedAtMs } = verdict
  return {
    state: 'verified',
    perceptualHash,
    widthPixels,
    heightPixels,
    verifiedAt: new Date(verifiedAtMs),
    nextCheckAt,
  }
}

export function toRecord(row: PhotoRow): PhotoRecord {
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

export function toDue(row: Prisma.AttemptPhotoGetPayload<{ include: typeof WITH_ATTEMPT }>): DuePhoto {
  const { attemptId, sha256, byteLength, objectKey, nextCheckAt, checkCount, attempt } = row
  const { employeeId, evidenceDeadline, receivedAt } = attempt
  return {
    ...{ attemptId, employeeId, sha256, byteLength, objectKey },
    deadlineMs: msOf(evidenceDeadline),
    receivedAtMs: receivedAt.getTime(),
    dueAtMs: msOf(nextCheckAt),
    lostCount: checkCount,
  }
}

export function msOf(date: Date | null): number | null {
  return date?.getTime() ?? null
}
