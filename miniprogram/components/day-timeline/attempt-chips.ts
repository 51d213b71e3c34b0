import type { RecordItem } from '../../contract/api'
import type { SlotKind } from '../../contract/work-day'
import { texts } from '../../texts/texts'
import { chip, type ChipView } from '../chip/chip.view'

export interface ChippedAttempt extends Pick<RecordItem, 'outcome' | 'code' | 'deferred'> {
  readonly kind: SlotKind
  /** How it counts against its due time; null where there is none, or where that is not known. */
  readonly punctuality: { readonly lateMinutes: number; readonly leftEarlyMinutes: number } | null
}

/** Pure: one chip for the outcome, and 离线 beside it. */
export function attemptChips(attempt: ChippedAttempt): readonly ChipView[] {
  const outcome = outcomeChip(attempt)
  return attempt.deferred ? [outcome, chip('offline', texts.outcome.deferred)] : [outcome]
}

function outcomeChip({ outcome, code, kind, punctuality }: ChippedAttempt): ChipView {
  const words = texts.outcome
  if (outcome === 'refused') return chip('refused', words.refused)
  if (outcome === 'superseded') return chip('plain', words.superseded)
  // Photos are waited for by the server, not by anybody who approves.
  if (outcome === 'pending')
    return chip('pending', code === 'PHOTO_AWAITED' ? texts.timeline.awaitsPhotosChip : words.pending)
  if (punctuality === null || kind === 'visit') return chip('accepted', words.accepted)
  if (punctuality.lateMinutes > 0) return chip('late', words.late(punctuality.lateMinutes))
  if (punctuality.leftEarlyMinutes > 0) return chip('late', texts.daySlot.leftEarly(punctuality.leftEarlyMinutes))
  return chip('accepted', kind === 'early' ? words.onTime : words.accepted)
}
