import type { RecordDayReply } from '../../contract/api-days'
import type { WorkDay } from '../../contract/work-day'

/**
 * What a day is called as a whole, the first that fits: what is missing or waits comes before what is fine. `running`: today,
 * or a shift that has begun; `ahead`: nothing may be made yet; `none`: a working day that asks for nothing, and had nothing.
 */
export type DayStanding =
  'not_employed' | 'missing' | 'pending' | 'late' | 'left_early' | 'running' | 'ahead' | 'normal' | 'rest' | 'none'

export interface DaySums {
  readonly standing: DayStanding
  readonly missingCount: number
  /** Of what counts; what waits is in neither. */
  readonly lateMinutes: number
  readonly leftEarlyMinutes: number
}

/** Pure. @param today the calendar date where the person is */
export function daySums(day: RecordDayReply, today: WorkDay): DaySums {
  const counted = day.slots.filter(({ state }) => state === 'accepted')
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const lateMinutes = sum(counted.map((slot) => slot.lateMinutes))
  const leftEarlyMinutes = sum(counted.map((slot) => slot.leftEarlyMinutes))
  const missingCount = day.slots.filter(({ state }) => state === 'missing').length
  return {
    standing: standingOf(day, today, { missingCount, lateMinutes, leftEarlyMinutes }),
    missingCount,
    lateMinutes,
    leftEarlyMinutes,
  }
}

function standingOf(day: RecordDayReply, today: WorkDay, sums: Omit<DaySums, 'standing'>): DayStanding {
  if (day.off === 'not_employed') return 'not_employed'
  if (sums.missingCount > 0) return 'missing'
  if (day.pending) return 'pending'
  if (sums.lateMinutes > 0) return 'late'
  if (sums.leftEarlyMinutes > 0) return 'left_early'
  const isLive = day.slots.some(({ state }) => state === 'open' || state === 'overdue' || state === 'upcoming')
  if (isLive) {
    const hasBegun = day.workDay === today || day.slots.some(({ state }) => state !== 'upcoming')
    return hasBegun ? 'running' : 'ahead'
  }
  if (day.attended) return 'normal'
  return day.off === null ? 'none' : 'rest'
}

/** A day that the public calendar made a working day; working days bear no other name. */
export function isMakeUpDay({ off, calendarName }: Pick<RecordDayReply, 'off' | 'calendarName'>): boolean {
  return off === null && calendarName !== null
}
