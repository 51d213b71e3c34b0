import type { PhotoProblem } from '#contract/photos'
import { untilNoConflict } from '../../until-no-conflict'
import type { Log } from '../../ports/log'
import type { DuePhoto, PhotoRecordStore, PhotoVerdict } from '../../ports/photo-record-store'
import type { PhotoStore } from '../../ports/photo-store'
import type { PhotoVerifier, UndecidedPhoto, VerifiedPhoto } from '../../ports/photo-verifier'
import type { Settle } from '../../ports/settle'
import type { Clock, Random } from '../../ports/system'
import type { Transactions } from '../../ports/transaction'
import { viewKey } from './photo-keys.rules'
import {
  deleteFailedAtMs,
  deleteVerifiedAtMs,
  evidenceAtMs,
  isGivenUp,
  nextLookAfterLossMs,
  nextLookAtMs,
} from './photo-times.rules'
import { verdictTrail } from './photo-trail.rules'

/** Over a quarter of an hour: a machine that is slow or out of memory has recovered by then, a picture has not. */
const MOST_LOST_DECODERS = 5

export interface LookAtPhotoPorts {
  readonly photoRecords: PhotoRecordStore
  readonly photoStore: PhotoStore
  readonly photoVerifier: PhotoVerifier
  readonly transactions: Transactions
  readonly settle: Settle
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/**
 * `absent`: it is looked for again later; `taken`: another worker has it, or settled it meanwhile; `undecided`: a decoder
 * was lost over it, and another look is made.
 */
export type LookResult = 'verified' | 'failed' | 'absent' | 'taken' | 'undecided'

/**
 * One look for an awaited photo. What is there is read, verified, and settled together with its attempt in one
 * transaction; what is not there at the end has failed, and so has a picture over which five decoders were lost. A look
 * that ends halfway, by a fault or a kill, has settled nothing and is made again: everything before the transaction may
 * be repeated.
 * @throws AppError PHOTO_STORE_UNAVAILABLE, BUSY_TRY_AGAIN; Error when the verifier cannot work
 */
export async function lookAtPhoto(ports: LookAtPhotoPorts, photo: DuePhoto): Promise<LookResult> {
  const { photoRecords, clock, log } = ports
  const lookedAtMs = clock.nowMs()
  if (!(await photoRecords.claim(photo, nextLookAtMs(photo, lookedAtMs)))) return 'taken'
  const result = await examine(ports, photo)
  const nowMs = clock.nowMs()
  const fails = (problem: PhotoProblem, asOfMs: number) =>
    finish(ports, photo, { verified: false, problem, deleteObjectAtMs: deleteFailedAtMs(photo, nowMs) }, asOfMs)
  if (result === null) return isGivenUp(photo, lookedAtMs) ? fails('not_uploaded', nowMs) : 'absent'

  const asOfMs = evidenceAtMs(photo.deadlineMs, nowMs)
  if (result.verified === true) {
    const deleteObjectAtMs = deleteVerifiedAtMs(photo.receivedAtMs)
    return finish(ports, photo, { ...result, verifiedAtMs: asOfMs, deleteObjectAtMs }, asOfMs)
  }
  if (result.verified === false) return fails(result.problem, asOfMs)
  const { attemptId, sha256, lostCount } = photo
  log.warn({ attemptId, sha256, err: result.cause, lostBefore: lostCount }, 'a decoder was lost over a photo')
  if (lostCount + 1 >= MOST_LOST_DECODERS) return fails('damaged', asOfMs)
  await photoRecords.noteLost(photo, nextLookAfterLossMs(lostCount, nowMs))
  return 'undecided'
}

/** Null: there is nothing under its key. Views are written before anything says that they are there. */
async function examine(
  { photoStore, photoVerifier }: LookAtPhotoPorts,
  { objectKey, sha256, byteLength }: DuePhoto,
): Promise<VerifiedPhoto | UndecidedPhoto | null> {
  if (objectKey === null) return null
  const object = await photoStore.head(objectKey)
  if (object === null) return null
  if (object.byteLength !== byteLength) return { verified: false, problem: 'size' }
  const bytes = await photoStore.read(objectKey, byteLength)
  if (bytes === null) return null
  const result = await photoVerifier.verify({ bytes, claimedSha256: sha256, claimedByteLength: byteLength })
  if (result.verified === true) {
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
