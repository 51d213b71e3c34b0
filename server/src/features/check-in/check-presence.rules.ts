/** Check 6: inside a fence or on a Wi-Fi of an open site. The geometry and the choice of site are the contract's. */
import type { CheckRow, Figures, Finding, PresenceBy } from '#contract/decision'
import type { Severity } from '#contract/finding-codes'
import type { SitePresence } from '#contract/presence'
import { isApplication } from './application.rules'
import { finding, rowOf, type CheckOutput, type Judging } from './judging.rules'

/** Half the earth's circumference: a fence without an edge is infinitely far, and no figure is infinite. */
const FARTHEST_METRES = 20_037_509
/** Rounding up what is missing must not make a metre of the last digits of a float. */
const ROUNDING_METRES = 0.001

export function checkPresence(judging: Judging): CheckOutput {
  const { presence, attempt } = judging
  const { judged } = presence
  const severity = presence.holds ? 'note' : severityOf(judging)
  if (judged === null) return withoutSite(judging, severity)

  const found: Record<PresenceBy, Finding | null> = {
    fence: fenceFinding(judging, judged, severity),
    wifi: wifiFinding(judging, judged, severity),
  }
  const sides: readonly PresenceBy[] = presence.nearerSide === 'fence' ? ['fence', 'wifi'] : ['wifi', 'fence']
  return {
    findings: sides.flatMap((side) => found[side] ?? []),
    rows: [
      row('fence', judged.fence.code === null, found.fence, fenceAsked(judging, judged), fenceSeen(judging, judged)),
      row('wifi', judged.wifi.code === null, found.wifi, wifiAsked(judged), {
        ssid: attempt.wifi?.ssid ?? null,
        ...(judged.wifi.required === 'bssid' ? {} : { case: 'gateway' }),
      }),
    ],
  }
}

/** The policy, or an application where the policy takes them, turns a refusal into a request for approval. */
function severityOf({ facts, attempt }: Judging): Severity {
  const { outOfRange } = facts.rule.policy
  if (outOfRange === 'pending') return 'pending'
  return outOfRange === 'application' && isApplication(attempt) ? 'pending' : 'refuse'
}

function row(check: PresenceBy, passed: boolean, found: Finding | null, asked: Figures, seen: Figures): CheckRow {
  const result = passed ? 'passed' : found === null ? 'not_needed' : 'failed'
  return rowOf(check, result, found === null ? [] : [found], asked, seen)
}

function withoutSite({ attempt }: Judging, severity: Severity): CheckOutput {
  const code = attempt.fix === null ? 'LOCATION_MISSING' : 'OUT_OF_RANGE'
  const seen = code === 'OUT_OF_RANGE' ? { case: 'no_site' } : {}
  const found = finding(code, {}, seen, severity)
  return {
    findings: [found],
    rows: [row('fence', false, found, {}, seen), row('wifi', false, null, {}, {})],
  }
}

/** Where the other side passed, a side that was not tried is not worth a note. */
function fenceFinding(judging: Judging, judged: SitePresence, severity: Severity): Finding | null {
  const { code, tried } = judged.fence
  if (code === null || (judged.holds && !tried)) return null
  return finding(code, fenceAsked(judging, judged), fenceSeen(judging, judged), severity)
}

function fenceAsked({ facts }: Judging, { site, fence, wifi }: SitePresence): Figures {
  const { maxAccuracyMetres } = facts.rule.policy
  return {
    siteId: site.id,
    siteName: site.name,
    toleranceMetres: Math.round(fence.toleranceMetres),
    maxAccuracyMetres,
    ...(wifi.offered && site.wifi[0] !== undefined ? { wifiName: site.wifi[0].ssid } : {}),
  }
}

function fenceSeen({ attempt }: Judging, { fence, wifi, site }: SitePresence): Figures {
  const accuracy = attempt.fix?.accuracyMetres ?? null
  // Rounded away from the limit: 200.4 m must not read as 200 m. Adding 0 makes -0 a plain zero, as JSON has it.
  const rounded = fence.code === 'LOCATION_IMPRECISE' ? Math.ceil : Math.round
  const accuracyMetres = accuracy === null || !Number.isFinite(accuracy) ? null : rounded(accuracy) + 0
  const signed = fence.signedDistanceMetres
  if (signed === null) return { accuracyMetres }
  const distanceMetres = Math.min(Math.abs(Math.round(signed)), FARTHEST_METRES)
  const seen = { accuracyMetres, distanceMetres, inside: signed <= 0 }
  switch (fence.code) {
    case 'OUT_OF_RANGE': {
      const missingMetres = Math.min(
        Math.max(1, Math.ceil(signed - fence.toleranceMetres - ROUNDING_METRES)),
        FARTHEST_METRES,
      )
      return { ...seen, missingMetres, ...(wifi.offered && site.wifi.length > 0 ? {} : { case: 'no_wifi' }) }
    }
    case 'LOCATION_IMPRECISE':
      return { ...seen, ...(accuracyMetres === null || accuracyMetres <= 0 ? { case: 'unknown' } : {}) }
    case 'LOCATION_MISSING':
    case null:
      return { ...seen, ...(signed > 0 ? { case: 'tolerance' } : {}) }
  }
}

function wifiFinding({ attempt, proof }: Judging, judged: SitePresence, severity: Severity): Finding | null {
  const { code, tried, offered } = judged.wifi
  if (code === null || !offered || (judged.holds && !tried)) return null
  const ssid = attempt.wifi?.ssid ?? null
  const seen = { ssid, ...(code === 'PRESENCE_PROOF_INVALID' ? { problem: proof.problem } : {}) }
  return finding(code, wifiAsked(judged), { ...seen, ...wifiCase(code, ssid, judged) }, severity)
}

function wifiAsked({ site, wifi }: SitePresence): Figures {
  const name = site.wifi[0]?.ssid ?? null
  return { siteId: site.id, siteName: site.name, wifiName: name ?? `${site.name} Wi-Fi`, wifiProof: wifi.required }
}

function wifiCase(code: Finding['code'], ssid: string | null, { site }: SitePresence): Figures {
  if (code !== 'WIFI_NOT_ALLOWED') return {}
  if (ssid === null || ssid.trim() === '') return { case: 'unnamed' }
  return site.wifi.some((entry) => entry.ssid === ssid) ? { case: 'same_name' } : {}
}
