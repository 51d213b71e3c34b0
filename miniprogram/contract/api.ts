/**
 * The JSON of `/api/v1` as client and server exchange it. Times are ISO 8601 with offset, figures carry their unit.
 * Each schema of the server is held to its type here by a two-way equality assertion.
 */
import type { OffReason } from './api-days'
import type { CheckRow, DecisionCode, Finding, Outcome, PresenceBy } from './decision'
import type { AllowedWifi, ConnectedWifi, Coordinates, Fence, Fix, NetworkType, WifiProofPolicy } from './place'
import type { Permission, Role } from './roles'
import type { SlotKind, SlotName, WorkDay } from './work-day'

/** ISO 8601 with offset, e.g. `2026-11-18T08:52:09.120+08:00`. */
export type IsoTime = string
/** SHA-256 as 64 lower-case hex digits. */
export type Sha256Hex = string

export interface Page<Item> {
  readonly items: readonly Item[]
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null
}

// ---- sessions -------------------------------------------------------------------------------------------------

export interface LoginRequest {
  /** From `wx.qy.login`: good once, for five minutes. */
  readonly code: string
  /** Thumbprint of this phone's key, once it has one. */
  readonly keyThumbprint?: Sha256Hex
}

export type DeviceStanding = 'none' | 'bound' | 'candidate' | 'other_bound'

export interface SessionReply {
  readonly accessToken: string
  readonly accessTokenExpiresAt: IsoTime
  /** Null until this phone's key is bound or is the candidate of an open rebind. */
  readonly refreshToken: string | null
  readonly refreshTokenExpiresAt: IsoTime | null
  readonly employee: { readonly id: string; readonly userId: string; readonly name: string; readonly department: string | null }
  readonly roles: readonly Role[]
  readonly device: DeviceStanding
  readonly consent: ConsentState
}

/** Signed by the device key that the token is bound to; carries no challenge. */
export interface RefreshRequest {
  readonly refreshToken: string
}

// ---- consent --------------------------------------------------------------------------------------------------

export interface ConsentState {
  /** The notice in force now. */
  readonly currentVersion: number
  /** The newest version this person agreed to and did not withdraw. */
  readonly agreedVersion: number | null
  /** False: nothing may be collected now. */
  readonly sufficient: boolean
  /** Ask for the current version after the next check-in. */
  readonly due: boolean
}

export interface ConsentNotice {
  readonly version: number
  readonly publishedAt: IsoTime
  readonly title: string
  /** Markdown. */
  readonly text: string
}

export interface ConsentRequest {
  readonly version: number
}

// ---- devices --------------------------------------------------------------------------------------------------

/** Facts that a mini-program can read; no hardware id exists. */
export interface DeviceFacts {
  readonly brand: string
  readonly model: string
  readonly platform: string
  readonly system: string
}

export interface EnrolmentReply {
  /** 32 random bytes, base64url: the phone mixes them with its own entropy. */
  readonly seed: string
  /** Goes into the binding; good for ten minutes. */
  readonly enrolmentToken: string
  readonly expiresAt: IsoTime
}

/** Signed by the new key; carries no challenge. */
export interface BindDeviceRequest {
  readonly enrolmentToken: string
  /** Raw Ed25519 public key, 32 bytes as base64url. */
  readonly publicKey: string
  readonly facts: DeviceFacts
}

export interface DeviceReply {
  readonly id: string
  readonly keyThumbprint: Sha256Hex
  readonly state: 'active' | 'candidate' | 'revoked'
  readonly facts: DeviceFacts
  /** Null while its change of phones waits for approval. */
  readonly boundAt: IsoTime | null
}

export interface BindDeviceReply {
  readonly device: DeviceReply
  readonly session: SessionReply
}

// ---- context --------------------------------------------------------------------------------------------------

export interface ChallengeReply {
  readonly id: string
  readonly issuedAt: IsoTime
  /** Positions 0 to `positions - 1`, each good once. */
  readonly positions: number
}

/** A slot as the phone shows it: instants with the work day's offset, so the phone computes no zones. */
export interface SlotReply extends SlotName {
  readonly opensAt: IsoTime
  readonly closesAt: IsoTime
  readonly uploadUntil: IsoTime
  readonly dueAt: IsoTime | null
  readonly graceMinutes: number
  readonly zone: string
  /** The attempt that stands for this slot, or for visits the newest one. */
  readonly standing: { readonly attemptId: string; readonly outcome: Outcome; readonly capturedAt: IsoTime } | null
}

export type SiteKind = 'office' | 'customer' | 'project'

export interface OpenSiteReply {
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly address: string
  readonly fence: Fence
  readonly wifi: readonly AllowedWifi[]
  readonly wifiProof: WifiProofPolicy
  /** Host that answers presence proofs on this site's network; null where there is no gateway. */
  readonly gatewayUrl: string | null
  readonly planned: boolean
  readonly mainlandChina: boolean
}

export interface ContextReply {
  readonly serverTime: IsoTime
  readonly workDay: WorkDay
  readonly slots: readonly SlotReply[]
  readonly sites: readonly OpenSiteReply[]
  readonly policy: {
    readonly outOfRange: 'refuse' | 'application' | 'pending'
    readonly toleranceCapMetres: number
    readonly maxAccuracyMetres: number
    readonly photoFor: readonly SlotKind[]
    readonly noteFor: readonly SlotKind[]
    readonly visitRecordRequired: boolean
  }
  readonly rule: { readonly name: string; readonly version: number }
  /** Why nobody works on `workDay`; null on working days. */
  readonly off: OffReason | null
  /** The public holiday or make-up workday. */
  readonly calendarName: string | null
  readonly consent: ConsentState
  readonly challenge: ChallengeReply
  readonly capabilities: CapabilitiesReply
  /** One's own attempts of `workDay`, newest first, at most 20. */
  readonly attempts: readonly RecordItem[]
  /** The field plan of `workDay`. */
  readonly plans: readonly DayPlanReply[]
  /** Names of the direct leaders, else of those who lead the person's department. */
  readonly leaders: readonly string[]
}

