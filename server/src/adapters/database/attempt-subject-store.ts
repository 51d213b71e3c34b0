import type { DecisionCode, Finding, Outcome } from '#contract/decision'
import type { SlotKind } from '#contract/work-day'
import type { Prisma } from '../../generated/sqlserver/client'
import type {
  AttemptSubjectStore,
  AttemptToApprove,
  UnaskedPage,
  UnaskedQuery,
} from '../../ports/attempt-subject-store'
import { chunk } from './chunk'
import type { Client, Database, Transaction } from './database'
import { fromStoreTransaction } from './store-transaction'
import { dateToWorkDay, workDayToDate } from './work-day'

const SUBJECT = {
  ...{ id: true, employeeId: true, workDay: true, slotKind: true, slotSpan: true, zone: true, capturedAt: true },
  ...{ outcome: true, code: true, decisionCount: true, applicationReason: true, siteId: true },
  // A count would be made over all attempts' photos before it is joined.
  photos: { select: { attemptId: true } },
  // A decision without findings of its own (superseded) leaves the reasons of the one before standing.
  decisions: { where: { checksJson: { not: '[]' } }, orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.AttemptSelect
type SubjectRow = Prisma.AttemptGetPayload<{ select: typeof SUBJECT }>

export function createAttemptSubjectStore({ read }: Pick<Database, 'read'>): AttemptSubjectStore {
  return {
    findMany: (attemptIds) => loadAttempts(read, attemptIds),

    load: async (tx, attemptId) => (await loadAttempts(fromStoreTransaction(tx), [attemptId]))[0] ?? null,

    hold: async (tx, attemptId, decisionNumber) => {
      const { count } = await fromStoreTransaction(tx).attempt.updateMany({
        where: { id: attemptId, decisionCount: decisionNumber },
        data: { decisionCount: decisionNumber },
      })
      return count === 1
    },

    findUnasked: (query) => findUnasked(read, query),
  }
}

/** Attempt ids are UUID v7: their order is that of receipt. */
async function findUnasked(
  read: Client,
  { receivedBeforeMs, firstWorkDay, afterId, limit }: UnaskedQuery,
): Promise<UnaskedPage> {
  const pending = await read.attempt.findMany({
    where: {
      outcome: 'pending',
      workDay: { gte: workDayToDate(firstWorkDay) },
      receivedAt: { lt: new Date(receivedBeforeMs) },
      ...(afterId === null ? {} : { id: { gt: afterId } }),
    },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true },
  })
  const ids = pending.map(({ id }) => id)
  const asked = new Set<string>()
  for (const subjectId of chunk(ids)) {
    const requests = await read.approvalRequest.findMany({
      where: { kind: 'attempt', subjectId: { in: subjectId } },
      select: { subjectId: true },
    })
    for (const request of requests) asked.add(request.subjectId)
  }
  const unasked = ids.filter((id) => !asked.has(id))
  const nextAfterId = pending.length === limit ? (ids.at(-1) ?? null) : null
  return { attempts: await loadAttempts(read, unasked), nextAfterId }
}

async function loadAttempts(
  client: Client | Transaction,
  attemptIds: readonly string[],
): Promise<readonly AttemptToApprove[]> {
  const rows: SubjectRow[] = []
  for (const ids of chunk(attemptIds)) {
    rows.push(...(await client.attempt.findMany({ where: { id: { in: ids } }, select: SUBJECT })))
  }
  const siteNames = new Map<string, string>()
  const siteIds = new Set(rows.flatMap(({ siteId }) => siteId ?? []))
  for (const ids of chunk([...siteIds])) {
    const sites = await client.site.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    for (const { id, name } of sites) siteNames.set(id, name)
  }
  return rows.map((row) => toAttempt(row, row.siteId === null ? null : (siteNames.get(row.siteId) ?? null)))
}

function toAttempt(row: SubjectRow, siteName: string | null): AttemptToApprove {
  const judged = row.decisions[0]
  return {
    attemptId: row.id,
    employeeId: row.employeeId,
    slot: { workDay: dateToWorkDay(row.workDay), kind: row.slotKind as SlotKind, span: row.slotSpan },
    zone: row.zone,
    capturedAtMs: row.capturedAt.getTime(),
    outcome: row.outcome as Outcome,
    code: row.code as DecisionCode,
    decisionNumber: row.decisionCount,
    findings: judged === undefined ? [] : (JSON.parse(judged.findingsJson) as Finding[]),
    applicationReason: row.applicationReason,
    siteName,
    photoCount: row.photos.length,
  }
}
