import type { RecordItem } from '../../contract/api'
import type { ChipView } from '../../components/chip/chip.view'
import { outcomeChips } from '../../components/outcome-chip.view'
import { dayText, timeOf, weekdayText } from '../../texts/format'
import { texts } from '../../texts/texts'

export interface RecordsDay {
  readonly workDay: string
  readonly title: string
  readonly rows: readonly RecordRow[]
}

export interface RecordRow {
  readonly attemptId: string
  readonly time: string
  readonly title: string
  readonly text: string
  readonly chips: readonly ChipView[]
}

/** Pure: by work day, newest first, as the server lists them. */
export function recordsView(records: readonly RecordItem[]): readonly RecordsDay[] {
  const days: { workDay: string; title: string; rows: RecordRow[] }[] = []
  for (const record of records) {
    const { workDay } = record.slot
    let day = days.find((known) => known.workDay === workDay)
    if (day === undefined) {
      day = { workDay, title: `${dayText(workDay)} ${weekdayText(workDay)}`, rows: [] }
      days.push(day)
    }
    day.rows.push({
      attemptId: record.attemptId,
      time: timeOf(record.capturedAt),
      title: texts.slotName[record.slot.kind],
      text: record.outcome === 'accepted' ? (record.siteName ?? '') : record.sentence,
      chips: outcomeChips(record),
    })
  }
  return days
}
