/** The day's slots side by side: what each asks for, and how it stands. */
import type { SlotReply } from '../../contract/api'
import { lateMinutes, slotKey } from '../../contract/work-day'
import { dayText, endTimeOf, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import type { IconName } from '../icon/icons'

export interface SlotCell {
  /** `early-1`, with the day before it where two days meet. */
  readonly key: string
  readonly icon: IconName
  readonly name: string
  readonly value: string
  readonly note: string
  readonly state: 'now' | 'done' | 'pending' | 'missing' | 'plain'
  readonly label: string
}

export interface RailInput {
  readonly slots: readonly SlotReply[]
  /** Places of today's field plan. */
  readonly plannedCount: number
  readonly selected: SlotReply | null
  readonly visitCount: number
  readonly nowMs: number
  /** Slots of other days say which. */
  readonly workDay: string
}

const ICON: Readonly<Record<SlotReply['kind'], IconName>> = { early: 'early', visit: 'visit', late: 'late' }
const words = texts.rail

export function railKey(slot: SlotReply): string {
  return `${slot.workDay}/${slotKey(slot)}`
}

/** Pure. */
export function railView(input: RailInput): readonly SlotCell[] {
  return input.slots
    .slice()
    .sort(byDay)
    .map((slot) => {
      const { value, note, state } = cellOf(slot, input)
      const isNow = input.selected !== null && railKey(input.selected) === railKey(slot)
      const day = dayName(slot.workDay, input.workDay)
      const name = day + texts.slotShort[slot.kind] + (slot.span > 1 ? ` ${slot.span}` : '')
      return {
        key: railKey(slot),
        icon:
          state === 'done' ? 'okc' : state === 'pending' ? 'glass' : state === 'missing' ? 'minus' : ICON[slot.kind],
        name,
        value,
        note,
        state: isNow ? 'now' : state,
        label: `${day}${texts.slotName[slot.kind]}，${value}，${note}`,
      }
    })
}

const DAY_MS = 86_400_000

/** Empty for the day itself. */
function dayName(workDay: string, today: string): string {
  if (workDay === today) return ''
  const days = (Date.parse(workDay) - Date.parse(today)) / DAY_MS
  if (Math.abs(days) > 1) return `${dayText(workDay)} `
  return days > 0 ? words.tomorrow : words.yesterday
}

const KIND_ORDER: readonly SlotReply['kind'][] = ['early', 'visit', 'late']

function byDay(left: SlotReply, right: SlotReply): number {
  if (left.workDay !== right.workDay) return left.workDay < right.workDay ? -1 : 1
  // Visits belong to no span: they stand after the first.
  return (
    Math.max(1, left.span) - Math.max(1, right.span) || KIND_ORDER.indexOf(left.kind) - KIND_ORDER.indexOf(right.kind)
  )
}

type Cell = Pick<SlotCell, 'value' | 'note' | 'state'>

function cellOf(slot: SlotReply, { plannedCount: planned, visitCount, nowMs }: RailInput): Cell {
  if (slot.kind === 'visit') {
    return {
      value: words.visits(visitCount, planned),
      note: planned > 0 ? words.planned : words.anywhere,
      state: planned > 0 && visitCount >= planned ? 'done' : 'plain',
    }
  }
  const due = timeOf(slot.dueAt ?? slot.opensAt)
  const { standing } = slot
  if (standing?.outcome === 'accepted') {
    const late = lateMinutes(
      { ...slot, dueAtMs: slot.dueAt === null ? null : Date.parse(slot.dueAt) },
      Date.parse(standing.capturedAt),
    )
    const note =
      late > 0 ? words.doneLate(late) : slot.kind === 'early' && slot.dueAt !== null ? words.onTime : words.done
    return { value: timeOf(standing.capturedAt), note, state: 'done' }
  }
  if (standing?.outcome === 'pending')
    return { value: timeOf(standing.capturedAt), note: words.pending, state: 'pending' }
  if (nowMs > Date.parse(slot.closesAt)) return { value: due, note: words.missing, state: 'missing' }
  if (nowMs >= Date.parse(slot.opensAt)) {
    const isBeforeEnd = slot.kind === 'late' && slot.dueAt !== null && nowMs < Date.parse(slot.dueAt)
    return {
      value: due,
      note: isBeforeEnd ? words.afterWork : words.openUntil(endTimeOf(slot.closesAt)),
      state: 'plain',
    }
  }
  return {
    value: due,
    note: slot.kind === 'late' ? words.afterWork : words.opensAt(timeOf(slot.opensAt)),
    state: 'plain',
  }
}
