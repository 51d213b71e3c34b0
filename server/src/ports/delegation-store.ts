import type { ApprovalPerson } from './approval-store'
import type { Trail } from './trail'

export interface StoredDelegation {
  readonly id: string
  readonly leader: ApprovalPerson
  readonly delegate: ApprovalPerson
  readonly startsAtMs: number
  readonly endsAtMs: number
  readonly revokedAtMs: number | null
  /** IANA name of the company's zone. */
  readonly zone: string
}

export interface NewDelegation {
  readonly id: string
  readonly leaderId: string
  readonly delegateId: string
  readonly startsAtMs: number
  /** Not part of it. */
  readonly endsAtMs: number
}

export interface DelegationStore {
  /** `overlaps`: another one of this leader holds in part of that time; nothing was written. */
  create(delegation: NewDelegation, trail: Trail, nowMs: number): Promise<'created' | 'overlaps'>
  /** False, and no trail: it is not this leader's, was revoked, or is over. */
  revoke(id: string, leaderId: string, trail: Trail, nowMs: number): Promise<boolean>
  find(id: string): Promise<StoredDelegation | null>
  /** Those that a person gave or was given, newest first. @param beforeId the last of the page before */
  listOf(employeeId: string, beforeId: string | null, limit: number): Promise<readonly StoredDelegation[]>
}
