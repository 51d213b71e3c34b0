import type { ApprovalStatus } from '#contract/api-approvals'
import type { Prisma } from '../../generated/sqlserver/client'
import type { ApprovalListQuery, ApprovalRelation } from '../../ports/approval-store'
import { departmentPaths } from './approval-store-departments'
import { loadLeads } from './approval-store-leaders'
import { WITH_APPROVERS, type ApprovalRow } from './approval-store-rows'
import { chunk } from './chunk'
import type { Client } from './database'

type Where = Prisma.ApprovalRequestWhereInput

/** Newest first. An office may reach more people than one statement takes: each part is paged alike, then merged. */
export async function listApprovals(read: Client, query: ApprovalListQuery, nowMs: number): Promise<ApprovalRow[]> {
  const conditions: Where[] = []
  if (query.status !== null) conditions.push(statusCondition(query.status, new Date(nowMs)))
  if (query.before !== null) {
    const createdAt = new Date(query.before.createdAtMs)
    conditions.push({ OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: query.before.id } }] })
  }
  const found = new Map<string, ApprovalRow>()
  for (const related of await relationConditions(read, query.relation, nowMs)) {
    const rows = await read.approvalRequest.findMany({
      where: { AND: [related, ...conditions] },
      include: WITH_APPROVERS,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: query.limit,
    })
    for (const row of rows) found.set(row.id, row)
  }
  return [...found.values()].sort(newestFirst).slice(0, query.limit)
}

function statusCondition(status: ApprovalStatus, now: Date): Where {
  if (status === 'pending') return { status, expiresAt: { gt: now } }
  if (status === 'expired') return { OR: [{ status }, { status: 'pending', expiresAt: { lte: now } }] }
  return { status }
}

async function relationConditions(read: Client, relation: ApprovalRelation, nowMs: number): Promise<Where[]> {
  const { employeeId } = relation
  if (relation.role === 'requester') return [{ requesterId: employeeId }]
  const ofOthers: Where = { requesterId: { not: employeeId } }
  const now = new Date(nowMs)
  const held = await read.delegation.findMany({
    where: { delegateId: employeeId, revokedAt: null, startsAt: { lte: now }, endsAt: { gt: now } },
    select: { leaderId: true },
  })
  const leaderIds = await employedOf(read, [...new Set(held.map(({ leaderId }) => leaderId))], now)
  const asked = (leaderId: string): Where => ({
    OR: relation.leaderLevels.map(({ kind, levels }) => ({
      kind,
      approvers: { some: { employeeId: leaderId, onBehalfOf: null, level: { in: [...levels] } } },
    })),
  })
  const parts: Where[] = [
    { decidedBy: employeeId },
    ...(await whileLeading(read, employeeId, asked(employeeId))),
    ...(await scopeConditions(read, relation.scope)),
  ]
  for (const leaderId of leaderIds) {
    // A delegate sees what waits, not what was decided before his time.
    parts.push(...(await whileLeading(read, leaderId, { AND: [statusCondition('pending', now), asked(leaderId)] })))
  }
  return parts.map((part) => ({ AND: [ofOthers, part] }))
}

/** Those of the requests whose requester is led by this person now. */
async function whileLeading(read: Client, leaderId: string, where: Where): Promise<Where[]> {
  const groups = await read.approvalRequest.groupBy({ by: ['requesterId'], where })
  const pathOf = await departmentPaths(read)
  const requesters = []
  for (const ids of chunk(groups.map(({ requesterId }) => requesterId))) {
    const rows = await read.employee.findMany({ where: { id: { in: ids } }, select: { id: true, departmentId: true } })
    requesters.push(...rows.map(({ id, departmentId }) => ({ id, path: pathOf(departmentId) })))
  }
  const leads = await loadLeads(read, requesters)
  const led = requesters.filter((requester) => leads(leaderId, requester)).map(({ id }) => id)
  return chunk(led).map((ids) => ({ AND: [where, { requesterId: { in: ids } }] }))
}

/** A leader who left has no authority that a delegate could use. */
async function employedOf(read: Client, ids: readonly string[], now: Date): Promise<string[]> {
  const found: string[] = []
  for (const part of chunk(ids)) {
    const rows = await read.employee.findMany({
      where: { id: { in: part }, OR: [{ leftAt: null }, { leftAt: { gt: now } }] },
      select: { id: true },
    })
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

async function scopeConditions(
  read: Client,
  scope: Extract<ApprovalRelation, { role: 'approver' }>['scope'],
): Promise<Where[]> {
  if (scope.kind === 'everybody') return [{}]
  const people: string[] = []
  for (const departmentIds of chunk(scope.departmentIds)) {
    const rows = await read.employee.findMany({ where: { departmentId: { in: departmentIds } }, select: { id: true } })
    people.push(...rows.map(({ id }) => id))
  }
  return chunk(people).map((ids) => ({ requesterId: { in: ids } }))
}

function newestFirst(left: ApprovalRow, right: ApprovalRow): number {
  const byTime = right.createdAt.getTime() - left.createdAt.getTime()
  return byTime !== 0 ? byTime : left.id < right.id ? 1 : -1
}
