/**
 * Presence, the one copy for phone and server: a fence or a Wi-Fi of an open site, and which site it is.
 * The phone shows the verdict live; the server judges again and alone decides.
 */
import type { PresenceBy } from './decision'
import { isInsideFence, isReadableCoordinates, signedDistanceMetres } from './fence'
import type { FindingCode } from './finding-codes'
import type { AllowedWifi, ConnectedWifi, Coordinates, Fence, WifiProofPolicy } from './place'
import type { Policy } from './policy'
import { byPlanThenDistance, first, nearestToPassing } from './presence-order'
import { matchesAllowedWifi, normaliseBssid } from './wifi'

export type FenceCode = Extract<FindingCode, 'OUT_OF_RANGE' | 'LOCATION_MISSING' | 'LOCATION_IMPRECISE'>
export type WifiCode = Extract<
  FindingCode,
  'WIFI_NOT_ALLOWED' | 'WIFI_UNREADABLE' | 'PRESENCE_PROOF_MISSING' | 'PRESENCE_PROOF_INVALID'
>

export interface PresenceSite {
  readonly id: string
  readonly name: string
  readonly fence: Fence
  readonly mainlandChina: boolean
  readonly wifi: readonly AllowedWifi[]
  readonly wifiProof: WifiProofPolicy
  readonly planned: boolean
  readonly hasGateway: boolean
  /** The gateway's clock is off by over 120 s: its proofs do not count, the BSSID list does. */
  readonly gatewayClockWrong: boolean
}

/** A fix in both systems; the phone asks for GCJ-02 and gives the same place twice. */
export interface PresenceFix {
  /** For fences in mainland China: GCJ-02. */
  readonly mainland: Coordinates
  /** For fences elsewhere: WGS-84. */
  readonly elsewhere: Coordinates
  readonly accuracyMetres: number | null
}

/** `siteId`: the site whose gateway vouched for this device's challenge, all of it verified. */
export type PresenceProof = 'missing' | 'invalid' | { readonly siteId: string }

export interface PresenceInput {
  readonly sites: readonly PresenceSite[]
  /** The site that a visit names; null for early and late. */
  readonly visitSiteId: string | null
  readonly fix: PresenceFix | null
  readonly wifi: ConnectedWifi | null
  readonly proof: PresenceProof
  readonly policy: Pick<Policy, 'toleranceCapMetres' | 'maxAccuracyMetres' | 'wifiProof'>
}

/** `code` is null where the side holds. */
export interface FenceSide {
  readonly code: FenceCode | null
  readonly tried: boolean
  /** Metres to the fence's edge, negative inside; null when the place is not readable. */
  readonly signedDistanceMetres: number | null
  /** What the rule adds for the accuracy of the fix; 0 for a fix that does not count. */
  readonly toleranceMetres: number
}

export interface WifiSide {
  readonly code: WifiCode | null
  readonly tried: boolean
  /** Whether the site can be shown by Wi-Fi at all. */
  readonly offered: boolean
  /** What was asked, after the fallback for a wrong gateway clock. */
  readonly required: WifiProofPolicy
  readonly fellBack: boolean
  readonly onAllowedWifi: boolean
}

export interface SitePresence {
  readonly site: PresenceSite
  readonly fence: FenceSide
  readonly wifi: WifiSide
  readonly holds: boolean
}

export interface PresenceVerdict {
  readonly holds: boolean
  readonly by: PresenceBy | null
  /** The site where presence holds, else the one nearest to it; null when no site is open. */
  readonly judged: SitePresence | null
  /** The side nearer to passing; where presence holds, the one that passed. */
  readonly nearerSide: PresenceBy
  readonly sites: readonly SitePresence[]
}

/** Judges every open site and chooses one. Pure; never throws. */
export function judgePresence(input: PresenceInput): PresenceVerdict {
  const sites = input.sites.map((site) => judgeSite(site, input))
  const holding = sites.filter((entry) => entry.holds)
  const named = sites.find((entry) => entry.site.id === input.visitSiteId)
  const judged =
    holding.length > 0
      ? named !== undefined && named.holds
        ? named
        : first(holding, byPlanThenDistance)
      : (named ?? nearestToPassing(sites, input.wifi))
  if (judged === null) return { holds: false, by: null, judged, nearerSide: 'fence', sites }
  const by = judged.fence.code === null ? 'fence' : judged.wifi.code === null ? 'wifi' : null
  return { holds: judged.holds, by, judged, nearerSide: by ?? nearerSide(judged), sites }
}

