/** Where a request stands, and what that says to somebody who comes to decide it. */
import type { ApprovalStatus } from '#contract/api-approvals'
import type { ErrorCode, ErrorDetail } from '#contract/error-codes'

export interface Standing {
  readonly status: ApprovalStatus
  readonly expiresAtMs: number
}

/** What is past its time counts as expired, also before the job has swept it. */
export function statusAt({ status, expiresAtMs }: Standing, nowMs: number): ApprovalStatus {
  return status === 'pending' && expiresAtMs <= nowMs ? 'expired' : status
}

const CLOSED: Readonly<Record<Exclude<ApprovalStatus, 'pending'>, { code: ErrorCode; problem: string }>> = {
  approved: { code: 'APPROVAL_ALREADY_DECIDED', problem: '已同意' },
  rejected: { code: 'APPROVAL_ALREADY_DECIDED', problem: '已拒绝' },
  withdrawn: { code: 'APPROVAL_WITHDRAWN', problem: '申请人已撤回' },
  expired: { code: 'APPROVAL_EXPIRED', problem: '已过期' },
}

/** Why nothing can be decided any more, with the outcome; null while it is pending. */
export function closedProblem(
  standing: Standing,
  nowMs: number,
): { readonly code: ErrorCode; readonly details: readonly ErrorDetail[] } | null {
  const status = statusAt(standing, nowMs)
  if (status === 'pending') return null
  const { code, problem } = CLOSED[status]
  return { code, details: [{ path: 'status', problem }] }
}
