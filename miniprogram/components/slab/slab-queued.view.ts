import type { SlotReply } from '../../contract/api'
import { isSameSlot } from '../../contract/work-day'
import { clockText, offsetMinutesOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import type { SlabDraft, SlabInput } from './slab.view'

const words = texts.slab

/** When this slot was checked in, by the phone's clock, if that waits in the phone: the newest one. Pure. */
export function queuedAtMsOf(slot: SlotReply, { queued }: Pick<SlabInput, 'queued'>): number | null {
  const waiting = queued.filter((one) => isSameSlot(one.slot, slot))
  return waiting[waiting.length - 1]?.capturedAtMs ?? null
}

/** It is signed and safe, and nobody has judged it: signing once more would help nothing. Pure. */
export function queuedState(
  { kind, opensAt }: SlotReply,
  queuedAtMs: number,
  { place }: Pick<SlabInput, 'place'>,
): SlabDraft {
  const time = clockText(queuedAtMs, offsetMinutesOf(opensAt)).slice(0, 5)
  const isOffline = place.network === 'none'
  return {
    state: 'queued',
    look: 'plain',
    title: words.queued(texts.slotName[kind]),
    reason: isOffline ? words.queuedOffline(time) : words.queuedSending(time),
    icon: 'offline',
    act: isOffline ? 'none' : 'retry',
  }
}
