import { deleteLeftover } from '../features/photos/delete-photos.usecase'
import { lookAtPhoto, type LookAtPhotoPorts } from '../features/photos/look-at-photo.usecase'
import { countWithoutFault } from './photo-faults'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

/** Photos in memory at once: enough to keep every decoder busy while others are fetched and stored. */
const AT_ONCE = 4
const LEFTOVERS_AT_ONCE = 20
const POLL_MS = 1_000

const LOOK_FAILED = 'photo was not verified; it is looked at again'
const DELETION_FAILED = 'object of a failed photo was not deleted; it is tried again'

/** Looks for photos until stopped: at once while any are due, else it looks again every second. */
export function startVerifyingPhotos(parts: LookAtPhotoPorts, timer: Timer = systemTimer): Repeating {
  const pass = createVerifyPhotosPass(parts)
  return startRepeating(async () => {
    try {
      return (await pass()) > 0 ? 0 : POLL_MS
    } catch (error) {
      parts.log.error({ err: error }, 'photos could not be looked for; it is tried again')
      return POLL_MS
    }
  }, timer)
}

/**
 * One bounded round over the photos that are due. Several workers may run it side by side: each photo is claimed, and a
 * claim only puts off the next look, so nothing is lost with a worker. Then objects of failed photos are deleted.
 * @returns how many looks and deletions were made; 0: nothing is due, or nothing can be done now
 */
export function createVerifyPhotosPass(parts: LookAtPhotoPorts): () => Promise<number> {
  const { photoRecords, clock, log } = parts
  return async () => {
    const photos = await photoRecords.due(AT_ONCE, clock.nowMs())
    const lookCount = await countWithoutFault(log, LOOK_FAILED, photos, (photo) => lookAtPhoto(parts, photo))
    const leftovers = await photoRecords.leftovers(LEFTOVERS_AT_ONCE, clock.nowMs())
    const deletedCount = await countWithoutFault(log, DELETION_FAILED, leftovers, (one) => deleteLeftover(parts, one))
    return lookCount + deletedCount
  }
}
