/** 极速签到: when the page may check in by itself. Everything has to speak for it; whatever is in doubt is left to a tap. */
import type { ContextReply, SlotReply } from '../contract/api'
import { isSameSlot } from '../contract/work-day'
import type { KnownContext } from './context'
import type { PlaceState } from './place-state'
import type { QueueEntry } from './queue-entry'

/** A fix counts as fresh for so long. */
const FRESH_MS = 30_000

export interface QuickSituation {
  /** The person switched it on. */
  readonly isWanted: boolean
  /** This phone is bound; a phone that waits for approval needs a photo. */
  readonly isBound: boolean
  /** Something is being sent, or a choice is open in front of the person. */
  readonly isBusy: boolean
  readonly phoneNowMs: number
  /** Since when the page has been in the foreground, by the phone's clock. */
  readonly shownAtMs: number
  readonly known: KnownContext | null
  /** The one that a tap would check in. */
  readonly slot: SlotReply | null
  readonly place: PlaceState
  readonly queued: readonly QueueEntry[]
}

/** Pure. */
export function mayCheckInByItself(situation: QuickSituation): boolean {
  const { isWanted, isBound, isBusy, known, slot, shownAtMs, queued } = situation
  if (!isWanted || !isBound || isBusy || known === null || slot === null) return false
  // Only what the server said during this showing tells how the slot stands now.
  if (known.receivedAtMs < shownAtMs || !known.context.capabilities.quickCheckIn) return false
  return (
    isDue(slot, situation.phoneNowMs + known.clockOffsetMs) &&
    !isTried(slot, known.context) &&
    !queued.some((entry) => isSameSlot(entry.slot, slot)) &&
    !needsMore(slot, known.context) &&
    isPresent(situation)
  )
}

/** An open early slot, or a late one after its due time; never a visit. */
function isDue(slot: SlotReply, nowMs: number): boolean {
  const isOpen = Date.parse(slot.opensAt) <= nowMs && nowMs <= Date.parse(slot.closesAt)
  if (!isOpen || slot.kind === 'visit') return false
  return slot.kind === 'early' || (slot.dueAt !== null && nowMs >= Date.parse(slot.dueAt))
}

/** Whatever became of an earlier attempt, also a refused one: the next one is the person's. */
function isTried(slot: SlotReply, { attempts }: ContextReply): boolean {
  return slot.standing !== null || attempts.some((attempt) => isSameSlot(attempt.slot, slot))
}

function needsMore({ kind }: SlotReply, { policy }: ContextReply): boolean {
  return policy.photoFor.includes(kind) || policy.noteFor.includes(kind)
}

function isPresent({ place, phoneNowMs, shownAtMs }: QuickSituation): boolean {
  const { verdict, location, network, proof } = place
  if (verdict?.holds !== true || network === null || network === 'none') return false
  if (verdict.by === 'wifi') return proof.kind === 'held'
  if (location?.ok !== true) return false
  const { askedAtMs, sameSinceMs } = location.value
  const ageMs = phoneNowMs - askedAtMs
  const isFresh = ageMs >= 0 && ageMs <= FRESH_MS && phoneNowMs - sameSinceMs <= 2 * FRESH_MS
  return isFresh && askedAtMs >= shownAtMs
}
