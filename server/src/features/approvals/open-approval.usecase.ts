import type { ApprovalStore } from '../../ports/approval-store'
import type { ApprovalSubject } from '../../ports/approval-subject'
import type { OpenApproval } from '../../ports/approvals'
import type { Random } from '../../ports/system'
import { approvalTrail, employeeActor, SYSTEM_ACTOR } from './approval-trail.usecase'
import { nextAsked } from './approvers.rules'
import { subjectOf } from './subject-of.usecase'

export interface OpenApprovalPorts {
  readonly approvals: Pick<ApprovalStore, 'loadLadder' | 'create'>
  readonly subjects: readonly ApprovalSubject[]
  readonly random: Random
}

/**
 * Opens a request and asks the first level that has anybody. With nobody at all it is opened on the last level: HR and
 * admins whose scope reaches the requester may decide without being asked, also those granted later.
 */
export function createOpenApproval({ approvals, subjects, random }: OpenApprovalPorts): OpenApproval {
  return async (tx, { requestId, ...request }, nowMs) => {
    const subject = subjectOf(subjects, request.kind)
    const order = subject.approvers
    const ladder = await approvals.loadLadder(tx, request.requesterId, nowMs)
    const asked = nextAsked({ order, ladder, requesterId: request.requesterId }, 0, new Set()) ?? {
      level: order.length,
      rows: [],
    }
    const trail = approvalTrail(random, {
      type: 'approval.requested',
      verb: 'requested',
      approval: request,
      actor: requestId === null ? SYSTEM_ACTOR : employeeActor(request.requesterId),
      requestId,
      detail: { level: asked.level, approverIds: asked.rows.map(({ employeeId }) => employeeId) },
    })
    const approval = {
      ...request,
      expiresAtMs: nowMs + subject.expiresAfterMs,
      escalateAtMs: asked.level < order.length ? nowMs + subject.escalatesAfterMs : null,
      level: asked.level,
      approvers: asked.rows,
    }
    return approvals.create(tx, approval, trail, nowMs)
  }
}
