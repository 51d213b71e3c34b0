import type { PhotoView } from '#contract/photos'
import { AppError } from '../../app-error'
import type { MaySeeEvidence } from '../../ports/approvals'
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
  readonly maySeeEvidence: MaySeeEvidence
  readonly clock: Clock
}

type Viewer = Pick<SessionCaller, 'employeeId' | 'roles'>

export interface ViewInput {
  readonly caller: Viewer
  readonly attemptId: string
  readonly sha256: string
  readonly view: PhotoView
  readonly requestId: string
}

/**
 * The photos that an attempt names: one's own, or one that the caller may look at as below.
 * @throws AppError NOT_FOUND: it names none, or is another person's
 */
export async function listPhotos(
  ports: Pick<ViewPhotoPorts, 'photoRecords' | 'people' | 'maySeeEvidence'>,
  caller: Viewer,
  attemptId: string,
): Promise<PhotosOfAttempt> {
  const attempt = await ports.photoRecords.ofAttempt(attemptId)
  if (attempt === null || !(await maySee(ports, caller, attemptId, attempt.employeeId))) throw new AppError('NOT_FOUND')
  return attempt
}

/**
 * A short-lived address of a view of a verified photo. Whoever looks at another person's photo needs
 * `records.read_place` over that person, or is asked about this very check-in, and leaves an audit line before there is
 * an address.
 * @throws AppError NOT_FOUND (also without permission), PHOTO_STORE_UNAVAILABLE
 */
export async function viewPhoto(
  ports: ViewPhotoPorts,
  { caller, attemptId, sha256, view, requestId }: ViewInput,
): Promise<{ readonly url: string; readonly expiresAtMs: number }> {
  const { photoRecords, photoStore, clock } = ports
  const attempt = await photoRecords.ofAttempt(attemptId)
  const photo = attempt?.photos.find((one) => one.sha256 === sha256)
  if (attempt === null || photo?.state !== 'verified' || photo.objectKey === null) throw new AppError('NOT_FOUND')
  const { employeeId } = attempt
  if (!(await maySee(ports, caller, attemptId, employeeId))) throw new AppError('NOT_FOUND')
  const nowMs = clock.nowMs()
  const expiresAtMs = nowMs + VIEW_MS
  const url = await photoStore.signRead(viewKey(photo.objectKey, view), expiresAtMs, nowMs)
  if (employeeId !== caller.employeeId) {
    const trail = viewTrail({ attemptId, employeeId, sha256 }, view, caller.employeeId, requestId)
    await photoRecords.noteView(trail, nowMs)
  }
  return { url, expiresAtMs }
}

async function maySee(
  { people, maySeeEvidence }: Pick<ViewPhotoPorts, 'people' | 'maySeeEvidence'>,
  caller: Viewer,
  attemptId: string,
  employeeId: string,
): Promise<boolean> {
  if (employeeId === caller.employeeId) return true
  if (mayDoFor(caller.roles, 'records.read_place', await people.departmentPathOf(employeeId))) return true
  return maySeeEvidence(caller, attemptId)
}
