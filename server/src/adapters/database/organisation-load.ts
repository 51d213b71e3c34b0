import type { StoredDepartment, StoredOrganisation, StoredPerson } from '../../features/organisation/organisation.rules'
import { chunk } from './chunk'
import type { Client } from './database'

const PERSON = {
  ...{ id: true, userId: true, name: true, position: true, employeeNumber: true },
  ...{ departmentId: true, leftAt: true },
} as const

interface PersonRow extends Omit<StoredPerson, 'employeeId' | 'leaderIds' | 'leadsDepartmentIds' | 'leftAtMs'> {
  readonly id: string
  readonly leftAt: Date | null
}

interface LeaderRow {
  readonly employeeId: string
  readonly leaderId: string
}

interface DepartmentLeaderRow {
  readonly employeeId: string
  readonly departmentId: string
}

/** Four tables, each read whole. */
export async function loadOrganisation(read: Client): Promise<StoredOrganisation> {
  const [departments, employees, leaders, departmentLeaders] = await Promise.all([
    loadTree(read),
    read.employee.findMany({ select: PERSON, orderBy: { id: 'asc' } }),
    read.employeeLeader.findMany(),
    read.departmentLeader.findMany(),
  ])
  return { departments, people: peopleOf(employees, leaders, departmentLeaders) }
}

/** Whole, as it is small. */
export function loadTree(read: Client): Promise<readonly StoredDepartment[]> {
  return read.department.findMany({ select: { id: true, name: true, parentId: true }, orderBy: { id: 'asc' } })
}

/** Level by level, each person once: rings of leaders end. */
export async function loadUpFrom(read: Client, userIds: readonly string[]): Promise<StoredOrganisation> {
  const keys = [...new Set(userIds.map((userId) => userId.toLowerCase()))]
  const employees = new Map<string, PersonRow>()
  const leaders: LeaderRow[] = []
  const departmentLeaders: DepartmentLeaderRow[] = []
  let level: readonly PersonRow[] = await inChunks(keys, (part) =>
    read.employee.findMany({ where: { userIdKey: { in: part } }, select: PERSON }),
  )
  while (level.length > 0) {
    level.forEach((row) => employees.set(row.id, row))
    const ids = level.map(({ id }) => id)
    const above = await inChunks(ids, (part) => read.employeeLeader.findMany({ where: { employeeId: { in: part } } }))
    const led = await inChunks(ids, (part) => read.departmentLeader.findMany({ where: { employeeId: { in: part } } }))
    leaders.push(...above)
    departmentLeaders.push(...led)
    const next = [...new Set(above.map(({ leaderId }) => leaderId))].filter((id) => !employees.has(id))
    level = await inChunks(next, (part) => read.employee.findMany({ where: { id: { in: part } }, select: PERSON }))
  }
  const people = peopleOf([...employees.values()], leaders, departmentLeaders)
  return { departments: await loadTree(read), people }
}

async function inChunks<Row>(
  items: readonly string[],
  find: (part: string[]) => PromiseLike<Row[]>,
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (const part of chunk(items)) found.push(...(await find(part)))
  return found
}

function peopleOf(
  employees: readonly PersonRow[],
  leaders: readonly LeaderRow[],
  departmentLeaders: readonly DepartmentLeaderRow[],
): readonly StoredPerson[] {
  const leaderIds = grouped(leaders.map(({ employeeId, leaderId }) => [employeeId, leaderId]))
  const led = grouped(departmentLeaders.map(({ employeeId, departmentId }) => [employeeId, departmentId]))
  return employees.map(({ id, leftAt, ...row }) => ({
    ...row,
    employeeId: id,
    leaderIds: leaderIds.get(id) ?? [],
    leadsDepartmentIds: led.get(id) ?? [],
    leftAtMs: leftAt?.getTime() ?? null,
  }))
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
