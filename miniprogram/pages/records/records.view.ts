/** The records page: a month, and one of its days. */
import type { RecordItem } from '../../contract/api'
import type { RecordMonthReply } from '../../contract/api-days'
import type { SlotName } from '../../contract/work-day'
import { clockText, dateText, dayText } from '../../texts/format'
import { texts } from '../../texts/texts'
import { dayView, type DayView } from './day.view'
import { monthView, type MonthView } from './month.view'

/** Why something is not there: no answer, or one that was no success. */
export type LoadTrouble = 'offline' | 'failed'

export interface NoteView {
  readonly title: string
}

export interface RecordsView {
  readonly month: MonthView
  /** Instead of a month that is not known. */
  readonly monthNote: NoteView | null
  readonly selected: string
  readonly day: DayView | null
  /** Instead of attempts that are not known. */
  readonly dayNote: NoteView | null
  /** `09:20 的数据`; empty while what is shown is new. */
  readonly dataFrom: string
}

export interface RecordsInput {
  readonly month: string
  /** As the phone knows it, until the server says. */
  readonly phoneToday: string
  readonly reply: RecordMonthReply | null
  readonly monthTrouble: LoadTrouble | null
  readonly selected: string
  readonly records: readonly RecordItem[] | null
  readonly dayTrouble: LoadTrouble | null
  /** When the oldest of what is shown was asked for; null while it is new. */
  readonly oldSinceMs: number | null
  readonly offsetMinutes: number
  readonly waiting: readonly SlotName[]
  readonly canCorrect: boolean
}

const words = texts.records

/** Pure. */
export function recordsView(input: RecordsInput): RecordsView {
  const { month, reply, selected, records, monthTrouble, dayTrouble } = input
  const today = reply?.today ?? input.phoneToday
  const day = reply?.days.find(({ workDay }) => workDay === selected) ?? null
  return {
    month: monthView({ month, today, reply }),
    monthNote:
      reply === null && monthTrouble !== null
        ? { title: monthTrouble === 'offline' ? words.monthOffline : words.monthFailed }
        : null,
    selected,
    day: day === null ? null : dayView({ day, today, records, waiting: input.waiting, canCorrect: input.canCorrect }),
    dayNote:
      day !== null && records === null && dayTrouble !== null
        ? { title: dayTrouble === 'offline' ? words.dayOffline : words.dayFailed }
        : null,
    dataFrom: reply === null ? '' : dataFrom(input, today),
  }
}

function dataFrom({ oldSinceMs, offsetMinutes }: RecordsInput, today: string): string {
  if (oldSinceMs === null) return ''
  const date = dateText(oldSinceMs, offsetMinutes)
  const time = clockText(oldSinceMs, offsetMinutes).slice(0, 5)
  return words.dataFrom(date === today ? time : `${dayText(date)} ${time}`)
}
