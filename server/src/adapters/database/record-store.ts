import type { CheckInReply, EvidenceState } from '#contract/api'
import type { CheckRow, DecisionCode, Finding, Outcome, PresenceBy } from '#contract/decision'
import type { ConnectedWifi, Fix, NetworkType } from '#contract/place'
import type { SlotKind } from '#contract/work-day'
import type { Prisma } from '../../generated/sqlserver/client'
import type { FieldCipher } from '../../ports/field-cipher'
import type { RecordRow, RecordStore } from '../../ports/record-store'
import type { Client, Database } from './database'
import { loadRecordDays } from './record-store-days'
import { dateToWorkDay, workDayToDate } from './work-day'

const WITH_DECISIONS = { decisions: { orderBy: { number: 'asc' } } } as const
type AttemptRow = Prisma.AttemptGetPayload<{ include: typeof WITH_DECISIONS }>

export function createRecordStore({ read }: Pick<Database, 'read'>, cipher: FieldCipher): RecordStore {
  return {
    listOwn: async ({ employeeId, workDay, beforeId, limit }) => {
      const rows = await read.attempt.findMany({
        where: {
          employeeId,
          ...(workDay === null ? {} : { workDay: workDayToDate(workDay) }),
          ...(beforeId === null ? {} : { id: { lt: beforeId } }),
        },
        // UUID v7: the order of ids is the order of receipt.
        orderBy: { id: 'desc' },
        take: limit,
        include: WITH_DECISIONS,
      })
      const names = await siteNames(read, rows)
      return rows.map((row) => toRecord(row, names))
    },
    findOwn: async (employeeId, attemptId) => {
      const row = await read.attempt.findFirst({ where: { id: attemptId, employeeId }, include: WITH_DECISIONS })
      if (row === null) return null
      const names = await siteNames(read, [row])
      const rule = row.ruleId === null ? null : await read.rule.findUnique({ where: { id: row.ruleId } })
      const deciders = await deciderNames(read, row)
      const reply = JSON.parse(row.replyJson) as Partial<CheckInReply>
      return {
        ...toRecord(row, names),
        presenceBy: row.presenceBy as PresenceBy | null,
        standingAttemptId: reply.standingAttemptId ?? null,
        lateMinutes: reply.lateMinutes ?? 0,
        networkType: row.networkType as NetworkType,
        fix: unseal<Fix>(cipher, row.placeEncrypted, `Attempt.place:${row.id}`),
        wifi: unseal<ConnectedWifi>(cipher, row.wifiEncrypted, `Attempt.wifi:${row.id}`),
        rule: rule === null || row.ruleVersion === null ? null : { name: rule.name, version: row.ruleVersion },
        decisions: row.decisions.map((decision) => ({
          number: decision.number,
          decidedAtMs: decision.decidedAt.getTime(),
          decidedBy: decision.decidedBy,
          decidedByName: deciders.get(decision.decidedBy) ?? null,
          outcome: decision.outcome as Outcome,
          code: decision.code as DecisionCode,
        })),
      }
    },
    loadDays: (employeeId, fromDay, toDay) => loadRecordDays(read, employeeId, fromDay, toDay),
  }
}

/** By employee id; `rule` has none. */
async function deciderNames(read: Client, { decisions }: AttemptRow): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(decisions.map(({ decidedBy }) => decidedBy))].filter((id) => id !== 'rule')
  if (ids.length === 0) return new Map()
  const people = await read.employee.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

async function siteNames(read: Client, rows: readonly AttemptRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => (row.siteId === null ? [] : [row.siteId])))]
  if (ids.length === 0) return new Map()
  const sites = await read.site.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(sites.map((site) => [site.id, site.name]))
}

function toRecord(row: AttemptRow, names: ReadonlyMap<string, string>): RecordRow {
  // A later decision without findings of its own (superseded) leaves the reasons of the one before standing.
  const judged = row.decisions.findLast((decision) => decision.checksJson !== '[]')
  return {
    attemptId: row.id,
    slot: { workDay: dateToWorkDay(row.workDay), kind: row.slotKind as SlotKind, span: row.slotSpan },
    zone: row.zone,
    outcome: row.outcome as Outcome,
    code: row.code as DecisionCode,
    capturedAtMs: row.capturedAt.getTime(),
    receivedAtMs: row.receivedAt.getTime(),
    deferred: row.deferred,
    siteId: row.siteId,
    siteName: row.siteId === null ? null : (names.get(row.siteId) ?? null),
    evidenceState: row.evidenceState as EvidenceState,
    findings: judged === undefined ? [] : (JSON.parse(judged.findingsJson) as Finding[]),
    checks: judged === undefined ? [] : (JSON.parse(judged.checksJson) as CheckRow[]),
  }
}

function unseal<Value extends object>(cipher: FieldCipher, sealed: string | null, context: string): Value | null {
  return sealed === null ? null : (JSON.parse(cipher.decrypt(sealed, context)) as Value)
}
