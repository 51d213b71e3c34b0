/** What a request leaves in the audit trail and the outbox: ids, kinds, outcomes; neither reasons nor comments. */
import type { NewApprovalRequest } from '../../ports/approval-subject'
import type { Random } from '../../ports/system'
import type { Actor, DomainEventType, Trail } from '../../ports/trail'

/** Who acts when nobody decided: the job, or the rule. */
export const SYSTEM_ACTOR: Actor = { kind: 'system', id: 'approvals' }

export function employeeActor(employeeId: string): Actor {
  return { kind: 'employee', id: employeeId }
}

export interface ApprovalHappening {
  readonly type: Extract<DomainEventType, `approval.${string}`>
  /** What the audit line calls it: `approval.<verb>`. */
  readonly verb: 'requested' | 'approved' | 'rejected' | 'withdrawn' | 'expired' | 'escalated'
  readonly approval: Pick<NewApprovalRequest, 'id' | 'kind' | 'subjectId' | 'requesterId'>
  readonly actor: Actor
  /** Of the HTTP request; null for jobs. */
  readonly requestId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export function approvalTrail(random: Random, happening: ApprovalHappening): Trail {
  const { type, verb, approval, actor, requestId, detail } = happening
  const about = { kind: approval.kind, subjectId: approval.subjectId }
  return {
    audit: [
      {
        actor,
        action: `approval.${verb}`,
        subject: { kind: 'approval', id: approval.id },
        requestId,
        detail: { ...about, requesterId: approval.requesterId, ...detail },
      },
    ],
    events: [
      {
        id: random.id(),
        aggregateKey: `employee:${approval.requesterId}`,
        type,
        payload: { approvalId: approval.id, ...about, employeeId: approval.requesterId, ...detail },
      },
    ],
  }
}
