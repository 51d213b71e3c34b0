/** Signs around the fix: the handset, the network, the Wi-Fi's place, the pictures, the gateway. */
import type { Finding } from '#contract/decision'
import { finding, type Judging } from './judging.rules'

const FAR_METRES = 2_000
const SHARED_WITHIN_MINUTES = 10

/** Two people on one handset look like this; so do equal phones behind a site's one address. */
export function sharedHandset({ facts }: Judging): Finding | null {
  const { otherPeople, networkAddressKnownSiteId } = facts.risk.sharedHandset
  if (otherPeople < 1) return null
  const atKnownAddress = networkAddressKnownSiteId !== null
  return finding(
    'HANDSET_SHARED',
    { withinMinutes: SHARED_WITHIN_MINUTES },
    { otherPeople, atKnownAddress },
    atKnownAddress ? 'note' : 'review',
  )
}

/** A helper inside can relay a Wi-Fi proof: a fix far away from every site that the Wi-Fi belongs to stays a sign. */
export function wifiFarFromFix({ attempt, presence }: Judging): Finding | null {
  const accuracyMetres = Math.max(0, attempt.fix?.accuracyMetres ?? 0)
  const onWifi = presence.sites.flatMap(({ site, wifi, fence }) =>
    wifi.code === null && fence.signedDistanceMetres !== null
      ? [{ site, apartMetres: fence.signedDistanceMetres - accuracyMetres }]
      : [],
  )
  const nearest = onWifi.sort((left, right) => left.apartMetres - right.apartMetres)[0]
  if (nearest === undefined || !(nearest.apartMetres > FAR_METRES)) return null
  const apartMetres = Math.round(Math.min(nearest.apartMetres, 20_037_509))
  return finding('WIFI_FAR_FROM_FIX', { withinMetres: FAR_METRES }, { siteName: nearest.site.name, apartMetres })
}

export function networkOfOtherSite({ facts, presence }: Judging): Finding | null {
  const { networkAddressHash, networkSiteId, networkSiteName } = facts.risk
  const site = presence.judged?.site
  if (networkSiteId === null || site === undefined || networkSiteId === site.id) return null
  // Sites may share one public address.
  const known = facts.sites.find(({ id }) => id === site.id)?.networkAddressHashes ?? []
  if (known.includes(networkAddressHash)) return null
  return finding(
    'NETWORK_OF_OTHER_SITE',
    { siteName: site.name },
    { networkSiteName: networkSiteName ?? networkSiteId },
  )
}

/** Only where presence rests on the fallback: inside the fence the gateway was not needed. */
export function gatewayClockWrong({ facts, presence }: Judging): Finding | null {
  const { judged } = presence
  if (judged === null || presence.by !== 'wifi' || !judged.wifi.fellBack) return null
  const skewMs = facts.sites.find(({ id }) => id === judged.site.id)?.gateway?.skewMs ?? null
  const known = skewMs !== null && Number.isFinite(skewMs)
  return finding(
    'GATEWAY_CLOCK_WRONG',
    { allowedSeconds: 120 },
    {
      siteName: judged.site.name,
      skewSeconds: known ? Math.round(Math.abs(skewMs) / 1000) : null,
      ...(known ? {} : { case: 'unreadable' }),
    },
  )
}
