/** What a later decision about a stored attempt knows, and why it is made. Plain data; instants are epoch milliseconds, UTC. */
import type { EvidenceState, PhotoClaim, Sha256Hex } from '#contract/api'
import type { CheckRow, DecisionCode, Finding, Outcome } from '#contract/decision'
import type { Policy } from '#contract/policy'
import type { SlotName } from '#contract/work-day'
import type { DayAttempt, PhotoFacts } from './check-in-facts.rules'

/** Why a stored attempt is decided again. */
export type SettleCause =
  /** Photos were verified, failed, or stayed away; judged as of then. */
  | { readonly kind: 'photos'; readonly evidenceAtMs: number }
  /** Somebody with authority decided what was pending; `by` is null when the request expired or was withdrawn. */
  | { readonly kind: 'approval'; readonly approved: boolean; readonly by: string | null }
  /** The change of phones that the attempt waited for was decided; `by` as above. */
  | { readonly kind: 'rebind'; readonly approved: boolean; readonly by: string | null }

/** A photo of the attempt; how near it is to others is computed from the hashes. */
export interface SettlementPhoto extends Omit<PhotoFacts, 'nearestDistance'> {
  readonly sha256: Sha256Hex
  /** 16 hex digits; null until verified. */
  readonly perceptualHash: string | null
}

/** A stored attempt with everything that a later decision about it rests on. */
export interface SettlementFacts {
  readonly attemptId: string
  readonly employeeId: string
  readonly slot: SlotName
  /** IANA name. */
  readonly zone: string
  readonly siteId: string | null
  readonly capturedAtMs: number
  readonly receivedAtMs: number
  /** Of the attempt as it stands. */
  readonly outcome: Outcome
  readonly code: DecisionCode
  readonly decisionCount: number
  /** Of the newest decision that judged it. */
  readonly findings: readonly Finding[]
  readonly checks: readonly CheckRow[]
  readonly approvedBy: string | null
  readonly evidenceState: EvidenceState
  readonly evidenceDeadlineMs: number | null
  readonly claims: readonly PhotoClaim[]
  /** How they stand now; empty unless that is the cause. */
  readonly photos: readonly SettlementPhoto[]
  /** Perceptual hashes of other verified pictures of this person or site, the newest 5 000 of each; empty likewise. */
  readonly otherPictures: readonly string[]
  /** Of the rule version that judged it. */
  readonly policy: Policy
  /** The other accepted and superseded attempts of the slot. */
  readonly dayAttempts: readonly DayAttempt[]
  readonly dayVersion: number
}
