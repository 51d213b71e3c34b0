/** Where a request stands, and what that says to somebody who comes to decide it. */
import type { ApprovalStatus } from '#contract/api-approvals'
import type { ErrorCode, ErrorDetail } from '#contract/error-codes'

export interface Standing {
  readonly status: ApprovalStatus
  readonly expiresAtMs: number
  /** What was kept with its end. */
  readonly effect: string | null
}

/** Effect of a request whose subject came to its end by itself. */
export const SUBJECT_SETTLED = 'SUBJECT_SETTLED'

/** What is past its time counts as expired, also before the job has swept it. */
export function statusAt({ status, expiresAtMs }: Omit<Standing, 'effect'>, nowMs: number): ApprovalStatus {
  return status === 'pending' && expiresAtMs <= nowMs ? 'expired' : status
}

const CLOSED: Readonly<Record<Exclude<ApprovalStatus, 'pending'>, { code: ErrorCode; problem: string }>> = {
  approved: { code: 'APPROVAL_ALREADY_DECIDED', problem: '已同意' },
  rejected: { code: 'APPROVAL_ALREADY_DECIDED', problem: '已拒绝' },
  withdrawn: { code: 'APPROVAL_WITHDRAWN', problem: '申请人已撤回' },
  expired: { code: 'APPROVAL_EXPIRED', problem: '已过期' },
}
/** Nobody was late: what was asked about needed no approval any more. */
const SETTLED = { code: 'APPROVAL_NOT_NEEDED', problem: '所申请的事已有结果' } as const

/** Why nothing can be decided any more, with the outcome; null while it is pending. */
export function closedProblem(
  standing: Standing,
  nowMs: number,
): { readonly code: ErrorCode; readonly details: readonly ErrorDetail[] } | null {
  const status = statusAt(standing, nowMs)
  if (status === 'pending') return null
  const settledByItself = status === 'expired' && standing.effect === SUBJECT_SETTLED
  const { code, problem } = settledByItself ? SETTLED : CLOSED[status]
  return { code, details: [{ path: 'status', problem }] }
}
