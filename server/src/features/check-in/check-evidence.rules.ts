/** Check 7: photos, note and visit record. Photos travel apart: one still missing leaves the attempt pending. */
import type { EvidenceState, PhotoClaim } from '#contract/api'
import type { CheckRow, Finding } from '#contract/decision'
import { APPLICATION_REASON_CHARACTERS, isApplication, reasonCharacters } from './application.rules'
import { isCapturedAsCandidate } from './check-device.rules'
import { evidenceDeadlineMs, evidenceStateOf, photoArrival, photoReuse, type PhotoJudging } from './judge-photos.rules'
import { finding, isPresent, resultOf, rowOf, zoneOf, type CheckOutput, type Judging } from './judging.rules'

const MINUTE_MS = 60_000
const STALE_AFTER_MINUTES = 10

/** What the rule asks for, as the row of the "why" table keeps it. */
const EVIDENCE_ASKED = ['photoRequired', 'noteRequired', 'visitRecordRequired'] as const
type EvidenceAsked = Readonly<Record<(typeof EVIDENCE_ASKED)[number], boolean>>

export function checkEvidence(judging: Judging): CheckOutput {
  const { attempt } = judging
  const asked: EvidenceAsked = {
    photoRequired: needsPhoto(judging),
    noteRequired: needsNote(judging),
    visitRecordRequired: needsVisitRecord(judging),
  }
  const findings = [
    asked.photoRequired && attempt.photos.length === 0 ? photoRequired(judging) : null,
    ...attempt.photos.flatMap((photo) => photoFindings(judging, photo)),
    shortReason(judging),
    asked.noteRequired && isBlank(attempt.note) ? finding('NOTE_REQUIRED', {}, { characters: 0 }) : null,
    asked.visitRecordRequired && !hasVisitRecord(judging) ? finding('VISIT_RECORD_REQUIRED', {}, {}) : null,
  ].filter(isPresent)
  return { findings, rows: [evidenceRow(asked, attempt.photos.length, findings)] }
}

/** @param findings of this check, as policy and history left them */
export function evidenceRow(asked: EvidenceAsked, photoCount: number, findings: readonly Finding[]): CheckRow {
  const seen = { photoCount, ...(photoCount === 0 ? { case: 'text' } : {}) }
  const nothingToJudge = EVIDENCE_ASKED.every((name) => !asked[name]) && photoCount === 0
  const result = nothingToJudge && findings.length === 0 ? 'not_needed' : resultOf(findings)
  const row = rowOf('evidence', result, findings, asked, seen)
  // Whatever failed, the row keeps what the rule asks for: a later decision starts from it.
  return { ...row, asked: { ...asked, ...row.asked } }
}

/** The row after its findings changed. */
export function evidenceRowAgain(row: CheckRow, photoCount: number, findings: readonly Finding[]): CheckRow {
  const asked = Object.fromEntries(EVIDENCE_ASKED.map((name) => [name, row.asked[name] === true])) as EvidenceAsked
  return evidenceRow(asked, photoCount, findings)
}

export function evidenceState(judging: Judging): EvidenceState {
  return evidenceStateOf(toPhotoJudging(judging))
}

export function toPhotoJudging(judging: Judging): PhotoJudging {
  const { facts, attempt, receivedAtMs } = judging
  return {
    claims: attempt.photos,
    photos: facts.photos,
    evidenceAtMs: receivedAtMs,
    deadlineMs: evidenceDeadlineMs(facts.rule.slot, attempt.photos),
    zone: zoneOf(judging),
  }
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

function photoFindings(judging: Judging, photo: PhotoClaim): Finding[] {
  const photos = toPhotoJudging(judging)
  return [photoArrival(photos, photo), staleness(judging, photo), photoReuse(photos, photo)].filter(isPresent)
}

/**
 * By the same corrected clock as the capture, unclamped. Rounded up: 10 minutes and a bit is not 10 minutes. It rests
 * on what was signed alone, so no later decision asks again.
 */
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
