import type { GrantableRole } from '#contract/api'
import type { PeopleStore, Person } from '../../ports/people-store'
import type { Database } from './database'
import { writeTrail } from './trail'

const PERSON = { id: true, userId: true, name: true, leftAt: true } as const

export function createPeopleStore(database: Database): PeopleStore {
  return {
    async findByUserId(userId) {
      const userIdKey = userId.toLowerCase()
      return toPerson(await database.read.employee.findUnique({ where: { userIdKey }, select: PERSON }))
    },

    async find(employeeId) {
      return toPerson(await database.read.employee.findUnique({ where: { id: employeeId }, select: PERSON }))
    },

    async departmentPathOf(employeeId) {
      const where = { id: employeeId }
      const employee = await database.read.employee.findUnique({ where, select: { departmentId: true } })
      if (!employee?.departmentId) return []
      const departments = await database.read.department.findMany({ select: { id: true, parentId: true } })
      return pathUp(employee.departmentId, new Map(departments.map(({ id, parentId }) => [id, parentId])))
    },

    async departmentExists(departmentId) {
      return (await database.read.department.count({ where: { id: departmentId } })) > 0
    },

    async grantsOf(employeeId) {
      const rows = await database.read.roleGrant.findMany({
        where: { employeeId, revokedAt: null },
        orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }],
      })
      return rows.map((row) => ({
        id: row.id,
        role: row.role as GrantableRole,
        scopeDepartmentId: row.scopeDepartmentId,
        grantedBy: row.grantedBy,
        grantedAtMs: row.grantedAt.getTime(),
      }))
    },

    grant: (grant, trail, nowMs) =>
      database.write(async (tx) => {
        const { employeeId, role, scopeDepartmentId } = grant
        const held = await tx.roleGrant.count({ where: { employeeId, role, scopeDepartmentId, revokedAt: null } })
        if (held > 0) return false
        await tx.roleGrant.create({ data: { ...grant, grantedAt: new Date(nowMs) } })
        await writeTrail(tx, trail, nowMs)
        return true
      }),

    revokeGrant: (employeeId, grantId, trail, nowMs) =>
      database.write(async (tx) => {
        const grant = await tx.roleGrant.findFirst({ where: { id: grantId, employeeId, revokedAt: null } })
        if (grant === null) return false
        // Two grants at once may have left a twin on an engine that does not serialise them: none may survive.
        const { count } = await tx.roleGrant.updateMany({
          where: { employeeId, role: grant.role, scopeDepartmentId: grant.scopeDepartmentId, revokedAt: null },
          data: { revokedAt: new Date(nowMs) },
        })
        if (count === 0) return false
        await writeTrail(tx, trail, nowMs)
        return true
      }),
  }
}

function pathUp(departmentId: string, parentOf: ReadonlyMap<string, string | null>): string[] {
  const path: string[] = []
  let current: string | null = departmentId
  // A circle in the data ends the walk.
  while (current !== null && !path.includes(current)) {
    path.push(current)
    current = parentOf.get(current) ?? null
  }
  return path
}

function toPerson(row: { id: string; userId: string; name: string; leftAt: Date | null } | null): Person | null {
  if (row === null) return null
  return { id: row.id, userId: row.userId, name: row.name, leftAtMs: row.leftAt?.getTime() ?? null }
}
