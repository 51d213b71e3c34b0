import type { ApprovalStatus } from '#contract/api-approvals'
import { closedProblem, statusAt } from './status.rules'

const AT = Date.UTC(2026, 10, 18)

it.each<[ApprovalStatus, number, ApprovalStatus, string | null]>([
  ['pending', 1, 'pending', null],
  ['pending', 0, 'expired', 'APPROVAL_EXPIRED'],
  ['pending', -1, 'expired', 'APPROVAL_EXPIRED'],
  ['approved', -1, 'approved', 'APPROVAL_ALREADY_DECIDED'],
  ['rejected', 1, 'rejected', 'APPROVAL_ALREADY_DECIDED'],
  ['withdrawn', 1, 'withdrawn', 'APPROVAL_WITHDRAWN'],
  ['expired', 1, 'expired', 'APPROVAL_EXPIRED'],
])('%s with %i ms left is %s', (status, msLeft, now, code) => {
  const standing = { status, expiresAtMs: AT + msLeft }
  expect(statusAt(standing, AT)).toBe(now)
  expect(closedProblem(standing, AT)?.code ?? null).toBe(code)
})
