/** What speaks for being at a site, a row each: fix and Wi-Fi. */
import type { OpenSiteReply } from '../../contract/api'
import { distanceMetres } from '../../contract/fence'
import type { SitePresence } from '../../contract/presence'
import type { ProofRow } from '../../components/proof-rows/proof-rows'
import type { PlaceState } from '../../services/place-state'
import { metresText } from '../../texts/format'
import { texts } from '../../texts/texts'

export function locationRow(site: OpenSiteReply, judged: SitePresence, { location }: PlaceState): ProofRow {
  const row = { key: 'location', icon: 'locate', name: texts.proof.location } as const
  const value = site.fence.kind === 'circle' ? texts.proof.range(metresText(site.fence.radiusMetres)) : texts.proof.area
  if (location === null) return { ...row, text: texts.verdict.locating, value, tone: 'plain' }
  if (!location.ok) return { ...row, text: texts.locationProblem[location.problem], value, tone: 'late' }
  const accuracy = location.value.accuracyMetres === null ? '—' : metresText(location.value.accuracyMetres)
  const text =
    site.fence.kind === 'circle'
      ? texts.proof.distance(metresText(distanceMetres(site.fence.centre, location.value)), accuracy)
      : texts.proof.edge(metresText(Math.abs(judged.fence.signedDistanceMetres ?? 0)), accuracy)
  return { ...row, text, value, tone: judged.fence.code === null ? 'accepted' : 'late' }
}

export function wifiRow(site: OpenSiteReply, judged: SitePresence, { wifi, network, proof }: PlaceState): ProofRow {
  const row = { key: 'wifi', name: texts.proof.wifi } as const
  const usable = site.wifi[0]?.ssid
  if (wifi === null) {
    const value = usable === undefined ? '' : texts.proof.canUse(usable)
    const text = network === null ? texts.networkName.unknown : texts.proof.notOnWifi(texts.networkName[network])
    return { ...row, name: texts.proof.network, icon: 'wifi', text, value, tone: 'plain' }
  }
  if (!wifi.ok) {
    const value = usable === undefined ? '' : texts.proof.canUse(usable)
    return { ...row, icon: 'wifi', text: texts.wifiProblem[wifi.problem], value, tone: 'plain' }
  }
  const text = wifi.value.ssid === '' ? texts.proof.hidden : wifi.value.ssid
  if (judged.wifi.code === null) {
    const isProven = proof.kind === 'held'
    return {
      ...row,
      icon: isProven ? 'wifiproof' : 'wifi',
      text,
      value: isProven ? texts.proof.proven : texts.proof.listed,
      tone: 'accepted',
    }
  }
  if (proof.kind === 'failed' && proof.siteId === site.id && judged.wifi.code === 'PRESENCE_PROOF_MISSING') {
    return { ...row, icon: 'wifi', text, value: texts.proofProblem[proof.problem], tone: 'late' }
  }
  const value =
    judged.wifi.code === 'WIFI_UNREADABLE' ? texts.proof.hidden : judged.wifi.offered ? texts.proof.other : ''
  return { ...row, icon: 'wifi', text, value, tone: 'plain' }
}

/** Why the site's network did not vouch, and what counts all the same; empty where nothing failed. */
export function proofHint(site: OpenSiteReply, judged: SitePresence, { proof }: PlaceState): string {
  if (proof.kind !== 'failed' || proof.siteId !== site.id || judged.wifi.code === null) return ''
  const still = judged.fence.code === null ? texts.proof.fenceCounts : texts.proof.fenceWould
  return `${texts.proof.why[proof.problem]}${still}`
}
