import type { SettlementStore, SettlementWrite } from '../../ports/settlement-store'
import type { Transaction } from './database'
import { loadSettlement } from './settlement-load'
import { fromStoreTransaction } from './store-transaction'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'
import type { UniqueIndex } from './unique-indexes'
import { workDayToDate } from './work-day'

/** The last guards of slots, and the day's row created twice at once. */
const RACE_INDEXES: ReadonlySet<UniqueIndex | null> = new Set<UniqueIndex>([
  'Attempt_one_accepted_early',
  'EmployeeDay_pkey',
])

/** Reads and writes in the caller's transaction: it needs no database of its own. */
export function createSettlementStore(): SettlementStore {
  return {
    load: (tx, attemptId, cause) => loadSettlement(fromStoreTransaction(tx), attemptId, cause),

    async heldOfKey(tx, employeeId, keyThumbprint, limit) {
      // Of all that an attempt can be pending for, this is the first in the order of checks, and so its code.
      const rows = await fromStoreTransaction(tx).attempt.findMany({
        where: { employeeId, keyThumbprint, outcome: 'pending', code: 'DEVICE_AWAITING_APPROVAL' },
        select: { id: true },
        orderBy: [{ capturedAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(({ id }) => id)
    },

    async write(storeTx, write, nowMs) {
      const tx = fromStoreTransaction(storeTx)
      try {
        const held =
          (await bumpDay(tx, write)) &&
          (await supersede(tx, write, nowMs)) &&
          (await decideAgain(tx, write, nowMs)) &&
          (await reinstate(tx, write, nowMs))
        if (!held) return 'conflict'
      } catch (fault) {
        if (RACE_INDEXES.has(uniqueConflict(fault))) return 'conflict'
        throw fault
      }
      await writeTrail(tx, write.trail, nowMs)
      return 'written'
    },
  }
}

async function bumpDay(tx: Transaction, { employeeId, slot, zone, dayVersion }: SettlementWrite): Promise<boolean> {
  const workDay = workDayToDate(slot.workDay)
  if (dayVersion === 0) {
    await tx.employeeDay.create({ data: { employeeId, workDay, zone } })
    return true
  }
  const { count } = await tx.employeeDay.updateMany({
    where: { employeeId, workDay, version: dayVersion },
    data: { version: { increment: 1 } },
  })
  return count === 1
}

/** Before the attempt itself is accepted: of an early slot one row at most is accepted at any moment. */
async function supersede(tx: Transaction, { supersedes }: SettlementWrite, nowMs: number): Promise<boolean> {
  if (supersedes.length === 0) return true
  const where = { id: { in: [...supersedes] }, outcome: 'accepted' }
  const rows = await tx.attempt.findMany({ where, select: { id: true, code: true, decisionCount: true } })
  if (rows.length !== supersedes.length) return false
  await tx.attempt.updateMany({ where, data: { outcome: 'superseded', decisionCount: { increment: 1 } } })
  await tx.decision.createMany({ data: rows.map((row) => standingDecision(row, 'superseded', nowMs)) })
  return true
}

/** After the attempt itself is refused, for the same reason. */
async function reinstate(tx: Transaction, { reinstates }: SettlementWrite, nowMs: number): Promise<boolean> {
  if (reinstates === null) return true
  const where = { id: reinstates, outcome: 'superseded' }
  const row = await tx.attempt.findFirst({ where, select: { id: true, code: true, decisionCount: true } })
  if (row === null) return false
  await tx.attempt.updateMany({ where, data: { outcome: 'accepted', decisionCount: { increment: 1 } } })
  await tx.decision.create({ data: standingDecision(row, 'accepted', nowMs) })
  return true
}

/** Another attempt changed how this one stands: a decision without findings of its own. */
function standingDecision(
  row: { readonly id: string; readonly code: string; readonly decisionCount: number },
  outcome: 'superseded' | 'accepted',
  nowMs: number,
) {
  return {
    attemptId: row.id,
    number: row.decisionCount + 1,
    decidedAt: new Date(nowMs),
    decidedBy: 'rule',
    outcome,
    code: row.code,
    findingsJson: '[]',
    checksJson: '[]',
    effect: null,
  }
}

async function decideAgain(tx: Transaction, write: SettlementWrite, nowMs: number): Promise<boolean> {
  const { attemptId, decisionCount, outcome, code, evidenceState, approvedBy } = write
  const { count } = await tx.attempt.updateMany({
    where: { id: attemptId, decisionCount },
    data: { outcome, code, evidenceState, approvedBy, decisionCount: { increment: 1 } },
  })
  if (count !== 1) return false
  await tx.decision.create({
    data: {
      attemptId,
      number: decisionCount + 1,
      decidedAt: new Date(nowMs),
      decidedBy: write.decidedBy,
      outcome,
      code,
      findingsJson: JSON.stringify(write.findings),
      checksJson: JSON.stringify(write.checks),
      effect: write.effect,
    },
  })
  return true
}
