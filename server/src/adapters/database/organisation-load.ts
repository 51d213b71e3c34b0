import type { StoredOrganisation } from '../../features/organisation/organisation.rules'
import type { Client } from './database'

/** Four tables, each read whole. */
export async function loadOrganisation(read: Client): Promise<StoredOrganisation> {
  const [departments, employees, leaders, departmentLeaders] = await Promise.all([
    read.department.findMany({ select: { id: true, name: true, parentId: true }, orderBy: { id: 'asc' } }),
    read.employee.findMany({
      select: {
        ...{ id: true, userId: true, name: true, position: true, employeeNumber: true },
        ...{ departmentId: true, leftAt: true },
      },
      orderBy: { id: 'asc' },
    }),
    read.employeeLeader.findMany(),
    read.departmentLeader.findMany(),
  ])
  const leaderIds = grouped(leaders.map(({ employeeId, leaderId }) => [employeeId, leaderId]))
  const led = grouped(departmentLeaders.map(({ employeeId, departmentId }) => [employeeId, departmentId]))
  return {
    departments,
    people: employees.map(({ id, leftAt, ...row }) => ({
      ...row,
      employeeId: id,
      leaderIds: leaderIds.get(id) ?? [],
      leadsDepartmentIds: led.get(id) ?? [],
      leftAtMs: leftAt?.getTime() ?? null,
    })),
  }
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
