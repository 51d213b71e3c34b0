/** How far a gateway's clock may be off before anybody is told, and before its proofs stop counting. */
export const SKEW_ALARM_MS = 30_000
export const SKEW_WRONG_MS = 120_000

/** `alarm`: someone should set the clock. `wrong`: the site falls back to its BSSID list (`GATEWAY_CLOCK_WRONG`). */
export type GatewayClockStanding = 'right' | 'alarm' | 'wrong'

/** @param skewMs gateway clock minus server clock; anything that is no number counts as wrong */
export function gatewayClockStanding(skewMs: number): GatewayClockStanding {
  const distanceMs = Math.abs(skewMs)
  if (!(distanceMs <= SKEW_WRONG_MS)) return 'wrong'
  return distanceMs > SKEW_ALARM_MS ? 'alarm' : 'right'
}

/** One exchange with the other clock: what it said, between our instants of asking and of hearing. */
export interface ClockSample {
  readonly askedAtMs: number
  readonly answeredAtMs: number
  readonly theirMs: number
}

/**
 * Their clock minus ours: the median of the samples, each taken at the middle of its way there and back (Cristian's
 * algorithm), so that one slow exchange does not count. Null without a sample.
 */
export function medianSkewMs(samples: readonly ClockSample[]): number | null {
  const skews = samples
    .map(({ askedAtMs, answeredAtMs, theirMs }) => theirMs - (askedAtMs + answeredAtMs) / 2)
    .sort((left, right) => left - right)
  const upper = skews[Math.floor(skews.length / 2)]
  const lower = skews[Math.floor((skews.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
