import type { GivenConsent, PublishedNotice } from '../features/privacy/consent.rules'
import type { Trail } from './trail'

export interface Notice extends PublishedNotice {
  readonly title: string
  /** Markdown. */
  readonly text: string
}

export interface NewConsent {
  readonly id: string
  readonly employeeId: string
  readonly version: number
}

export interface ConsentStore {
  notices(): Promise<readonly Notice[]>
  consentsOf(employeeId: string): Promise<readonly GivenConsent[]>
  /** @returns false, and no trail, when this version is agreed to already */
  give(consent: NewConsent, trail: Trail, nowMs: number): Promise<boolean>
  /** Withdraws every version. @returns false, and no trail, when nothing was agreed to */
  withdraw(employeeId: string, trail: Trail, nowMs: number): Promise<boolean>
}
