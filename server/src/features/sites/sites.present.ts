import type { SiteReply, SiteSummary } from '#contract/api-places'
import { fenceCentre } from '#contract/fence'
import type { SiteRow, StoredSite } from '../../ports/site-store'

export function presentSiteRow(row: SiteRow): SiteSummary {
  const { id, name, kind, address, mainlandChina, wifiProof, version } = row
  return {
    ...{ id, name, kind, address, mainlandChina, wifiProof, version },
    centre: fenceCentre(row.fence),
    archivedAt: isoOrNull(row.archivedAtMs),
  }
}

/** Known public addresses are told by number only: nothing but their keyed hashes is kept. */
export function presentSite(site: StoredSite): SiteReply {
  const { zone, fence, original, wifi, gateway } = site
  return {
    ...presentSiteRow(site),
    ...{ zone, fence, original, wifi },
    gateway:
      gateway === null
        ? null
        : {
            url: gateway.url,
            publicKey: gateway.publicKey,
            skewMs: gateway.skewMs,
            skewMeasuredAt: isoOrNull(gateway.skewMeasuredAtMs),
          },
    publicAddressCount: site.networkAddressHashes.length,
    createdAt: new Date(site.createdAtMs).toISOString(),
  }
}

function isoOrNull(instantMs: number | null): string | null {
  return instantMs === null ? null : new Date(instantMs).toISOString()
}
