/** Check 3: replay protection by the challenge, and how far the time of capture can be believed. */
import type { Finding } from '#contract/decision'
import type { Severity } from '#contract/finding-codes'
import { isChallengePosition } from '#contract/presence-proof'
import { FRESH_MS, isSameAtReceipt } from './capture-time.rules'
import { checked, finding, isPresent, localTime, type CheckOutput, type Judging } from './judging.rules'

const DAY_MS = 86_400_000
const EXPIRES_AFTER_DAYS = 14

export function checkChallenge(judging: Judging): CheckOutput {
  const { facts, capture, receivedAtMs } = judging
  const findings = [...challengeFindings(judging), unprovenTime(judging), doubtfulClock(judging), superseded(judging)]
  return checked(
    'challenge',
    findings.filter(isPresent),
    { expiresAfterDays: EXPIRES_AFTER_DAYS },
    {
      issuedAt: facts.challenge === null ? null : localTime(judging, facts.challenge.issuedAtMs),
      capturedAt: localTime(judging, capture.capturedAtMs),
      receivedAt: localTime(judging, receivedAtMs),
      deferred: capture.deferred,
      ...(capture.deferred ? { case: 'deferred' } : {}),
    },
  )
}

function challengeFindings(judging: Judging): Finding[] {
  const { facts, attempt, receivedAtMs } = judging
  const { challenge } = facts
  const asked = { expiresAfterDays: EXPIRES_AFTER_DAYS }
  if (challenge === null || !challenge.issuedToThisKey || !isChallengePosition(attempt.challengePosition)) {
    return [finding('CHALLENGE_UNKNOWN', asked, {})]
  }
  const seen = { issuedAt: localTime(judging, challenge.issuedAtMs) }
  const findings: Finding[] = []
  if (challenge.usedByAttemptId !== null) {
    findings.push(finding('CHALLENGE_USED', asked, { ...seen, usedByAttemptId: challenge.usedByAttemptId }))
  }
  if (!(receivedAtMs - challenge.issuedAtMs <= EXPIRES_AFTER_DAYS * DAY_MS)) {
    findings.push(finding('CHALLENGE_EXPIRED', asked, seen))
  }
  return findings
}

/**
 * A deferred attempt whose slot, lateness or day would differ on receipt rests on the phone's time alone, unless the
 * gateway vouches for it. From the policy's number on it needs approval; within a declared outage it never does.
 */
function unprovenTime(judging: Judging): Finding | null {
  const { facts, capture, proof, receivedAtMs } = judging
  const { slot, policy } = facts.rule
  const { capturedAtMs } = capture
  if (!capture.deferred || slot === null || proof.provesCapture) return null
  if (isSameAtReceipt(slot, capturedAtMs, receivedAtMs)) return null
  const duringOutage = facts.outages.some(({ fromMs, untilMs }) => fromMs <= capturedAtMs && capturedAtMs <= untilMs)
  const earlierCount = Math.max(0, facts.unprovenCaptures)
  // Not `>=`: a count that is no number must not pass as free.
  const free = earlierCount < policy.unprovenCapturesFreeCount
  const severity: Severity = duringOutage || free ? 'review' : 'pending'
  return finding(
    'CAPTURE_TIME_UNPROVEN',
    { freeCount: policy.unprovenCapturesFreeCount, windowDays: policy.unprovenCapturesWindowDays },
    {
      capturedAt: localTime(judging, capturedAtMs),
      receivedAt: localTime(judging, receivedAtMs),
      countInWindow: earlierCount + 1,
      ...(duringOutage ? { case: 'outage' } : {}),
    },
    severity,
  )
}

function doubtfulClock({ capture }: Judging): Finding | null {
  if (capture.movedByMs <= FRESH_MS) return null
  const unreadable = !Number.isFinite(capture.movedByMs)
  const movedBySeconds = unreadable ? null : Math.round(capture.movedByMs / 1000)
  return finding(
    'CLOCK_DOUBTFUL',
    { allowedSeconds: FRESH_MS / 1000 },
    { movedBySeconds, ...(unreadable ? { case: 'unreadable' } : {}) },
  )
}

/** The reply that carried a newer challenge may have been lost: worth a note, no more. */
function superseded(judging: Judging): Finding | null {
  const { challenge } = judging.facts
  if (challenge === null || !challenge.issuedToThisKey || challenge.nextIssuedAtMs === null) return null
  if (challenge.nextIssuedAtMs >= judging.capture.capturedAtMs) return null
  return finding(
    'CHALLENGE_SUPERSEDED',
    { newerIssuedAt: localTime(judging, challenge.nextIssuedAtMs) },
    { issuedAt: localTime(judging, challenge.issuedAtMs) },
  )
}
