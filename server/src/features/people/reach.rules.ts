/** Whom a permission reaches: HR and admins within the scope of their grant, leaders the people they lead. */
import { PERMISSIONS, type Permission, type Role } from '#contract/roles'
import type { RoleInScope } from './roles.rules'

/** What says whom a person leads. */
export interface Leadership {
  /** All of them; the tree is small and read whole. */
  readonly departments: readonly { readonly id: string; readonly parentId: string | null }[]
  readonly ledDepartmentIds: readonly string[]
  readonly directReports: readonly { readonly id: string; readonly departmentId: string | null }[]
}

/** Everybody, or those of these departments and these people. */
export type Reach =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'some'; readonly departmentIds: readonly string[]; readonly employeeIds: readonly string[] }

/**
 * A grant reaches its department and all below it. A leader reaches direct reports and the departments that he leads, by
 * the organisation or by a grant; a leader's grant without a department adds nobody.
 */
export function reachOf(roles: readonly RoleInScope[], permission: Permission, leadership: Leadership): Reach {
  const allowed: readonly Role[] = PERMISSIONS[permission]
  const granted = roles.filter(({ role }) => allowed.includes(role))
  const offices = granted.filter(({ role }) => role !== 'leader')
  if (offices.some(({ scopeDepartmentId }) => scopeDepartmentId === null)) return { kind: 'everybody' }
  const leads = granted.length > offices.length
  const roots = [
    ...granted.flatMap(({ scopeDepartmentId }) => scopeDepartmentId ?? []),
    ...(leads ? leadership.ledDepartmentIds : []),
  ]
  return {
    kind: 'some',
    departmentIds: withDescendants(roots, leadership.departments),
    employeeIds: leads ? leadership.directReports.map(({ id }) => id) : [],
  }
}

/** As much of a person as says whether a reach holds him. */
export interface PlacedPerson {
  readonly id: string
  readonly departmentId: string | null
}

export function isWithinReach(reach: Reach, person: PlacedPerson): boolean {
  if (reach.kind === 'everybody' || reach.employeeIds.includes(person.id)) return true
  return person.departmentId !== null && reach.departmentIds.includes(person.departmentId)
}

/** Known departments only; a loop in the tree ends where it meets itself. */
function withDescendants(roots: readonly string[], departments: Leadership['departments']): string[] {
  const children = new Map<string, string[]>()
  for (const { id, parentId } of departments) {
    if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), id])
  }
  const known = new Set(departments.map(({ id }) => id))
  const found = new Set<string>()
  const open = roots.filter((id) => known.has(id))
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(children.get(id) ?? []))
  }
  return [...found]
}
