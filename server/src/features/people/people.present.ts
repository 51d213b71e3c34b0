import type { GrantableRole, MeReply, Page, RoleGrantReply } from '#contract/api'
import { presentEmployee } from '../sessions/session-reply.rules'
import type { Me } from './me.usecase'
import { permissionsOf, roleNames } from './roles.rules'

interface Grant {
  readonly id: string
  readonly role: GrantableRole
  readonly scopeDepartmentId: string | null
  readonly grantedBy: string
  readonly grantedAtMs: number
}

export function presentMe({ employee, caller, consent }: Me): MeReply {
  return {
    employee: presentEmployee(employee),
    roles: caller.roles,
    permissions: permissionsOf(roleNames(caller.roles)),
    device: caller.device,
    consent,
  }
}

export function presentGrant({ id, role, scopeDepartmentId, grantedBy, grantedAtMs }: Grant): RoleGrantReply {
  return { id, role, scopeDepartmentId, grantedBy, grantedAt: new Date(grantedAtMs).toISOString() }
}

export function presentGrants(grants: readonly Grant[]): Page<RoleGrantReply> {
  return { items: grants.map(presentGrant), nextCursor: null }
}
