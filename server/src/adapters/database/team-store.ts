import type { Reach } from '../../features/people/reach.rules'
import type { TeamDayFacts } from '../../features/team/team-day.rules'
import type { Prisma } from '../../generated/sqlserver/client'
import type { TeamPerson, TeamQuery, TeamStore } from '../../ports/team-store'
import { chunk } from './chunk'
import type { Client, Database } from './database'
import { DAY_ATTEMPT, toDayAttempt } from './day-attempt'
import { groupBy } from './index-by'
import { loadLeadership } from './leadership'
import { workDayToDate } from './work-day'
import { plannedZones, zonesByDay } from './work-day-zones'

export function createTeamStore({ read }: Pick<Database, 'read'>): TeamStore {
  return {
    loadLeadership: (employeeId) => loadLeadership(read, employeeId),
    listPeople: (query, nowMs) => listPeople(read, query, nowMs),
    loadDays: async (employeeIds, fromDay, toDay, nowMs) => {
      const workDay = { gte: workDayToDate(fromDay), lte: workDayToDate(toDay) }
      const days = new Map<string, TeamDayFacts>()
      for (const ids of chunk([...employeeIds])) {
        const part = await loadDays(read, ids, workDay, nowMs)
        for (const [id, facts] of part) days.set(id, facts)
      }
      return days
    },
  }
}

async function listPeople(read: Client, query: TeamQuery, nowMs: number): Promise<TeamPerson[]> {
  const { exceptId, afterId, limit } = query
  const found = new Map<string, Omit<TeamPerson, 'department'> & { readonly departmentId: string | null }>()
  // A reach may name more departments than one statement takes; each part is paged alike, then merged.
  for (const within of reachConditions(query.reach)) {
    const rows = await read.employee.findMany({
      where: {
        AND: [
          within,
          { id: { not: exceptId }, OR: [{ leftAt: null }, { leftAt: { gt: new Date(nowMs) } }] },
          afterId === null ? {} : { id: { gt: afterId } },
        ],
      },
      select: { id: true, name: true, departmentId: true },
      orderBy: { id: 'asc' },
      ...(limit === null ? {} : { take: limit }),
    })
    for (const row of rows) found.set(row.id, row)
  }
  const sorted = [...found.values()].sort((left, right) => (left.id < right.id ? -1 : 1))
  const departments = await read.department.findMany({ select: { id: true, name: true } })
  const nameOf = new Map(departments.map(({ id, name }) => [id, name]))
  return sorted
    .slice(0, limit ?? sorted.length)
    .map(({ id, name, departmentId }) => ({ id, name, department: nameOf.get(departmentId ?? '') ?? null }))
}

function reachConditions(reach: Reach): Prisma.EmployeeWhereInput[] {
  if (reach.kind === 'everybody') return [{}]
  return [
    ...chunk(reach.departmentIds).map((ids) => ({ departmentId: { in: ids } })),
    ...chunk(reach.employeeIds).map((ids) => ({ id: { in: ids } })),
  ]
}

async function loadDays(
  read: Client,
  ids: string[],
  workDay: { readonly gte: Date; readonly lte: Date },
  nowMs: number,
): Promise<Map<string, TeamDayFacts>> {
  const ofDays = { employeeId: { in: ids }, workDay }
  const [attempts, days, plans, approvals] = await Promise.all([
    read.attempt.findMany({
      where: { ...ofDays, outcome: { in: ['accepted', 'pending'] } },
      select: { ...DAY_ATTEMPT, employeeId: true },
      orderBy: [{ capturedAt: 'asc' }, { id: 'asc' }],
    }),
    read.employeeDay.findMany({ where: ofDays, select: { employeeId: true, workDay: true, zone: true } }),
    plannedZones(read, ofDays),
    read.approvalRequest.groupBy({
      by: ['requesterId'],
      where: { requesterId: { in: ids }, status: 'pending', expiresAt: { gt: new Date(nowMs) } },
      _count: true,
    }),
  ])
  const names = await siteNames(read, attempts)
  const byPerson = ({ employeeId }: { readonly employeeId: string }) => employeeId
  const attemptsOf = groupBy(attempts, byPerson)
  const daysOf = groupBy(days, byPerson)
  const plansOf = groupBy(plans, byPerson)
  const approvalsOf = new Map(approvals.map(({ requesterId, _count }) => [requesterId, _count]))
  return new Map(
    ids.map((id): [string, TeamDayFacts] => [
      id,
      {
        attempts: (attemptsOf.get(id) ?? []).map((row) => ({
          ...toDayAttempt(row),
          siteName: row.siteId === null ? null : (names.get(row.siteId) ?? null),
        })),
        fixedZones: zonesByDay(daysOf.get(id) ?? []),
        plannedZones: zonesByDay(plansOf.get(id) ?? []),
        pendingApprovals: approvalsOf.get(id) ?? 0,
      },
    ]),
  )
}

async function siteNames(
  read: Client,
  attempts: readonly { readonly siteId: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(attempts.flatMap(({ siteId }) => siteId ?? []))]
  const names = new Map<string, string>()
  for (const part of chunk(ids)) {
    const rows = await read.site.findMany({ where: { id: { in: part } }, select: { id: true, name: true } })
    for (const { id, name } of rows) names.set(id, name)
  }
  return names
}
