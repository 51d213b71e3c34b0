import type { ApprovalKind, ApprovalStatus } from '#contract/api-approvals'
import type { Prisma } from '../../generated/sqlserver/client'
import type { RoleInScope } from '../../features/people/roles.rules'
import type { ApprovalFacts, ApprovalPerson, StoredApproval } from '../../ports/approval-store'
import { departmentPaths } from './approval-store-departments'
import { loadLeads } from './approval-store-leaders'
import { chunk } from './chunk'
import type { Client, Transaction } from './database'
import { groupBy, indexBy } from './index-by'

export const WITH_APPROVERS = {
  approvers: { orderBy: [{ level: 'asc' }, { employeeId: 'asc' }] },
} satisfies Prisma.ApprovalRequestInclude
export type ApprovalRow = Prisma.ApprovalRequestGetPayload<{ include: typeof WITH_APPROVERS }>
type BareRow = Omit<ApprovalRow, 'approvers'>

/** Requests with all that authority over them rests on: the same number of queries for one and for a page of them. */
export async function loadApprovalFacts(
  client: Client | Transaction,
  rows: readonly ApprovalRow[],
  nowMs: number,
): Promise<ApprovalFacts[]> {
  if (rows.length === 0) return []
  const askedIds = unique(rows.flatMap((row) => row.approvers.map(({ employeeId }) => employeeId)))
  const standIns = await loadStandIns(client, askedIds, nowMs)
  const people = await loadPeople(client, [
    ...askedIds,
    ...standIns.map(({ delegateId }) => delegateId),
    ...rows.flatMap(({ requesterId, decidedBy }) => (decidedBy === null ? [requesterId] : [requesterId, decidedBy])),
  ])
  const offices = await loadOffices(client, askedIds)
  const pathOf = await departmentPaths(client)
  const { zone } = await client.company.findUniqueOrThrow({ where: { id: 1 }, select: { zone: true } })
  const isEmployed = (id: string) => employedAt(people.get(id), nowMs)
  const placed = (id: string) => ({ id, path: pathOf(people.get(id)?.departmentId ?? null) })
  const leads = await loadLeads(client, unique(rows.map(({ requesterId }) => requesterId)).map(placed))
  return rows.map((row) => {
    const ids = new Set(row.approvers.map(({ employeeId }) => employeeId))
    const requester = placed(row.requesterId)
    return {
      ...toStoredApproval(row),
      requesterPath: requester.path,
      asked: row.approvers.map(({ employeeId, level, onBehalfOf }) => ({
        employeeId,
        level,
        onBehalfOf,
        employed: isEmployed(employeeId),
        leads: leads(employeeId, requester),
        offices: offices.get(employeeId) ?? [],
      })),
      standIns: standIns.filter(({ leaderId, delegateId }) => ids.has(leaderId) && isEmployed(delegateId)),
      people,
      zone,
    }
  })
}

export function toStoredApproval(row: BareRow): StoredApproval {
  const { id, subjectId, requesterId, reason, level, decidedBy, comment, effect } = row
  return {
    ...{ id, subjectId, requesterId, reason, level, decidedBy, comment, effect },
    kind: row.kind as ApprovalKind,
    status: row.status as ApprovalStatus,
    createdAtMs: row.createdAt.getTime(),
    expiresAtMs: row.expiresAt.getTime(),
    escalateAtMs: row.escalateAt?.getTime() ?? null,
    decidedAtMs: row.decidedAt?.getTime() ?? null,
  }
}

/** Delegations of these leaders that hold at that moment, by beginning. */
export async function loadStandIns(client: Client | Transaction, leaderIds: readonly string[], nowMs: number) {
  const now = new Date(nowMs)
  const found = []
  for (const ids of chunk(leaderIds)) {
    const rows = await client.delegation.findMany({
      where: { leaderId: { in: ids }, revokedAt: null, startsAt: { lte: now }, endsAt: { gt: now } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: { leaderId: true, delegateId: true },
    })
    found.push(...rows)
  }
  return found
}

interface PersonRow extends ApprovalPerson {
  readonly departmentId: string | null
}

export function employedAt(person: Pick<ApprovalPerson, 'leftAtMs'> | undefined, nowMs: number): boolean {
  return person !== undefined && (person.leftAtMs === null || person.leftAtMs > nowMs)
}

/** By id, each with the name of the department. */
export async function loadPeople(
  client: Client | Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonRow>> {
  const people: PersonRow[] = []
  for (const part of chunk(unique(ids))) {
    const rows = await client.employee.findMany({
      where: { id: { in: part } },
      select: { id: true, name: true, leftAt: true, departmentId: true, department: { select: { name: true } } },
    })
    people.push(
      ...rows.map(({ department, leftAt, ...row }) => ({
        ...row,
        department: department?.name ?? null,
        leftAtMs: leftAt?.getTime() ?? null,
      })),
    )
  }
  return indexBy(people, ({ id }) => id)
}

async function loadOffices(client: Client | Transaction, ids: readonly string[]): Promise<Map<string, RoleInScope[]>> {
  const found: (RoleInScope & { readonly employeeId: string })[] = []
  for (const part of chunk(ids)) {
    const rows = await client.roleGrant.findMany({
      where: { employeeId: { in: part }, role: { in: ['hr', 'admin'] }, revokedAt: null },
      select: { employeeId: true, role: true, scopeDepartmentId: true },
    })
    found.push(...rows.map((row) => ({ ...row, role: row.role as RoleInScope['role'] })))
  }
  return groupBy(found, ({ employeeId }) => employeeId)
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
