import type { ApprovalStore, StoredApproval } from '../../ports/approval-store'
import type { ApprovalSubject, SubjectOutcome, SubjectRequest } from '../../ports/approval-subject'
import type { CloseApproval } from '../../ports/approvals'
import type { Random } from '../../ports/system'
import type { StoreTransaction } from '../../ports/transaction'
import { approvalTrail, employeeActor, SYSTEM_ACTOR } from './approval-trail.usecase'
import { SUBJECT_SETTLED } from './status.rules'
import { subjectOf } from './subject-of.usecase'

export interface ClosingPorts {
  readonly approvals: Pick<ApprovalStore, 'close' | 'finish'>
  readonly subjects: readonly ApprovalSubject[]
  readonly random: Random
}

export interface Closing {
  readonly status: SubjectOutcome['status']
  readonly decidedBy: string | null
  /** Whose authority a delegate used. */
  readonly onBehalfOf?: string
  readonly comment: string | null
  readonly when: 'in_time' | 'overdue' | 'any'
  readonly requestId: string | null
}

const EVENT_OF = {
  approved: 'approval.decided',
  rejected: 'approval.decided',
  withdrawn: 'approval.withdrawn',
  expired: 'approval.expired',
} as const satisfies Record<SubjectOutcome['status'], string>

/**
 * Closes a request by one conditional write and carries the outcome out on its subject, in one transaction.
 * @returns `lost`: somebody closed it before, or it is not in that time; `conflict`: the subject changed meanwhile, roll
 *   back and try again
 */
export async function closeAndTell(
  ports: ClosingPorts,
  tx: StoreTransaction,
  approval: StoredApproval,
  closing: Closing,
  nowMs: number,
): Promise<'closed' | 'lost' | 'conflict'> {
  const { approvals, subjects, random } = ports
  const { status, decidedBy, comment, when, requestId, onBehalfOf } = closing
  if (!(await approvals.close(tx, { id: approval.id, status, decidedBy, comment, when }, nowMs))) return 'lost'
  const outcome = { status, decidedBy, atMs: nowMs, requestId }
  const applied = await subjectOf(subjects, approval.kind).apply(tx, subjectRequest(approval), outcome)
  if (applied === 'conflict') return 'conflict'
  const { effect } = applied
  const trail = approvalTrail(random, {
    type: EVENT_OF[status],
    verb: status,
    approval,
    actor: actorOf(approval, closing),
    requestId,
    detail: { status, decidedBy, ...(onBehalfOf === undefined ? {} : { onBehalfOf }), effect },
  })
  await approvals.finish(tx, approval.id, effect, trail, nowMs)
  return 'closed'
}

function actorOf({ requesterId }: StoredApproval, { status, decidedBy }: Closing) {
  if (decidedBy !== null) return employeeActor(decidedBy)
  return status === 'withdrawn' ? employeeActor(requesterId) : SYSTEM_ACTOR
}

export function subjectRequest({ id, kind, subjectId, requesterId }: StoredApproval): SubjectRequest {
  return { id, kind, subjectId, requesterId }
}

/** For subjects that come to their end without anybody's decision; they know already, so they are not told. */
export function createCloseApproval({
  approvals,
  random,
}: Pick<ClosingPorts, 'random'> & {
  readonly approvals: Pick<ApprovalStore, 'close' | 'finish' | 'findPending'>
}): CloseApproval {
  return async (tx, { kind, subjectId }, nowMs) => {
    const approval = await approvals.findPending(tx, kind, subjectId)
    if (approval === null) return false
    const { id } = approval
    const closing = { id, status: 'expired', decidedBy: null, comment: null, when: 'any' } as const
    if (!(await approvals.close(tx, closing, nowMs))) return false
    const trail = approvalTrail(random, {
      type: 'approval.expired',
      verb: 'expired',
      approval,
      actor: SYSTEM_ACTOR,
      requestId: null,
      detail: { status: 'expired', decidedBy: null, effect: SUBJECT_SETTLED },
    })
    await approvals.finish(tx, id, SUBJECT_SETTLED, trail, nowMs)
    return true
  }
}
