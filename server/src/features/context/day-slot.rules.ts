import type { DaySlotReply } from '#contract/api-days'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import type { SlotStanding } from './slot-standing.rules'

/** A slot as calendar and team page show it, in the offset of its day. */
export function presentDaySlot({ slot, state, attempt, lateMinutes, leftEarlyMinutes }: SlotStanding): DaySlotReply {
  const local = (instantMs: number) => toIsoWithOffset(instantMs, slot.zone)
  return {
    kind: slot.kind === 'late' ? 'late' : 'early',
    span: slot.span,
    state,
    opensAt: local(slot.opensAtMs),
    closesAt: local(slot.closesAtMs),
    dueAt: slot.dueAtMs === null ? null : local(slot.dueAtMs),
    capturedAt: attempt === null ? null : local(attempt.capturedAtMs),
    lateMinutes,
    leftEarlyMinutes,
  }
}
