/** Sites and field plans as the console and other clients administer them under `/api/v1`. */
import type { IsoTime, SiteKind } from './api'
import type { AllowedWifi, ConnectedWifi, CoordinateSystem, Coordinates, Fence, WifiProofPolicy } from './place'
import type { WorkDay } from './work-day'

/** An Ed25519 public key (RFC 8037), as the presence gateway prints it. */
export interface GatewayPublicKey {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  /** 32 bytes, base64url. */
  readonly x: string
  readonly kid?: string
  readonly alg?: 'EdDSA'
  readonly use?: 'sig'
}

/** A site as a whole: what is sent replaces what was. */
export interface SiteRequest {
  readonly name: string
  readonly kind: SiteKind
  readonly address: string
  readonly mainlandChina: boolean
  /** True: a person looked at the map, and `mainlandChina` holds although the outline says otherwise. */
  readonly mainlandConfirmed?: boolean
  /** IANA name; null: days here are counted in the shift's, the person's or the company's zone. */
  readonly zone: string | null
  /** The coordinate system of `fence`. GCJ-02 exists in mainland China only. */
  readonly system: CoordinateSystem
  readonly fence: Fence
  /** BSSIDs in any common notation. */
  readonly wifi: readonly ConnectedWifi[]
  /** Default: `gateway` where the site has one, else `bssid`. */
  readonly wifiProof?: WifiProofPolicy
  readonly gateway: { readonly url: string; readonly publicKey: GatewayPublicKey } | null
  /** IPv4 or IPv6. Kept as keyed hashes and never shown again; absent: the known ones stay. */
  readonly publicAddresses?: readonly string[]
}

export interface SiteUpdateRequest extends SiteRequest {
  /** The version that the change was made on. */
  readonly version: number
}

export interface SiteArchiveRequest {
  readonly version: number
}

export interface SiteSummary {
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly address: string
  readonly mainlandChina: boolean
  /** In the kept system: GCJ-02 in mainland China, else WGS-84. */
  readonly centre: Coordinates
  readonly wifiProof: WifiProofPolicy
  readonly version: number
  readonly archivedAt: IsoTime | null
}

export interface SiteReply extends SiteSummary {
  readonly zone: string | null
  /** In the kept system. */
  readonly fence: Fence
  /** As it was entered. */
  readonly original: { readonly system: CoordinateSystem; readonly fence: Fence }
  readonly wifi: readonly AllowedWifi[]
  readonly gateway: {
    readonly url: string
    readonly publicKey: GatewayPublicKey
    /** Gateway clock minus server clock. */
    readonly skewMs: number
    readonly skewMeasuredAt: IsoTime | null
  } | null
  readonly publicAddressCount: number
  readonly createdAt: IsoTime
}

/** Asks what saving would say, before there is a name. */
export interface SiteCheckRequest {
  readonly system: CoordinateSystem
  readonly fence: Fence
  readonly wifi: readonly ConnectedWifi[]
  /** Absent: as proposed. */
  readonly mainlandChina?: boolean
}

export interface SiteCheckReply {
  /** Null while the fence has no readable centre. */
  readonly mainlandProposed: boolean | null
  readonly problems: readonly { readonly path: string; readonly problem: string }[]
  /** The fence as it would be kept; null while it has problems. */
  readonly fence: Fence | null
}

export interface PlanRequest {
  readonly employeeId: string
  readonly workDay: WorkDay
  readonly siteId: string
  readonly note?: string
}

export interface PlanReply {
  readonly id: string
  readonly workDay: WorkDay
  readonly employee: { readonly id: string; readonly name: string }
  readonly site: { readonly id: string; readonly name: string }
  readonly note: string | null
  readonly createdBy: string
  readonly createdAt: IsoTime
}
