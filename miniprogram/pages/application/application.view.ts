/** What a check-in needs beside presence: a reason, a photo, a note. */
import type { ContextReply, SlotReply } from '../../contract/api'
import { draftTiles, type PhotoTile } from '../../components/photo-strip/photo-strip.view'
import { LONGEST, type DraftContent } from '../../services/drafts-content'
import { MOST_PHOTOS } from '../../contract/photos'
import { isStale } from '../../services/take-photo'
import { texts } from '../../texts/texts'

export const SHORTEST_REASON = 5

export interface Needs {
  readonly reason: boolean
  readonly photo: boolean
  readonly note: boolean
}

export interface ApplicationView {
  readonly lead: string
  readonly needs: Needs
  readonly reasonHint: string
  readonly reasonCount: string
  readonly noteCount: string
  readonly photoCount: string
  readonly photos: readonly PhotoTile[]
  readonly canTake: boolean
  readonly isReady: boolean
  readonly submit: string
  /** What is missing still, said under the button. */
  readonly missing: string
}

/** @param isHeld the phone's change waits for approval: every check-in needs a photo */
export function needsOf(slot: SlotReply, { policy }: ContextReply, applies: boolean, isHeld: boolean): Needs {
  return {
    reason: applies,
    photo: applies || isHeld || policy.photoFor.includes(slot.kind),
    note: policy.noteFor.includes(slot.kind),
  }
}

/** Characters of a reason that are missing still, as the server counts them. */
export function reasonShortBy(reason: string): number {
  return Math.max(0, SHORTEST_REASON - Array.from(reason.trim()).length)
}

/** Pure. */
export function applicationView(input: {
  readonly slot: SlotReply
  readonly context: ContextReply
  readonly needs: Needs
  readonly content: DraftContent
  readonly phoneNowMs: number
  readonly isSending: boolean
}): ApplicationView {
  const { slot, context, needs, content, phoneNowMs, isSending } = input
  const { reason, note, photos } = content
  const words = texts.application
  const slotName = texts.slotName[slot.kind]
  const shortBy = reasonShortBy(reason)
  const missing = missingOf(input)
  return {
    lead: needs.reason
      ? words.lead(slotName, context.leaders.join('、') || texts.slab.yourLeader)
      : words.leadPlain(slotName),
    needs,
    reasonHint: shortBy > 0 && reason !== '' ? words.reasonShort(shortBy) : words.reasonHint,
    reasonCount: words.counted(reason.length, LONGEST.reason),
    noteCount: words.counted(note.length, LONGEST.note),
    photoCount: photos.length === 0 ? texts.photos.required : texts.photos.count(photos.length),
    photos: draftTiles(photos, phoneNowMs, isSending),
    canTake: photos.length < MOST_PHOTOS && !isSending,
    isReady: missing === '' && !isSending,
    submit: isSending ? words.submitting : needs.reason ? words.submit : words.submitPlain,
    missing,
  }
}

function missingOf({
  needs,
  content,
  phoneNowMs,
}: Pick<Parameters<typeof applicationView>[0], 'needs' | 'content' | 'phoneNowMs'>): string {
  const { reason, note, photos } = content
  const words = texts.application
  const shortBy = reasonShortBy(reason)
  if (needs.photo && photos.length === 0) return words.needPhoto
  if (photos.some((photo) => isStale(photo, phoneNowMs))) return texts.visit.needFresh
  if (needs.reason && shortBy > 0) return words.reasonShort(shortBy)
  return needs.note && note.trim() === '' ? words.noteHint : ''
}
