import type { DecisionCode } from '#contract/decision'
import type { WorkDay } from '#contract/work-day'
import type { RecordDaysFacts } from '../../ports/record-store'
import type { Client } from './database'
import { DAY_ATTEMPT, toDayAttempt } from './day-attempt'
import { workDayToDate } from './work-day'
import { plannedZones, zonesByDay } from './work-day-zones'

/** The rows behind one person's days, both ends included. */
export async function loadRecordDays(
  read: Client,
  employeeId: string,
  fromDay: WorkDay,
  toDay: WorkDay,
): Promise<RecordDaysFacts | null> {
  const ofDays = { employeeId, workDay: { gte: workDayToDate(fromDay), lte: workDayToDate(toDay) } }
  const [employee, attempts, days, plans] = await Promise.all([
    read.employee.findUnique({ where: { id: employeeId }, select: { createdAt: true, leftAt: true } }),
    read.attempt.findMany({
      where: ofDays,
      select: { ...DAY_ATTEMPT, code: true },
      orderBy: [{ capturedAt: 'asc' }, { id: 'asc' }],
    }),
    read.employeeDay.findMany({ where: ofDays, select: { workDay: true, zone: true } }),
    plannedZones(read, ofDays),
  ])
  if (employee === null) return null
  return {
    createdAtMs: employee.createdAt.getTime(),
    leftAtMs: employee.leftAt?.getTime() ?? null,
    attempts: attempts.map((row) => ({ ...toDayAttempt(row), code: row.code as DecisionCode })),
    fixedZones: zonesByDay(days),
    plannedZones: zonesByDay(plans),
  }
}
