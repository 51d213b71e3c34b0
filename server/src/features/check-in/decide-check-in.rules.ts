/** The decision about one attempt: eight checks in order, all findings kept, the worst one decides. Normative: docs. */
import type { CheckRow, CheckRowName, DecisionCode, Finding, Outcome } from '#contract/decision'
import { CHECKS, FINDINGS, SEVERITIES } from '#contract/finding-codes'
import { judgePresence } from '#contract/presence'
import { lateMinutes } from '#contract/work-day'
import { captureTime } from './capture-time.rules'
import { checkChallenge } from './check-challenge.rules'
import { checkDevice, hasVerifiedSignature } from './check-device.rules'
import { checkDuplicate, standingAttempt, supersededBy } from './check-duplicate.rules'
import { checkEmployee } from './check-employee.rules'
import { checkEvidence, evidenceState, photoRequired } from './check-evidence.rules'
import type { Attempt, CheckInFacts, Decision, SiteFacts } from './check-in-facts.rules'
import { checkPresence } from './check-presence.rules'
import { checkRisk } from './check-risk.rules'
import { checkSlot } from './check-slot.rules'
import { toPresenceFix } from './fix-coordinates.rules'
import { resultOf, rowOf, type CheckInCheck, type CheckOutput, type Judging } from './judging.rules'
import { isGatewayClockWrong, judgeProof } from './presence-proof.rules'

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
  return decide(facts, attempt, { receivedAtMs: nowMs, evidenceAtMs: nowMs, acceptedBefore: false })
}

export interface EvidenceMoment {
  /** Of the attempt, as judged first: its time of capture and its lateness to arrive do not change. */
  readonly receivedAtMs: number
  /** When the last photo was verified or failed, or now when the deadline passed without it. */
  readonly evidenceAtMs: number
  /** The outcome so far: what fails after acceptance becomes pending, never silently refused. */
  readonly outcomeBefore: Outcome
}

/** Judges an attempt again when its photos came in, failed, or stayed away. The facts must not contain the attempt itself. */
export function redecideCheckIn(facts: CheckInFacts, attempt: Attempt, moment: EvidenceMoment): Decision {
  const { receivedAtMs, evidenceAtMs, outcomeBefore } = moment
  return decide(facts, attempt, { receivedAtMs, evidenceAtMs, acceptedBefore: outcomeBefore === 'accepted' })
}

interface Moment {
  readonly receivedAtMs: number
  readonly evidenceAtMs: number
  readonly acceptedBefore: boolean
}

function decide(facts: CheckInFacts, attempt: Attempt, moment: Moment): Decision {
  const verified = hasVerifiedSignature(facts)
  // What was not verified is not believed, the phone's time included.
  const capture = captureTime(verified ? facts.challenge : null, attempt.phoneTimeMs, moment.receivedAtMs)
  const identity = { facts, attempt, capture, receivedAtMs: moment.receivedAtMs }
  const who = [checkEmployee(identity), checkDevice(identity)]
  if (!verified || who.some(({ findings }) => findings.some(({ code }) => code === 'CONSENT_REQUIRED'))) {
    return discarding(who, identity)
  }
  const judging: Judging = { ...identity, evidenceAtMs: moment.evidenceAtMs, ...presenceOf(identity) }
  const outputs = [...who, ...CHECKS_OF_EVIDENCE.map((check) => check(judging))]
  return conclude(judging, outputs, moment)
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
    standingAttemptId: null,
    supersedes: [],
    discardsEvidence: true,
  }
}

function conclude(judging: Judging, outputs: readonly CheckOutput[], moment: Moment): Decision {
  const { facts, capture, presence } = judging
  const findings = raise(
    judging,
    outputs.flatMap((output) => output.findings),
    moment,
  )
  const verdict = verdictOf(findings)
  const refused = verdict.outcome === 'refused'
  const { slot } = facts.rule
  return {
    ...verdict,
    findings,
    checks: outputs.flatMap((output) => output.rows).map((row) => withStepUp(row, findings)),
    capturedAtMs: capture.capturedAtMs,
    deferred: capture.deferred,
    siteId: presence.holds || !refused ? (presence.judged?.site.id ?? null) : null,
    presenceBy: presence.by,
    signedDistanceMetres: finiteOrNull(presence.judged?.fence.signedDistanceMetres ?? null),
    lateMinutes: refused || slot === null ? 0 : lateMinutes(slot, capture.capturedAtMs),
    evidenceState: evidenceState(judging),
    standingAttemptId: standingId(judging),
    supersedes: verdict.outcome === 'accepted' ? supersededBy(judging) : [],
    discardsEvidence: false,
  }
}

/** What policy and history make of the findings, in the order of the checks. */
function raise(
  { facts, attempt }: Judging,
  findings: readonly Finding[],
  { acceptedBefore }: Moment,
): readonly Finding[] {
  const { onReview } = facts.rule.policy
  const raised = findings.map((found): Finding => {
    if (onReview === 'pending' && found.severity === 'review') return { ...found, severity: 'pending' }
    const failedLater = acceptedBefore && found.severity === 'refuse' && FINDINGS[found.code].check === 'evidence'
    return failedLater ? { ...found, severity: 'pending' } : found
  })
  // Step-up: what HR wants approved needs a photo too. A sign never refuses, so neither does the missing photo.
  const stepsUp = onReview === 'pending' && findings.some(({ severity }) => severity === 'review')
  const asksPhoto = raised.some(({ code }) => code === 'PHOTO_REQUIRED')
  if (!stepsUp || asksPhoto || attempt.photos.length > 0) return raised
  return inOrder([...raised, photoRequired({ attempt }, 'pending')])
}

/** By check; within one check as it said them (stable). */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ code }: Finding) => CHECKS.indexOf(FINDINGS[code].check)
  return [...findings].sort((left, right) => place(left) - place(right))
}

/** The evidence row, once policy and history have had their say about its findings. */
function withStepUp(row: CheckRow, findings: readonly Finding[]): CheckRow {
  if (row.check !== 'evidence') return row
  const own = findings.filter(({ code }) => FINDINGS[code].check === 'evidence')
  return own.length === 0 ? row : rowOf('evidence', resultOf(own), own, row.asked, row.seen)
}

function verdictOf(findings: readonly Finding[]): { readonly outcome: Outcome; readonly code: DecisionCode } {
  for (const severity of SEVERITIES) {
    const leading = findings.find((found) => found.severity === severity)
    if (severity === 'refuse' && leading !== undefined) return { outcome: 'refused', code: leading.code }
    if (severity === 'pending' && leading !== undefined) return { outcome: 'pending', code: leading.code }
  }
  return { outcome: 'accepted', code: 'ACCEPTED' }
}

function standingId(judging: Judging): string | null {
  const { challenge } = judging.facts
  const usedBy = challenge?.issuedToThisKey === true ? challenge.usedByAttemptId : null
  return usedBy ?? standingAttempt(judging)?.id ?? null
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value + 0 : null
}
