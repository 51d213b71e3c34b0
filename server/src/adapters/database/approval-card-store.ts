import type { Prisma } from '../../generated/sqlserver/client'
import type { ApprovalCardStore } from '../../ports/approval-card-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { cardKey, cardsOfPeople, codeContext, loadCards, type CardRow } from './approval-card-rows'
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

    async pendingRequestsBy(requesterId) {
      const requests = await read.approvalRequest.findMany({
        where: { requesterId, status: 'pending' },
        select: { id: true },
      })
      return requests.map(({ id }) => id)
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

    newest: async (requestId) => [...(await cardsOfPeople(read, [requestId])).values()],

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

    async unanswered(plannedBeforeMs, mostOpen, limit) {
      const found: CardRow[] = []
      const where = { state: 'open', shownStatus: 'pending', createdAt: { lt: new Date(plannedBeforeMs) } }
      let after: string | null = null
      while (found.length < limit) {
        const page: CardRow[] = await read.approvalCard.findMany({
          where: { ...where, ...(after === null ? {} : { id: { gt: after } }) },
          orderBy: { id: 'asc' },
          take: PAGE_SIZE,
        })
        const people = await cardsOfPeople(
          read,
          page.map(({ requestId }) => requestId),
        )
        const isDue = (row: CardRow) => {
          const person = people.get(cardKey(row))
          return person?.round === row.round && person.openCount <= mostOpen
        }
        found.push(...page.filter(isDue))
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

    async drawn({ taskId, codeMark }, { status, subjectVersion }, nowMs) {
      const shown = { shownStatus: status, subjectVersion, tries: 0, problem: null, updatedAt: new Date(nowMs) }
      await write(async (tx) => {
        await tx.approvalCard.updateMany({ where: { id: taskId }, data: shown })
        // By one statement: a press at the same moment is before it or after it. A rotated key only costs a call in vain.
        await tx.approvalCard.updateMany({
          where: { id: taskId, responseCodeEncrypted: codeMark },
          data: newCode(taskId, null, nowMs),
        })
      })
    },

    rest: (taskId, heldUntilMs) =>
      update({ id: taskId, nextTryAt: new Date(heldUntilMs) }, { tries: 0, nextTryAt: null }),

    end: ({ taskId, codeMark }, state, shown, nowMs) =>
      update(
        { id: taskId, responseCodeEncrypted: codeMark },
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
