import type { GrantableRole } from '#contract/api'
import { PERMISSIONS, ROLES, mayDo, type Permission, type Role } from '#contract/roles'

/** Roles that are granted; `staff` is what everyone employed is. */
export const GRANTABLE_ROLES = ['leader', 'hr', 'auditor', 'admin'] as const satisfies readonly GrantableRole[]

/** The scope of a leader of people without a department: no department has this id, so it opens none. */
export const DIRECT_REPORTS_ONLY = '-'

export interface RoleInScope {
  readonly role: Role
  /** Null: the whole company. */
  readonly scopeDepartmentId: string | null
}

export interface RoleFacts {
  /** Grants that are not revoked. */
  readonly grants: readonly RoleInScope[]
  readonly leadsDepartmentIds: readonly string[]
  /** Whether anybody has this person as direct leader. */
  readonly hasDirectReports: boolean
}

/** The grants, and what follows from the person's place: `staff`, and `leader` over whom they lead. Each pair once. */
export function effectiveRoles(facts: RoleFacts): RoleInScope[] {
  const led: RoleInScope[] = facts.leadsDepartmentIds.map((id) => ({ role: 'leader', scopeDepartmentId: id }))
  const direct: RoleInScope[] =
    facts.hasDirectReports && led.length === 0 ? [{ role: 'leader', scopeDepartmentId: DIRECT_REPORTS_ONLY }] : []
  const all: RoleInScope[] = [{ role: 'staff', scopeDepartmentId: null }, ...led, ...direct, ...facts.grants]
  const byPair = new Map(all.map((one) => [`${one.role} ${one.scopeDepartmentId ?? ''}`, one]))
  return [...byPair.values()].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
}

/** Each role once, in the order of the contract. */
export function roleNames(roles: readonly RoleInScope[]): Role[] {
  return ROLES.filter((role) => roles.some((one) => one.role === role))
}

/**
 * Whether one of the roles allows this for somebody of these departments.
 * @param departmentPath the other person's department and those above it; empty: only company-wide roles reach there
 */
export function mayDoFor(
  roles: readonly RoleInScope[],
  permission: Permission,
  departmentPath: readonly string[],
): boolean {
  return roles.some(
    ({ role, scopeDepartmentId }) =>
      mayDo([role], permission) && (scopeDepartmentId === null || departmentPath.includes(scopeDepartmentId)),
  )
}

/** What these roles allow together, each within its scope. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => mayDo(roles, permission))
}
