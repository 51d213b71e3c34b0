/** A file names departments by their paths; here they get ids. */
import type { CsvMember } from './csv-line.rules'
import { pathUp } from './department-diff.rules'
import type { SourceDepartment, SourceOrganisation, StoredDepartment } from './organisation.rules'

/** Names have no slash. */
const textOf = (path: readonly string[]) => path.join('/')

/** Every department that the file names, those above included. */
function pathsOf(members: readonly Pick<CsvMember, 'departmentPath'>[]): readonly (readonly string[])[] {
  const paths = new Map<string, readonly string[]>()
  for (const { departmentPath } of members) {
    for (let length = 1; length <= departmentPath.length; length++) {
      const path = departmentPath.slice(0, length)
      paths.set(textOf(path), path)
    }
  }
  return [...paths.values()]
}

/** Stored departments by their paths; of two with the same path the first. */
function idsByPath(departments: readonly StoredDepartment[]): ReadonlyMap<string, string> {
  const byId = new Map(departments.map((department) => [department.id, department]))
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]))
  const ids = new Map<string, string>()
  for (const { id } of departments) {
    const path = textOf([...pathUp(id, parents)].reverse().map((one) => byId.get(one)?.name ?? one))
    if (!ids.has(path)) ids.set(path, id)
  }
  return ids
}

/** @param newId for departments that are not stored */
export function organisationOf(
  members: readonly CsvMember[],
  stored: readonly StoredDepartment[],
  newId: () => string,
): SourceOrganisation {
  const known = idsByPath(stored)
  const ids = new Map<string, string>()
  const departments = pathsOf(members).map((path): SourceDepartment => {
    const text = textOf(path)
    const id = known.get(text) ?? newId()
    ids.set(text, id)
    const parentId = path.length === 1 ? null : (ids.get(textOf(path.slice(0, -1))) ?? null)
    return { id, name: path[path.length - 1] ?? id, parentId, leaderUserIds: [] }
  })
  return {
    departments,
    members: members.map((member) => {
      const id = ids.get(textOf(member.departmentPath)) ?? ''
      return {
        userId: member.userId,
        name: member.name,
        position: member.position,
        employeeNumber: member.employeeNumber,
        departmentIds: [id],
        mainDepartmentId: id,
        leadsDepartmentIds: member.leadsDepartment === null ? null : member.leadsDepartment ? [id] : [],
        directLeaderUserIds: member.directLeaders,
      }
    }),
    absent: [],
    isWhole: true,
  }
}
