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
  const standing = { status, expiresAtMs: AT + msLeft, effect: null }
  expect(statusAt(standing, AT)).toBe(now)
  expect(closedProblem(standing, AT)?.code ?? null).toBe(code)
})

it('says of what settled by itself that nothing is left to decide', () => {
  const standing = { status: 'expired', expiresAtMs: AT + 1, effect: 'SUBJECT_SETTLED' } as const
  expect(closedProblem(standing, AT)).toEqual({
    code: 'APPROVAL_NOT_NEEDED',
    details: [{ path: 'status', problem: '所申请的事已有结果' }],
  })
  expect(closedProblem({ ...standing, status: 'approved' }, AT)?.code).toBe('APPROVAL_ALREADY_DECIDED')
})
