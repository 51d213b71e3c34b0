import type { VisitDetails } from '#contract/api'
import type { Outcome } from '#contract/decision'
import { isSameSlot, type SlotInstance, type SlotName } from '#contract/work-day'

/**
 * Until when the author may edit a visit record: as long as its day takes attempts. Null: not at all, because the
 * check-in does not count, the day has no such slot any more, or it is over.
 */
export function editableUntilMs(
  attempt: { readonly slot: SlotName; readonly outcome: Outcome },
  slots: readonly SlotInstance[],
  nowMs: number,
): number | null {
  if (attempt.outcome === 'refused') return null
  const slot = slots.find((instance) => isSameSlot(instance, attempt.slot))
  return slot === undefined || nowMs > slot.uploadUntilMs ? null : slot.uploadUntilMs
}

const MOST_EDITS = 50

/** Each edit keeps the whole text before it, so their number is bounded. @param record its version counts from 1 */
export function isFull(record: { readonly version: number }): boolean {
  return record.version > MOST_EDITS
}

const FIELDS = ['customer', 'contact', 'contactPhone', 'purpose', 'outcome', 'notes'] as const

/** Names of the fields that differ, for the audit: what they say stays out of it. */
export function changedFields(before: VisitDetails | null, after: VisitDetails): string[] {
  return FIELDS.filter((field) => before?.[field] !== after[field])
}
