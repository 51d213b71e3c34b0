/** The chosen day below the calendar: how it stands as a whole, its early and late slots, and every attempt of it. */
import type { RecordItem, IsoTime } from '../../contract/api'
import type { RecordDayReply, RecordSlotReply } from '../../contract/api-days'
import { slotKey, type SlotName } from '../../contract/work-day'
import { chip, type ChipView } from '../../components/chip/chip.view'
import { dayEndTime, dayTime } from '../../components/day-timeline/day-time'
import { timelineView, type TimelineRow } from '../../components/day-timeline/day-timeline.view'
import { daySums, isMakeUpDay } from '../../components/month-calendar/day-standing'
import { offText } from '../../components/month-calendar/month-calendar.view'
import type { IconName } from '../../components/icon/icons'
import { dayText, weekdayText } from '../../texts/format'
import { texts } from '../../texts/texts'

export interface DaySlotRow {
  /** `early-1` */
  readonly key: string
  readonly icon: IconName
  readonly name: string
  readonly due: string
  /** Time of the attempt that stands; empty without one. */
  readonly time: string
  readonly chip: ChipView
  readonly hint: string
  /** A correction may be asked for. */
  readonly canCorrect: boolean
}

export interface DayView {
  readonly workDay: string
  readonly title: string
  readonly chips: readonly ChipView[]
  /** Why nothing is asked, or that a free day is worked; empty on ordinary days. */
  readonly reason: string
  readonly slots: readonly DaySlotRow[]
  /** Null while they are not known. */
  readonly timeline: readonly TimelineRow[] | null
  /** Says that there is none, where that is known. */
  readonly empty: string
}

export interface DayInput {
  readonly day: RecordDayReply
  readonly today: string
  readonly records: readonly RecordItem[] | null
  /** Of check-ins that wait on this phone. */
  readonly waiting: readonly SlotName[]
  readonly canCorrect: boolean
}

const words = texts.daySlot

/** Pure. */
export function dayView(input: DayInput): DayView {
  const { day, today, records } = input
  const { workDay } = day
  const isAhead = workDay > today
  return {
    workDay,
    title: `${dayText(workDay)} ${weekdayText(workDay)}`,
    chips: dayChips(day, today),
    reason: reasonOf(day),
    slots: day.slots.map((slot) => slotRow(slot, input)),
    timeline: records === null ? null : timelineView(records, day.slots),
    empty: records?.length === 0 && !isAhead && day.off !== 'not_employed' ? texts.records.dayEmpty : '',
  }
}

function reasonOf(day: RecordDayReply): string {
  const reason = isMakeUpDay(day) ? texts.dayWords.makeUp(day.calendarName ?? '') : offText(day)
  return [reason, day.provisional ? texts.dayWords.provisional : ''].filter((part) => part !== '').join('；')
}

function dayChips(day: RecordDayReply, today: string): readonly ChipView[] {
  const { standing, lateMinutes, leftEarlyMinutes } = daySums(day, today)
  const said = texts.dayWords
  const late = lateMinutes > 0 ? [chip('late', said.late(lateMinutes))] : []
  const early = leftEarlyMinutes > 0 ? [chip('late', said.leftEarly(leftEarlyMinutes))] : []
  switch (standing) {
    case 'missing':
      return [chip('missing', words.missing), ...late, ...early]
    case 'pending':
      return [chip('pending', said.pending), ...late, ...early]
    case 'late':
    case 'left_early':
      return [...late, ...early]
    case 'running':
      return [chip('plain', said.running)]
    case 'ahead':
      return [chip('plain', said.ahead)]
    case 'normal':
      return [chip('accepted', day.slots.length > 0 ? said.normal : said.checkedIn)]
    case 'rest':
      return [chip('plain', said.rest)]
    default:
      return []
  }
}

type SlotLook = Pick<DaySlotRow, 'chip' | 'hint'> & { readonly canCorrect?: boolean }

function slotRow(slot: RecordSlotReply, input: DayInput): DaySlotRow {
  const { workDay } = input.day
  const key = slotKey(slot)
  const hasSpans = input.day.slots.filter(({ kind }) => kind === slot.kind).length > 1
  const isWaiting = input.waiting.some((waiting) => waiting.workDay === workDay && slotKey(waiting) === key)
  const look = slot.attemptId === null && isWaiting ? WAITING : lookOf(slot, workDay, input.canCorrect)
  const name = texts.slotName[slot.kind]
  return {
    key,
    icon: slot.kind,
    name: hasSpans ? words.name(name, slot.span) : name,
    due: slot.dueAt === null ? words.noDue : words.due(dayTime(slot.dueAt, workDay)),
    time: slot.capturedAt === null ? '' : dayTime(slot.capturedAt, workDay),
    chip: look.chip,
    hint: look.hint,
    canCorrect: look.canCorrect ?? false,
  }
}

const WAITING: SlotLook = { chip: chip('offline', words.waiting), hint: words.waitingHint }

function lookOf(slot: RecordSlotReply, workDay: string, canCorrect: boolean): SlotLook {
  const closes = (iso: IsoTime) => dayEndTime(iso, workDay)
  switch (slot.state) {
    case 'accepted':
      return { chip: acceptedChip(slot), hint: '' }
    case 'pending':
      return slot.code === 'PHOTO_AWAITED'
        ? { chip: chip('pending', words.awaitsPhotos), hint: words.photosHint }
        : { chip: chip('pending', words.pending), hint: words.approvalHint }
    case 'missing':
      return {
        chip: chip('missing', words.missing),
        hint: [words.closed(closes(slot.closesAt)), canCorrect ? '' : words.askHr]
          .filter((part) => part !== '')
          .join('，'),
        canCorrect,
      }
    case 'upcoming':
      return { chip: chip('plain', words.upcoming), hint: words.opensAt(dayTime(slot.opensAt, workDay)) }
    case 'open':
      return { chip: chip('plain', words.notYet), hint: words.openUntil(closes(slot.closesAt)) }
    case 'overdue':
      return {
        chip: chip('late', words.notYet),
        hint: `${words.openUntil(closes(slot.closesAt))}，${words.lateNow}`,
      }
  }
}

function acceptedChip({ kind, dueAt, lateMinutes, leftEarlyMinutes }: RecordSlotReply): ChipView {
  if (lateMinutes > 0) return chip('late', words.late(lateMinutes))
  if (leftEarlyMinutes > 0) return chip('late', words.leftEarly(leftEarlyMinutes))
  return chip('accepted', kind === 'early' && dueAt !== null ? words.onTime : words.done)
}
