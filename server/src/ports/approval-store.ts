import type { ApprovalKind, ApprovalStatus } from '#contract/api-approvals'
import type { ApproverRow, Asked, Ladder, StandIn } from '../features/approvals/approvers.rules'
import type { AskedPerson } from '../features/approvals/authority.rules'
import type { Leadership, Reach } from '../features/people/reach.rules'
import type { NewApprovalRequest } from './approval-subject'
import type { StoreTransaction } from './transaction'
import type { Trail } from './trail'

export interface ApprovalPerson {
  readonly id: string
  readonly name: string
  /** Name of the department. */
  readonly department: string | null
  /** Null while employed. */
  readonly leftAtMs: number | null
}

export interface StoredApproval {
  readonly id: string
  readonly kind: ApprovalKind
  readonly subjectId: string
  readonly requesterId: string
  readonly reason: string
  readonly status: ApprovalStatus
  readonly createdAtMs: number
  readonly expiresAtMs: number
  /** Null: the last level was asked. */
  readonly escalateAtMs: number | null
  /** The highest that was asked, from 1. */
  readonly level: number
  readonly decidedAtMs: number | null
  readonly decidedBy: string | null
  readonly comment: string | null
  readonly effect: string | null
}

/** A request with everything that authority over it rests on, as of now. */
export interface ApprovalFacts extends StoredApproval {
  /** The requester's department and those above it. */
  readonly requesterPath: readonly string[]
  readonly asked: readonly AskedPerson[]
  /** Delegations of the asked that hold now, to employed people. */
  readonly standIns: readonly StandIn[]
  /** The requester, the asked, those who stand in, and who decided, by id. */
  readonly people: ReadonlyMap<string, ApprovalPerson>
  /** IANA name of the company's zone. */
  readonly zone: string
}

export interface NewApproval extends Omit<NewApprovalRequest, 'requestId'> {
  readonly expiresAtMs: number
  readonly escalateAtMs: number | null
  readonly level: number
  readonly approvers: readonly ApproverRow[]
}

/** How a pending request ends. */
export interface ApprovalClosing {
  readonly id: string
  readonly status: Exclude<ApprovalStatus, 'pending'>
  readonly decidedBy: string | null
  readonly comment: string | null
  /** Which of the pending ones: those still in time, those past it, or either. */
  readonly when: 'in_time' | 'overdue' | 'any'
}

export interface ApprovalEscalation extends Asked {
  readonly id: string
  /** As read; another level now means that somebody else escalated it. */
  readonly fromLevel: number
  /** Null: there is no level after this one. */
  readonly escalateAtMs: number | null
}

/** Which requests somebody has to do with. */
export type ApprovalRelation =
  | { readonly role: 'requester'; readonly employeeId: string }
  | {
      /**
       * Has authority over it, or decided it: as a leader who was asked and still leads the requester, by office, or,
       * while it is pending, for such a leader whom he stands in for.
       */
      readonly role: 'approver'
      readonly employeeId: string
      /** Of HR and admin grants alone. */
      readonly scope: Reach
      readonly leaderLevels: readonly { readonly kind: ApprovalKind; readonly levels: readonly number[] }[]
    }

export interface ApprovalListQuery {
  readonly relation: ApprovalRelation
  /** As of now: what is past its time is listed as expired. Null: all. */
  readonly status: ApprovalStatus | null
  /** The last of the page before. */
  readonly before: { readonly createdAtMs: number; readonly id: string } | null
  readonly limit: number
}

/** A request in the order in which requests fall due. */
export interface ApprovalPlace {
  readonly id: string
  readonly dueAtMs: number
}

export interface ApprovalStore {
  /** Who might be asked about this person, with the delegations that hold at that moment. */
  loadLadder(tx: StoreTransaction, employeeId: string, nowMs: number): Promise<Ladder>
  /** Results as in ports/approvals.ts. */
  create(
    tx: StoreTransaction,
    approval: NewApproval,
    trail: Trail,
    nowMs: number,
  ): Promise<'opened' | 'opened_before' | 'pending_already' | 'conflict'>
  load(tx: StoreTransaction, id: string, nowMs: number): Promise<ApprovalFacts | null>
  /** The pending request about a subject, also an overdue one. */
  findPending(tx: StoreTransaction, kind: ApprovalKind, subjectId: string): Promise<StoredApproval | null>
  /** One conditional write judges everybody who wants to close it; false: it was closed before, or is not in that time. */
  close(tx: StoreTransaction, closing: ApprovalClosing, nowMs: number): Promise<boolean>
  /** After the subject was told, in the same transaction. */
  finish(tx: StoreTransaction, id: string, effect: string | null, trail: Trail, nowMs: number): Promise<void>
  /** False, and no trail, when it is not pending or somebody else escalated it. */
  escalate(tx: StoreTransaction, escalation: ApprovalEscalation, trail: Trail, nowMs: number): Promise<boolean>

  find(id: string, nowMs: number): Promise<ApprovalFacts | null>
  /** Ids of all requests about a subject, newest first; there are few. */
  about(kind: ApprovalKind, subjectId: string): Promise<readonly string[]>
  /** Newest first. */
  list(query: ApprovalListQuery, nowMs: number): Promise<readonly ApprovalFacts[]>
  /** Pending requests past their time, oldest first, from the one after that place on. */
  overdue(nowMs: number, limit: number, after: ApprovalPlace | null): Promise<readonly ApprovalPlace[]>
  /** Pending requests in time whose next level is due, likewise. */
  dueForEscalation(nowMs: number, limit: number, after: ApprovalPlace | null): Promise<readonly ApprovalPlace[]>
  /** All of them; the tree is small and read whole. */
  departments(): Promise<Leadership['departments']>
}
