import type { Reach } from '../../features/people/reach.rules'
import type { PlanListQuery, PlanStore, StoredPlan } from '../../ports/plan-store'
import type { Prisma } from '../../generated/sqlserver/client'
import { chunk } from './chunk'
import type { Database } from './database'
import { loadLeadership } from './leadership'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'
import { dateToWorkDay, workDayToDate } from './work-day'

const PLAN_NAMES = {
  employee: { select: { id: true, name: true, departmentId: true } },
  site: { select: { id: true, name: true } },
} satisfies Prisma.FieldPlanInclude

type FullRow = Prisma.FieldPlanGetPayload<{ include: typeof PLAN_NAMES }>

export function createPlanStore(database: Pick<Database, 'read' | 'write'>): PlanStore {
  const { read } = database
  return {
    list: async (query) => {
      const found: FullRow[] = []
      // A person may lead more departments than one statement takes; each part is paged alike, then merged.
      for (const people of peopleConditions(query.people)) {
        const rows = await read.fieldPlan.findMany({
          where: { AND: [people, planConditions(query)] },
          include: PLAN_NAMES,
          orderBy: [{ workDay: 'asc' }, { id: 'asc' }],
          take: query.limit,
        })
        found.push(...rows)
      }
      const plans = new Map(found.map((row) => [row.id, toStoredPlan(row)]))
      return [...plans.values()].sort(byDayAndId).slice(0, query.limit)
    },

    find: async (id) => {
      const row = await read.fieldPlan.findUnique({ where: { id }, include: PLAN_NAMES })
      return row === null ? null : toStoredPlan(row)
    },

    findInForce: async (employeeId, workDay, siteId) => {
      const row = await read.fieldPlan.findFirst({
        where: { employeeId, workDay: workDayToDate(workDay), siteId, cancelledAt: null },
        include: PLAN_NAMES,
      })
      return row === null ? null : toStoredPlan(row)
    },

    create: async ({ workDay, ...plan }, trail, nowMs) => {
      try {
        await database.write(async (tx) => {
          const data = { ...plan, workDay: workDayToDate(workDay), createdAt: new Date(nowMs) }
          await tx.fieldPlan.create({ data })
          await writeTrail(tx, trail, nowMs)
        })
        return 'created'
      } catch (fault) {
        if (uniqueConflict(fault) === 'FieldPlan_one_per_day_and_site') return 'exists'
        throw fault
      }
    },

    cancel: (id, trail, nowMs) =>
      database.write(async (tx) => {
        const { count } = await tx.fieldPlan.updateMany({
          where: { id, cancelledAt: null },
          data: { cancelledAt: new Date(nowMs) },
        })
        if (count === 1) await writeTrail(tx, trail, nowMs)
        return count === 1
      }),

    loadLeadership: (employeeId) => loadLeadership(read, employeeId),

    findEmployee: (id) =>
      read.employee.findFirst({ where: { id, leftAt: null }, select: { id: true, departmentId: true } }),

    isSiteInUse: async (id) => (await read.site.count({ where: { id, archivedAt: null } })) === 1,
  }
}

function peopleConditions(people: Reach): Prisma.FieldPlanWhereInput[] {
  if (people.kind === 'everybody') return [{}]
  return [
    ...chunk(people.departmentIds).map((ids) => ({ employee: { departmentId: { in: ids } } })),
    ...chunk(people.employeeIds).map((ids) => ({ employeeId: { in: ids } })),
  ]
}

function planConditions({ employeeId, from, until, after }: PlanListQuery): Prisma.FieldPlanWhereInput {
  const conditions: Prisma.FieldPlanWhereInput[] = [{ cancelledAt: null }]
  if (employeeId !== null) conditions.push({ employeeId })
  if (from !== null) conditions.push({ workDay: { gte: workDayToDate(from) } })
  if (until !== null) conditions.push({ workDay: { lte: workDayToDate(until) } })
  if (after !== null) {
    const workDay = workDayToDate(after.workDay)
    conditions.push({ OR: [{ workDay: { gt: workDay } }, { workDay, id: { gt: after.id } }] })
  }
  return { AND: conditions }
}

function toStoredPlan(row: FullRow): StoredPlan {
  const { id, employee, site, note, createdBy } = row
  return {
    id,
    workDay: dateToWorkDay(row.workDay),
    employee,
    site,
    note,
    createdBy,
    createdAtMs: row.createdAt.getTime(),
    cancelledAtMs: row.cancelledAt?.getTime() ?? null,
  }
}

function byDayAndId(a: StoredPlan, b: StoredPlan): number {
  const [left, right] = [`${a.workDay} ${a.id}`, `${b.workDay} ${b.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}
