/** What a check-in needs beside presence: a reason, a photo, a note. */
import type { ContextReply, SlotReply } from '../../contract/api'
import type { NewPhoto } from '../../services/take-photo'
import { texts } from '../../texts/texts'

const SHORTEST_REASON = 5

export interface Needs {
  readonly reason: boolean
  readonly photo: boolean
  readonly note: boolean
}

export interface ApplicationView {
  readonly lead: string
  readonly needs: Needs
  readonly reasonHint: string
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

/** Pure. */
export function applicationView(input: {
  readonly slot: SlotReply
  readonly context: ContextReply
  readonly needs: Needs
  readonly reason: string
  readonly note: string
  readonly photo: NewPhoto | null
  readonly isSending: boolean
}): ApplicationView {
  const { slot, context, needs, photo, isSending } = input
  const words = texts.application
  const slotName = texts.slotName[slot.kind]
  const shortBy = Math.max(0, SHORTEST_REASON - Array.from(input.reason.trim()).length)
  const missing =
    needs.photo && photo === null
      ? words.needPhoto
      : needs.reason && shortBy > 0
        ? words.reasonShort(shortBy)
        : needs.note && input.note.trim() === ''
          ? words.noteHint
          : ''
  return {
    lead: needs.reason
      ? words.lead(slotName, context.leaders.join('、') || texts.slab.yourLeader)
      : words.leadPlain(slotName),
    needs,
    reasonHint: shortBy > 0 && input.reason !== '' ? words.reasonShort(shortBy) : words.reasonHint,
    isReady: missing === '' && !isSending,
    submit: isSending ? words.submitting : needs.reason ? words.submit : words.submitPlain,
    missing,
  }
}
