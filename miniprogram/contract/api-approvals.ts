/** Requests that somebody with authority decides, delegations of that authority, and outages that HR declares. */
import type { BindDeviceRequest, DeviceFacts, IsoTime, SessionReply } from './api'
import type { DecisionCode, Outcome } from './decision'
import type { SlotName } from './work-day'

export const APPROVAL_KINDS = ['rebind', 'attempt', 'correction'] as const
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]

export const APPROVAL_STATUSES = ['pending', 'approved', 'rejected', 'withdrawn', 'expired'] as const
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number]

export interface PersonReply {
  readonly id: string
  readonly name: string
  readonly department: string | null
}

/** What is asked about, by kind. */
export type ApprovalSubjectReply =
  | {
      readonly kind: 'rebind'
      readonly newPhone: DeviceFacts
      /** Null when no phone was bound. */
      readonly oldPhone: DeviceFacts | null
      /** Same brand, model and platform: probably the same handset with a lost key. */
      readonly probablySamePhone: boolean
      /** Check-ins of the new phone that settle with this request. */
      readonly heldAttempts: number
    }
  | {
      readonly kind: 'attempt'
      readonly attemptId: string
      readonly slot: SlotName
      readonly capturedAt: IsoTime
      readonly outcome: Outcome
      readonly code: DecisionCode
      /** One plain sentence for each finding that waits for approval. */
      readonly sentences: readonly string[]
      readonly siteName: string | null
      readonly photoCount: number
    }
  | { readonly kind: 'correction' }

export interface ApproverReply {
  readonly employee: PersonReply
  readonly level: number
  /** The leader whose authority this delegate uses; null for one's own. */
  readonly onBehalfOf: PersonReply | null
}

export interface ApprovalReply {
  readonly id: string
  readonly kind: ApprovalKind
  readonly status: ApprovalStatus
  readonly requester: PersonReply
  readonly reason: string
  readonly createdAt: IsoTime
  readonly expiresAt: IsoTime
  readonly subject: ApprovalSubjectReply
  /** Of what is asked about, as it stands here: a decision names it, so that nobody decides about what he did not see. */
  readonly subjectVersion: number
  /** Who may decide now. */
  readonly approvers: readonly ApproverReply[]
  readonly decidedAt: IsoTime | null
  readonly decidedBy: PersonReply | null
  readonly comment: string | null
  /** `DAY_CLOSED`: stored, nothing was recomputed. `SUBJECT_SETTLED`: it had come to its end by itself. */
  readonly effect: string | null
  /** What the reader may do with it now. */
  readonly mayDecide: boolean
  readonly mayWithdraw: boolean
}

export interface DecideApprovalRequest {
  readonly decision: 'approve' | 'reject'
  /** As read; when another one holds by now, the answer is `VERSION_CONFLICT`. */
  readonly subjectVersion: number
  readonly comment?: string
}

/** Signed by the new phone's key, as a first binding is; carries no challenge. */
export interface RebindRequest extends BindDeviceRequest {
  readonly reason: string
}

export interface RebindReply {
  readonly approval: ApprovalReply
  /** Bound to the candidate key: it may fetch the context and send attempts, which are held. */
  readonly session: SessionReply
}

export interface DelegationRequest {
  /** WeCom userid of who stands in. */
  readonly delegateUserId: string
  readonly startsAt: IsoTime
  readonly endsAt: IsoTime
}

export interface DelegationReply {
  readonly id: string
  readonly leader: PersonReply
  readonly delegate: PersonReply
  readonly startsAt: IsoTime
  readonly endsAt: IsoTime
  readonly revokedAt: IsoTime | null
}

export interface OutageRequest {
  readonly startsAt: IsoTime
  readonly endsAt: IsoTime
  readonly reason: string
}

export interface OutageReply extends OutageRequest {
  readonly id: string
  readonly declaredBy: PersonReply
  readonly declaredAt: IsoTime
  readonly withdrawnAt: IsoTime | null
}
