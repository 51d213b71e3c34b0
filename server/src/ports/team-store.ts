import type { WorkDay } from '#contract/work-day'
import type { Leadership, Reach } from '../features/people/reach.rules'
import type { TeamDayFacts } from '../features/team/team-day.rules'

export interface TeamPerson {
  readonly id: string
  readonly name: string
  /** Name of the department. */
  readonly department: string | null
}

export interface TeamQuery {
  readonly reach: Reach
  /** Never among those found. */
  readonly exceptId: string
  /** People after this one in the order of ids; null: from the first. */
  readonly afterId: string | null
  /** Null: all of them. */
  readonly limit: number | null
}

export interface TeamStore {
  loadLeadership(employeeId: string): Promise<Leadership>
  /** Employed people within reach, by id; the same few queries for two and for hundreds. */
  listPeople(query: TeamQuery, nowMs: number): Promise<readonly TeamPerson[]>
  /** By employee id, for everybody asked for; the same few queries for two and for hundreds. */
  loadDays(
    employeeIds: readonly string[],
    fromDay: WorkDay,
    toDay: WorkDay,
    nowMs: number,
  ): Promise<ReadonlyMap<string, TeamDayFacts>>
}
