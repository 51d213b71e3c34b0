import type { TeamStanding, TeamSummaryReply } from '#contract/api-team'

const MOST_MISSING_NAMED = 5

export interface CountedMember {
  readonly person: { readonly id: string; readonly name: string }
  readonly day: { readonly standing: TeamStanding; readonly visitCount: number }
}

/** Everybody in exactly one standing. */
export function teamSummary(members: readonly CountedMember[]): TeamSummaryReply {
  const of = (standing: TeamStanding) => members.filter(({ day }) => day.standing === standing)
  const [accepted, missing] = [of('accepted'), of('missing')]
  return {
    people: members.length,
    off: of('off').length,
    missing: missing.length,
    pending: of('pending').length,
    late: of('late').length,
    accepted: accepted.length,
    waiting: of('waiting').length,
    acceptedWithVisits: accepted.filter(({ day }) => day.visitCount > 0).length,
    missingPeople: missing.slice(0, MOST_MISSING_NAMED).map(({ person: { id, name } }) => ({ id, name })),
  }
}
