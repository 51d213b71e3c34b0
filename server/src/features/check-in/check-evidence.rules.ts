/** Check 7: photos, note and visit record. Photos travel apart: one still missing leaves the attempt pending. */
import type { EvidenceState, PhotoClaim } from '#contract/api'
import type { Finding } from '#contract/decision'
import { APPLICATION_REASON_CHARACTERS, isApplication, reasonCharacters } from './application.rules'
import { isCapturedAsCandidate } from './check-device.rules'
import type { PhotoFacts } from './check-in-facts.rules'
import { finding, isPresent, localTime, resultOf, rowOf, type CheckOutput, type Judging } from './judging.rules'

const MINUTE_MS = 60_000
const STALE_AFTER_MINUTES = 10
/** After `uploadUntil`: photos complete and verified by then are judged, later ones are not. */
const EVIDENCE_GRACE_MS = 2 * 60 * MINUTE_MS

export function checkEvidence(judging: Judging): CheckOutput {
  const { attempt } = judging
  const required = { photo: needsPhoto(judging), note: needsNote(judging), visitRecord: needsVisitRecord(judging) }
  const findings = [
    required.photo && attempt.photos.length === 0 ? photoRequired(judging) : null,
    ...attempt.photos.flatMap((photo) => photoFindings(judging, photo)),
    shortReason(judging),
    required.note && isBlank(attempt.note) ? finding('NOTE_REQUIRED', {}, { characters: 0 }) : null,
    required.visitRecord && !hasVisitRecord(judging) ? finding('VISIT_RECORD_REQUIRED', {}, {}) : null,
  ].filter(isPresent)
  const asked = {
    photoRequired: required.photo,
    noteRequired: required.note,
    visitRecordRequired: required.visitRecord,
  }
  const nothingToJudge = !required.photo && !required.note && !required.visitRecord && attempt.photos.length === 0
  const seen = { photoCount: attempt.photos.length, ...(attempt.photos.length === 0 ? { case: 'text' } : {}) }
  const result = nothingToJudge && findings.length === 0 ? 'not_needed' : resultOf(findings)
  return { findings, rows: [rowOf('evidence', result, findings, asked, seen)] }
}

/** Of all photos together: none named, one failed, one still awaited, or all verified. */
export function evidenceState(judging: Judging): EvidenceState {
  const states = judging.attempt.photos.map((photo) => stateOf(judging, photo))
  if (states.length === 0) return 'none'
  if (states.includes('failed')) return 'failed'
  return states.every((state) => state === 'verified') ? 'verified' : 'awaited'
}

function needsPhoto(judging: Judging): boolean {
  const { facts, attempt, presence } = judging
  if (facts.rule.policy.photoFor.includes(attempt.slot.kind) || isCapturedAsCandidate(judging)) return true
  return !presence.holds && attempt.applicationReason !== null
}

function needsNote({ facts, attempt }: Judging): boolean {
  return facts.rule.policy.noteFor.includes(attempt.slot.kind)
}

function needsVisitRecord({ facts, attempt }: Judging): boolean {
  return facts.rule.policy.visitRecordRequired && attempt.slot.kind === 'visit'
}

function hasVisitRecord({ attempt }: Judging): boolean {
  return attempt.visit !== null && !isBlank(attempt.visit.customer) && !isBlank(attempt.visit.purpose)
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}

export function photoRequired({ attempt }: Pick<Judging, 'attempt'>, severity?: Finding['severity']): Finding {
  return finding('PHOTO_REQUIRED', { photoCountAsked: 1 }, { photoCount: attempt.photos.length }, severity)
}

/** An application whose reason is too short; where presence holds nobody needs to read it. */
function shortReason({ attempt, presence }: Judging): Finding | null {
  if (presence.holds || attempt.applicationReason === null || isApplication(attempt)) return null
  const characters = reasonCharacters(attempt)
  if (characters >= APPLICATION_REASON_CHARACTERS) return null
  const asked = { characterCount: APPLICATION_REASON_CHARACTERS }
  return finding('NOTE_REQUIRED', asked, { characters, case: 'application' })
}

/** What is known of a claimed photo; a photo that nothing is known of has not arrived. */
function factsOf({ facts }: Judging, photo: PhotoClaim): PhotoFacts | undefined {
  return facts.photos.find(({ sha256 }) => sha256 === photo.sha256)
}

function stateOf(judging: Judging, photo: PhotoClaim): 'verified' | 'failed' | 'awaited' {
  const state = factsOf(judging, photo)?.state
  if (state === 'failed') return 'failed'
  if (isPastDeadline(judging)) return 'failed'
  return state === 'verified' ? 'verified' : 'awaited'
}

function isPastDeadline({ facts, evidenceAtMs }: Judging): boolean {
  const { slot } = facts.rule
  return slot !== null && !(evidenceAtMs <= slot.uploadUntilMs + EVIDENCE_GRACE_MS)
}

function photoFindings(judging: Judging, photo: PhotoClaim): Finding[] {
  const known = factsOf(judging, photo)
  return [arrival(judging, photo, known), staleness(judging, photo), reuse(judging, known)].filter(isPresent)
}

function arrival(judging: Judging, photo: PhotoClaim, known: PhotoFacts | undefined): Finding | null {
  const { slot } = judging.facts.rule
  if (known?.state === 'failed') {
    const reason = known.problem === null ? {} : { problem: known.problem, case: known.problem }
    return finding('PHOTO_MISMATCH', { byteLengthClaimed: photo.byteLength }, reason)
  }
  const deadline = slot === null ? null : localTime(judging, slot.uploadUntilMs + EVIDENCE_GRACE_MS)
  if (isPastDeadline(judging)) {
    return finding('PHOTO_NOT_UPLOADED', { deadline }, { judgedAt: localTime(judging, judging.evidenceAtMs) })
  }
  if (known?.state === 'verified') return null
  return finding('PHOTO_AWAITED', { deadline }, deadline === null ? { case: 'no_deadline' } : {})
}

/** By the same corrected clock as the capture, unclamped. Rounded up: 10 minutes and a bit is not 10 minutes. */
function staleness({ facts, capture }: Judging, photo: PhotoClaim): Finding | null {
  const takenAtMs = photo.takenAtMs + (facts.challenge?.clockOffsetMs ?? 0)
  const apartMs = Math.abs(takenAtMs - capture.capturedAtMs)
  if (apartMs <= STALE_AFTER_MINUTES * MINUTE_MS) return null
  const apartMinutes = Number.isFinite(apartMs) ? Math.ceil(apartMs / MINUTE_MS) : null
  return finding(
    'PHOTO_STALE',
    { withinMinutes: STALE_AFTER_MINUTES },
    { apartMinutes, ...(apartMinutes === null ? { case: 'unreadable' } : {}) },
  )
}

function reuse(judging: Judging, known: PhotoFacts | undefined): Finding | null {
  if (known === undefined || known.usedBeforeAtMs === null) return null
  return finding('PHOTO_REUSED', {}, { usedBeforeAt: localTime(judging, known.usedBeforeAtMs) })
}
