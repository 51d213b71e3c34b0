import type { Trail } from './trail'

export interface OutageInterval {
  readonly startsAtMs: number
  readonly endsAtMs: number
}

export interface NewOutage extends OutageInterval {
  readonly id: string
  readonly reason: string
  readonly declaredBy: string
}

export interface StoredOutage extends OutageInterval {
  readonly id: string
  readonly reason: string
  readonly declaredBy: { readonly id: string; readonly name: string; readonly department: string | null }
  readonly declaredAtMs: number
  /** From then on it counts no longer. */
  readonly withdrawnAtMs: number | null
}

export interface OutageStore {
  /** Newest first. @param beforeId the last id of the page before, null for the first page */
  list(beforeId: string | null, limit: number): Promise<readonly StoredOutage[]>
  find(id: string): Promise<StoredOutage | null>
  declare(outage: NewOutage, trail: Trail, nowMs: number): Promise<void>
  /** @returns false, and no trail, when it was withdrawn before */
  withdraw(id: string, trail: Trail, nowMs: number): Promise<boolean>
}
