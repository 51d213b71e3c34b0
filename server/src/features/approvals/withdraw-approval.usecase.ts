import { AppError } from '../../app-error'
import type { WithdrawApproval } from '../../ports/approvals'
import { untilNoConflict } from '../../until-no-conflict'
import { closeAndTell } from './close-approval.usecase'
import type { DecidePorts } from './decide-approval.usecase'
import { closedProblem } from './status.rules'

/** Contract and errors in ports/approvals.ts. */
export function createWithdrawApproval(ports: DecidePorts): WithdrawApproval {
  const { approvals, transactions, clock } = ports
  return async ({ caller, approvalId, requestId }) => {
    await untilNoConflict(transactions, async (tx) => {
      const nowMs = clock.nowMs()
      const approval = await approvals.load(tx, approvalId, nowMs)
      if (approval?.requesterId !== caller.employeeId) throw new AppError('NOT_FOUND')
      if (approval.status === 'withdrawn') return 'closed'
      const problem = closedProblem(approval, nowMs)
      if (problem !== null) throw new AppError(problem.code, { details: problem.details })
      const closing = { status: 'withdrawn', decidedBy: null, comment: null, when: 'in_time', requestId } as const
      const closed = await closeAndTell(ports, tx, approval, closing, nowMs)
      return closed === 'lost' ? 'conflict' : closed
    })
  }
}
