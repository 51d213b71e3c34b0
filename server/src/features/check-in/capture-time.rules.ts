/** When an attempt was captured: the phone's clock is a claim, bounded by what the server knows. */
import { isWithinWindow, lateMinutes, leftEarlyMinutes, type SlotInstance } from '#contract/work-day'
import type { ChallengeFacts } from './check-in-facts.rules'

/** Live: the challenge is at most this old at receipt. Also how near a proof must be to the capture, and a clock to the truth. */
export const FRESH_MS = 180_000

export interface CaptureTime {
  readonly capturedAtMs: number
  /** How far the corrected claim was moved to fit between challenge and receipt; infinite for a claim that is no time. */
  readonly movedByMs: number
  /** Anything but live; false without a challenge of this key, where the time of receipt is the only one known. */
  readonly deferred: boolean
}

/**
 * `clamp(phone time + offset, challenge issued, received)`. Without a challenge issued to this key: the time of receipt.
 * Facts "in force at capture" are loaded for this instant.
 */
export function captureTime(
  challenge: Pick<ChallengeFacts, 'issuedAtMs' | 'clockOffsetMs' | 'issuedToThisKey'> | null,
  phoneTimeMs: number,
  receivedAtMs: number,
): CaptureTime {
  if (challenge === null || !challenge.issuedToThisKey) {
    return { capturedAtMs: receivedAtMs, movedByMs: 0, deferred: false }
  }
  const deferred = !(receivedAtMs - challenge.issuedAtMs <= FRESH_MS)
  const claimedAtMs = phoneTimeMs + challenge.clockOffsetMs
  if (!Number.isFinite(claimedAtMs)) return { capturedAtMs: receivedAtMs, movedByMs: Infinity, deferred }
  const capturedAtMs = Math.round(Math.min(Math.max(claimedAtMs, challenge.issuedAtMs), receivedAtMs))
  return { capturedAtMs, movedByMs: Math.abs(claimedAtMs - capturedAtMs), deferred }
}

/** Whether slot, lateness and day would be the same had it been captured on receipt: then its time needs no proof. */
export function isSameAtReceipt(slot: SlotInstance, capturedAtMs: number, receivedAtMs: number): boolean {
  return (
    isWithinWindow(slot, receivedAtMs) &&
    lateMinutes(slot, capturedAtMs) === lateMinutes(slot, receivedAtMs) &&
    leftEarlyMinutes(slot, capturedAtMs) === leftEarlyMinutes(slot, receivedAtMs)
  )
}
