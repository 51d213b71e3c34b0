import type { WorkDay } from '#contract/work-day'

/** A work day as a `@db.Date` column takes it: UTC midnight of that date. */
export function workDayToDate(workDay: WorkDay): Date {
  const date = new Date(`${workDay}T00:00:00.000Z`)
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not a work day: ${workDay}`)
  return date
}

/** The reverse of {@link workDayToDate}. */
export function dateToWorkDay(date: Date): WorkDay {
  return date.toISOString().slice(0, 10)
}
