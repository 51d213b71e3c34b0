import { AppError } from '../../app-error'
import type { ApprovalStore } from '../../ports/approval-store'
import type { MaySeeEvidence, ReadApproval } from '../../ports/approvals'

/** Contract in ports/approvals.ts. */
export function createMaySeeEvidence({
  approvals,
  readApproval,
}: {
  readonly approvals: Pick<ApprovalStore, 'about'>
  readonly readApproval: ReadApproval
}): MaySeeEvidence {
  return async (caller, attemptId) => {
    for (const id of await approvals.about('attempt', attemptId)) {
      const approval = await readApproval(caller, id).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'NOT_FOUND') return null
        throw error
      })
      if (approval?.mayDecide === true || approval?.decidedBy?.id === caller.employeeId) return true
    }
    return false
  }
}
