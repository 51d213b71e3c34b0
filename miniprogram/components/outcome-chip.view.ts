import type { RecordItem } from '../contract/api'
import { texts } from '../texts/texts'
import { chip, type ChipView } from './chip/chip.view'

/** One chip for the outcome; 离线 may stand beside it. */
export function outcomeChips(
  record: Pick<RecordItem, 'outcome' | 'deferred'> & { readonly lateMinutes?: number },
): readonly ChipView[] {
  const words = texts.outcome
  const late = record.lateMinutes ?? 0
  const outcome =
    record.outcome === 'accepted'
      ? late > 0
        ? chip('late', words.late(late))
        : chip('accepted', words.accepted)
      : record.outcome === 'pending'
        ? chip('pending', words.pending)
        : record.outcome === 'refused'
          ? chip('refused', words.refused)
          : chip('plain', words.superseded)
  return record.deferred ? [outcome, chip('offline', words.deferred)] : [outcome]
}
