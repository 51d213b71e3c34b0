import type { Prisma } from '../../generated/sqlserver/client'
import type { ApprovalCardStore, StoredCard } from '../../ports/approval-card-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { chunk } from './chunk'
import type { Database } from './database'
import { uniqueConflict } from './unique-conflict'

type Row = Prisma.ApprovalCardGetPayload<object>

const codeContext = (taskId: string) => `ApprovalCard.responseCode:${taskId}`

export function createApprovalCardStore(
  { read, write }: Pick<Database, 'read' | 'write'>,
  cipher: FieldCipher,
): ApprovalCardStore {
  /** Cards have no relations: most of their lives nobody asks for more than their own row. */
  async function toCards(rows: readonly Row[]): Promise<StoredCard[]> {
    const userIds = new Map<string, string>()
    const requesters = new Map<string, string>()
    for (const ids of chunk([...new Set(rows.map(({ employeeId }) => employeeId))])) {
      const people = await read.employee.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, userId: true },
      })
      for (const { id, userId } of people) userIds.set(id, userId)
    }
    for (const ids of chunk([...new Set(rows.map(({ requestId }) => requestId))])) {
      const requests = await read.approvalRequest.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, requesterId: true },
      })
      for (const { id, requesterId } of requests) requesters.set(id, requesterId)
    }
    return rows.map((row) => ({
      taskId: row.id,
      requestId: row.requestId,
      requesterId: requesters.get(row.requestId) ?? '',
      employeeId: row.employeeId,
      userId: userIds.get(row.employeeId) ?? '',
      round: row.round,
      state: row.state as StoredCard['state'],
      subjectVersion: row.subjectVersion,
      responseCode:
        row.responseCodeEncrypted === null ? null : cipher.decrypt(row.responseCodeEncrypted, codeContext(row.id)),
      tries: row.tries,
    }))
  }

  const update = async (where: Prisma.ApprovalCardWhereInput, data: Prisma.ApprovalCardUpdateManyMutationInput) => {
    await write((tx) => tx.approvalCard.updateMany({ where, data }))
  }
  const newCode = (taskId: string, responseCode: string | null, nowMs: number) => ({
    responseCodeEncrypted: responseCode === null ? null : cipher.encrypt(responseCode, codeContext(taskId)),
    responseCodeAt: responseCode === null ? null : new Date(nowMs),
  })

  return {
    async requesterOf(requestId) {
      const request = await read.approvalRequest.findUnique({ where: { id: requestId }, select: { requesterId: true } })
      return request?.requesterId ?? null
    },

    async pendingRequestsOf(leaderId) {
      const asked = await read.approver.findMany({
        where: { employeeId: leaderId, request: { status: 'pending' } },
        select: { requestId: true },
      })
      return asked.map(({ requestId }) => requestId)
    },

    async plan(cards, nowMs) {
      const at = new Date(nowMs)
      let count = 0
      for (const { taskId, requestId, employeeId, round } of cards) {
        const data = { requestId, employeeId, round, state: 'waiting', subjectVersion: 0 }
        try {
          await write((tx) =>
            tx.approvalCard.create({ data: { id: taskId, ...data, nextTryAt: at, createdAt: at, updatedAt: at } }),
          )
          count++
        } catch (fault) {
          if (uniqueConflict(fault) !== 'ApprovalCard_requestId_employeeId_round_key') throw fault
        }
      }
      return count
    },

    async find(taskId) {
      const row = await read.approvalCard.findUnique({ where: { id: taskId } })
      return row === null ? null : ((await toCards([row]))[0] ?? null)
    },

    due: async (nowMs, limit) =>
      toCards(
        await read.approvalCard.findMany({
          where: { state: { in: ['waiting', 'open'] }, nextTryAt: { lte: new Date(nowMs) } },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          take: limit,
        }),
      ),

    async unanswered(sentBeforeMs, belowRound, limit) {
      const rows = await read.approvalCard.findMany({
        where: { state: 'open', shownStatus: 'pending', createdAt: { lt: new Date(sentBeforeMs) } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return (await toCards(rows)).filter(({ round }) => round < belowRound)
    },

    redraw: (requestId, nowMs) => update({ requestId, state: 'open' }, { nextTryAt: new Date(nowMs), tries: 0 }),

    opened: (taskId, { status, subjectVersion, messageId, responseCode }, nowMs) =>
      update(
        { id: taskId, state: 'waiting' },
        {
          state: 'open',
          shownStatus: status,
          subjectVersion,
          messageId,
          ...newCode(taskId, responseCode, nowMs),
          tries: 0,
          nextTryAt: null,
          problem: null,
          updatedAt: new Date(nowMs),
        },
      ),

    keepResponseCode: (taskId, responseCode, nowMs) =>
      update({ id: taskId }, { ...newCode(taskId, responseCode, nowMs), updatedAt: new Date(nowMs) }),

    async drawn(taskId, { status, subjectVersion }, usedCode, nowMs) {
      const shown = { shownStatus: status, subjectVersion, updatedAt: new Date(nowMs) }
      await write(async (tx) => {
        const row = await tx.approvalCard.findUnique({ where: { id: taskId } })
        if (row === null) return
        const { responseCodeEncrypted: kept } = row
        // A press meanwhile brought another code, which is still good.
        const isUsed = kept !== null && usedCode !== null && cipher.decrypt(kept, codeContext(taskId)) === usedCode
        await tx.approvalCard.updateMany({
          where: { id: taskId },
          data: { ...shown, tries: 0, problem: null, ...(isUsed ? newCode(taskId, null, nowMs) : {}) },
        })
      })
    },

    rest: (taskId, loadedAtMs) => update({ id: taskId, nextTryAt: { lt: new Date(loadedAtMs) } }, { nextTryAt: null }),

    end: (taskId, state, shown, nowMs) =>
      update(
        { id: taskId },
        {
          state,
          ...(shown === null ? {} : { shownStatus: shown }),
          ...newCode(taskId, null, nowMs),
          nextTryAt: null,
          updatedAt: new Date(nowMs),
        },
      ),

    postpone: (taskId, problem, nextTryAtMs, nowMs) =>
      update(
        { id: taskId },
        {
          tries: { increment: 1 },
          problem: problem.slice(0, 80),
          updatedAt: new Date(nowMs),
          ...(nextTryAtMs === null ? { state: 'failed', nextTryAt: null } : { nextTryAt: new Date(nextTryAtMs) }),
        },
      ),
  }
}
