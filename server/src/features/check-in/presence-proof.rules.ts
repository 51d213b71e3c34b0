/** The presence proof after its signature was verified: is it fresh, and does its gateway's clock count. */
import type { PresenceProof } from '#contract/presence'
import { SKEW_WRONG_MS } from '../sites-gateway/gateway-clock.rules'
import { FRESH_MS, type CaptureTime } from './capture-time.rules'
import type { CheckInFacts, PresenceProofProblem, SiteFacts } from './check-in-facts.rules'

/** How far the proof's time may lie before the challenge or after receipt. */
const MARGIN_MS = 120_000

export interface JudgedProof {
  /** As `judgePresence` takes it. */
  readonly proof: PresenceProof
  /** Why it is invalid; `stale`: outside its time. */
  readonly problem: PresenceProofProblem | 'stale' | null
  /** Valid, by a gateway whose clock is right, and within 180 s of the capture. */
  readonly provesCapture: boolean
}

/**
 * `iat` (corrected by the gateway's skew) lies between the challenge's issue - 120 s and receipt + 120 s;
 * live, within 180 s of receipt.
 */
export function judgeProof(facts: CheckInFacts, capture: CaptureTime, receivedAtMs: number): JudgedProof {
  const { presenceProof, challenge } = facts
  if (presenceProof.result === 'missing') return { proof: 'missing', problem: null, provesCapture: false }
  if (presenceProof.result === 'invalid') {
    return { proof: 'invalid', problem: presenceProof.reason, provesCapture: false }
  }
  const { issuedAtMs, siteId } = presenceProof
  const inTime =
    challenge !== null &&
    issuedAtMs >= challenge.issuedAtMs - MARGIN_MS &&
    issuedAtMs <= receivedAtMs + MARGIN_MS &&
    (capture.deferred || Math.abs(receivedAtMs - issuedAtMs) <= FRESH_MS)
  if (!inTime) return { proof: 'invalid', problem: 'stale', provesCapture: false }
  const site = facts.sites.find(({ id }) => id === siteId)
  return {
    proof: { siteId },
    problem: null,
    provesCapture:
      site !== undefined &&
      site.gateway !== null &&
      !isGatewayClockWrong(site) &&
      Math.abs(issuedAtMs - capture.capturedAtMs) <= FRESH_MS,
  }
}

/** A skew that is no number counts as wrong. */
export function isGatewayClockWrong({ gateway }: Pick<SiteFacts, 'gateway'>): boolean {
  return gateway !== null && (gateway.clockWrong || !(Math.abs(gateway.skewMs) <= SKEW_WRONG_MS))
}
