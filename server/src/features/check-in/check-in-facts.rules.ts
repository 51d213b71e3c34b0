/** What judging a check-in knows (facts) and was sent (attempt). Plain data: no clock, no I/O. Instants are epoch milliseconds, UTC. */
import type { CheckRow, DecisionCode, Finding, Outcome, PresenceBy } from '#contract/decision'
import type { DeviceFacts, EvidenceState, PhotoClaim, Sha256Hex, SiteKind, VisitDetails } from '#contract/api'
import type {
  AllowedWifi,
  ConnectedWifi,
  Coordinates,
  CoordinateSystem,
  Fence,
  Fix,
  NetworkType,
  WifiProofPolicy,
} from '#contract/place'
import type { Policy } from '#contract/policy'
import type { SlotInstance, SlotKind, SlotName } from '#contract/work-day'

/** What the phone sent, past signature and schema. */
export interface Attempt {
  readonly requestId: string
  /** The signed timestamp: the phone's clock at capture. */
  readonly phoneTimeMs: number
  readonly challengeId: string
  readonly challengePosition: number
  readonly slot: SlotName
  readonly siteId: string | null
  readonly fix: Fix | null
  readonly networkType: NetworkType
  readonly wifi: ConnectedWifi | null
  readonly hasPresenceProof: boolean
  readonly applicationReason: string | null
  readonly photos: readonly PhotoClaim[]
  readonly note: string | null
  readonly visit: VisitDetails | null
  readonly device: DeviceFacts
}

export interface EmployeeFacts {
  readonly id: string
  /** Null while employed. */
  readonly leftAtMs: number | null
  /** Every consent given, newest first; withdrawn ones keep their time. */
  readonly consents: readonly {
    readonly version: number
    readonly givenAtMs: number
    readonly withdrawnAtMs: number | null
  }[]
  /** Published notices, newest first. */
  readonly notices: readonly { readonly version: number; readonly publishedAtMs: number }[]
}

/** The key named in the signature headers. `owner` compares it with the session's employee. */
export interface DeviceKeyFacts {
  readonly keyThumbprint: Sha256Hex
  readonly signature: 'valid' | 'invalid'
  readonly state: 'active' | 'candidate' | 'revoked' | 'unknown'
  readonly owner: 'self' | 'other' | 'nobody'
  readonly boundAtMs: number | null
  readonly revokedAtMs: number | null
  /** Set when a later binding of the same person replaced this key. */
  readonly replacedAtMs: number | null
  readonly boundFacts: DeviceFacts | null
  /** The person's active device, for words: model only. */
  readonly activeModel: string | null
}

export interface ChallengeFacts {
  readonly id: string
  readonly issuedAtMs: number
  /** Server clock minus phone clock when it was issued. */
  readonly clockOffsetMs: number
  /** Whether it was issued to the key that signed. */
  readonly issuedToThisKey: boolean
  /** The attempt that used this position before, if any. */
  readonly usedByAttemptId: string | null
  /** The earliest newer challenge issued to the same device. */
  readonly nextIssuedAtMs: number | null
}

export interface SiteFacts {
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly fence: Fence
  readonly mainlandChina: boolean
  readonly wifi: readonly AllowedWifi[]
  readonly wifiProof: WifiProofPolicy
  readonly planned: boolean
  /** Null where the site has no gateway. */
  readonly gateway: { readonly skewMs: number; readonly clockWrong: boolean } | null
  /** Keyed hashes of the site's public addresses. */
  readonly networkAddressHashes: readonly string[]
}

/** The presence proof after its signature was checked; both sides are kept for the finding. */
export type PresenceProofFacts =
  | { readonly result: 'missing' }
  | { readonly result: 'invalid'; readonly reason: PresenceProofProblem }
  | {
      readonly result: 'valid'
      readonly siteId: string
      /** Corrected by the gateway's measured skew. */
      readonly issuedAtMs: number
    }

export type PresenceProofProblem =
  'malformed' | 'signature' | 'site' | 'challenge' | 'position' | 'device' | 'unknown_gateway'

/** An earlier attempt of the same work day. */
export interface DayAttempt {
  readonly id: string
  readonly slot: SlotName
  readonly outcome: Outcome
  readonly capturedAtMs: number
  readonly siteId: string | null
}

/** The newest earlier attempt with a fix, for speed and accuracy signs. */
export interface EarlierFix {
  readonly attemptId: string
  readonly capturedAtMs: number
  readonly coordinates: Coordinates
  readonly system: CoordinateSystem
  readonly accuracyMetres: number
}

export interface RiskFacts {
  readonly earlierFixes: readonly EarlierFix[]
  /** Among attempts of the last 30 days with exactly these coordinates, this one not counted; own other days. */
  readonly sameCoordinates: { readonly otherPeople: number; readonly otherDays: number }
  /** Another person with the same device facts and network address within 10 minutes. */
  readonly sharedHandset: { readonly otherPeople: number; readonly networkAddressKnownSiteId: string | null }
  /** Keyed hash of the public address that this request came from. */
  readonly networkAddressHash: string
  /** The site that this address is known of; the first of several behind one address. */
  readonly networkSiteId: string | null
  readonly networkSiteName: string | null
}

export interface PhotoFacts {
  readonly sha256: Sha256Hex
  /** `verified` means by the deadline. */
  readonly state: EvidenceState
  /** Why a failed verification failed, e.g. `type`, `size`, `hash`; null otherwise. */
  readonly problem: string | null
  readonly usedBeforeAtMs: number | null
  /** Perceptual distance to the nearest picture of this person or site in the last 90 days; null until known. */
  readonly nearestDistance: number | null
}

export interface RuleFacts {
  readonly ruleId: string
  readonly ruleName: string
  readonly version: number
  readonly policy: Policy
  /** The slot rebuilt from the named day's rule version; null when that day has no such slot. */
  readonly slot: SlotInstance | null
}

export interface CheckInFacts {
  readonly employee: EmployeeFacts
  readonly device: DeviceKeyFacts
  readonly challenge: ChallengeFacts | null
  readonly rule: RuleFacts
  /** Of the work day: in it instants are told. */
  readonly zone: string
  readonly dayAttempts: readonly DayAttempt[]
  /** Sites open to this person at capture. */
  readonly sites: readonly SiteFacts[]
  readonly presenceProof: PresenceProofFacts
  readonly photos: readonly PhotoFacts[]
  readonly risk: RiskFacts
  /** `CAPTURE_TIME_UNPROVEN` findings of the last policy days that count. */
  readonly unprovenCaptures: number
  readonly outages: readonly { readonly fromMs: number; readonly untilMs: number }[]
}

export interface Decision {
  readonly outcome: Outcome
  readonly code: DecisionCode
  readonly findings: readonly Finding[]
  readonly checks: readonly CheckRow[]
  readonly capturedAtMs: number
  readonly deferred: boolean
  readonly siteId: string | null
  readonly presenceBy: PresenceBy | null
  readonly signedDistanceMetres: number | null
  /** Of an accepted or pending early or late check-in, for the day result. */
  readonly lateMinutes: number
  readonly evidenceState: EvidenceState
  /** Photos verified by then count; null: none is named, or the slot is unknown. */
  readonly evidenceDeadlineMs: number | null
  /** The attempt that stands for the slot, or that used the challenge position. */
  readonly standingAttemptId: string | null
  /** Accepted attempts that this one replaces (a later late check-in). */
  readonly supersedes: readonly string[]
  /** Place, Wi-Fi and photos must be discarded unread. */
  readonly discardsEvidence: boolean
}

export type { SlotKind }
