import type { ContextReply, SlotReply } from '../contract/api'
import type { SitePresence } from '../contract/presence'
import type { PlaceState } from '../services/place-watch'

/**
 * The site that a screen speaks of: the judged one. Without a place all sites are equally far; then the one whose network
 * the phone is on, or for early and late an office rather than a customer. Pure.
 */
export function shownSite(
  { verdict, proof }: Pick<PlaceState, 'verdict' | 'proof'>,
  context: Pick<ContextReply, 'sites'>,
  slot: Pick<SlotReply, 'kind'> | null,
): SitePresence | null {
  const judged = verdict?.judged ?? null
  if (verdict === null || judged === null || verdict.holds || judged.fence.signedDistanceMetres !== null) return judged
  const asked = proof.kind === 'failed' ? proof.siteId : null
  const kindOf = (siteId: string) => context.sites.find(({ id }) => id === siteId)?.kind
  return (
    verdict.sites.find(({ site }) => site.id === asked) ??
    verdict.sites.find(({ wifi }) => wifi.onAllowedWifi) ??
    (slot?.kind === 'visit' ? undefined : verdict.sites.find(({ site }) => kindOf(site.id) !== 'customer')) ??
    judged
  )
}
