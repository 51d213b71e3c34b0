import type { Prisma } from '../../generated/sqlserver/client'
import type { ApprovalClosing, ApprovalPlace, ApprovalStore, NewApproval } from '../../ports/approval-store'
import { loadLadder } from './approval-store-ladder'
import { listApprovals } from './approval-store-list'
import { loadApprovalFacts, toStoredApproval, WITH_APPROVERS } from './approval-store-rows'
import type { Client, Database, Transaction } from './database'
import { fromStoreTransaction } from './store-transaction'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'

export function createApprovalStore({ read }: Pick<Database, 'read'>): ApprovalStore {
  return {
    loadLadder: (tx, employeeId, nowMs) => loadLadder(fromStoreTransaction(tx), employeeId, nowMs),

    create: async (storeTx, approval, trail, nowMs) => {
      const tx = fromStoreTransaction(storeTx)
      if ((await tx.approvalRequest.count({ where: { id: approval.id } })) > 0) return 'opened_before'
      if (await isPendingAlready(tx, approval)) return 'pending_already'
      try {
        await insert(tx, approval, nowMs)
      } catch (fault) {
        if (uniqueConflict(fault)?.startsWith('ApprovalRequest_') === true) return 'conflict'
        throw fault
      }
      await writeTrail(tx, trail, nowMs)
      return 'opened'
    },

    load: (tx, id, nowMs) => loadOne(fromStoreTransaction(tx), id, nowMs),

    findPending: async (tx, kind, subjectId) => {
      const where = { kind, subjectId, status: 'pending' }
      const row = await fromStoreTransaction(tx).approvalRequest.findFirst({ where })
      return row === null ? null : toStoredApproval(row)
    },

    close: async (tx, closing, nowMs) => {
      const { id, status, decidedBy, comment } = closing
      const { count } = await fromStoreTransaction(tx).approvalRequest.updateMany({
        where: { id, status: 'pending', ...timeOf(closing, new Date(nowMs)) },
        data: { status, decidedAt: new Date(nowMs), decidedBy, comment, escalateAt: null },
      })
      return count === 1
    },

    finish: async (storeTx, id, effect, trail, nowMs) => {
      const tx = fromStoreTransaction(storeTx)
      if (effect !== null) await tx.approvalRequest.updateMany({ where: { id }, data: { effect } })
      await writeTrail(tx, trail, nowMs)
    },

    escalate: async (storeTx, { id, fromLevel, level, escalateAtMs, rows }, trail, nowMs) => {
      const tx = fromStoreTransaction(storeTx)
      const now = new Date(nowMs)
      const { count } = await tx.approvalRequest.updateMany({
        where: { id, status: 'pending', level: fromLevel, escalateAt: { lte: now }, expiresAt: { gt: now } },
        data: { level, escalateAt: escalateAtMs === null ? null : new Date(escalateAtMs) },
      })
      if (count === 0) return false
      // Who stood in for somebody before may now be asked in his own name: one row a person.
      const employeeIds = rows.map(({ employeeId }) => employeeId)
      await tx.approver.deleteMany({
        where: { requestId: id, employeeId: { in: employeeIds }, onBehalfOf: { not: null } },
      })
      await tx.approver.createMany({ data: rows.map((row) => ({ ...row, requestId: id, addedAt: now })) })
      await writeTrail(tx, trail, nowMs)
      return true
    },

    async about(kind, subjectId) {
      const rows = await read.approvalRequest.findMany({
        where: { kind, subjectId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },

    find: (id, nowMs) => loadOne(read, id, nowMs),

    list: async (query, nowMs) => loadApprovalFacts(read, await listApprovals(read, query, nowMs), nowMs),

    overdue: async (nowMs, limit, after) => {
      const rows = await read.approvalRequest.findMany({
        where: { status: 'pending', expiresAt: { lte: new Date(nowMs) }, ...beyond('expiresAt', after) },
        orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
        take: limit,
        select: { id: true, expiresAt: true },
      })
      return rows.map(({ id, expiresAt }) => ({ id, dueAtMs: expiresAt.getTime() }))
    },

    dueForEscalation: async (nowMs, limit, after) => {
      const now = new Date(nowMs)
      const rows = await read.approvalRequest.findMany({
        where: {
          ...{ status: 'pending', escalateAt: { lte: now }, expiresAt: { gt: now } },
          ...beyond('escalateAt', after),
        },
        orderBy: [{ escalateAt: 'asc' }, { id: 'asc' }],
        take: limit,
        select: { id: true, escalateAt: true },
      })
      return rows.flatMap(({ id, escalateAt }) => (escalateAt === null ? [] : [{ id, dueAtMs: escalateAt.getTime() }]))
    },

    departments: () => read.department.findMany({ select: { id: true, parentId: true } }),
  }
}

async function isPendingAlready(tx: Transaction, { kind, subjectId, requesterId }: NewApproval): Promise<boolean> {
  const same = kind === 'rebind' ? [{ subjectId }, { requesterId }] : [{ subjectId }]
  return (await tx.approvalRequest.count({ where: { kind, status: 'pending', OR: same } })) > 0
}

async function insert(tx: Transaction, approval: NewApproval, nowMs: number): Promise<void> {
  const { id, kind, subjectId, requesterId, reason, level, expiresAtMs, escalateAtMs, approvers } = approval
  const now = new Date(nowMs)
  await tx.approvalRequest.create({
    data: {
      ...{ id, kind, subjectId, requesterId, reason, level },
      status: 'pending',
      createdAt: now,
      expiresAt: new Date(expiresAtMs),
      escalateAt: escalateAtMs === null ? null : new Date(escalateAtMs),
    },
  })
  if (approvers.length > 0) {
    await tx.approver.createMany({ data: approvers.map((row) => ({ ...row, requestId: id, addedAt: now })) })
  }
}

async function loadOne(client: Client | Transaction, id: string, nowMs: number) {
  const row = await client.approvalRequest.findUnique({ where: { id }, include: WITH_APPROVERS })
  if (row === null) return null
  const [facts] = await loadApprovalFacts(client, [row], nowMs)
  return facts ?? null
}

/** Only what comes after that place in the order of the column and the id. */
function beyond(column: 'expiresAt' | 'escalateAt', after: ApprovalPlace | null): Prisma.ApprovalRequestWhereInput {
  if (after === null) return {}
  const at = new Date(after.dueAtMs)
  return { OR: [{ [column]: { gt: at } }, { [column]: at, id: { gt: after.id } }] }
}

function timeOf({ when }: ApprovalClosing, now: Date) {
  if (when === 'in_time') return { expiresAt: { gt: now } }
  return when === 'overdue' ? { expiresAt: { lte: now } } : {}
}
