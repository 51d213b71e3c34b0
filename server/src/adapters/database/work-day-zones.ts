import type { WorkDay } from '#contract/work-day'
import type { Prisma } from '../../generated/sqlserver/client'
import type { Client } from './database'
import { dateToWorkDay } from './work-day'

export interface DayZoneRow {
  readonly employeeId: string
  readonly workDay: Date
  readonly zone: string
}

/** Zones that field plans in force bring, the newest plan first: {@link zonesByDay} lets the oldest win. */
export async function plannedZones(read: Client, ofDays: Prisma.FieldPlanWhereInput): Promise<DayZoneRow[]> {
  const plans = await read.fieldPlan.findMany({
    where: { ...ofDays, cancelledAt: null, site: { archivedAt: null, zone: { not: null } } },
    select: { employeeId: true, workDay: true, site: { select: { zone: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return plans.flatMap(({ site, ...row }) => (site.zone === null ? [] : [{ ...row, zone: site.zone }]))
}

/** Of one person; a later row wins. */
export function zonesByDay(rows: readonly Omit<DayZoneRow, 'employeeId'>[]): Map<WorkDay, string> {
  return new Map(rows.map(({ workDay, zone }) => [dateToWorkDay(workDay), zone]))
}
