import type { GatewayPublicKey } from '#contract/api-places'
import type { SiteKind } from '#contract/api'
import type { AllowedWifi, CoordinateSystem, Fence, WifiProofPolicy } from '#contract/place'
import type { Box } from '../features/sites/fence-box.rules'
import type { Trail } from './trail'

/** What check-in and context need of a site. Coordinates are in the kept system. */
export interface SiteForCheckIn {
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly address: string
  readonly mainlandChina: boolean
  /** IANA name; null: the site sets no zone. */
  readonly zone: string | null
  readonly fence: Fence
  readonly wifi: readonly AllowedWifi[]
  readonly wifiProof: WifiProofPolicy
  readonly gateway: SiteGateway | null
  /** Keyed hashes (purpose `network-address`) of the site's known public addresses. */
  readonly networkAddressHashes: readonly string[]
  readonly createdAtMs: number
  readonly archivedAtMs: number | null
}

export interface SiteGateway {
  readonly url: string
  readonly publicKey: GatewayPublicKey
  /** The same as JSON text, as the check of a presence proof takes it. */
  readonly publicJwkJson: string
  /** Gateway clock minus server clock. */
  readonly skewMs: number
  readonly skewMeasuredAtMs: number | null
}

/** A site as its page shows it. */
export interface StoredSite extends SiteForCheckIn {
  readonly original: { readonly system: CoordinateSystem; readonly fence: Fence }
  readonly version: number
}

export interface SiteRow {
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly address: string
  readonly mainlandChina: boolean
  readonly fence: Fence
  readonly wifiProof: WifiProofPolicy
  readonly version: number
  readonly archivedAtMs: number | null
}

export interface SiteListQuery {
  readonly kind: SiteKind | null
  /** Part of the name; null: any. */
  readonly nameContains: string | null
  readonly archived: boolean
  /** Sites after this id; ids are in the order of creation. */
  readonly afterId: string | null
  readonly limit: number
}

export interface SiteWrite {
  readonly name: string
  readonly kind: SiteKind
  readonly address: string
  readonly mainlandChina: boolean
  readonly zone: string | null
  readonly fence: Fence
  readonly original: { readonly system: CoordinateSystem; readonly fence: Fence }
  readonly box: Box
  readonly wifi: readonly AllowedWifi[]
  readonly wifiProof: WifiProofPolicy
  readonly gateway: { readonly url: string; readonly publicKey: GatewayPublicKey } | null
  /** Canonical addresses, stored as keyed hashes; null: the known ones stay. */
  readonly publicAddresses: readonly string[] | null
}

export interface SiteStore {
  list(query: SiteListQuery): Promise<readonly SiteRow[]>
  find(id: string): Promise<StoredSite | null>
  /** `name_taken`: a site in use has this name; nothing was written. */
  create(id: string, site: SiteWrite, trail: Trail, nowMs: number): Promise<'created' | 'name_taken'>
  /** `conflict`: archived, or no longer at this version; nothing was written. A new gateway key forgets the skew. */
  update(
    id: string,
    version: number,
    site: SiteWrite,
    trail: Trail,
    nowMs: number,
  ): Promise<'updated' | 'name_taken' | 'conflict'>
  archive(id: string, version: number, trail: Trail, nowMs: number): Promise<'archived' | 'conflict'>
  /** The same few queries for one id and for 2 000; unknown ids are left out, archived sites are not. */
  loadSites(ids: readonly string[]): Promise<readonly SiteForCheckIn[]>
  /**
   * Customers' sites in use whose box meets the given one, nearest to its middle first. Degrees; east may be less than
   * west over the antimeridian. Sites in mainland China lie up to 700 m off WGS-84: widen a box that came from it.
   */
  customerSitesNear(
    south: number,
    west: number,
    north: number,
    east: number,
    limit: number,
  ): Promise<readonly SiteForCheckIn[]>
}