function judgeSite(site: PresenceSite, input: PresenceInput): SitePresence {
  const fence = judgeFence(site, input)
  const wifi = judgeWifi(site, input)
  return { site, fence, wifi, holds: fence.code === null || wifi.code === null }
}

/** The fix as it is compared with this site's fence. */
export function coordinatesAt(site: Pick<PresenceSite, 'mainlandChina'>, fix: PresenceFix): Coordinates {
  return site.mainlandChina ? fix.mainland : fix.elsewhere
}

function judgeFence(site: PresenceSite, { fix, policy }: PresenceInput): FenceSide {
  const coordinates = fix === null ? null : coordinatesAt(site, fix)
  if (fix === null || coordinates === null || !isReadableCoordinates(coordinates)) {
    return { code: 'LOCATION_MISSING', tried: fix !== null, signedDistanceMetres: null, toleranceMetres: 0 }
  }
  const signed = signedDistanceMetres(site.fence, coordinates)
  const { accuracyMetres } = fix
  if (accuracyMetres === null || !(accuracyMetres > 0 && accuracyMetres <= policy.maxAccuracyMetres)) {
    return { code: 'LOCATION_IMPRECISE', tried: true, signedDistanceMetres: signed, toleranceMetres: 0 }
  }
  return {
    code: isInsideFence(signed, accuracyMetres, policy.toleranceCapMetres) ? null : 'OUT_OF_RANGE',
    tried: true,
    signedDistanceMetres: signed,
    toleranceMetres: Math.min(accuracyMetres, policy.toleranceCapMetres),
  }
}

function judgeWifi(site: PresenceSite, { wifi, proof, policy }: PresenceInput): WifiSide {
  const asked = policy.wifiProof ?? site.wifiProof
  const fellBack = asked !== 'bssid' && site.hasGateway && site.gatewayClockWrong
  const required = fellBack ? 'bssid' : asked
  const onAllowedWifi = matchesAllowedWifi(wifi, site.wifi)
  const offered = (required === 'gateway' || site.wifi.length > 0) && (required === 'bssid' || site.hasGateway)
  const ownProof = typeof proof === 'object' ? (proof.siteId === site.id ? 'valid' : 'missing') : proof
  const bssidCode = onAllowedWifi ? null : isReadable(wifi) ? 'WIFI_NOT_ALLOWED' : 'WIFI_UNREADABLE'
  return {
    code: wifiCode(required, bssidCode, ownProof, { offered, listed: site.wifi.length > 0, connected: wifi !== null }),
    tried: wifi !== null || proof !== 'missing',
    offered,
    required,
    fellBack,
    onAllowedWifi,
  }
}

function wifiCode(
  required: WifiProofPolicy,
  bssidCode: 'WIFI_NOT_ALLOWED' | 'WIFI_UNREADABLE' | null,
  proof: 'missing' | 'invalid' | 'valid',
  site: { readonly offered: boolean; readonly listed: boolean; readonly connected: boolean },
): WifiCode | null {
  if (!site.offered) return bssidCode ?? 'PRESENCE_PROOF_MISSING'
  if (required !== 'gateway' && (required === 'bssid' || bssidCode !== null)) return bssidCode
  if (proof === 'valid') return null
  if (proof === 'invalid') return 'PRESENCE_PROOF_INVALID'
  // Without an answer of the gateway, being on no or another network says more than the missing proof.
  if (bssidCode === 'WIFI_NOT_ALLOWED' && site.listed) return bssidCode
  return site.connected ? 'PRESENCE_PROOF_MISSING' : 'WIFI_UNREADABLE'
}

function isReadable(wifi: ConnectedWifi | null): boolean {
  return wifi !== null && normaliseBssid(wifi.bssid) !== null
}

/** How near each side is to passing: on the right network and only the proof lacks, a place known, a place known badly. */
function nearerSide({ fence, wifi }: SitePresence): PresenceBy {
  const fenceRank = { OUT_OF_RANGE: 3, LOCATION_IMPRECISE: 2, LOCATION_MISSING: 0 }[fence.code ?? 'OUT_OF_RANGE']
  if (!wifi.offered || !wifi.tried) return 'fence'
  const wifiRank = wifi.onAllowedWifi || wifi.code === 'PRESENCE_PROOF_MISSING' ? 4 : 1
  return wifiRank > fenceRank ? 'wifi' : 'fence'
}
