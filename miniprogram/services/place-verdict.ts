/** What fix, Wi-Fi and proof come to, by the server's own rule. */
import type { ContextReply } from '../contract/api'
import { judgePresence, type PresenceFix, type PresenceSite, type PresenceVerdict } from '../contract/presence'
import type { LocationReading } from '../platform/platform'
import type { PlaceState } from './place-state'

/** Pure. @param siteId judges this site alone, while it is among the open ones */
export function verdictOf(
  { location, wifi, proof }: Pick<PlaceState, 'location' | 'wifi' | 'proof'>,
  { policy, sites }: Pick<ContextReply, 'policy' | 'sites'>,
  siteId: string | null,
): PresenceVerdict {
  const chosen = sites.filter(({ id }) => id === siteId)
  return judgePresence({
    sites: (chosen.length > 0 ? chosen : sites).map((site): PresenceSite => ({
      ...site,
      hasGateway: site.gatewayUrl !== null,
      // Only the server knows the gateway's clock.
      gatewayClockWrong: false,
    })),
    visitSiteId: siteId,
    fix: location?.ok === true ? fixOf(location.value) : null,
    wifi: wifi?.ok === true ? wifi.value : null,
    proof: proof.kind === 'held' ? { siteId: proof.proof.siteId } : 'missing',
    policy: { ...policy, wifiProof: null },
  })
}

/** Phones give GCJ-02, which abroad is WGS-84: no conversion is made here. */
function fixOf({ latitude, longitude, accuracyMetres }: LocationReading): PresenceFix {
  const coordinates = { latitude, longitude }
  return { mainland: coordinates, elsewhere: coordinates, accuracyMetres }
}
