import type { Page } from '#contract/api'
import type { ApprovalReply, DelegationReply, PersonReply } from '#contract/api-approvals'
import type { StoredDelegation } from '../../ports/delegation-store'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import type { ApprovalPage } from './read-approvals.usecase'

export function presentApprovals({ items, next }: ApprovalPage): Page<ApprovalReply> {
  return { items, nextCursor: next === null ? null : `${next.createdAtMs}_${next.id}` }
}

export function presentDelegation(delegation: StoredDelegation): DelegationReply {
  const { id, leader, delegate, startsAtMs, endsAtMs, revokedAtMs, zone } = delegation
  return {
    id,
    leader: personOf(leader),
    delegate: personOf(delegate),
    startsAt: toIsoWithOffset(startsAtMs, zone),
    endsAt: toIsoWithOffset(endsAtMs, zone),
    revokedAt: revokedAtMs === null ? null : toIsoWithOffset(revokedAtMs, zone),
  }
}

function personOf({ id, name, department }: PersonReply): PersonReply {
  return { id, name, department }
}
