import { deleteLeftover, lookAtPhoto, type LookAtPhotoPorts } from '../features/photos/look-at-photo.usecase'
import type { Log } from '../ports/log'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

/** Photos in memory at once: enough to keep every decoding thread busy while others are fetched and stored. */
const AT_ONCE = 4
const LEFTOVERS_AT_ONCE = 20
const POLL_MS = 1_000

const LOOK_FAILED = 'photo was not verified; it is looked at again'
const DELETION_FAILED = 'object of a failed photo was not deleted; it is tried again'

export type VerifyPhotosParts = LookAtPhotoPorts & { readonly log: Log }

/** Looks for photos until stopped: at once while any are due, else it looks again every second. */
export function startVerifyingPhotos(parts: VerifyPhotosParts, timer: Timer = systemTimer): Repeating {
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
export function createVerifyPhotosPass(parts: VerifyPhotosParts): () => Promise<number> {
  const { photoRecords, clock, log } = parts
  return async () => {
    const photos = await photoRecords.due(AT_ONCE, clock.nowMs())
    const looks = await Promise.all(
      photos.map((photo) => unlessFault(log, photo, LOOK_FAILED, () => lookAtPhoto(parts, photo))),
    )
    const leftovers = await photoRecords.leftovers(LEFTOVERS_AT_ONCE, clock.nowMs())
    let deletedCount = 0
    for (const leftover of leftovers) {
      // The store is away: the others would fail as well, and wait.
      if (!(await unlessFault(log, leftover, DELETION_FAILED, () => deleteLeftover(parts, leftover)))) break
      deletedCount++
    }
    return looks.filter(Boolean).length + deletedCount
  }
}

async function unlessFault(
  log: Log,
  { attemptId, sha256 }: { readonly attemptId: string; readonly sha256: string },
  text: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    log.warn({ attemptId, sha256, err: error }, text)
    return false
  }
}
