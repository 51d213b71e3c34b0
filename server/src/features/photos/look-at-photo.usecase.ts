import type { PhotoProblem } from '#contract/photos'
import { untilNoConflict } from '../../until-no-conflict'
import type { DuePhoto, PhotoLeftover, PhotoRecordStore, PhotoVerdict } from '../../ports/photo-record-store'
import type { PhotoStore } from '../../ports/photo-store'
import type { PhotoVerifier, VerifiedPhoto } from '../../ports/photo-verifier'
import type { Settle } from '../../ports/settle'
import type { Clock, Random } from '../../ports/system'
import type { Transactions } from '../../ports/transaction'
import { keysOfPhoto, viewKey } from './photo-keys.rules'
import { deleteLateUploadAtMs, evidenceAtMs, nextLookAtMs } from './photo-times.rules'
import { verdictTrail } from './photo-trail.rules'

export interface LookAtPhotoPorts {
  readonly photoRecords: PhotoRecordStore
  readonly photoStore: PhotoStore
  readonly photoVerifier: PhotoVerifier
  readonly transactions: Transactions
  readonly settle: Settle
  readonly clock: Clock
  readonly random: Random
}

/** `absent`: it is looked for again later; `taken`: another worker has it, or settled it meanwhile. */
export type LookResult = 'verified' | 'failed' | 'absent' | 'taken'

/**
 * One look for an awaited photo. What is there is read, verified, and settled together with its attempt in one
 * transaction; what is not there at the deadline has failed. A look that ends halfway, by a fault or a kill, has
 * settled nothing and is made again: everything before the transaction may be repeated.
 * @throws AppError PHOTO_STORE_UNAVAILABLE, BUSY_TRY_AGAIN; Error when the verifier cannot work
 */
export async function lookAtPhoto(ports: LookAtPhotoPorts, photo: DuePhoto): Promise<LookResult> {
  const { photoRecords, clock } = ports
  const lookedAtMs = clock.nowMs()
  if (!(await photoRecords.claim(photo, nextLookAtMs(photo, lookedAtMs)))) return 'taken'
  const verified = await examine(ports, photo)
  const nowMs = clock.nowMs()
  if (verified !== null) {
    const asOfMs = evidenceAtMs(photo.deadlineMs, nowMs)
    const verdict = verified.verified ? { ...verified, verifiedAtMs: asOfMs } : failure(verified.problem, nowMs)
    return finish(ports, photo, verdict, asOfMs)
  }
  if (photo.deadlineMs === null || lookedAtMs < photo.deadlineMs) return 'absent'
  const deleteObjectAtMs = photo.objectKey === null ? null : deleteLateUploadAtMs(nowMs)
  return finish(ports, photo, failure('not_uploaded', deleteObjectAtMs), nowMs)
}

function failure(problem: PhotoProblem, deleteObjectAtMs: number | null): PhotoVerdict {
  return { verified: false, problem, deleteObjectAtMs }
}

/** Null: there is nothing under its key. Views are written before anything says that they are there. */
async function examine(
  { photoStore, photoVerifier }: LookAtPhotoPorts,
  { objectKey, sha256, byteLength }: DuePhoto,
): Promise<VerifiedPhoto | null> {
  if (objectKey === null) return null
  const object = await photoStore.head(objectKey)
  if (object === null) return null
  if (object.byteLength !== byteLength) return { verified: false, problem: 'size' }
  const bytes = await photoStore.read(objectKey, byteLength)
  if (bytes === null) return null
  const result = await photoVerifier.verify({ bytes, claimedSha256: sha256, claimedByteLength: byteLength })
  if (result.verified) {
    await photoStore.write(viewKey(objectKey, 'thumbnail'), result.thumbnail, 'image/jpeg')
    await photoStore.write(viewKey(objectKey, 'display'), result.display, 'image/jpeg')
  }
  return result
}

function finish(
  { photoRecords, transactions, settle, clock, random }: LookAtPhotoPorts,
  photo: DuePhoto,
  verdict: PhotoVerdict,
  judgedAsOfMs: number,
): Promise<LookResult> {
  const { attemptId } = photo
  const trail = verdictTrail(random.id(), photo, verdict.verified ? null : verdict.problem)
  return untilNoConflict(transactions, async (tx): Promise<LookResult | 'conflict'> => {
    const nowMs = clock.nowMs()
    if (!(await photoRecords.finish(tx, photo, verdict, trail, nowMs))) return 'taken'
    const cause = { kind: 'photos', evidenceAtMs: judgedAsOfMs } as const
    const settled = await settle(tx, { attemptId, cause, requestId: null }, nowMs)
    if (settled === 'conflict') return 'conflict'
    return verdict.verified ? 'verified' : 'failed'
  })
}

/** Deletes whatever lies in the store for a photo that failed. @throws AppError PHOTO_STORE_UNAVAILABLE */
export async function deleteLeftover(
  { photoRecords, photoStore }: Pick<LookAtPhotoPorts, 'photoRecords' | 'photoStore'>,
  leftover: PhotoLeftover,
): Promise<void> {
  for (const key of keysOfPhoto(leftover.objectKey)) await photoStore.delete(key)
  await photoRecords.forgetLeftover(leftover)
}
