import type { Leadership } from '../../features/people/reach.rules'
import type { Client } from './database'

/** Whom a person leads, and the tree that reaches are counted in: three queries. */
export async function loadLeadership(read: Client, employeeId: string): Promise<Leadership> {
  const [departments, led, reports] = await Promise.all([
    read.department.findMany({ select: { id: true, parentId: true } }),
    read.departmentLeader.findMany({ where: { employeeId }, select: { departmentId: true } }),
    read.employeeLeader.findMany({
      where: { leaderId: employeeId },
      select: { employee: { select: { id: true, departmentId: true } } },
    }),
  ])
  return {
    departments,
    ledDepartmentIds: led.map(({ departmentId }) => departmentId),
    directReports: reports.map(({ employee }) => employee),
  }
}
