/** What is known of where the phone is, and for how long it counts. */
import type { ConnectedWifi, NetworkType } from '../contract/place'
import type { PresenceVerdict } from '../contract/presence'
import type { LocationProblem, LocationReading, WifiProblem } from '../platform/platform'
import type { Result } from '../result'
import { PROOF_FRESH_MS, type ProofState } from './presence'

/** What was read longer ago says nothing about now: the app stays in memory for a day. */
export const PLACE_KEPT_MS = 60_000

export interface PlaceState {
  /** Since when the running request has been out; null when none is. */
  readonly locatingSinceMs: number | null
  /** The last good reading stays while a new one is under way. */
  readonly location: Result<LocationReading, LocationProblem> | null
  readonly wifi: Result<ConnectedWifi, WifiProblem> | null
  readonly network: NetworkType | null
  readonly proof: ProofState
  /** Null before there is anything to judge by. */
  readonly verdict: PresenceVerdict | null
}

/** By the phone's clock, when each was last asked for, whatever came of it. */
export interface AskedAt {
  readonly location: number | null
  readonly network: number | null
  readonly wifi: number | null
}

export const NOTHING_KNOWN: PlaceState = {
  locatingSinceMs: null,
  location: null,
  wifi: null,
  network: null,
  proof: { kind: 'none' },
  verdict: null,
}
export const NOTHING_ASKED: AskedAt = { location: null, network: null, wifi: null }

/** A clock that was set back makes everything old. */
export function isWithin(atMs: number | null, maxAgeMs: number, nowMs: number): boolean {
  const ageMs = atMs === null ? -1 : nowMs - atMs
  return ageMs >= 0 && ageMs < maxAgeMs
}

/** Of the place that is shown: a good reading keeps its own time while others fail. */
export function placeAskedAtMs({ location }: Pick<PlaceState, 'location'>, askedAt: AskedAt): number | null {
  return location?.ok === true ? location.value.askedAtMs : askedAt.location
}

/** Pure. @returns what of it still counts; its verdict is as it was */
export function stillCounting(known: PlaceState, askedAt: AskedAt, nowMs: number): PlaceState {
  const { location, wifi, proof } = known
  const isProofGood = proof.kind !== 'held' || isWithin(proof.proof.gotAtMs, PROOF_FRESH_MS, nowMs)
  return {
    ...known,
    location: isWithin(placeAskedAtMs(known, askedAt), PLACE_KEPT_MS, nowMs) ? location : null,
    wifi: isWithin(askedAt.wifi, PLACE_KEPT_MS, nowMs) ? wifi : null,
    proof: isProofGood ? proof : { kind: 'none' },
  }
}
