import type { PhotoView } from '#contract/photos'
import { AppError } from '../../app-error'
import type { PeopleStore } from '../../ports/people-store'
import type { PhotoRecordStore, PhotosOfAttempt } from '../../ports/photo-record-store'
import type { PhotoStore } from '../../ports/photo-store'
import type { Clock } from '../../ports/system'
import { mayDoFor } from '../people/roles.rules'
import type { SessionCaller } from '../sessions/caller.rules'
import { viewKey } from './photo-keys.rules'
import { VIEW_MS } from './photo-times.rules'
import { viewTrail } from './photo-trail.rules'

export interface ViewPhotoPorts {
  readonly photoRecords: PhotoRecordStore
  readonly photoStore: PhotoStore
  readonly people: Pick<PeopleStore, 'departmentPathOf'>
  readonly clock: Clock
}

export interface ViewInput {
  readonly caller: Pick<SessionCaller, 'employeeId' | 'roles'>
  readonly attemptId: string
  readonly sha256: string
  readonly view: PhotoView
  readonly requestId: string
}

/** The photos that one's own attempt names. @throws AppError NOT_FOUND: it names none, or is another person's */
export async function listOwnPhotos(
  { photoRecords }: Pick<ViewPhotoPorts, 'photoRecords'>,
  employeeId: string,
  attemptId: string,
): Promise<PhotosOfAttempt> {
  const attempt = await photoRecords.ofAttempt(attemptId)
  if (attempt === null || attempt.employeeId !== employeeId) throw new AppError('NOT_FOUND')
  return attempt
}

/**
 * A short-lived address of a view of a verified photo. Whoever looks at another person's photo needs
 * `records.read_place` over that person, and leaves an audit line before there is an address.
 * @throws AppError NOT_FOUND (also without permission), PHOTO_STORE_UNAVAILABLE
 */
export async function viewPhoto(
  { photoRecords, photoStore, people, clock }: ViewPhotoPorts,
  { caller, attemptId, sha256, view, requestId }: ViewInput,
): Promise<{ readonly url: string; readonly expiresAtMs: number }> {
  const attempt = await photoRecords.ofAttempt(attemptId)
  const photo = attempt?.photos.find((one) => one.sha256 === sha256)
  if (attempt === null || photo?.state !== 'verified' || photo.objectKey === null) throw new AppError('NOT_FOUND')
  const { employeeId } = attempt
  const isOwn = employeeId === caller.employeeId
  if (!isOwn && !mayDoFor(caller.roles, 'records.read_place', await people.departmentPathOf(employeeId))) {
    throw new AppError('NOT_FOUND')
  }
  const nowMs = clock.nowMs()
  const expiresAtMs = nowMs + VIEW_MS
  const url = await photoStore.signRead(viewKey(photo.objectKey, view), expiresAtMs, nowMs)
  if (!isOwn) {
    const trail = viewTrail({ attemptId, employeeId, sha256 }, view, caller.employeeId, requestId)
    await photoRecords.noteView(trail, nowMs)
  }
  return { url, expiresAtMs }
}
