import type { WorkDay } from '#contract/work-day'
import { localDate } from './zone-time.rules'

const MS_PER_DAY = 86_400_000

export function addDays(workDay: WorkDay, days: number): WorkDay {
  return new Date(dayNumber(workDay) * MS_PER_DAY + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(workDay: WorkDay): number {
  // 1970-01-01, day 0, was a Thursday.
  return (((dayNumber(workDay) + 3) % 7) + 7) % 7
}

export function yearOf(workDay: WorkDay): number {
  return Number(workDay.slice(0, 4))
}

function dayNumber(workDay: WorkDay): number {
  const ms = Date.parse(`${workDay}T00:00:00Z`)
  if (Number.isNaN(ms)) throw new RangeError(`Not a work day: ${workDay}`)
  return ms / MS_PER_DAY
}

/** The inputs to the zone of a work day, strongest first; null where nothing is said. */
export interface ZoneInputs {
  /** Stored with the day's first context: from then on nothing moves the day. */
  readonly fixed: string | null
  readonly shift: string | null
  readonly plannedSite: string | null
  readonly employee: string | null
  readonly company: string
}

/** The zone that a work day is counted in. Never the matched site's: that is known too late. */
export function zoneOfWorkDay({ fixed, shift, plannedSite, employee, company }: ZoneInputs): string {
  return fixed ?? shift ?? plannedSite ?? employee ?? company
}

/**
 * The work days that can have an open or coming slot at an instant: yesterday, today and tomorrow, in order.
 * With several zones (a shift or planned site elsewhere), the days of all of them.
 */
export function relevantWorkDays(instantMs: number, zones: readonly string[]): readonly WorkDay[] {
  const days = new Set<WorkDay>()
  for (const zone of zones) {
    const today = localDate(instantMs, zone)
    for (const offset of [-1, 0, 1]) days.add(addDays(today, offset))
  }
  return [...days].sort()
}

/** The first and last work day that `relevantWorkDays` can name in any zone of the world. */
export function relevantRange(instantMs: number): { readonly fromDay: WorkDay; readonly toDay: WorkDay } {
  const days = relevantWorkDays(instantMs, ['Etc/GMT+12', 'Etc/GMT-14'])
  return { fromDay: days[0] as WorkDay, toDay: days[days.length - 1] as WorkDay }
}
