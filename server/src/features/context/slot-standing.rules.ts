import type { SlotState } from '#contract/api-days'
import { lateMinutes, leftEarlyMinutes, type SlotInstance } from '#contract/work-day'
import type { DayAttempt } from '../check-in/check-in-facts.rules'
import { standingOf, type ContextDay } from './context-days.rules'

/** An early or late slot with what stands for it. */
export interface SlotStanding<Attempt extends DayAttempt = DayAttempt> {
  readonly slot: SlotInstance
  readonly state: SlotState
  readonly attempt: Attempt | null
  /** Of the attempt, beyond grace; 0 without one. */
  readonly lateMinutes: number
  readonly leftEarlyMinutes: number
}

/** The day's early and late slots in order, each with its state at that moment. Visits are asked of nobody. */
export function slotStandings<Attempt extends DayAttempt>(
  { slots }: Pick<ContextDay, 'slots'>,
  attempts: readonly Attempt[],
  nowMs: number,
): SlotStanding<Attempt>[] {
  return slots
    .filter((slot) => slot.kind !== 'visit')
    .map((slot) => {
      const attempt = standingOf(slot, attempts)
      if (attempt === null) {
        return { slot, state: stateWithout(slot, nowMs), attempt, lateMinutes: 0, leftEarlyMinutes: 0 }
      }
      return {
        slot,
        state: attempt.outcome === 'accepted' ? 'accepted' : 'pending',
        attempt,
        lateMinutes: lateMinutes(slot, attempt.capturedAtMs),
        leftEarlyMinutes: leftEarlyMinutes(slot, attempt.capturedAtMs),
      }
    })
}

function stateWithout(slot: SlotInstance, nowMs: number): SlotState {
  if (nowMs < slot.opensAtMs) return 'upcoming'
  if (nowMs > slot.closesAtMs) return 'missing'
  return lateMinutes(slot, nowMs) > 0 ? 'overdue' : 'open'
}

/** Of a day's attempts: visits that count or wait. */
export function visitsOf<Attempt extends Pick<DayAttempt, 'slot' | 'outcome'>>(
  attempts: readonly Attempt[],
): Attempt[] {
  return attempts.filter(
    ({ slot, outcome }) => slot.kind === 'visit' && (outcome === 'accepted' || outcome === 'pending'),
  )
}
