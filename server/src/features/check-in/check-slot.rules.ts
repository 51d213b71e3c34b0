/** Check 4: the named slot instance exists, was open at capture, and its day still takes attempts. */
import type { Figures, Finding } from '#contract/decision'
import {
  isSameSlot,
  isWithinWindow,
  lateMinutes,
  leftEarlyMinutes,
  mayStillArrive,
  type SlotInstance,
} from '#contract/work-day'
import { checked, finding, localTime, type CheckOutput, type Judging } from './judging.rules'

export function checkSlot(judging: Judging): CheckOutput {
  const { facts, attempt, capture, receivedAtMs } = judging
  const { slot } = facts.rule
  const named = { slotKind: attempt.slot.kind, workDay: attempt.slot.workDay }
  const capturedAt = localTime(judging, capture.capturedAtMs)
  if (slot === null || !isSameSlot(slot, attempt.slot)) {
    return checked('slot', [finding('SLOT_UNKNOWN', named, { capturedAt })], named, { capturedAt })
  }
  const asked = { ...named, opensAt: localTime(judging, slot.opensAtMs), closesAt: localTime(judging, slot.closesAtMs) }
  const findings: Finding[] = []
  if (!isWithinWindow(slot, capture.capturedAtMs)) {
    const early = capture.capturedAtMs < slot.opensAtMs ? { case: 'before_opening' } : {}
    findings.push(finding('OUTSIDE_WINDOW', asked, { capturedAt, ...early }))
  }
  if (!mayStillArrive(slot, receivedAtMs)) {
    const uploadUntil = localTime(judging, slot.uploadUntilMs)
    const receivedAt = localTime(judging, receivedAtMs)
    const nextDay = isNextDay(slot.workDay, uploadUntil) ? {} : { case: 'other_day' }
    findings.push(finding('TOO_LATE_FOR_DAY', { ...named, uploadUntil }, { receivedAt, ...nextDay }))
  }
  return checked('slot', findings, asked, { capturedAt, ...punctuality(slot, capture.capturedAtMs) })
}

function punctuality(slot: SlotInstance, capturedAtMs: number): Figures {
  const late = lateMinutes(slot, capturedAtMs)
  const leftEarly = leftEarlyMinutes(slot, capturedAtMs)
  if (late > 0) return { lateMinutes: late, leftEarlyMinutes: 0, case: 'late' }
  if (leftEarly > 0) return { lateMinutes: 0, leftEarlyMinutes: leftEarly, case: 'left_early' }
  return { lateMinutes: 0, leftEarlyMinutes: 0, ...(slot.dueAtMs === null ? { case: 'no_due_time' } : {}) }
}

function isNextDay(workDay: string, localIso: string): boolean {
  return Date.parse(localIso.slice(0, 10)) - Date.parse(workDay) === 86_400_000
}
