import { cut, inRings, type SourceDepartment, type SourceIssue, type StoredDepartment } from './organisation.rules'

export interface DepartmentChange {
  readonly from: StoredDepartment
  readonly to: StoredDepartment
}

export interface DepartmentDiff {
  /** Parents before their children. */
  readonly added: readonly StoredDepartment[]
  readonly changed: readonly DepartmentChange[]
  /** Not in the source any more; children before their parents. */
  readonly gone: readonly StoredDepartment[]
}

const LONGEST_NAME = 200

/** The tree as it shall stand: rings and unknown parents are reported, and the stored parent stays, or none. */
export function resolveDepartments(
  told: readonly SourceDepartment[],
  stored: readonly StoredDepartment[],
): { readonly departments: readonly StoredDepartment[]; readonly issues: readonly SourceIssue[] } {
  const issues: SourceIssue[] = []
  const byId = new Map<string, SourceDepartment>()
  for (const department of told) {
    if (byId.has(department.id)) issues.push({ kind: 'department_twice', id: department.id, other: null })
    else byId.set(department.id, department)
  }
  const storedById = new Map(stored.map((department) => [department.id, department]))
  const rings = inRings(new Map([...byId].map(([id, { parentId }]) => [id, parentId === null ? [] : [parentId]])))
  const parents = new Map<string, string | null>()
  const lost: string[] = []
  for (const { id, parentId } of byId.values()) {
    const isRing = rings.has(id)
    const isUnknown = parentId !== null && !byId.has(parentId)
    if (isRing) issues.push({ kind: 'department_ring', id, other: parentId })
    if (isUnknown) issues.push({ kind: 'unknown_parent', id, other: parentId })
    if (isRing || isUnknown) lost.push(id)
    parents.set(id, isRing || isUnknown ? null : parentId)
  }
  for (const id of lost) {
    const before = storedById.get(id)?.parentId ?? null
    if (before !== null && byId.has(before) && !pathUp(before, parents).includes(id)) parents.set(id, before)
  }
  const departments = [...byId.values()].map(({ id, name }) => ({
    id,
    name: cut(name.trim() || (storedById.get(id)?.name ?? id), LONGEST_NAME),
    parentId: parents.get(id) ?? null,
  }))
  return { departments, issues }
}

export function diffDepartments(
  departments: readonly StoredDepartment[],
  stored: readonly StoredDepartment[],
): DepartmentDiff {
  const storedById = new Map(stored.map((department) => [department.id, department]))
  const ids = new Set(departments.map(({ id }) => id))
  return {
    added: byDepth(departments).filter(({ id }) => !storedById.has(id)),
    changed: departments.flatMap((to) => {
      const from = storedById.get(to.id)
      return from === undefined || (from.name === to.name && from.parentId === to.parentId) ? [] : [{ from, to }]
    }),
    gone: byDepth(stored)
      .filter(({ id }) => !ids.has(id))
      .reverse(),
  }
}

function byDepth(departments: readonly StoredDepartment[]): readonly StoredDepartment[] {
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]))
  return departments
    .map((department) => ({ department, depth: pathUp(department.id, parents).length }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ department }) => department)
}

/** The department and those above it; a ring ends where it meets itself. */
export function pathUp(id: string, parents: ReadonlyMap<string, string | null>): readonly string[] {
  const path = new Set<string>()
  for (let at: string | null = id; at !== null && !path.has(at); at = parents.get(at) ?? null) path.add(at)
  return [...path]
}
