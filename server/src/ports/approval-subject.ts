import type { ApprovalKind, ApprovalSubjectReply } from '#contract/api-approvals'
import type { StoreTransaction } from './transaction'

/** A request as its subject sees it. */
export interface SubjectRequest {
  readonly id: string
  readonly kind: ApprovalKind
  /** The device, attempt or correction that is asked about. */
  readonly subjectId: string
  readonly requesterId: string
}

/** How a request ended. `expired` and `withdrawn` have no decider. */
export interface SubjectOutcome {
  readonly status: 'approved' | 'rejected' | 'withdrawn' | 'expired'
  readonly decidedBy: string | null
  readonly atMs: number
  /** Of the HTTP request that decided; null for jobs. */
  readonly requestId: string | null
}

/** A thing that is asked about, for the reader. */
export interface DescribedSubject {
  readonly reply: ApprovalSubjectReply
  /** From 1; another one as soon as something changes that a decision rests on. */
  readonly version: number
}

/** Who decides in what order: the first level that has anybody is asked first, the next one when it is escalated. */
export type ApproverLevel = 'direct_leader' | 'department_leader' | 'next_level_up' | 'hr' | 'admin'

/** What approvals need to know of a thing that is asked about; each kind gives one to the wiring. */
export interface ApprovalSubject {
  readonly kind: ApprovalKind
  /** After this long nobody decides any more, and after the other it goes one level up. */
  readonly expiresAfterMs: number
  readonly escalatesAfterMs: number
  readonly approvers: readonly ApproverLevel[]
  /** A page of requests of this kind, by request id, in a fixed number of queries; without those whose thing is gone. */
  describe(requests: readonly SubjectRequest[]): Promise<ReadonlyMap<string, DescribedSubject>>
  /**
   * Holds the thing at the version that its decider saw, until the transaction ends.
   * @returns false when it is at another one, or gone
   */
  holdVersion(tx: StoreTransaction, request: SubjectRequest, version: number): Promise<boolean>
  /**
   * Carries the outcome out, inside the approval's own transaction.
   * @returns an effect to keep with the request (`DAY_CLOSED`) or null; `conflict`: roll back and try again
   */
  apply(
    tx: StoreTransaction,
    request: SubjectRequest,
    outcome: SubjectOutcome,
  ): Promise<{ readonly effect: string | null } | 'conflict'>
}

/** Opens a request; the door for those who give a subject. */
export interface NewApprovalRequest {
  /** Also the key of idempotency: opening it twice leaves one. */
  readonly id: string
  readonly kind: ApprovalKind
  readonly subjectId: string
  readonly requesterId: string
  readonly reason: string
  /** Of the HTTP request; null for jobs. */
  readonly requestId: string | null
}
