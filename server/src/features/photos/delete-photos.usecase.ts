import type { DeletablePhoto, PhotoRecordStore } from '../../ports/photo-record-store'
import type { PhotoStore } from '../../ports/photo-store'
import type { Clock } from '../../ports/system'
import { keysOfPhoto } from './photo-keys.rules'
import { expiredTrail } from './photo-trail.rules'

export interface DeletePhotosPorts {
  readonly photoRecords: PhotoRecordStore
  readonly photoStore: PhotoStore
  readonly clock: Clock
}

/** Before the deletion of a photo that failed to be deleted is tried again. */
const RETRY_MS = 60 * 60_000

/** Deletes whatever lies in the store for a photo that failed. @throws AppError PHOTO_STORE_UNAVAILABLE */
export function deleteLeftover(ports: DeletePhotosPorts, photo: DeletablePhoto): Promise<void> {
  return deleteThen(ports, photo, () => ports.photoRecords.forgetLeftover(photo))
}

/**
 * Deletes the bytes and the views of a photo that was kept for long enough; its hashes and what was decided stay.
 * @throws AppError PHOTO_STORE_UNAVAILABLE
 */
export function deleteExpired(ports: DeletePhotosPorts, photo: DeletablePhoto): Promise<void> {
  const forget = () => ports.photoRecords.forgetExpired(photo, expiredTrail(photo), ports.clock.nowMs())
  return deleteThen(ports, photo, forget)
}

/** One that cannot be deleted makes room for the others: it comes again in an hour. */
async function deleteThen(
  { photoRecords, photoStore, clock }: DeletePhotosPorts,
  photo: DeletablePhoto,
  forget: () => Promise<void>,
): Promise<void> {
  try {
    for (const key of keysOfPhoto(photo.objectKey)) await photoStore.delete(key)
  } catch (error) {
    await photoRecords.postponeDeletion(photo, clock.nowMs() + RETRY_MS)
    throw error
  }
  await forget()
}
