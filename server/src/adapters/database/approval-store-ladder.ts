import type { Ladder, OfficeGrant } from '../../features/approvals/approvers.rules'
import { departmentPaths } from './approval-store-departments'
import { loadStandIns } from './approval-store-rows'
import type { Transaction } from './database'

/**
 * Everybody around a person who might be asked. Who leads a department is said by the organisation, or by a leader's
 * grant for exactly that department.
 */
export async function loadLadder(tx: Transaction, employeeId: string, nowMs: number): Promise<Ladder> {
  const employed = { OR: [{ leftAt: null }, { leftAt: { gt: new Date(nowMs) } }] }
  const person = await tx.employee.findUnique({ where: { id: employeeId }, select: { departmentId: true } })
  const path = (await departmentPaths(tx))(person?.departmentId ?? null)
  const direct = await tx.employeeLeader.findMany({
    where: { employeeId, leader: employed },
    orderBy: { leaderId: 'asc' },
    select: { leaderId: true },
  })
  const led = await tx.departmentLeader.findMany({
    where: { departmentId: { in: path }, employee: employed },
    orderBy: { employeeId: 'asc' },
  })
  const grants = await tx.roleGrant.findMany({
    where: { role: { in: ['leader', 'hr', 'admin'] }, revokedAt: null, employee: employed },
    orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }],
    select: { employeeId: true, role: true, scopeDepartmentId: true },
  })
  const departments = path.map((id) => ({
    id,
    leaderIds: [
      ...led.filter(({ departmentId }) => departmentId === id),
      ...grants.filter(({ role, scopeDepartmentId }) => role === 'leader' && scopeDepartmentId === id),
    ].map((leader) => leader.employeeId),
  }))
  const directLeaderIds = direct.map(({ leaderId }) => leaderId)
  const leaderIds = [...directLeaderIds, ...departments.flatMap((department) => department.leaderIds)]
  const standIns = await loadStandIns(tx, [...new Set(leaderIds)], nowMs)
  const delegates = await tx.employee.findMany({
    where: { id: { in: standIns.map(({ delegateId }) => delegateId) }, ...employed },
    select: { id: true },
  })
  const delegateIds = new Set(delegates.map(({ id }) => id))
  return {
    directLeaderIds,
    departments,
    offices: grants.filter(({ role }) => role !== 'leader') as OfficeGrant[],
    standIns: standIns.filter(({ delegateId }) => delegateIds.has(delegateId)),
  }
}
