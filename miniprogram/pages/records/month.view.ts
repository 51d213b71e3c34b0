/** The month above the calendar: where one may go from it, and its totals. */
import type { RecordMonthReply } from '../../contract/api-days'
import { calendarView, type CalendarCell } from '../../components/month-calendar/month-calendar.view'
import { texts } from '../../texts/texts'

export interface TotalView {
  readonly name: string
  readonly tone: '' | 'late' | 'field'
  readonly parts: readonly { readonly figure: string; readonly unit: string }[]
  readonly label: string
}

export interface MonthView {
  /** `2026-11` */
  readonly month: string
  readonly title: string
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  /** First and last month that may be chosen. */
  readonly firstMonth: string
  readonly lastMonth: string
  readonly totals: readonly TotalView[]
  /** Null while the month is not known. */
  readonly cells: readonly CalendarCell[] | null
  readonly provisional: string
}

export interface MonthInput {
  readonly month: string
  /** As the server says, else as the phone does. */
  readonly today: string
  readonly reply: RecordMonthReply | null
}

const words = texts.records
/** As long as the company keeps attempts. */
const MONTHS_BACK = 24

/** Pure. */
export function monthView({ month, today, reply }: MonthInput): MonthView {
  const thisMonth = today.slice(0, 7)
  const lastMonth = addMonths(thisMonth, 1)
  const startsHere = reply?.days[0]?.off === 'not_employed'
  const firstMonth = startsHere ? month : addMonths(thisMonth, -MONTHS_BACK)
  return {
    month,
    title: words.title(Number(month.slice(0, 4)), Number(month.slice(5))),
    hasPrevious: month > firstMonth,
    hasNext: month < lastMonth,
    firstMonth,
    lastMonth,
    totals: reply === null ? [] : totalsOf(reply),
    cells: reply === null ? null : calendarView(reply),
    provisional:
      reply?.days.some(({ provisional }) => provisional) === true ? words.provisional(Number(month.slice(0, 4))) : '',
  }
}

/** @param month `YYYY-MM` */
export function addMonths(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(months / 12)}-${`0${(months % 12) + 1}`.slice(-2)}`
}

function totalsOf({ totals }: RecordMonthReply): readonly TotalView[] {
  const { attendedDays, lateCount, lateMinutes, fieldDays } = totals
  const late = [{ figure: String(lateCount), unit: words.times }]
  if (lateCount > 0) late.push({ figure: String(lateMinutes), unit: words.minutes })
  return [
    total(words.attendedDays, '', [{ figure: String(attendedDays), unit: '' }]),
    total(words.late, lateCount > 0 ? 'late' : '', late),
    total(words.fieldDays, fieldDays > 0 ? 'field' : '', [{ figure: String(fieldDays), unit: '' }]),
  ]
}

function total(name: string, tone: TotalView['tone'], parts: TotalView['parts']): TotalView {
  const value = parts.map(({ figure, unit }) => figure + unit).join(' ')
  return { name, tone, parts, label: words.totalsLabel(name, value) }
}

/** The day that a month opens with: today, else the last one with anything to see, else the first. */
export function firstSelected({ days, today }: RecordMonthReply): string {
  if (days.some(({ workDay }) => workDay === today)) return today
  const told = days.filter(
    ({ attended, pending, refusedCount, slots }) =>
      attended || pending || refusedCount > 0 || slots.some(({ state }) => state === 'missing'),
  )
  return (told[told.length - 1] ?? days[0])?.workDay ?? today
}
