/** A month as a grid of days, each with its marks, and the same in words. */
import type { RecordDayReply, RecordMonthReply } from '../../contract/api-days'
import { dayText, weekdayText } from '../../texts/format'
import { texts } from '../../texts/texts'
import type { IconName } from '../icon/icons'
import { daySums, isMakeUpDay, type DaySums } from './day-standing'

export interface CalendarMark {
  readonly key: string
  readonly tone: 'accepted' | 'pending' | 'refused' | 'late' | 'field' | 'now' | 'plain'
  readonly icon: IconName | ''
  readonly text: string
}

export interface CalendarCell {
  readonly workDay: string
  readonly number: string
  /** 1 for Monday to 7, on the first day of the month; 0 on the others, which follow. */
  readonly column: number
  readonly badge: string
  readonly marks: readonly CalendarMark[]
  readonly isMuted: boolean
  readonly isToday: boolean
  readonly isProvisional: boolean
  /** All of it in words. */
  readonly label: string
}

const marks = texts.dayMark
const words = texts.dayWords

/** Pure. */
export function calendarView({ days, today }: RecordMonthReply): readonly CalendarCell[] {
  return days.map((day, index) => {
    const sums = daySums(day, today)
    const isWork = day.off === null
    return {
      workDay: day.workDay,
      number: String(Number(day.workDay.slice(8))),
      column: index === 0 ? columnOf(day.workDay) : 0,
      badge: isMakeUpDay(day) ? marks.makeUp : '',
      marks: marksOf(day, sums),
      isMuted: !isWork || sums.standing === 'ahead',
      isToday: day.workDay === today,
      isProvisional: day.provisional,
      label: labelOf(day, sums, today),
    }
  })
}

/** 1 for Monday to 7 for Sunday. */
function columnOf(workDay: string): number {
  return ((new Date(`${workDay}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
}

function marksOf(day: RecordDayReply, sums: DaySums): readonly CalendarMark[] {
  const main = mainMark(day, sums)
  // A cell has room for one long word or two short ones.
  const hasField = day.visitCount > 0 && sums.standing !== 'running'
  return [...(main === null ? [] : [main]), ...(hasField ? [mark('field', marks.field)] : [])]
}

function mainMark(day: RecordDayReply, sums: DaySums): CalendarMark | null {
  switch (sums.standing) {
    case 'missing':
      return mark('refused', marks.missing)
    case 'pending':
      return mark('pending', marks.pending)
    case 'late':
      return mark('late', marks.late(sums.lateMinutes))
    case 'left_early':
      return mark('late', marks.leftEarly(sums.leftEarlyMinutes))
    case 'normal':
      return { key: 'main', tone: 'accepted', icon: 'check', text: '' }
    case 'running':
      return mark('now', marks.running)
    case 'rest':
      return restMark(day)
    default:
      return null
  }
}

function restMark({ off, calendarName }: RecordDayReply): CalendarMark | null {
  if (off === 'holiday') return mark('refused', calendarName ?? marks.rest)
  if (off === 'not_rostered') return mark('plain', marks.notRostered)
  return off === 'no_rule' ? null : mark('plain', marks.rest)
}

function mark(tone: CalendarMark['tone'], text: string): CalendarMark {
  return { key: tone === 'field' ? 'field' : 'main', tone, icon: '', text }
}

function labelOf(day: RecordDayReply, sums: DaySums, today: string): string {
  const { off, calendarName, visitCount, refusedCount } = day
  const parts = [
    dayText(day.workDay),
    weekdayText(day.workDay),
    day.workDay === today ? words.today : '',
    isMakeUpDay(day) ? words.makeUp(calendarName ?? '') : '',
    off === null ? '' : offText(day),
    ...standingWords(day, sums),
    visitCount > 0 ? words.field(visitCount) : '',
    refusedCount > 0 ? words.refused(refusedCount) : '',
    day.provisional ? words.provisional : '',
  ]
  return parts.filter((part) => part !== '').join('，')
}

function standingWords({ slots, off, pending }: RecordDayReply, sums: DaySums): readonly string[] {
  const facts = [
    sums.missingCount > 0 ? words.missing(sums.missingCount) : '',
    pending ? words.pending : '',
    sums.lateMinutes > 0 ? words.late(sums.lateMinutes) : '',
    sums.leftEarlyMinutes > 0 ? words.leftEarly(sums.leftEarlyMinutes) : '',
  ].filter((part) => part !== '')
  if (facts.length > 0) return facts
  if (sums.standing === 'normal') return [slots.length > 0 ? words.normal : words.checkedIn]
  if (sums.standing === 'running') return [words.running]
  if (sums.standing === 'ahead') return [words.ahead]
  return sums.standing === 'none' && off === null ? [words.none] : []
}

/** Why a day asks for no check-in; empty on working days. */
export function offText({ off, calendarName }: Pick<RecordDayReply, 'off' | 'calendarName'>): string {
  if (off === null) return ''
  const reasons = texts.dayOff
  return off === 'holiday' ? reasons.holiday(calendarName ?? reasons.publicHoliday) : reasons[off]
}
