import type { ContextReply, SlotReply } from '../contract/api'
import type { SitePresence } from '../contract/presence'
import { hasNameOf } from '../contract/wifi'
import type { PlaceState } from '../services/place-state'

/**
 * The site that a screen speaks of: the judged one. Without a place all sites are equally far; then the one whose network
 * the phone is on (by its name at least), a planned one, the one of the last check-in of the day, or for early and late an
 * office rather than a customer. Pure.
 */
export function shownSite(
  { verdict, proof, wifi }: Pick<PlaceState, 'verdict' | 'proof' | 'wifi'>,
  context: Pick<ContextReply, 'sites' | 'attempts'>,
  slot: Pick<SlotReply, 'kind'> | null,
): SitePresence | null {
  const judged = verdict?.judged ?? null
  if (verdict === null || judged === null || verdict.holds || judged.fence.signedDistanceMetres !== null) return judged
  const asked = proof.kind === 'failed' ? proof.siteId : null
  const connected = wifi?.ok === true ? wifi.value : null
  const kindOf = (siteId: string) => context.sites.find(({ id }) => id === siteId)?.kind
  const lastName = context.attempts[0]?.siteName
  return (
    verdict.sites.find(({ site }) => site.id === asked) ??
    verdict.sites.find((entry) => entry.wifi.onAllowedWifi) ??
    verdict.sites.find(({ site }) => hasNameOf(connected, site.wifi)) ??
    verdict.sites.find(({ site }) => site.planned) ??
    verdict.sites.find(({ site }) => site.name === lastName) ??
    (slot?.kind === 'visit' ? undefined : verdict.sites.find(({ site }) => kindOf(site.id) !== 'customer')) ??
    judged
  )
}
