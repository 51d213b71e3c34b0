import type { DecisionCode, Finding, Outcome } from '#contract/decision'
import type { SlotKind } from '#contract/work-day'
import type { AttemptSubjectStore, AttemptToApprove } from '../../ports/attempt-subject-store'
import type { Client, Database, Transaction } from './database'
import { fromStoreTransaction } from './store-transaction'
import { dateToWorkDay } from './work-day'

const SUBJECT = {
  ...{ id: true, employeeId: true, workDay: true, slotKind: true, slotSpan: true, zone: true, capturedAt: true },
  ...{ outcome: true, code: true, applicationReason: true, siteId: true },
  _count: { select: { photos: true } },
  // A decision without findings of its own (superseded) leaves the reasons of the one before standing.
  decisions: { where: { checksJson: { not: '[]' } }, orderBy: { number: 'desc' }, take: 1 },
} as const

export function createAttemptSubjectStore({ read }: Pick<Database, 'read'>): AttemptSubjectStore {
  return {
    find: (attemptId) => loadAttempt(read, attemptId),
    load: (tx, attemptId) => loadAttempt(fromStoreTransaction(tx), attemptId),
  }
}

async function loadAttempt(client: Client | Transaction, attemptId: string): Promise<AttemptToApprove | null> {
  const row = await client.attempt.findUnique({ where: { id: attemptId }, select: SUBJECT })
  if (row === null) return null
  const site =
    row.siteId === null ? null : await client.site.findUnique({ where: { id: row.siteId }, select: { name: true } })
  const judged = row.decisions[0]
  return {
    attemptId,
    employeeId: row.employeeId,
    slot: { workDay: dateToWorkDay(row.workDay), kind: row.slotKind as SlotKind, span: row.slotSpan },
    zone: row.zone,
    capturedAtMs: row.capturedAt.getTime(),
    outcome: row.outcome as Outcome,
    code: row.code as DecisionCode,
    findings: judged === undefined ? [] : (JSON.parse(judged.findingsJson) as Finding[]),
    applicationReason: row.applicationReason,
    siteName: site?.name ?? null,
    photoCount: row._count.photos,
  }
}
