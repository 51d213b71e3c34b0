/** One's own attempts of the day, a row each. */
import type { RecordItem } from '../../contract/api'
import type { ChipView } from '../../components/chip/chip.view'
import { outcomeChips } from '../../components/outcome-chip.view'
import { timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'

export interface TodayRow {
  readonly attemptId: string
  readonly time: string
  readonly title: string
  readonly text: string
  readonly chips: readonly ChipView[]
}

/** Pure. */
export function todayRow(record: RecordItem): TodayRow {
  return {
    attemptId: record.attemptId,
    time: timeOf(record.capturedAt),
    title: texts.slotName[record.slot.kind],
    text: record.siteName ?? record.sentence,
    chips: outcomeChips(record),
  }
}
