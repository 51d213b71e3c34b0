/** Site photos as tiles: how far each is on its way, and what became of it. */
import type { PhotoReply } from '../../contract/api-photos'
import { isStale, type NewPhoto } from '../../services/take-photo'
import type { QueueEntry, QueuedPhoto } from '../../services/queue-entry'
import { texts } from '../../texts/texts'
import type { IconName } from '../icon/icons'

export interface PhotoTile {
  /** The photo's hash. */
  readonly key: string
  /** A file of the phone or an address; empty: there is nothing to show yet. */
  readonly src: string
  readonly chip: {
    readonly tone: 'plain' | 'accepted' | 'refused'
    readonly icon: IconName
    readonly text: string
  } | null
  /** Of the upload under way, 0 to 100. */
  readonly percent: number | null
  /** Why it does not count, and what to do. */
  readonly why: string
  readonly canRemove: boolean
  readonly label: string
}

const words = texts.photos

/** Photos of a draft: until it is sent, each may go. */
export function draftTiles(photos: readonly NewPhoto[], phoneNowMs: number, isSending: boolean): readonly PhotoTile[] {
  return photos.map((photo, index) => {
    const stale = isStale(photo, phoneNowMs)
    const minutes = Math.floor(Math.abs(phoneNowMs - photo.takenAtMs) / 60_000)
    return tile(index, {
      key: photo.sha256,
      src: photo.path,
      chip: stale ? { tone: 'refused', icon: 'clock', text: words.stale } : null,
      why: stale ? words.staleWhy(minutes) : '',
      canRemove: !isSending,
    })
  })
}

export interface SentPhotos {
  /** As the server lists them. */
  readonly photos: readonly PhotoReply[]
  /** Addresses of what may be looked at, by hash. */
  readonly urls: Readonly<Record<string, string>>
  /** The same check-in in the queue, while photos of it are under way. */
  readonly entry: Pick<QueueEntry, 'photos'> | null
  readonly progress: Readonly<Record<string, number>>
}

/** Photos of a check-in that the server knows, with what this phone still has of them. */
export function sentTiles({ photos, urls, entry, progress }: SentPhotos): readonly PhotoTile[] {
  return photos.map((photo, index) => {
    const { sha256, state, problem } = photo
    const queued = entry?.photos.find((candidate) => candidate.sha256 === sha256)
    const onItsWay = state === 'awaited' ? queued : undefined
    return tile(index, {
      key: sha256,
      src: urls[sha256] ?? queued?.path ?? '',
      chip:
        state === 'verified'
          ? { tone: 'accepted', icon: 'check', text: words.verified }
          : state === 'failed'
            ? { tone: 'refused', icon: 'x', text: words.failed }
            : onItsWay !== undefined
              ? queuedChip(onItsWay, progress[sha256])
              : { tone: 'plain', icon: 'glass', text: words.checking },
      percent: onItsWay === undefined ? null : percentOf(progress[sha256]),
      why: state === 'failed' ? words.problem[problem ?? 'damaged'] : '',
    })
  })
}

function queuedChip({ state }: Pick<QueuedPhoto, 'state'>, share: number | undefined): NonNullable<PhotoTile['chip']> {
  if (state === 'in') return { tone: 'plain', icon: 'glass', text: words.checking }
  if (state === 'lost') return { tone: 'refused', icon: 'x', text: words.lost }
  const percent = percentOf(share)
  return percent === null
    ? { tone: 'plain', icon: 'upload', text: words.waiting }
    : { tone: 'plain', icon: 'upload', text: words.uploading(percent) }
}

function percentOf(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(Math.min(1, Math.max(0, share)) * 100)
}

function tile(
  index: number,
  given: Pick<PhotoTile, 'key' | 'src'> & Partial<Omit<PhotoTile, 'key' | 'src' | 'label'>>,
): PhotoTile {
  const { chip = null, percent = null, why = '', canRemove = false } = given
  const label = [words.one(index + 1), chip?.text ?? '', why].filter((part) => part !== '').join('，')
  return { key: given.key, src: given.src, chip, percent, why, canRemove, label }
}
