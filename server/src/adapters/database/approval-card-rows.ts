import type { Prisma } from '../../generated/sqlserver/client'
import type { StoredCard } from '../../ports/approval-card-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { chunk } from './chunk'
import type { Client } from './database'

export type CardRow = Prisma.ApprovalCardGetPayload<object>

export const codeContext = (taskId: string) => `ApprovalCard.responseCode:${taskId}`

/** Cards have no relations: most of their lives nobody asks for more than their own row. */
export async function loadCards(read: Client, cipher: FieldCipher, rows: readonly CardRow[]): Promise<StoredCard[]> {
  const userIds = new Map<string, string>()
  for (const ids of chunk([...new Set(rows.map(({ employeeId }) => employeeId))])) {
    const people = await read.employee.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, userId: true },
    })
    for (const { id, userId } of people) userIds.set(id, userId)
  }
  return rows.map((row) => ({
    taskId: row.id,
    requestId: row.requestId,
    employeeId: row.employeeId,
    userId: userIds.get(row.employeeId) ?? '',
    round: row.round,
    state: row.state as StoredCard['state'],
    subjectVersion: row.subjectVersion,
    responseCode:
      row.responseCodeEncrypted === null ? null : cipher.decrypt(row.responseCodeEncrypted, codeContext(row.id)),
    tries: row.tries,
    nextTryAtMs: row.nextTryAt?.getTime() ?? null,
  }))
}

export function cardKey({ requestId, employeeId }: Pick<CardRow, 'requestId' | 'employeeId'>): string {
  return `${requestId} ${employeeId}`
}

/** The highest round of each person about each request of these cards. */
export async function newestRounds(read: Client, cards: readonly CardRow[]): Promise<ReadonlyMap<string, number>> {
  const rounds = new Map<string, number>()
  const rows = await read.approvalCard.findMany({
    where: { requestId: { in: [...new Set(cards.map(({ requestId }) => requestId))] } },
    select: { requestId: true, employeeId: true, round: true },
  })
  for (const row of rows) rounds.set(cardKey(row), Math.max(row.round, rounds.get(cardKey(row)) ?? 0))
  return rounds
}
