/** What approvals offer to those who give a subject; made by the wiring, so that no feature imports another. */
import type { ApprovalReply } from '#contract/api-approvals'
import type { RoleInScope } from '../features/people/roles.rules'
import type { NewApprovalRequest } from './approval-subject'
import type { StoreTransaction } from './transaction'

/** Who reads or decides; every session caller is one. */
export interface ApprovalCaller {
  readonly employeeId: string
  readonly roles: readonly RoleInScope[]
  /** When the session's WeCom login code was redeemed, epoch milliseconds. */
  readonly loggedInAtMs: number
}

/**
 * What became of opening a request. `opened_before`: this id exists, whatever its status; nothing was written.
 * `pending_already`: another request about this subject, or another rebind of this person, waits; nothing was written.
 * `conflict`: another one was opened at the same moment; roll back and try again.
 */
export type OpenedApproval = 'opened' | 'opened_before' | 'pending_already' | 'conflict'

/** Opens a request with its approvers and trail, inside the caller's transaction. */
export type OpenApproval = (tx: StoreTransaction, request: NewApprovalRequest, nowMs: number) => Promise<OpenedApproval>

/**
 * Takes one's own request back; again, it changes nothing.
 * @throws AppError NOT_FOUND, also for another person's; APPROVAL_ALREADY_DECIDED, APPROVAL_EXPIRED,
 *   APPROVAL_NOT_NEEDED
 */
export type WithdrawApproval = (input: {
  readonly caller: Pick<ApprovalCaller, 'employeeId'>
  readonly approvalId: string
  readonly requestId: string
}) => Promise<void>

/**
 * Ends a request that is past its time before the job comes to it. One that is closed, in time or unknown stays as it is.
 * @returns whether this ended it
 */
export type ExpireApproval = (approvalId: string) => Promise<boolean>

/**
 * Closes what is open about a subject that came to its end by itself: `expired`, effect `SUBJECT_SETTLED`; the subject
 * is not told.
 * @returns whether a request was open
 */
export type CloseApproval = (
  tx: StoreTransaction,
  subject: Pick<NewApprovalRequest, 'kind' | 'subjectId'>,
  nowMs: number,
) => Promise<boolean>

/**
 * A request as this person may see it: the requester, who has authority over it (a delegate: while it waits), who
 * decided.
 * @throws AppError NOT_FOUND for everybody else
 */
export type ReadApproval = (
  caller: Pick<ApprovalCaller, 'employeeId' | 'roles'>,
  approvalId: string,
) => Promise<ApprovalReply>

/**
 * Whether somebody is asked about an attempt now, or has decided about it: then its photos are his to look at. A request
 * that somebody else decided is not.
 */
export type MaySeeEvidence = (
  caller: Pick<ApprovalCaller, 'employeeId' | 'roles'>,
  attemptId: string,
) => Promise<boolean>
