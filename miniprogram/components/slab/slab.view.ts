/** The one big button: what it says and does in every state. It never moves; only words and colours change. */
import type { ContextReply, SlotReply } from '../../contract/api'
import type { SlotName } from '../../contract/work-day'
import type { PlaceState } from '../../services/place-state'
import { clockText, offsetMinutesOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import type { IconName } from '../icon/icons'
import { dayState } from './slab-day.view'
import { slotState } from './slab-slot.view'

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
  | 'queued'
  | 'done'
  | 'upcoming'
  | 'day_over'
  | 'day_off'
  | 'not_bound'
  | 'counting'
  | 'sending'

/** What a tap does: `ways` opens the reason and the ways out, `visit` chooses the visit slot, `cancel` ends the countdown. */
export type SlabAct =
  | 'submit'
  | 'ways'
  | 'settings'
  | 'wecom_settings'
  | 'precise_settings'
  | 'refresh'
  | 'apply'
  | 'rebind'
  | 'result'
  | 'visit'
  | 'correct'
  | 'retry'
  | 'cancel'
  | 'none'

/** Filled looks submit on a tap; tinted and plain ones do not. */
export type SlabLook =
  'brand' | 'field' | 'night' | 'late' | 'refused' | 'plain' | 'offline' | 'pending' | 'pending_tint' | 'accepted'

export interface SlabView {
  readonly state: SlabState
  readonly look: SlabLook
  readonly title: string
  readonly reason: string
  /** `08:52` and `:07`, or a time that stands still; null where an icon stands instead. */
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
  /** No answer came in time, and the same check-in went out once more. */
  readonly isRepeated: boolean
  /** Until it checks in by itself; null: it does not. */
  readonly quickSeconds: number | null
  /** Check-ins that wait in the phone, oldest first. */
  readonly queued: readonly QueuedCheckIn[]
  /** Visits of today that stand already. */
  readonly visitCount: number
  /** Model of the phone that is bound instead of this one; empty where not known. */
  readonly boundModel: string
}

export interface QueuedCheckIn {
  readonly slot: SlotName
  /** By the phone's clock. */
  readonly capturedAtMs: number
}

const words = texts.slab
const SLOW_MS = 1_000

/** A state before its clock and its label. */
export type SlabDraft = Omit<SlabView, 'label' | 'clock' | 'icon'> & {
  readonly icon?: IconName
  readonly note?: string
  /** Stands at the right instead of the time of day: `09:24`. */
  readonly time?: string
}

/** Pure. The first of these that holds is the state. */
export function slabView(input: SlabInput): SlabView {
  const draft = stateOf(input)
  const { state, look, title, reason, act, icon } = draft
  return {
    state,
    look,
    title,
    reason,
    act,
    clock: icon === undefined ? clockOf(input, draft) : null,
    icon: icon ?? '',
    label: `${title}，${reason}`,
  }
}

/** Without a network nobody vouches for the phone's clock. */
function clockOf(
  { context, slot, nowMs, place }: SlabInput,
  { time, look, note = '' }: Pick<SlabDraft, 'time' | 'look' | 'note'>,
): SlabView['clock'] {
  if (time !== undefined) return { time, seconds: '', note }
  const clock = clockText(nowMs, offsetMinutesOf(slot?.opensAt ?? context?.serverTime ?? ''))
  const isDoubtful = place.network === 'none' && (note === '' || note === words.serverTime)
  const doubt = look === 'late' ? words.phoneTimeShort : words.phoneTime
  return { time: clock.slice(0, 5), seconds: clock.slice(5), note: isDoubtful ? doubt : note }
}

function stateOf(input: SlabInput): SlabDraft {
  const { context, slot, isBound, sendingSinceMs, quickSeconds, boundModel, nowMs } = input
  if (sendingSinceMs !== null) {
    const isSlow = nowMs - sendingSinceMs >= SLOW_MS
    const reason = input.isRepeated ? words.sendingAgain : isSlow ? words.sendingSlow : ''
    return { state: 'sending', look: 'brand', title: words.sending, reason, act: 'none' }
  }
  if (!isBound) {
    return {
      state: 'not_bound',
      look: 'refused',
      title: words.notBound,
      reason: boundModel === '' ? words.notBoundHint : words.boundTo(boundModel),
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
  if (slot === null) return dayState(context, input)
  if (quickSeconds !== null) {
    return {
      state: 'counting',
      look: 'plain',
      title: words.counting(texts.slotName[slot.kind], quickSeconds),
      reason: words.countingHint,
      icon: 'x',
      act: 'cancel',
    }
  }
  return slotState(slot, context, input)
}
