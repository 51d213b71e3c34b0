/** What waits in the phone: how much, until when, and how far its photos are. */
import type { QueueEntry } from '../../services/queue-entry'
import type { QueueChange } from '../../services/queue-steps'
import type { NetworkType } from '../../contract/place'
import { agoText, bytesText, clockText, endTimeOf, offsetMinutesOf } from '../../texts/format'
import { texts } from '../../texts/texts'

export interface StripView {
  readonly title: string
  readonly hint: string
  readonly action: string
}

export interface WaitingView {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly time: string
  readonly ago: string
  /** In the server's words; may be put away. */
  readonly problem: string
}

export interface QueueView {
  readonly strip: StripView | null
  readonly deadline: string
  readonly waiting: readonly WaitingView[]
}

const words = texts.home

/** Pure. @param phoneNowMs by the phone's clock, which the entries carry; @param nowMs by the server's */
export function queueView(
  { entries, progress }: Pick<QueueChange, 'entries' | 'progress'>,
  network: NetworkType | null,
  phoneNowMs: number,
  nowMs: number,
): QueueView {
  const open = entries.filter(({ state }) => state !== 'stuck')
  const unsent = entries.filter(({ state }) => state === 'waiting')
  const first = unsent
    .map(({ uploadUntil }) => uploadUntil)
    .sort((left, right) => Date.parse(left) - Date.parse(right))[0]
  return {
    strip: stripOf(open.length, network),
    deadline:
      first === undefined ? '' : nowMs > Date.parse(first) ? words.deadlineOver : words.deadline(endTimeOf(first)),
    waiting: entries.map((entry) => ({
      id: entry.id,
      title: texts.slotName[entry.slot.kind],
      text: words.waitingSite(entry.siteName, photosText(entry, progress)),
      time: clockText(entry.capturedAtMs, offsetMinutesOf(entry.uploadUntil)).slice(0, 5),
      ago: agoText(phoneNowMs - entry.capturedAtMs),
      problem: entry.problem === null ? '' : `${entry.problem.message}。${entry.problem.hint}`,
    })),
  }
}

function stripOf(count: number, network: NetworkType | null): StripView | null {
  if (network === 'none')
    return { title: words.offlineTitle(count), hint: words.offlineHint, action: count > 0 ? words.retryNow : '' }
  return count > 0 ? { title: words.sendingTitle(count), hint: words.sendingHint, action: words.retryNow } : null
}

function photosText({ photos }: QueueEntry, progress: QueueChange['progress']): string {
  if (photos.length === 0) return ''
  const underWay = photos.find(({ sha256 }) => progress[sha256] !== undefined)
  if (underWay !== undefined) {
    const sent = photos.filter(({ state }) => state !== 'waiting').length
    return words.photoProgress(sent, photos.length, Math.round((progress[underWay.sha256] ?? 0) * 100))
  }
  return words.photoSize(photos.length, bytesText(photos.reduce((sum, photo) => sum + photo.byteLength, 0)))
}
