import { deleteExpired, type DeletePhotosPorts } from '../features/photos/delete-photos.usecase'
import type { Log } from '../ports/log'
import { countWithoutFault } from './photo-faults'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

const EVERY_MS = 3_600_000
const AT_ONCE = 20

const DELETION_FAILED = 'photo that was kept for long enough was not deleted; it is tried again'

export interface PurgePhotosParts extends DeletePhotosPorts {
  /** Clears what killed processes left half written in the store. */
  readonly sweepStore: () => Promise<void>
  readonly log: Log
}

/** Deletes photos that were kept for long enough, and sweeps their store, hourly until stopped. Several may run. */
export function startPurgingPhotos(parts: PurgePhotosParts, timer: Timer = systemTimer): Repeating {
  const { log, sweepStore } = parts
  const purge = createPurgePhotosRound(parts)
  return startRepeating(async () => {
    try {
      await sweepStore()
      const count = await purge()
      if (count > 0) log.info({ count }, 'expired photos deleted')
    } catch (error) {
      log.error({ err: error }, 'expired photos could not be deleted; it is tried again')
    }
    return EVERY_MS
  }, timer)
}

/** One round over all that are due; ends early when the store is away. @returns how many were deleted */
export function createPurgePhotosRound(parts: Omit<PurgePhotosParts, 'sweepStore'>): () => Promise<number> {
  const { photoRecords, clock, log } = parts
  return async () => {
    let total = 0
    for (;;) {
      const photos = await photoRecords.expired(AT_ONCE, clock.nowMs())
      const count = await countWithoutFault(log, DELETION_FAILED, photos, (photo) => deleteExpired(parts, photo))
      if (count === 0) return total
      total += count
    }
  }
}
