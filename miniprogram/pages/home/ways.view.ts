/** The ways out where presence cannot be shown: Wi-Fi, a better fix, a permission, an application. */
import type { ContextReply, OpenSiteReply } from '../../contract/api'
import type { SitePresence } from '../../contract/presence'
import type { IconName } from '../../components/icon/icons'
import type { PlaceState } from '../../services/place-state'
import { texts } from '../../texts/texts'

/** `wifi` reads network and proof anew. */
export interface WayView {
  readonly act: 'settings' | 'wecom_settings' | 'precise_settings' | 'refresh' | 'apply' | 'wifi'
  readonly icon: IconName
  readonly title: string
  readonly hint: string
}

const words = texts.ways

/** Pure. */
export function ways(
  { policy }: Pick<ContextReply, 'policy'>,
  place: PlaceState,
  known: { readonly site: OpenSiteReply; readonly judged: SitePresence } | null,
): readonly WayView[] {
  const permission = permissionWay(place)
  return [
    ...(permission === null ? [] : [permission]),
    ...(known === null ? [] : wifiWays(known.site, known.judged, place)),
    ...(permission === null ? [fixWay(place)] : []),
    ...(policy.outOfRange === 'refuse'
      ? []
      : [{ act: 'apply', icon: 'camera', title: words.applyTitle, hint: words.applyHint } as const]),
  ]
}

function permissionWay({ location }: PlaceState): WayView | null {
  if (location?.ok === true) {
    const isRough = location.value.precise === false
    return isRough
      ? { act: 'precise_settings', icon: 'lock', title: words.preciseTitle, hint: words.preciseHint }
      : null
  }
  if (location?.problem === 'refused')
    return { act: 'settings', icon: 'lock', title: words.settingsTitle, hint: words.settingsHint }
  if (location?.problem === 'wecom_refused')
    return { act: 'wecom_settings', icon: 'lock', title: words.wecomTitle, hint: words.wecomHint }
  return null
}

/** Connected already, and the network did not vouch: it is asked again, not connected to again. */
function wifiWays(site: OpenSiteReply, judged: SitePresence, { proof }: PlaceState): readonly WayView[] {
  if (proof.kind === 'failed' && proof.siteId === site.id) {
    return [{ act: 'wifi', icon: 'wifiproof', title: words.proveTitle, hint: words.proveHint[proof.problem] }]
  }
  const ssid = site.wifi[0]?.ssid
  if (ssid === undefined || judged.wifi.onAllowedWifi) return []
  return [{ act: 'wifi', icon: 'wifi', title: words.wifiTitle, hint: words.wifiHint(ssid) }]
}

function fixWay({ location }: PlaceState): WayView {
  return location?.ok === true
    ? { act: 'refresh', icon: 'locate', title: words.fixTitle, hint: words.fixHint }
    : { act: 'refresh', icon: 'locate', title: words.retryTitle, hint: words.retryHint }
}
