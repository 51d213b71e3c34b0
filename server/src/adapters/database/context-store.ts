import type { Outcome } from '#contract/decision'
import type { SlotKind, WorkDay } from '#contract/work-day'
import type { NewChallenge } from '../../features/context/challenge.rules'
import type { ContextFacts, ContextStore } from '../../ports/context-store'
import type { Database, Transaction } from './database'
import { uniqueConflict } from './unique-conflict'
import { dateToWorkDay, workDayToDate } from './work-day'

export function createContextStore(database: Pick<Database, 'read' | 'write'>): ContextStore {
  return {
    loadContext: (employeeId, fromDay, toDay) => loadContext(database, employeeId, fromDay, toDay),
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
): Promise<ContextFacts> {
  const ofDays = { employeeId, workDay: { gte: workDayToDate(fromDay), lte: workDayToDate(toDay) } }
  const [attempts, plans, days, notices, consents] = await Promise.all([
    read.attempt.findMany({
      where: ofDays,
      select: {
        id: true,
        workDay: true,
        slotKind: true,
        slotSpan: true,
        outcome: true,
        capturedAt: true,
        siteId: true,
      },
      orderBy: [{ capturedAt: 'asc' }, { id: 'asc' }],
    }),
    read.fieldPlan.findMany({
      where: { ...ofDays, cancelledAt: null },
      select: { workDay: true, siteId: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    read.employeeDay.findMany({ where: ofDays, select: { workDay: true, zone: true } }),
    read.consentNotice.findMany({ select: { version: true, publishedAt: true } }),
    read.consent.findMany({ where: { employeeId }, select: { version: true, givenAt: true, withdrawnAt: true } }),
  ])
  return {
    attempts: attempts.map((row) => ({
      id: row.id,
      slot: { workDay: dateToWorkDay(row.workDay), kind: row.slotKind as SlotKind, span: row.slotSpan },
      outcome: row.outcome as Outcome,
      capturedAtMs: row.capturedAt.getTime(),
      siteId: row.siteId,
    })),
    plans: plans.map((row) => ({ workDay: dateToWorkDay(row.workDay), siteId: row.siteId })),
    fixedZones: zonesOf(days),
    notices: notices.map((row) => ({ version: row.version, publishedAtMs: row.publishedAt.getTime() })),
    consents: consents.map((row) => ({
      version: row.version,
      givenAtMs: row.givenAt.getTime(),
      withdrawnAtMs: row.withdrawnAt?.getTime() ?? null,
    })),
  }
}

async function writeContext(
  tx: Transaction,
  { issuedAtMs, ...challenge }: NewChallenge,
  zones: ReadonlyMap<WorkDay, string>,
): Promise<Map<WorkDay, string>> {
  const { employeeId } = challenge
  await tx.challenge.create({ data: { ...challenge, issuedAt: new Date(issuedAtMs) } })
  const workDays = [...zones.keys()].map(workDayToDate)
  const standing = zonesOf(await tx.employeeDay.findMany({ where: { employeeId, workDay: { in: workDays } } }))
  const missing = [...zones].filter(([workDay]) => !standing.has(workDay))
  if (missing.length > 0) {
    await tx.employeeDay.createMany({
      data: missing.map(([workDay, zone]) => ({ employeeId, workDay: workDayToDate(workDay), zone })),
    })
  }
  return new Map([...missing, ...standing])
}

function zonesOf(rows: readonly { readonly workDay: Date; readonly zone: string }[]): Map<WorkDay, string> {
  return new Map(rows.map((row) => [dateToWorkDay(row.workDay), row.zone]))
}
