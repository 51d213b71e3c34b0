import type { TeamStanding, TeamSummaryReply } from '../../contract/api-team'
import { texts } from '../../texts/texts'

/** One share of the bar and its figure; the people with visits stand apart from the others whose check-ins are there. */
export interface TeamShare {
  readonly key: TeamStanding | 'visiting'
  readonly count: number
  readonly name: string
}

const ORDER: readonly TeamShare['key'][] = ['accepted', 'visiting', 'late', 'pending', 'waiting', 'off', 'missing']
/** Shown with 0 too: nobody missing is news. */
const ALWAYS: readonly TeamShare['key'][] = ['accepted', 'missing']

/** Pure. In the order of the bar. */
export function teamShares(summary: TeamSummaryReply): readonly TeamShare[] {
  const counts: Readonly<Record<TeamShare['key'], number>> = {
    accepted: summary.accepted - summary.acceptedWithVisits,
    visiting: summary.acceptedWithVisits,
    late: summary.late,
    pending: summary.pending,
    waiting: summary.waiting,
    off: summary.off,
    missing: summary.missing,
  }
  return ORDER.filter((key) => counts[key] > 0 || ALWAYS.includes(key)).map((key) => ({
    key,
    count: counts[key],
    name: texts.team.standing[key],
  }))
}
