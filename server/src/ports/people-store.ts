import type { GrantableRole } from '#contract/api'
import type { Trail } from './trail'

export interface Person {
  readonly id: string
  readonly userId: string
  readonly name: string
  /** Null while employed. */
  readonly leftAtMs: number | null
}

export interface RoleGrantRecord {
  readonly id: string
  readonly role: GrantableRole
  readonly scopeDepartmentId: string | null
  /** An employee's id, or `operator`. */
  readonly grantedBy: string
  readonly grantedAtMs: number
}

export interface NewRoleGrant {
  readonly id: string
  readonly employeeId: string
  readonly role: GrantableRole
  readonly scopeDepartmentId: string | null
  readonly grantedBy: string
}

export interface PeopleStore {
  /** WeCom userids are compared without case. */
  findByUserId(userId: string): Promise<Person | null>
  find(employeeId: string): Promise<Person | null>
  /** The person's department and those above it; empty without one. */
  departmentPathOf(employeeId: string): Promise<readonly string[]>
  departmentExists(departmentId: string): Promise<boolean>
  /** Grants in force, oldest first. */
  grantsOf(employeeId: string): Promise<readonly RoleGrantRecord[]>
  /** @returns false, and no trail, when the person has this role in this scope already */
  grant(grant: NewRoleGrant, trail: Trail, nowMs: number): Promise<boolean>
  /** Ends the grant and its twins. @returns false, and no trail, when it is not in force */
  revokeGrant(employeeId: string, grantId: string, trail: Trail, nowMs: number): Promise<boolean>
}
