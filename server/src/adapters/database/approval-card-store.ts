import type { Prisma } from '../../generated/sqlserver/client'
import type { ApprovalCardStore } from '../../ports/approval-card-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { cardKey, codeContext, loadCards, newestRounds, type CardRow } from './approval-card-rows'
import type { Database } from './database'
import { uniqueConflict } from './unique-conflict'

const PAGE_SIZE = 200

export function createApprovalCardStore(
  { read, write }: Pick<Database, 'read' | 'write'>,
  cipher: FieldCipher,
): ApprovalCardStore {
  const toCards = (rows: readonly CardRow[]) => loadCards(read, cipher, rows)
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

    async leadersWithOtherStandIns(afterMs, untilMs) {
      const within = { gt: new Date(afterMs), lte: new Date(untilMs) }
      const turns = await read.delegation.findMany({
        where: { revokedAt: null, OR: [{ startsAt: within }, { endsAt: within }] },
        select: { leaderId: true },
      })
      return [...new Set(turns.map(({ leaderId }) => leaderId))]
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

    async hold({ taskId, nextTryAtMs }, untilMs) {
      if (nextTryAtMs === null) return false
      const { count } = await write((tx) =>
        tx.approvalCard.updateMany({
          where: { id: taskId, state: { in: ['waiting', 'open'] }, nextTryAt: new Date(nextTryAtMs) },
          data: { nextTryAt: new Date(untilMs) },
        }),
      )
      return count === 1
    },

    async unanswered(plannedBeforeMs, belowRound, limit) {
      const found: CardRow[] = []
      const where = { state: 'open', shownStatus: 'pending', createdAt: { lt: new Date(plannedBeforeMs) } }
      let after: string | null = null
      while (found.length < limit) {
        const page: CardRow[] = await read.approvalCard.findMany({
          where: { ...where, round: { lt: belowRound }, ...(after === null ? {} : { id: { gt: after } }) },
          orderBy: { id: 'asc' },
          take: PAGE_SIZE,
        })
        const newest = await newestRounds(read, page)
        found.push(...page.filter((row) => newest.get(cardKey(row)) === row.round))
        after = page.at(-1)?.id ?? null
        if (page.length < PAGE_SIZE) break
      }
      return toCards(found.slice(0, limit))
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

    pressed: (taskId, responseCode, nowMs) =>
      update(
        { id: taskId },
        {
          state: 'open',
          ...(responseCode === null ? {} : newCode(taskId, responseCode, nowMs)),
          tries: 0,
          nextTryAt: new Date(nowMs),
          updatedAt: new Date(nowMs),
        },
      ),

    async drawn(taskId, { status, subjectVersion }, usedCode, nowMs) {
      const shown = { shownStatus: status, subjectVersion, tries: 0, problem: null, updatedAt: new Date(nowMs) }
      await write(async (tx) => {
        const kept = (await tx.approvalCard.findUnique({ where: { id: taskId } }))?.responseCodeEncrypted ?? null
        // A press meanwhile brought another code, which is still good.
        const isUsed = kept !== null && cipher.decrypt(kept, codeContext(taskId)) === usedCode
        await tx.approvalCard.updateMany({
          where: { id: taskId },
          data: { ...shown, ...(isUsed ? newCode(taskId, null, nowMs) : {}) },
        })
      })
    },

    rest: (taskId, heldUntilMs) =>
      update({ id: taskId, nextTryAt: new Date(heldUntilMs) }, { tries: 0, nextTryAt: null }),

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
