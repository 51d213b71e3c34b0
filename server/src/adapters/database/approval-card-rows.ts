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
    codeMark: row.responseCodeEncrypted,
    tries: row.tries,
    nextTryAtMs: row.nextTryAt?.getTime() ?? null,
  }))
}

export function cardKey({ requestId, employeeId }: Pick<CardRow, 'requestId' | 'employeeId'>): string {
  return `${requestId} ${employeeId}`
}

export interface CardsOfPerson {
  readonly employeeId: string
  /** Of the newest one. */
  readonly round: number
  readonly state: StoredCard['state']
  /** How many cards ask. */
  readonly openCount: number
}

/** The cards of each person about each of these requests, by `cardKey`. */
export async function cardsOfPeople(
  read: Client,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, CardsOfPerson>> {
  const people = new Map<string, CardsOfPerson>()
  const rows = await read.approvalCard.findMany({
    where: { requestId: { in: [...new Set(requestIds)] } },
    select: { requestId: true, employeeId: true, round: true, state: true },
    orderBy: { round: 'asc' },
  })
  for (const row of rows) {
    const { employeeId, round } = row
    const state = row.state as StoredCard['state']
    const openCount = (people.get(cardKey(row))?.openCount ?? 0) + (state === 'open' ? 1 : 0)
    people.set(cardKey(row), { employeeId, round, state, openCount })
  }
  return people
}
