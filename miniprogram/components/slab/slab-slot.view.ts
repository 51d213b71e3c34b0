import type { ContextReply, SlotReply } from '../../contract/api'
import { lateMinutes } from '../../contract/work-day'
import { endTimeOf, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import { slotFigures } from './slab-figures'
import { placeState } from './slab-place.view'
import { queuedAtMsOf, queuedState } from './slab-queued.view'
import type { SlabDraft, SlabInput } from './slab.view'

const words = texts.slab

/** By how the chosen slot stands; where it can be done now, by where the phone is. Pure. */
export function slotState(slot: SlotReply, context: ContextReply, input: SlabInput): SlabDraft {
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
  const queuedAtMs = queuedAtMsOf(slot, input)
  if (queuedAtMs !== null && slot.kind !== 'visit') return queuedState(slot, queuedAtMs, input)
  if (standing?.outcome === 'pending' && slot.kind !== 'visit') {
    return {
      state: 'pending',
      look: 'pending_tint',
      title: words.pending(name),
      reason: pendingReason(context.leaders[0] ?? words.yourLeader, nowMs - Date.parse(standing.capturedAt)),
      time: timeOf(standing.capturedAt),
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
  return isOver ? closedState(slot, context) : placeState(slot, context, input)
}

function closedState({ kind, closesAt }: SlotReply, { capabilities }: ContextReply): SlabDraft {
  const reason = capabilities.corrections ? words.closedCorrect : words.closedAt
  return {
    state: 'day_over',
    look: 'plain',
    title: words.closed(texts.slotName[kind]),
    reason: reason(endTimeOf(closesAt)),
    icon: capabilities.corrections ? 'fix' : 'minus',
    act: capabilities.corrections ? 'correct' : 'none',
  }
}

/** In one unit, so that it changes by the minute. */
function pendingReason(leader: string, waitedMs: number): string {
  const minutes = Math.floor(waitedMs / 60_000)
  if (minutes < 1) return words.pendingNow(leader)
  if (minutes < 60) return words.pendingFor(leader, words.minutes(minutes))
  const waited = minutes < 1_440 ? words.hours(Math.floor(minutes / 60)) : words.days(Math.floor(minutes / 1_440))
  return words.pendingFor(leader, waited)
}

function doneReason(slot: SlotReply, capturedAt: string): string {
  const clock = capturedAt.slice(11, 19)
  const minutes = lateMinutes(slotFigures(slot), Date.parse(capturedAt))
  if (slot.dueAt === null || slot.kind !== 'early') return words.doneAt(clock)
  return minutes > 0 ? words.doneLate(clock, minutes) : words.doneOnTime(clock)
}
