import type { SiteKind } from '#contract/api'
import type { GatewayPublicKey } from '#contract/api-places'
import type { CoordinateSystem, Fence, WifiProofPolicy } from '#contract/place'
import type { SiteGateway, SiteWrite, StoredSite } from '../../ports/site-store'
import type { Prisma } from '../../generated/sqlserver/client'

/** Every table of a site; one query each, however many sites. */
export const SITE_TABLES = {
  wifi: { orderBy: { bssid: 'asc' } },
  gateway: true,
  addresses: { orderBy: { addressHash: 'asc' } },
} satisfies Prisma.SiteInclude

type FullRow = Prisma.SiteGetPayload<{ include: typeof SITE_TABLES }>

export function toStoredSite(row: FullRow): StoredSite {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as SiteKind,
    address: row.address,
    mainlandChina: row.mainlandChina,
    zone: row.zone,
    fence: JSON.parse(row.fenceJson) as Fence,
    original: JSON.parse(row.originalFenceJson) as { system: CoordinateSystem; fence: Fence },
    wifi: row.wifi.map(({ ssid, bssid }) => ({ ssid, bssid })),
    wifiProof: row.wifiProof as WifiProofPolicy,
    gateway: row.gateway === null ? null : toGateway(row.gateway),
    networkAddressHashes: row.addresses.map(({ addressHash }) => addressHash),
    version: row.version,
    createdAtMs: row.createdAt.getTime(),
    archivedAtMs: row.archivedAt?.getTime() ?? null,
  }
}

function toGateway({ url, publicJwkJson, skewMs, skewMeasuredAt }: NonNullable<FullRow['gateway']>): SiteGateway {
  return {
    url,
    publicKey: JSON.parse(publicJwkJson) as GatewayPublicKey,
    publicJwkJson,
    skewMs,
    skewMeasuredAtMs: skewMeasuredAt?.getTime() ?? null,
  }
}

/** The columns of the site's own row, but for id, version and times. */
export function toSiteColumns(site: SiteWrite) {
  const { name, kind, address, mainlandChina, zone, wifiProof, box } = site
  return {
    name,
    kind,
    address,
    mainlandChina,
    zone,
    wifiProof,
    fenceJson: JSON.stringify(site.fence),
    originalFenceJson: JSON.stringify(site.original),
    south: box.south,
    west: box.west,
    north: box.north,
    east: box.east,
  }
}
