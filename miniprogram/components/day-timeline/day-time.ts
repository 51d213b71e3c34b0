import type { IsoTime } from '../../contract/api'
import type { WorkDay } from '../../contract/work-day'
import { atOffset, dayText, endTimeOf, offsetMinutesOf, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'

const DAY_MS = 86_400_000

/** `08:52`, `次日 06:02` or `11月16日 22:10`: a time of a work day, which may be on another calendar date. */
export function dayTime(iso: IsoTime, workDay: WorkDay): string {
  return onDate(iso.slice(0, 10), workDay, timeOf(iso))
}

/** Likewise for a time that comes in UTC, shown in the zone of this record. @param recordTime a time of the record */
export function dayTimeIn(iso: IsoTime, recordTime: IsoTime, workDay: WorkDay): string {
  return dayTime(atOffset(iso, offsetMinutesOf(recordTime)), workDay)
}

/** Likewise for the end of a window: one at 00:00 is at 24:00 of the day before. */
export function dayEndTime(iso: IsoTime, workDay: WorkDay): string {
  const time = endTimeOf(iso)
  const date = time === '24:00' ? addDays(iso.slice(0, 10), -1) : iso.slice(0, 10)
  return onDate(date, workDay, time)
}

function onDate(date: string, workDay: WorkDay, time: string): string {
  if (date === workDay) return time
  return date === addDays(workDay, 1) ? texts.daySlot.nextDay(time) : `${dayText(date)} ${time}`
}

function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}