/** What this server offers: hide what is false. */
export interface CapabilitiesReply {
  /** Asking for a forgotten check-in 补卡. */
  readonly corrections: boolean
  readonly dayResults: boolean
  /** Checking in by itself when the page opens. */
  readonly quickCheckIn: boolean
  readonly photoUpload: boolean
  readonly visitRecords: boolean
  readonly teamToday: boolean
  /** Telling those who have not checked in. */
  readonly teamReminders: boolean
  readonly faultReports: boolean
}

export interface DayPlanReply {
  readonly siteId: string
  readonly siteName: string
  readonly note: string | null
}

// ---- check-in -------------------------------------------------------------------------------------------------

export interface PhotoClaim {
  readonly sha256: Sha256Hex
  readonly byteLength: number
  /** The phone's clock, milliseconds since the epoch. */
  readonly takenAtMs: number
}

export interface VisitDetails {
  readonly customer: string
  readonly contact?: string
  readonly contactPhone?: string
  readonly purpose: string
  readonly outcome?: string
  readonly notes?: string
}

/** The body of `POST /api/v1/check-ins`; the claimed time of capture is the signed timestamp. */
export interface CheckInRequest {
  /** UUID chosen by the phone: a repeat of the same bytes gets the first answer. */
  readonly requestId: string
  readonly slot: SlotName
  /** The site of a visit. */
  readonly siteId?: string
  readonly fix?: Fix
  readonly networkType: NetworkType
  readonly wifi?: ConnectedWifi
  /** Compact JWS from the site's presence gateway. */
  readonly presenceProof?: string
  /** Present: this attempt applies for approval where presence cannot be shown. */
  readonly application?: { readonly reason: string }
  readonly photos: readonly PhotoClaim[]
  readonly note?: string
  readonly visit?: VisitDetails
  readonly device: DeviceFacts
  readonly clientVersion: string
}

/** A finding with its words: what was asked, what was seen, and what to do. */
export interface FindingReply extends Finding {
  readonly title: string
  readonly sentence: string
  readonly askedText: string
  readonly seenText: string
  readonly next: string
}

export interface CheckRowReply extends CheckRow {
  readonly title: string
  readonly askedText: string
  readonly seenText: string
}

export interface CheckInReply {
  readonly attemptId: string
  readonly outcome: Outcome
  readonly code: DecisionCode
  /** One plain sentence, and what to do next. */
  readonly sentence: string
  readonly next: string
  readonly slot: SlotName
  readonly capturedAt: IsoTime
  readonly receivedAt: IsoTime
  readonly deferred: boolean
  readonly site: { readonly id: string; readonly name: string } | null
  readonly presenceBy: PresenceBy | null
  /** The attempt that stands for the slot when this one is a duplicate, or that used the challenge. */
  readonly standingAttemptId: string | null
  readonly lateMinutes: number
  readonly findings: readonly FindingReply[]
  readonly checks: readonly CheckRowReply[]
  /** Null only for keys that get no challenge. */
  readonly challenge: ChallengeReply | null
}

export type EvidenceState = 'none' | 'awaited' | 'verified' | 'failed'

export interface RecordItem {
  readonly attemptId: string
  readonly slot: SlotName
  readonly outcome: Outcome
  readonly code: DecisionCode
  readonly sentence: string
  readonly capturedAt: IsoTime
  readonly receivedAt: IsoTime
  readonly deferred: boolean
  readonly siteName: string | null
  readonly evidenceState: EvidenceState
}

/** One's own attempt in full: everything that was judged, with both sides. */
export interface RecordReply extends Omit<CheckInReply, 'challenge' | 'next'> {
  readonly next: string
  readonly evidenceState: EvidenceState
  readonly place: (Coordinates & { readonly accuracyMetres: number | null }) | null
  readonly wifi: ConnectedWifi | null
  readonly networkType: NetworkType
  readonly rule: { readonly name: string; readonly version: number } | null
  readonly decisions: readonly DecisionItem[]
}

export interface DecisionItem {
  readonly number: number
  readonly decidedAt: IsoTime
  /** `rule`, or the id of the employee who decided. */
  readonly decidedBy: string
  /** Null for `rule`. */
  readonly decidedByName: string | null
  readonly outcome: Outcome
  readonly code: DecisionCode
}

export interface RevokeDeviceRequest {
  readonly reason: string
}

// ---- people ---------------------------------------------------------------------------------------------------

export interface RoleInScopeReply {
  readonly role: Role
  /** Null: the whole company. */
  readonly scopeDepartmentId: string | null
}

export interface MeReply {
  readonly employee: SessionReply['employee']
  readonly roles: readonly RoleInScopeReply[]
  /** What the roles allow together, each within its scope. */
  readonly permissions: readonly Permission[]
  readonly device: DeviceStanding
  readonly consent: ConsentState
}

/** `staff` is never granted: everybody employed is. */
export type GrantableRole = Exclude<Role, 'staff'>

export interface GrantRoleRequest {
  readonly role: GrantableRole
  readonly scopeDepartmentId: string | null
}

export interface RoleGrantReply {
  readonly id: string
  readonly role: GrantableRole
  readonly scopeDepartmentId: string | null
  /** An employee's id, or `operator`. */
  readonly grantedBy: string
  readonly grantedAt: IsoTime
}
