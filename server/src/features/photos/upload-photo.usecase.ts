import type { PhotoType } from '#contract/photos'
import { AppError } from '../../app-error'
import type { PhotoRecord, PhotoRecordStore, PhotosOfAttempt } from '../../ports/photo-record-store'
import type { PhotoStore, SignedUpload } from '../../ports/photo-store'
import type { Clock } from '../../ports/system'
import type { SessionCaller } from '../sessions/caller.rules'
import { photoKey } from './photo-keys.rules'
import { mayStillUpload, ticketTimes } from './photo-times.rules'
import { ticketTrail } from './photo-trail.rules'

/**
 * For one person and work day: three check-ins of nine photos of the largest size, ten times what a long day in the
 * field brings. Without it one phone could fill the disk.
 */
const MOST_BYTES_A_DAY = 300 * 1_048_576
/** Nothing of that day becomes free again; other days have a budget of their own. */
const OVER_BUDGET_RETRY_SECONDS = 3_600

export interface UploadPhotoPorts {
  readonly photoRecords: PhotoRecordStore
  readonly photoStore: PhotoStore
  readonly clock: Clock
}

export interface NamedPhotoInput {
  readonly caller: Pick<SessionCaller, 'employeeId' | 'sessionKind'>
  readonly attemptId: string
  readonly sha256: string
}

export interface TicketInput extends NamedPhotoInput {
  readonly contentType: PhotoType
  readonly requestId: string
}

export interface PhotoTicket {
  readonly photo: PhotoRecord
  /** Null: nothing is left to send. */
  readonly upload: (SignedUpload & { readonly expiresAtMs: number }) | null
}

/**
 * A signed form for the bytes of one photo that one's own attempt names. Another ticket for the same photo is for the
 * same key and says how to send it now; the store takes the first complete upload and no other. A refused attempt needs
 * no photos any more: nothing is left to send.
 * The attempt was signed by the phone of its time, with consent: a phone that was replaced since, or a consent that was
 * withdrawn, takes nothing back from it. A browser has no photos.
 * @throws AppError NOT_FOUND, DEVICE_NEEDED (a browser), PHOTO_DEADLINE_PASSED, TOO_MANY_REQUESTS (more bytes than a day may have),
 * PHOTO_STORE_UNAVAILABLE
 */
export async function giveTicket(ports: UploadPhotoPorts, input: TicketInput): Promise<PhotoTicket> {
  const { photoRecords, photoStore, clock } = ports
  const { attemptId, sha256, contentType, requestId } = input
  const nowMs = clock.nowMs()
  const { attempt, photo } = await findOwnPhoto(photoRecords, input)
  if (photo.state !== 'awaited' || attempt.outcome === 'refused') return { photo, upload: null }
  if (!mayStillUpload(attempt.deadlineMs, nowMs)) throw new AppError('PHOTO_DEADLINE_PASSED')

  const { expiresAtMs, lookAtMs } = ticketTimes(attempt.deadlineMs, nowMs)
  const objectKey = photoKey(attemptId, sha256)
  const terms = { key: objectKey, contentType, byteLength: photo.byteLength, expiresAtMs }
  const upload = await photoStore.signUpload(terms, nowMs)
  const named = { attemptId, sha256, employeeId: attempt.employeeId }
  const trail = ticketTrail(named, { contentType, expiresAtMs }, requestId)
  const ticket = { objectKey, lookAtMs, mostBytesADay: MOST_BYTES_A_DAY }
  const noted = await photoRecords.noteTicket(photo, ticket, trail, nowMs)
  if (noted === 'over_budget') {
    throw new AppError('TOO_MANY_REQUESTS', { retryAfterSeconds: OVER_BUDGET_RETRY_SECONDS })
  }
  if (noted === 'not_awaited') return { photo: (await findOwnPhoto(photoRecords, input)).photo, upload: null }
  return { photo, upload: { ...upload, expiresAtMs } }
}

/**
 * The phone says that the bytes are in: the worker looks now instead of in a while.
 * @returns the photo as it stands; it is verified later
 * @throws AppError NOT_FOUND, DEVICE_NEEDED (a browser)
 */
export async function reportUploaded(
  { photoRecords, clock }: Pick<UploadPhotoPorts, 'photoRecords' | 'clock'>,
  input: NamedPhotoInput,
): Promise<PhotoRecord> {
  const { photo } = await findOwnPhoto(photoRecords, input)
  if (photo.state === 'awaited') await photoRecords.noteUploaded(photo, clock.nowMs())
  return photo
}

async function findOwnPhoto(
  photoRecords: PhotoRecordStore,
  { caller, attemptId, sha256 }: NamedPhotoInput,
): Promise<{ readonly attempt: PhotosOfAttempt; readonly photo: PhotoRecord }> {
  if (caller.sessionKind === 'web') throw new AppError('DEVICE_NEEDED')
  const attempt = await photoRecords.ofAttempt(attemptId)
  const photo = attempt?.photos.find((one) => one.sha256 === sha256)
  if (attempt === null || photo === undefined || attempt.employeeId !== caller.employeeId) {
    throw new AppError('NOT_FOUND')
  }
  return { attempt, photo }
}
