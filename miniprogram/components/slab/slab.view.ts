/** The one big button: what it says and does in every state. It never moves; only words and colours change. */
import type { ContextReply, SlotReply } from '../../contract/api'
import { lateMinutes } from '../../contract/work-day'
import type { PlaceState } from '../../services/place-watch'
import { clockText, durationText, endTimeOf, offsetMinutesOf, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import type { IconName } from '../icon/icons'
import { slotFigures } from './slab-figures'
import { placeState } from './slab-place.view'

export type SlabState =
  | 'ready_early'
  | 'ready_visit'
  | 'ready_late'
  | 'wifi_proven'
  | 'outside'
  | 'imprecise'
  | 'no_fix'
  | 'locating'
  | 'opening'
  | 'no_permission'
  | 'offline'
  | 'needs_approval'
  | 'pending'
  | 'done'
  | 'upcoming'
  | 'day_over'
  | 'not_bound'
  | 'sending'

/** What a tap does: `ways` opens the reason and the ways out. */
export type SlabAct = 'submit' | 'ways' | 'settings' | 'refresh' | 'apply' | 'rebind' | 'result' | 'none'

/** Filled looks submit on a tap; tinted and plain ones do not. */
export type SlabLook =
  'brand' | 'field' | 'night' | 'late' | 'refused' | 'plain' | 'offline' | 'pending' | 'pending_tint' | 'accepted'

export interface SlabView {
  readonly state: SlabState
  readonly look: SlabLook
  readonly title: string
  readonly reason: string
  /** `08:52` and `:07`; null where an icon stands instead. */
  readonly clock: { readonly time: string; readonly seconds: string; readonly note: string } | null
  readonly icon: IconName | ''
  readonly act: SlabAct
  /** Both lines, read aloud. */
  readonly label: string
}

export interface SlabInput {
  /** By the server's clock, as well as it is known. */
  readonly nowMs: number
  readonly isBound: boolean
  readonly context: ContextReply | null
  readonly slot: SlotReply | null
  readonly place: PlaceState
  readonly sendingSinceMs: number | null
  /** Visits of today that stand already. */
  readonly visitCount: number
}

const words = texts.slab
const SLOW_MS = 1_000

/** A state before its clock and its label. */
export type SlabDraft = Omit<SlabView, 'label' | 'clock' | 'icon'> & {
  readonly icon?: IconName
  readonly note?: string
}

/** Pure. The first of these that holds is the state. */
export function slabView(input: SlabInput): SlabView {
  const draft = stateOf(input)
  const { context, slot, nowMs } = input
  const offset = offsetMinutesOf(slot?.opensAt ?? context?.serverTime ?? '')
  const clock = clockText(nowMs, offset)
  const { icon, note, ...rest } = draft
  return {
    ...rest,
    clock: icon === undefined ? { time: clock.slice(0, 5), seconds: clock.slice(5), note: note ?? '' } : null,
    icon: icon ?? '',
    label: `${draft.title}，${draft.reason}`,
  }
}

function stateOf(input: SlabInput): SlabDraft {
  const { context, slot, isBound, sendingSinceMs, nowMs } = input
  if (sendingSinceMs !== null) {
    const isSlow = nowMs - sendingSinceMs >= SLOW_MS
    return {
      state: 'sending',
      look: 'brand',
      title: words.sending,
      reason: isSlow ? words.sendingSlow : '',
      act: 'none',
    }
  }
  if (!isBound) {
    return {
      state: 'not_bound',
      look: 'refused',
      title: words.notBound,
      reason: words.notBoundHint,
      icon: 'phone',
      act: 'rebind',
    }
  }
  if (context === null) {
    return {
      state: 'opening',
      look: 'plain',
      title: words.opening,
      reason: words.openingHint,
      icon: 'locate',
      act: 'none',
    }
  }
  return slot === null ? dayState(context) : slotState(slot, context, input)
}

function dayState({ slots, workDay }: ContextReply): SlabDraft {
  const work = slots.filter((slot) => slot.kind !== 'visit' && slot.workDay === workDay)
  if (work.length === 0) {
    return {
      state: 'day_over',
      look: 'plain',
      title: words.noSlots,
      reason: words.noSlotsHint,
      icon: 'calendar',
      act: 'none',
    }
  }
  const missing = work.find(({ standing }) => standing === null)
  const reason = missing === undefined ? words.dayOverDone : words.dayOverMissing(texts.slotName[missing.kind])
  return { state: 'day_over', look: 'plain', title: words.dayOver, reason, icon: 'fix', act: 'none' }
}

function slotState(slot: SlotReply, context: ContextReply, input: SlabInput): SlabDraft {
  const { nowMs } = input
  const name = texts.slotName[slot.kind]
  if (nowMs < Date.parse(slot.opensAt)) {
    return {
      state: 'upcoming',
      look: 'plain',
      title: words.upcoming(name),
      reason: words.upcomingAt(timeOf(slot.opensAt)),
      act: 'none',
    }
  }
  const { standing } = slot
  if (standing?.outcome === 'pending' && slot.kind !== 'visit') {
    const waited = durationText((nowMs - Date.parse(standing.capturedAt)) / 1_000)
    return {
      state: 'pending',
      look: 'pending_tint',
      title: words.pending(name),
      reason: words.pendingFor(context.leaders[0] ?? words.yourLeader, waited),
      icon: 'glass',
      act: 'result',
    }
  }
  // A late check-in may be repeated: the last one counts.
  const isOver = nowMs > Date.parse(slot.closesAt)
  if (standing?.outcome === 'accepted' && (slot.kind === 'early' || (slot.kind === 'late' && isOver))) {
    return {
      state: 'done',
      look: 'accepted',
      title: words.done(name),
      reason: doneReason(slot, standing.capturedAt),
      icon: 'okc',
      act: 'result',
    }
  }
  return isOver ? closedState(slot, name) : placeState(slot, context, input)
}

function closedState({ closesAt }: SlotReply, name: string): SlabDraft {
  return {
    state: 'day_over',
    look: 'plain',
    title: words.closed(name),
    reason: words.closedAt(endTimeOf(closesAt)),
    icon: 'minus',
    act: 'none',
  }
}

function doneReason(slot: SlotReply, capturedAt: string): string {
  const clock = capturedAt.slice(11, 19)
  const minutes = lateMinutes(slotFigures(slot), Date.parse(capturedAt))
  if (slot.dueAt === null || slot.kind !== 'early') return words.doneAt(clock)
  return minutes > 0 ? words.doneLate(clock, minutes) : words.doneOnTime(clock)
}
