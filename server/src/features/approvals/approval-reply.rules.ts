/** A request as one reader sees it. */
import type { ApprovalReply, ApprovalStatus, ApprovalSubjectReply, PersonReply } from '#contract/api-approvals'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import { authorityOf, currentApprovers, mayDecide, type AuthorityFacts } from './authority.rules'
import type { RoleInScope } from '../people/roles.rules'
import { statusAt } from './status.rules'

/** What `ApprovalFacts` of ports/approval-store.ts carries, with the order of its subject's levels. */
export interface ReplyFacts extends AuthorityFacts {
  readonly id: string
  readonly kind: ApprovalReply['kind']
  readonly reason: string
  readonly status: ApprovalStatus
  readonly createdAtMs: number
  readonly expiresAtMs: number
  readonly decidedAtMs: number | null
  readonly decidedBy: string | null
  readonly comment: string | null
  readonly effect: string | null
  readonly people: ReadonlyMap<string, PersonReply>
  readonly zone: string
}

export interface Reader {
  readonly employeeId: string
  readonly roles: readonly RoleInScope[]
}

/** The requester, who has authority over it, and who decided. A delegate sees what he could decide now, not what was. */
export function mayRead(reader: Reader, facts: ReplyFacts, nowMs: number): boolean {
  if (facts.requesterId === reader.employeeId || facts.decidedBy === reader.employeeId) return true
  const authority = authorityOf(reader, facts)
  return mayDecide(authority) && (authority.kind !== 'delegate' || statusAt(facts, nowMs) === 'pending')
}

export function approvalReply(
  reader: Reader,
  facts: ReplyFacts,
  subject: { readonly reply: ApprovalSubjectReply; readonly version: number },
  nowMs: number,
): ApprovalReply {
  const { people, zone } = facts
  const status = statusAt(facts, nowMs)
  const isPending = status === 'pending'
  const iso = (ms: number) => toIsoWithOffset(ms, zone)
  return {
    id: facts.id,
    kind: facts.kind,
    status,
    requester: personReply(people, facts.requesterId),
    reason: facts.reason,
    createdAt: iso(facts.createdAtMs),
    expiresAt: iso(facts.expiresAtMs),
    subject: subject.reply,
    subjectVersion: subject.version,
    approvers: (isPending ? currentApprovers(facts) : []).map(({ employeeId, level, onBehalfOf }) => ({
      employee: personReply(people, employeeId),
      level,
      onBehalfOf: onBehalfOf === null ? null : personReply(people, onBehalfOf),
    })),
    decidedAt: facts.decidedAtMs === null ? null : iso(facts.decidedAtMs),
    decidedBy: facts.decidedBy === null ? null : personReply(people, facts.decidedBy),
    comment: facts.comment,
    effect: facts.effect,
    mayDecide: isPending && mayDecide(authorityOf(reader, facts)),
    mayWithdraw: isPending && facts.requesterId === reader.employeeId,
  }
}

/** People are never deleted, but a reply must not fail over one who is not found. */
export function personReply(people: ReadonlyMap<string, PersonReply>, id: string): PersonReply {
  const { name, department } = people.get(id) ?? { name: '', department: null }
  return { id, name, department }
}
