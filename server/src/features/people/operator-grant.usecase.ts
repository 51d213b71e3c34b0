import type { GrantableRole } from '#contract/api'
import type { PeopleStore } from '../../ports/people-store'
import type { Clock, Random } from '../../ports/system'
import { roleTrail } from './role-trail.rules'

const OPERATOR = { kind: 'operator', id: 'operator' } as const

export interface OperatorGrantDependencies {
  readonly people: PeopleStore
  readonly random: Random
  readonly clock: Clock
}

/**
 * What `npm run admin:grant` does: a company-wide role from whoever runs the server, which is how the first admin comes
 * to be. Audited like any other grant.
 */
export async function grantByOperator(
  { people, random, clock }: OperatorGrantDependencies,
  userId: string,
  role: GrantableRole,
): Promise<'granted' | 'held_already' | 'unknown_person'> {
  const person = await people.findByUserId(userId)
  if (person === null) return 'unknown_person'
  const grant = { id: random.id(), employeeId: person.id, role, scopeDepartmentId: null, grantedBy: OPERATOR.id }
  const trail = roleTrail('role.granted', random.id(), OPERATOR, grant, null)
  return (await people.grant(grant, trail, clock.nowMs())) ? 'granted' : 'held_already'
}
