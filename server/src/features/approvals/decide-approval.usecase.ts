import type { DecideApprovalRequest } from '#contract/api-approvals'
import { AppError } from '../../app-error'
import type { ApprovalFacts, ApprovalStore } from '../../ports/approval-store'
import type { ApprovalCaller } from '../../ports/approvals'
import type { Clock } from '../../ports/system'
import type { StoreTransaction, Transactions } from '../../ports/transaction'
import { untilNoConflict } from '../../until-no-conflict'
import { isFreshLogin } from '../sessions/fresh-login.rules'
import { authorityOf, type Authority } from './authority.rules'
import { closeAndTell, subjectRequest, type ClosingPorts } from './close-approval.usecase'
import { closeForLeaver, requesterLeft } from './close-for-leaver.usecase'
import { closedProblem } from './status.rules'
import { subjectOf } from './subject-of.usecase'

export interface DecidePorts extends ClosingPorts {
  readonly approvals: Pick<ApprovalStore, 'load' | 'close' | 'finish'>
  readonly transactions: Transactions
  readonly clock: Clock
}

export interface DecideInput extends Pick<DecideApprovalRequest, 'decision' | 'subjectVersion'> {
  readonly caller: ApprovalCaller
  readonly approvalId: string
  readonly comment: string | null
  readonly requestId: string
}

export type DecideApproval = (input: DecideInput) => Promise<void>

/**
 * Decides a request and carries it out, in one transaction. Authority is what holds at that moment; of two who decide at
 * once, one does, and the other hears the outcome. It is decided about the subject as it was seen, or not at all. The
 * same decision by the same person again changes nothing, whatever has changed since, and the first comment stands.
 * @throws AppError FRESH_LOGIN_NEEDED, NOT_FOUND, OWN_REQUEST, NOT_APPROVER, APPROVAL_ALREADY_DECIDED, APPROVAL_EXPIRED,
 *   APPROVAL_WITHDRAWN, APPROVAL_NOT_NEEDED (details name the outcome), REQUESTER_LEFT (which closes it as expired),
 *   VERSION_CONFLICT, DEVICE_OF_ANOTHER (the key of the new phone is a colleague's by now), BUSY_TRY_AGAIN
 */
export function createDecideApproval(ports: DecidePorts): DecideApproval {
  const { clock, transactions } = ports
  return async (input) => {
    const result = await untilNoConflict(transactions, (tx) => decide(ports, tx, input, clock.nowMs()))
    if (result === 'requester_left') throw new AppError('REQUESTER_LEFT')
  }
}

async function decide(
  ports: DecidePorts,
  tx: StoreTransaction,
  input: DecideInput,
  nowMs: number,
): Promise<'decided' | 'requester_left' | 'conflict'> {
  const { caller, approvalId, comment, requestId } = input
  const approval = await ports.approvals.load(tx, approvalId, nowMs)
  const status = input.decision === 'approve' ? 'approved' : 'rejected'
  if (approval?.status === status && approval.decidedBy === caller.employeeId) return 'decided'
  if (!isFreshLogin(caller.loggedInAtMs, nowMs)) throw new AppError('FRESH_LOGIN_NEEDED')
  if (approval === null) throw new AppError('NOT_FOUND')
  const authority = requireAuthority(ports, approval, caller)
  if (requesterLeft(approval, nowMs)) return closeForLeaver(ports, tx, approval, requestId, nowMs)
  const problem = closedProblem(approval, nowMs)
  if (problem !== null) throw new AppError(problem.code, { details: problem.details })
  const subject = subjectOf(ports.subjects, approval.kind)
  if (!(await subject.holdVersion(tx, subjectRequest(approval), input.subjectVersion))) {
    throw new AppError('VERSION_CONFLICT')
  }
  const onBehalf = authority.kind === 'delegate' ? { onBehalfOf: authority.onBehalfOf } : {}
  const closing = { status, decidedBy: caller.employeeId, comment, when: 'in_time', requestId, ...onBehalf } as const
  const closed = await closeAndTell(ports, tx, approval, closing, nowMs)
  // Somebody else was quicker: loaded again, it says who and how.
  return closed === 'closed' ? 'decided' : 'conflict'
}

function requireAuthority(ports: DecidePorts, approval: ApprovalFacts, caller: ApprovalCaller): Authority {
  const order = subjectOf(ports.subjects, approval.kind).approvers
  const authority = authorityOf(caller, { ...approval, order })
  if (authority.kind === 'own_request') throw new AppError('OWN_REQUEST')
  if (authority.kind === 'none') throw new AppError('NOT_APPROVER')
  return authority
}
