/**
 * Local wall time of an IANA zone to instants and back. Instants are epoch milliseconds, UTC.
 * Asking the time zone database is slow and the answers never change: both directions remember a bounded number of them.
 */
import { Temporal } from 'temporal-polyfill'
import type { WorkDay } from '#contract/work-day'

export const MINUTES_PER_DAY = 1_440
const MS_PER_MINUTE = 60_000
const MOST_REMEMBERED_INSTANTS = 20_000
const MOST_REMEMBERED_ZONES = 600
/** A stretch lasts for months: a few answer nearly every question. */
const MOST_STRETCHES_PER_ZONE = 12

/** Which instant a local time means when the clocks go back and it occurs twice. */
export type EdgeOfWindow = 'opening' | 'closing'

const instants = new Map<string, number>()

/**
 * The instant of a local time.
 * It occurs twice: an opening takes the earlier instant, a closing the later. It does not occur: the instant after the gap.
 * @param minutes from 00:00 of the date; 1 440 and over is the next day, below 0 the day before
 */
export function instantOfLocal(date: WorkDay, minutes: number, zone: string, edge: EdgeOfWindow): number {
  const key = `${zone} ${date} ${minutes} ${edge}`
  return remembered(instants, MOST_REMEMBERED_INSTANTS, key, () => computeInstant(date, minutes, zone, edge))
}

function computeInstant(date: WorkDay, minutes: number, zone: string, edge: EdgeOfWindow): number {
  const dayShift = Math.floor(minutes / MINUTES_PER_DAY)
  const minuteOfDay = minutes - dayShift * MINUTES_PER_DAY
  const local = Temporal.PlainDate.from(date)
    .add({ days: dayShift })
    .toPlainDateTime({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 })
  const zoned = local.toZonedDateTime(zone, { disambiguation: edge === 'opening' ? 'earlier' : 'later' })
  if (zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds
  const beforeGap = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const gapEnd = beforeGap.getTimeZoneTransition('next')
  if (gapEnd === null) throw new RangeError(`${local.toString()} does not occur in ${zone}`)
  return gapEnd.epochMilliseconds
}

/** A stretch of time in which a zone keeps one offset; `untilMs` is not part of it. */
interface OffsetStretch {
  readonly fromMs: number
  readonly untilMs: number
  readonly offsetMs: number
}

const stretchesByZone = new Map<string, OffsetStretch[]>()

/** Local time minus UTC at an instant, in milliseconds. */
export function offsetMsAt(instantMs: number, zone: string): number {
  const known = remembered(stretchesByZone, MOST_REMEMBERED_ZONES, zone, () => [])
  const stretch = known.find(({ fromMs, untilMs }) => fromMs <= instantMs && instantMs < untilMs)
  if (stretch !== undefined) return stretch.offsetMs
  const computed = computeStretch(instantMs, zone)
  known.unshift(computed)
  known.length = Math.min(known.length, MOST_STRETCHES_PER_ZONE)
  return computed.offsetMs
}

function computeStretch(instantMs: number, zone: string): OffsetStretch {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone)
  const from = Date.UTC(zoned.year - 1, 0, 1)
  const until = Date.UTC(zoned.year + 2, 0, 1)
  // "previous" means strictly before: a transition at this very instant begins the stretch.
  const begun = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const next = zoned.getTimeZoneTransition('next')
  return {
    fromMs: Math.max(begun?.epochMilliseconds ?? from, from),
    untilMs: Math.min(next?.epochMilliseconds ?? until, until),
    offsetMs: zoned.offsetNanoseconds / 1_000_000,
  }
}

/** The calendar date in a zone at an instant. */
export function localDate(instantMs: number, zone: string): WorkDay {
  return new Date(instantMs + offsetMsAt(instantMs, zone)).toISOString().slice(0, 10)
}

/** ISO 8601 with milliseconds and the zone's offset, e.g. `2026-11-18T08:52:09.120+08:00`. */
export function toIsoWithOffset(instantMs: number, zone: string): string {
  const offsetMs = offsetMsAt(instantMs, zone)
  const local = new Date(instantMs + offsetMs).toISOString().slice(0, -1)
  const sign = offsetMs < 0 ? '-' : '+'
  const minutes = Math.round(Math.abs(offsetMs) / MS_PER_MINUTE)
  return `${local}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

/** Whether the name is in the time zone database of this machine. */
export function isKnownZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** Maps keep the order of insertion: the oldest entry makes room. */
function remembered<Value>(memory: Map<string, Value>, most: number, key: string, compute: () => Value): Value {
  const known = memory.get(key)
  if (known !== undefined) return known
  const value = compute()
  if (memory.size >= most) memory.delete(memory.keys().next().value as string)
  memory.set(key, value)
  return value
}
