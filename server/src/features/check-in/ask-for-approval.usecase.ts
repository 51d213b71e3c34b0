import type { AttemptSubjectStore } from '../../ports/attempt-subject-store'
import type { CloseApproval, OpenApproval } from '../../ports/approvals'
import type { Clock } from '../../ports/system'
import type { Transactions } from '../../ports/transaction'
import { untilNoConflict } from '../../until-no-conflict'
import { needsApproval } from './needs-approval.rules'

/** What the approver reads where nobody gave a reason: the rule asks, not the person. */
const NO_REASON_GIVEN = '按考勤规则，这次签到要审批'

export interface AskForApprovalPorts {
  readonly attemptSubjects: Pick<AttemptSubjectStore, 'load'>
  readonly openApproval: OpenApproval
  readonly closeApproval: CloseApproval
  readonly transactions: Transactions
  readonly clock: Clock
}

export type AskForApproval = (event: { readonly id: string; readonly attemptId: string }) => Promise<void>

/**
 * Brings the request about an attempt in line with the attempt as it stands now: opened, under the event's id, when
 * something waits for approval and no request is open; closed as expired when nothing waits any more. The same event
 * again changes nothing, also after its request was decided.
 */
export function createAskForApproval(ports: AskForApprovalPorts): AskForApproval {
  const { attemptSubjects, openApproval, closeApproval, transactions, clock } = ports
  return async ({ id, attemptId }) => {
    await untilNoConflict(transactions, async (tx) => {
      const nowMs = clock.nowMs()
      const attempt = await attemptSubjects.load(tx, attemptId)
      if (attempt === null) return 'gone'
      const subject = { kind: 'attempt', subjectId: attemptId } as const
      if (!needsApproval(attempt)) return closeApproval(tx, subject, nowMs)
      const reason = attempt.applicationReason?.trim() ?? ''
      const request = {
        id,
        ...subject,
        requesterId: attempt.employeeId,
        reason: reason === '' ? NO_REASON_GIVEN : reason,
        requestId: null,
      }
      return openApproval(tx, request, nowMs)
    })
  }
}
