/** The photos of an attempt as the server has them, with what this phone still sends. */
import type { IsoTime } from '../../contract/api'
import type { PhotoListReply } from '../../contract/api-photos'
import type { Outcome } from '../../contract/decision'
import { dayTimeIn } from '../../components/day-timeline/day-time'
import { sentTiles, type PhotoTile, type SentPhotos } from '../../components/photo-strip/photo-strip.view'
import { texts } from '../../texts/texts'

export interface PhotosPart {
  readonly tiles: readonly PhotoTile[]
  /** Until when they have to be there, or that they cannot be told. */
  readonly note: string
}

export interface PhotosPartInput extends Omit<SentPhotos, 'photos'> {
  readonly photos: PhotoListReply | 'failed' | null
  readonly outcome: Outcome
  /** With the offset that times are shown in: those of photos come in UTC. */
  readonly capturedAt: IsoTime
  readonly workDay: string
}

/** Pure; null while they are not known, and where there are none. */
export function photosPart({ photos, outcome, capturedAt, workDay, ...sent }: PhotosPartInput): PhotosPart | null {
  const words = texts.result
  if (photos === null) return null
  if (photos === 'failed') return { tiles: [], note: words.photosFailed }
  const { items, deadline } = photos
  if (items.length === 0) return null
  // Nobody asks for the photos of what was refused.
  const isAwaited = outcome !== 'refused' && items.some(({ state }) => state === 'awaited')
  return {
    tiles: sentTiles({ photos: items, ...sent }),
    note: isAwaited && deadline !== null ? words.photosUntil(dayTimeIn(deadline, capturedAt, workDay)) : '',
  }
}
