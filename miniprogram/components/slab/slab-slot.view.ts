import type { ContextReply, SlotReply } from '../../contract/api'
import { lateMinutes } from '../../contract/work-day'
import { clockText, endTimeOf, offsetMinutesOf, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import { slotFigures } from './slab-figures'
import { placeState } from './slab-place.view'
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
  if (input.queuedAtMs !== null && slot.kind !== 'visit') return queuedState(slot, input.queuedAtMs, input)
  if (standing?.outcome === 'pending' && slot.kind !== 'visit') {
    return {
      state: 'pending',
      look: 'pending_tint',
      title: words.pending(name),
      reason: words.pendingFor(
        context.leaders[0] ?? words.yourLeader,
        waitedText(nowMs - Date.parse(standing.capturedAt)),
      ),
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

/** It is signed and safe, and nobody has judged it: signing once more would help nothing. */
function queuedState({ kind, opensAt }: SlotReply, queuedAtMs: number, { place }: SlabInput): SlabDraft {
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
function waitedText(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000)
  if (minutes < 1) return words.underMinute
  if (minutes < 60) return words.minutes(minutes)
  return minutes < 1_440 ? words.hours(Math.floor(minutes / 60)) : words.days(Math.floor(minutes / 1_440))
}

function doneReason(slot: SlotReply, capturedAt: string): string {
  const clock = capturedAt.slice(11, 19)
  const minutes = lateMinutes(slotFigures(slot), Date.parse(capturedAt))
  if (slot.dueAt === null || slot.kind !== 'early') return words.doneAt(clock)
  return minutes > 0 ? words.doneLate(clock, minutes) : words.doneOnTime(clock)
}
