import type { WorkDay } from '#contract/work-day'
import type { NewChallenge } from '../../features/context/challenge.rules'
import type { Prisma } from '../../generated/sqlserver/client'
import type { ContextFacts, ContextStore } from '../../ports/context-store'
import type { Client, Database, Transaction } from './database'
import { DAY_ATTEMPT, toDayAttempt } from './day-attempt'
import { uniqueConflict } from './unique-conflict'
import { dateToWorkDay, workDayToDate } from './work-day'
import { zonesByDay } from './work-day-zones'

export function createContextStore(database: Pick<Database, 'read' | 'write'>): ContextStore {
  return {
    loadContext: (employeeId, fromDay, toDay, nowMs) => loadContext(database, employeeId, fromDay, toDay, nowMs),
    openContext: async (challenge, zones) => {
      try {
        return await database.write((tx) => writeContext(tx, challenge, zones))
      } catch (fault) {
        // Another context or check-in opened the same day between our look and our write: now it can be seen.
        if (uniqueConflict(fault) === null) throw fault
        return database.write((tx) => writeContext(tx, challenge, zones))
      }
    },
  }
}

async function loadContext(
  { read }: Pick<Database, 'read'>,
  employeeId: string,
  fromDay: WorkDay,
  toDay: WorkDay,
  nowMs: number,
): Promise<ContextFacts> {
  const ofDays = { employeeId, workDay: { gte: workDayToDate(fromDay), lte: workDayToDate(toDay) } }
  const [attempts, plans, days, notices, consents, leaders] = await Promise.all([
    read.attempt.findMany({
      where: ofDays,
      select: DAY_ATTEMPT,
      orderBy: [{ capturedAt: 'asc' }, { id: 'asc' }],
    }),
    read.fieldPlan.findMany({
      where: { ...ofDays, cancelledAt: null },
      select: { workDay: true, siteId: true, note: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    read.employeeDay.findMany({ where: ofDays, select: { workDay: true, zone: true } }),
    read.consentNotice.findMany({ select: { version: true, publishedAt: true } }),
    read.consent.findMany({ where: { employeeId }, select: { version: true, givenAt: true, withdrawnAt: true } }),
    loadLeaderNames(read, employeeId, nowMs),
  ])
  return {
    attempts: attempts.map(toDayAttempt),
    plans: plans.map(({ workDay, siteId, note }) => ({ workDay: dateToWorkDay(workDay), siteId, note })),
    fixedZones: zonesByDay(days),
    notices: notices.map((row) => ({ version: row.version, publishedAtMs: row.publishedAt.getTime() })),
    consents: consents.map((row) => ({
      version: row.version,
      givenAtMs: row.givenAt.getTime(),
      withdrawnAtMs: row.withdrawnAt?.getTime() ?? null,
    })),
    leaders,
  }
}

/** Both lists at once: whether the first is empty shows too late. From the leaderships, which are few, to the people. */
async function loadLeaderNames(read: Client, employeeId: string, nowMs: number): Promise<string[]> {
  const employed: Prisma.EmployeeWhereInput = { OR: [{ leftAt: null }, { leftAt: { gt: new Date(nowMs) } }] }
  const [direct, ofDepartment] = await Promise.all([
    read.employeeLeader.findMany({
      where: { employeeId, leaderId: { not: employeeId }, leader: employed },
      select: { leader: { select: { name: true } } },
      orderBy: { leaderId: 'asc' },
    }),
    read.departmentLeader.findMany({
      where: {
        employeeId: { not: employeeId },
        department: { employees: { some: { id: employeeId } } },
        employee: employed,
      },
      select: { employee: { select: { name: true } } },
      orderBy: { employeeId: 'asc' },
    }),
  ])
  return direct.length > 0 ? direct.map(({ leader }) => leader.name) : ofDepartment.map(({ employee }) => employee.name)
}

async function writeContext(
  tx: Transaction,
  { issuedAtMs, ...challenge }: NewChallenge,
  zones: ReadonlyMap<WorkDay, string>,
): Promise<Map<WorkDay, string>> {
  const { employeeId } = challenge
  await tx.challenge.create({ data: { ...challenge, issuedAt: new Date(issuedAtMs) } })
  const workDays = [...zones.keys()].map(workDayToDate)
  const standing = zonesByDay(await tx.employeeDay.findMany({ where: { employeeId, workDay: { in: workDays } } }))
  const missing = [...zones].filter(([workDay]) => !standing.has(workDay))
  if (missing.length > 0) {
    await tx.employeeDay.createMany({
      data: missing.map(([workDay, zone]) => ({ employeeId, workDay: workDayToDate(workDay), zone })),
    })
  }
  return new Map([...missing, ...standing])
}
