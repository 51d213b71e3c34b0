import type { GrantableRole } from '#contract/api'
import { AppError } from '../../app-error'
import type { PeopleStore, RoleGrantRecord } from '../../ports/people-store'
import type { Clock, Random } from '../../ports/system'
import type { SessionCaller } from '../sessions/caller.rules'
import { isFreshLogin } from '../sessions/fresh-login.rules'
import { roleTrail } from './role-trail.rules'
import { mayDoFor } from './roles.rules'

export interface RoleDependencies {
  readonly people: PeopleStore
  readonly random: Random
  readonly clock: Clock
}

export interface GrantRoleInput {
  readonly caller: SessionCaller
  readonly employeeId: string
  readonly role: GrantableRole
  /** Null: the whole company. */
  readonly scopeDepartmentId: string | null
  readonly requestId: string
}

export interface RevokeRoleInput {
  readonly caller: SessionCaller
  readonly employeeId: string
  readonly grantId: string
  readonly requestId: string
}

/** Who is granted what. Changes ask for a fresh login and a company-wide right, and nobody changes his own. */
export interface RoleUseCases {
  /** @throws AppError NOT_FOUND */
  readonly grantsOf: (employeeId: string) => Promise<readonly RoleGrantRecord[]>
  /**
   * Granting what is held already changes nothing.
   * @throws AppError FRESH_LOGIN_NEEDED, NOT_ALLOWED, NOT_FOUND, REFERENCE_UNKNOWN
   */
  readonly grantRole: (input: GrantRoleInput) => Promise<RoleGrantRecord>
  /** @throws AppError FRESH_LOGIN_NEEDED, NOT_ALLOWED, NOT_FOUND */
  readonly revokeRole: (input: RevokeRoleInput) => Promise<void>
}

export function createRoleUseCases({ people, random, clock }: RoleDependencies): RoleUseCases {
  function requireRight(caller: SessionCaller, employeeId: string): void {
    const wholeCompany: readonly string[] = []
    if (!mayDoFor(caller.roles, 'roles.grant', wholeCompany)) throw new AppError('NOT_ALLOWED')
    if (caller.employeeId === employeeId) throw new AppError('NOT_ALLOWED')
    if (!isFreshLogin(caller.loggedInAtMs, clock.nowMs())) throw new AppError('FRESH_LOGIN_NEEDED')
  }

  async function requirePerson(employeeId: string): Promise<void> {
    if ((await people.find(employeeId)) === null) throw new AppError('NOT_FOUND')
  }

  return {
    async grantsOf(employeeId) {
      await requirePerson(employeeId)
      return people.grantsOf(employeeId)
    },

    async grantRole({ caller, employeeId, role, scopeDepartmentId, requestId }) {
      requireRight(caller, employeeId)
      await requirePerson(employeeId)
      if (scopeDepartmentId !== null && !(await people.departmentExists(scopeDepartmentId))) {
        throw new AppError('REFERENCE_UNKNOWN', { details: [{ path: 'scopeDepartmentId', problem: '没有这个部门' }] })
      }
      const actor = { kind: 'employee', id: caller.employeeId } as const
      const grant = { id: random.id(), employeeId, role, scopeDepartmentId, grantedBy: caller.employeeId }
      await people.grant(grant, roleTrail('role.granted', random.id(), actor, grant, requestId), clock.nowMs())
      const held = (await people.grantsOf(employeeId)).find(
        (one) => one.role === role && one.scopeDepartmentId === scopeDepartmentId,
      )
      if (held === undefined) throw new AppError('VERSION_CONFLICT')
      return held
    },

    async revokeRole({ caller, employeeId, grantId, requestId }) {
      requireRight(caller, employeeId)
      const grant = (await people.grantsOf(employeeId)).find((one) => one.id === grantId)
      if (grant === undefined) throw new AppError('NOT_FOUND')
      const actor = { kind: 'employee', id: caller.employeeId } as const
      const trail = roleTrail('role.revoked', random.id(), actor, { ...grant, employeeId }, requestId)
      if (!(await people.revokeGrant(employeeId, grantId, trail, clock.nowMs()))) throw new AppError('NOT_FOUND')
    },
  }
}
