/** Who may decide about a request now. What was written when it was opened says who was asked, not who may decide. */
import { mayDoFor, type RoleInScope } from '../people/roles.rules'
import { leaderLevelNumbers, type ApproverRow, type LevelName, type StandIn } from './approvers.rules'

export interface AuthorityFacts {
  readonly requesterId: string
  /** The requester's department and those above it. */
  readonly requesterPath: readonly string[]
  readonly order: readonly LevelName[]
  /** As asked, with what each of them is now. */
  readonly asked: readonly AskedPerson[]
  /** Delegations of the asked leaders that hold now, to employed people. */
  readonly standIns: readonly StandIn[]
}

export interface AskedPerson extends ApproverRow {
  readonly employed: boolean
  /** Leads the requester now, directly or through a department at or above his. */
  readonly leads: boolean
  /** HR and admin grants in force. */
  readonly offices: readonly RoleInScope[]
}

/**
 * `own`: asked as a leader, employed, and still a leader of the requester. `delegate`: stands in for such a leader now.
 * `office`: HR or admin whose scope reaches the requester, asked or not.
 */
export type Authority =
  | { readonly kind: 'own' | 'office' }
  | { readonly kind: 'delegate'; readonly onBehalfOf: string }
  | { readonly kind: 'own_request' | 'none' }

/** What somebody may do about the request, whatever its status. Nobody decides about himself. */
export function authorityOf(
  caller: { readonly employeeId: string; readonly roles: readonly RoleInScope[] },
  facts: AuthorityFacts,
): Authority {
  const { employeeId } = caller
  if (employeeId === facts.requesterId) return { kind: 'own_request' }
  const leaders = askedLeaders(facts)
  if (leaders.some((leader) => leader.employeeId === employeeId)) return { kind: 'own' }
  const offices = caller.roles.filter(({ role }) => role === 'hr' || role === 'admin')
  if (reaches(offices, facts)) return { kind: 'office' }
  const leaderIds = new Set(leaders.map((leader) => leader.employeeId))
  const standIn = facts.standIns.find((one) => one.delegateId === employeeId && leaderIds.has(one.leaderId))
  return standIn === undefined ? { kind: 'none' } : { kind: 'delegate', onBehalfOf: standIn.leaderId }
}

export function mayDecide(authority: Authority): boolean {
  return authority.kind !== 'own_request' && authority.kind !== 'none'
}

/** Those who were asked and may decide now, and who stands in for them; each person once, by level. */
export function currentApprovers(facts: AuthorityFacts): ApproverRow[] {
  const leaders = askedLeaders(facts)
  const officers = facts.asked.filter(
    (one) => one.onBehalfOf === null && !isLeaderLevel(facts, one) && one.employed && reaches(one.offices, facts),
  )
  const rows = new Map<string, ApproverRow>()
  const own = [...leaders, ...officers].filter(({ employeeId }) => employeeId !== facts.requesterId)
  for (const { employeeId, level } of own) rows.set(employeeId, { employeeId, level, onBehalfOf: null })
  for (const { leaderId, delegateId } of facts.standIns) {
    const leader = leaders.find((one) => one.employeeId === leaderId)
    if (leader === undefined || delegateId === facts.requesterId || rows.has(delegateId)) continue
    rows.set(delegateId, { employeeId: delegateId, level: leader.level, onBehalfOf: leaderId })
  }
  return [...rows.values()].sort((left, right) => left.level - right.level)
}

function askedLeaders(facts: AuthorityFacts): readonly AskedPerson[] {
  return facts.asked.filter((one) => one.onBehalfOf === null && one.employed && one.leads && isLeaderLevel(facts, one))
}

function isLeaderLevel({ order }: AuthorityFacts, { level }: ApproverRow): boolean {
  return leaderLevelNumbers(order).includes(level)
}

function reaches(offices: readonly RoleInScope[], { requesterPath }: AuthorityFacts): boolean {
  return mayDoFor(offices, 'approvals.decide', requesterPath)
}
