import type { ErrorDetail } from '#contract/error-codes'
import type { WorkDay } from '#contract/work-day'
import { isWithinReach, reachOf, type Leadership, type PlacedPerson } from '../people/reach.rules'
import type { RoleInScope } from '../people/roles.rules'

const MS_PER_DAY = 86_400_000
/** A plan works from its creation on, so days that are over everywhere on earth are no use. */
const MOST_DAYS_BACK = 1
const MOST_DAYS_AHEAD = 366

/** @returns null when the day may be planned; counted from the date in UTC, a day's grace for every zone */
export function planDayProblem(workDay: WorkDay, nowMs: number): ErrorDetail | null {
  const daysAhead = Math.floor(Date.parse(`${workDay}T00:00:00Z`) / MS_PER_DAY) - Math.floor(nowMs / MS_PER_DAY)
  if (daysAhead < -MOST_DAYS_BACK) return { path: 'workDay', problem: `${workDay} 已经过去，不能再安排` }
  if (daysAhead > MOST_DAYS_AHEAD) {
    return { path: 'workDay', problem: `最多提前 ${MOST_DAYS_AHEAD} 天安排，${workDay} 还有 ${daysAhead} 天` }
  }
  return null
}

/** Whether someone may plan for a person. Nobody leads himself: leadership does not count for one's own plans. */
export function mayPlanFor(
  planner: { readonly employeeId: string; readonly roles: readonly RoleInScope[] },
  person: PlacedPerson,
  leadership: Leadership,
): boolean {
  const roles = person.id === planner.employeeId ? planner.roles.filter(({ role }) => role !== 'leader') : planner.roles
  return isWithinReach(reachOf(roles, 'plans.write', leadership), person)
}
