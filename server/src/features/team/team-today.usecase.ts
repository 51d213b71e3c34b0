import type { TeamSummaryReply } from '#contract/api-team'
import type { RuleStore } from '../../ports/rule-store'
import type { Clock } from '../../ports/system'
import type { TeamPerson, TeamStore } from '../../ports/team-store'
import { reachOf } from '../people/reach.rules'
import type { RoleInScope } from '../people/roles.rules'
import { relevantRange } from '../shifts/work-day.rules'
import { teamDay, type TeamDay } from './team-day.rules'
import { teamSummary } from './team-summary.rules'

export interface TeamPorts {
  readonly team: TeamStore
  readonly rules: Pick<RuleStore, 'loadRuleBook' | 'loadPersonSchedules'>
  readonly clock: Clock
}

export interface TeamInput {
  readonly employeeId: string
  readonly roles: readonly RoleInScope[]
  /** The last person of the page before; null for the first page. */
  readonly afterId: string | null
  readonly limit: number
}

export interface TeamMember {
  readonly person: TeamPerson
  readonly day: TeamDay
}

export interface TeamToday {
  readonly nowMs: number
  /** The company's, for the time of the answer. */
  readonly zone: string
  /** Of everybody within reach, on the first page; null on the others. */
  readonly summary: TeamSummaryReply | null
  readonly members: readonly TeamMember[]
  readonly nextCursor: string | null
}

/**
 * The people that one may see, each on the own current work day; not oneself. The first page looks at all of them for
 * its summary, the others at their own people alone. The number of queries does not depend on how many they are.
 */
export async function loadTeamToday(ports: TeamPorts, input: TeamInput): Promise<TeamToday> {
  const { team, rules, clock } = ports
  const { employeeId, afterId, limit } = input
  const nowMs = clock.nowMs()
  const reach = reachOf(input.roles, 'team.read', await team.loadLeadership(employeeId))
  const isFirst = afterId === null
  const query = { reach, exceptId: employeeId, afterId, limit: isFirst ? null : limit + 1 }
  const people = await team.listPeople(query, nowMs)
  const hasMore = people.length > limit

  const counted = isFirst ? people : people.slice(0, limit)
  const ids = counted.map(({ id }) => id)
  const { fromDay, toDay } = relevantRange(nowMs)
  const [book, schedules, facts] = await Promise.all([
    rules.loadRuleBook(),
    rules.loadPersonSchedules(ids, fromDay, toDay),
    team.loadDays(ids, fromDay, toDay, nowMs),
  ])
  const members = counted.flatMap((person): TeamMember[] => {
    const [schedule, day] = [schedules.get(person.id), facts.get(person.id)]
    return schedule === undefined || day === undefined ? [] : [{ person, day: teamDay(book, schedule, day, nowMs) }]
  })
  const page = counted.slice(0, limit)
  const onPage = new Set(page.map(({ id }) => id))
  return {
    nowMs,
    zone: book.company.zone,
    summary: isFirst ? teamSummary(members) : null,
    members: members.filter(({ person }) => onPage.has(person.id)),
    nextCursor: hasMore ? (page.at(-1)?.id ?? null) : null,
  }
}
