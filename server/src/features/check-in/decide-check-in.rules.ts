/** The decision about one attempt: eight checks in order, all findings kept, the worst one decides. Normative: docs. */
import type { CheckRow, CheckRowName, Finding } from '#contract/decision'
import { FINDINGS } from '#contract/finding-codes'
import { judgePresence } from '#contract/presence'
import { lateMinutes } from '#contract/work-day'
import { captureTime } from './capture-time.rules'
import { checkChallenge } from './check-challenge.rules'
import { checkDevice, hasVerifiedSignature } from './check-device.rules'
import { checkDuplicate, standingAttempt, supersededBy } from './check-duplicate.rules'
import { checkEmployee } from './check-employee.rules'
import { checkEvidence, evidenceRowAgain, evidenceState, photoRequired } from './check-evidence.rules'
import type { Attempt, CheckInFacts, Decision, SiteFacts } from './check-in-facts.rules'
import { checkPresence } from './check-presence.rules'
import { checkRisk } from './check-risk.rules'
import { checkSlot } from './check-slot.rules'
import { toPresenceFix } from './fix-coordinates.rules'
import { evidenceDeadlineMs } from './judge-photos.rules'
import type { CheckInCheck, CheckOutput, Judging } from './judging.rules'
import { isGatewayClockWrong, judgeProof } from './presence-proof.rules'
import { inOrder, raiseReview, verdictOf } from './verdict.rules'

/** Run when the signature is verified and consent is given. */
const CHECKS_OF_EVIDENCE: readonly CheckInCheck[] = [
  checkChallenge,
  checkSlot,
  checkDuplicate,
  checkPresence,
  checkEvidence,
  checkRisk,
]
const ROWS_OF_EVIDENCE: readonly CheckRowName[] = [
  'challenge',
  'slot',
  'duplicate',
  'fence',
  'wifi',
  'evidence',
  'risk',
]

/**
 * Judges one attempt. Pure and total: a refusal is a value. Repeats, rate limits and malformed requests are dealt with
 * before; signature and presence proof are verified before and come with the facts.
 * @param nowMs the server's clock at receipt
 */
export function decideCheckIn(facts: CheckInFacts, attempt: Attempt, nowMs: number): Decision {
  const verified = hasVerifiedSignature(facts)
  // What was not verified is not believed, the phone's time included.
  const capture = captureTime(verified ? facts.challenge : null, attempt.phoneTimeMs, nowMs)
  const identity = { facts, attempt, capture, receivedAtMs: nowMs }
  const who = [checkEmployee(identity), checkDevice(identity)]
  if (!verified || who.some(({ findings }) => findings.some(({ code }) => code === 'CONSENT_REQUIRED'))) {
    return discarding(who, identity)
  }
  const judging: Judging = { ...identity, ...presenceOf(identity) }
  return conclude(judging, [...who, ...CHECKS_OF_EVIDENCE.map((check) => check(judging))])
}

type Identity = Pick<Judging, 'facts' | 'attempt' | 'capture' | 'receivedAtMs'>

function presenceOf({ facts, attempt, capture, receivedAtMs }: Identity): Pick<Judging, 'proof' | 'presence'> {
  const proof = judgeProof(facts, capture, receivedAtMs)
  const presence = judgePresence({
    sites: facts.sites.map((site) => ({ ...site, ...gatewayOf(site) })),
    visitSiteId: attempt.slot.kind === 'visit' ? attempt.siteId : null,
    fix: attempt.fix === null ? null : toPresenceFix(attempt.fix),
    wifi: attempt.wifi,
    proof: proof.proof,
    policy: facts.rule.policy,
  })
  return { proof, presence }
}

function gatewayOf(site: SiteFacts): { hasGateway: boolean; gatewayClockWrong: boolean } {
  return { hasGateway: site.gateway !== null, gatewayClockWrong: isGatewayClockWrong(site) }
}

/** Without a verified signature or consent nothing else is looked at: place, Wi-Fi and photos go unread. */
function discarding(who: readonly CheckOutput[], { capture }: Identity): Decision {
  const findings = who.flatMap((output) => output.findings)
  const notRun = ROWS_OF_EVIDENCE.map((check): CheckRow => ({ check, result: 'not_run', asked: {}, seen: {} }))
  return {
    ...verdictOf(findings),
    findings,
    checks: [...who.flatMap((output) => output.rows), ...notRun],
    capturedAtMs: capture.capturedAtMs,
    deferred: capture.deferred,
    siteId: null,
    presenceBy: null,
    signedDistanceMetres: null,
    lateMinutes: 0,
    evidenceState: 'none',
    evidenceDeadlineMs: null,
    standingAttemptId: null,
    supersedes: [],
    discardsEvidence: true,
  }
}

function conclude(judging: Judging, outputs: readonly CheckOutput[]): Decision {
  const { facts, attempt, capture, presence } = judging
  const findings = raise(
    judging,
    outputs.flatMap((output) => output.findings),
  )
  const verdict = verdictOf(findings)
  const refused = verdict.outcome === 'refused'
  const { slot } = facts.rule
  return {
    ...verdict,
    findings,
    checks: outputs.flatMap((output) => output.rows).map((row) => withStepUp(row, attempt, findings)),
    capturedAtMs: capture.capturedAtMs,
    deferred: capture.deferred,
    siteId: presence.holds || !refused ? (presence.judged?.site.id ?? null) : null,
    presenceBy: presence.by,
    signedDistanceMetres: finiteOrNull(presence.judged?.fence.signedDistanceMetres ?? null),
    lateMinutes: refused || slot === null ? 0 : lateMinutes(slot, capture.capturedAtMs),
    evidenceState: evidenceState(judging),
    evidenceDeadlineMs: evidenceDeadlineMs(facts.rule.slot, attempt.photos),
    standingAttemptId: standingId(judging),
    supersedes: verdict.outcome === 'accepted' ? supersededBy(judging) : [],
    discardsEvidence: false,
  }
}

/** What the policy makes of the findings, in the order of the checks. */
function raise({ facts, attempt }: Judging, findings: readonly Finding[]): readonly Finding[] {
  const { policy } = facts.rule
  const raised = findings.map((found) => raiseReview(found, policy))
  // Step-up: what HR wants approved needs a photo too. A sign never refuses, so neither does the missing photo.
  const stepsUp = policy.onReview === 'pending' && findings.some(({ severity }) => severity === 'review')
  const asksPhoto = raised.some(({ code }) => code === 'PHOTO_REQUIRED')
  if (!stepsUp || asksPhoto || attempt.photos.length > 0) return raised
  return inOrder([...raised, photoRequired({ attempt }, 'pending')])
}

/** The evidence row, once the policy has had its say about its findings. */
function withStepUp(row: CheckRow, { photos }: Attempt, findings: readonly Finding[]): CheckRow {
  if (row.check !== 'evidence') return row
  const own = findings.filter(({ code }) => FINDINGS[code].check === 'evidence')
  return evidenceRowAgain(row, photos.length, own)
}

function standingId(judging: Judging): string | null {
  const { challenge } = judging.facts
  const usedBy = challenge?.issuedToThisKey === true ? challenge.usedByAttemptId : null
  return usedBy ?? standingAttempt(judging)?.id ?? null
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value + 0 : null
}
