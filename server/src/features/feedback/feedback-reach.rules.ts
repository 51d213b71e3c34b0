import type { Permission } from '#contract/roles'
import { isWithinReach, reachOf, type Leadership, type PlacedPerson, type Reach } from '../people/reach.rules'
import type { RoleInScope } from '../people/roles.rules'

/** To read reports, to answer them, to see the place that came along. */
export type FeedbackRight = 'read' | 'answer' | 'read_place'

const PERMISSION_OF = {
  read: 'people.read',
  answer: 'people.read',
  read_place: 'records.read_place',
} as const satisfies Record<FeedbackRight, Permission>

/** Reports are told to the offices, not to one's own leader; auditors look and change nothing. */
function countingRoles(roles: readonly RoleInScope[], right: FeedbackRight): RoleInScope[] {
  return roles.filter(({ role }) => role !== 'leader' && (right !== 'answer' || role !== 'auditor'))
}

/** Whose reports this right reaches; null: nobody's, whatever the scope. */
export function feedbackReach(
  roles: readonly RoleInScope[],
  right: FeedbackRight,
  leadership: Leadership,
): Reach | null {
  const reach = reachOf(countingRoles(roles, right), PERMISSION_OF[right], leadership)
  return reach.kind === 'some' && reach.departmentIds.length === 0 ? null : reach
}

export function reaches(reach: Reach | null, person: PlacedPerson): boolean {
  return reach !== null && isWithinReach(reach, person)
}
