/** Who is asked about a request: levels in the order that the subject gives, each excluding the requester himself. */
import type { GrantableRole } from '#contract/api'
import { mayDoFor } from '../people/roles.rules'

/** The names of `ApproverLevel` in ports/approval-subject.ts. */
export type LevelName = 'direct_leader' | 'department_leader' | 'next_level_up' | 'hr' | 'admin'

/** Those who decide as leaders; only their authority can be delegated. */
const LEADER_LEVELS: ReadonlySet<LevelName> = new Set(['direct_leader', 'department_leader', 'next_level_up'])

/** The numbers, from 1, of the leaders' levels in a subject's order. */
export function leaderLevelNumbers(order: readonly LevelName[]): number[] {
  return order.flatMap((name, index) => (LEADER_LEVELS.has(name) ? [index + 1] : []))
}

/** Everybody around a person who might be asked; employed people only. */
export interface Ladder {
  readonly directLeaderIds: readonly string[]
  /** The person's department and those above it, nearest first, each with who leads it. */
  readonly departments: readonly { readonly id: string; readonly leaderIds: readonly string[] }[]
  /** Grants in force, whatever their scope. */
  readonly offices: readonly OfficeGrant[]
  /** Delegations of the leaders above that hold now. */
  readonly standIns: readonly StandIn[]
}

export interface OfficeGrant {
  readonly employeeId: string
  readonly role: Extract<GrantableRole, 'hr' | 'admin'>
  /** Null: the whole company. */
  readonly scopeDepartmentId: string | null
}

/** A delegation that holds now: the delegate decides with the leader's authority. */
export interface StandIn {
  readonly leaderId: string
  readonly delegateId: string
}

export interface ApproverRow {
  readonly employeeId: string
  /** From 1, in the subject's order. */
  readonly level: number
  /** The leader whose authority a delegate uses; null for one's own. */
  readonly onBehalfOf: string | null
}

export interface Asked {
  readonly level: number
  readonly rows: readonly ApproverRow[]
}

export interface LadderQuestion {
  readonly order: readonly LevelName[]
  readonly ladder: Ladder
  readonly requesterId: string
}

/**
 * The first level above `afterLevel` that has anybody who was not asked before; null when there is none.
 * @param afterLevel 0 when a request is opened
 * @param askedBefore ids of people who stand in the request already
 */
export function nextAsked(
  question: LadderQuestion,
  afterLevel: number,
  askedBefore: ReadonlySet<string>,
): Asked | null {
  const { order, ladder, requesterId } = question
  for (const [index, name] of order.entries()) {
    const level = index + 1
    if (level <= afterLevel) continue
    const people = unique(peopleOf(name, ladder, requesterId)).filter((id) => !askedBefore.has(id))
    if (people.length === 0) continue
    const own = people.map((employeeId): ApproverRow => ({ employeeId, level, onBehalfOf: null }))
    const taken = new Set([requesterId, ...askedBefore, ...people])
    const standIns = LEADER_LEVELS.has(name) ? standInRows(people, level, ladder.standIns, taken) : []
    return { level, rows: [...own, ...standIns] }
  }
  return null
}

/** Employed people of a level, without the requester. */
function peopleOf(name: LevelName, ladder: Ladder, requesterId: string): readonly string[] {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== requesterId)
  const [own, ...above] = ladder.departments
  switch (name) {
    case 'direct_leader':
      return others(ladder.directLeaderIds)
    case 'department_leader':
      return others(own?.leaderIds ?? [])
    case 'next_level_up':
      return above.map(({ leaderIds }) => others(leaderIds)).find((ids) => ids.length > 0) ?? []
    case 'hr':
    case 'admin': {
      const path = ladder.departments.map(({ id }) => id)
      return others(officers(ladder.offices, name, path))
    }
  }
}

function officers(offices: readonly OfficeGrant[], role: OfficeGrant['role'], path: readonly string[]): string[] {
  return offices
    .filter((grant) => grant.role === role && mayDoFor([grant], 'approvals.decide', path))
    .map(({ employeeId }) => employeeId)
}

/** One row for each delegate, whoever of the leaders named him first. */
function standInRows(
  leaderIds: readonly string[],
  level: number,
  standIns: readonly StandIn[],
  taken: ReadonlySet<string>,
): ApproverRow[] {
  const rows = new Map<string, ApproverRow>()
  for (const { leaderId, delegateId } of standIns) {
    if (!leaderIds.includes(leaderId) || taken.has(delegateId) || rows.has(delegateId)) continue
    rows.set(delegateId, { employeeId: delegateId, level, onBehalfOf: leaderId })
  }
  return [...rows.values()]
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
