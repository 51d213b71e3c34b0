import type { CheckInWrite } from '../../ports/check-in-store'
import type { FieldCipher } from '../../ports/field-cipher'
import type { BulkWriter } from './bulk-rows'
import { takeCandidates } from './check-in-candidates'
import { coordinatesText, deviceFactsText } from './check-in-text'
import type { Transaction } from './database'
import { writeTrail } from './trail'
import { sealVisit } from './visit-record-text'
import { workDayToDate } from './work-day'

const CELLS_PER_DEGREE = 100

/** Somebody else changed one of the days, or decided about a candidate, first; the transaction must be rolled back. */
export class DayChanged extends Error {}

/**
 * Writes the judged attempts of a group, at most one per employee, inside one transaction.
 * @throws DayChanged when a day is no longer at the version that its decision rests on, or a key that an attempt was
 *   held for is no candidate any more
 */
export async function commitCheckIns(
  tx: Transaction,
  bulk: BulkWriter,
  cipher: FieldCipher,
  writes: readonly CheckInWrite[],
): Promise<void> {
  if (!(await takeCandidates(tx, writes))) throw new DayChanged()
  await bumpDays(tx, bulk, writes)
  await supersede(tx, writes)
  await bulk.insert(
    tx,
    'attempt',
    writes.map((write) => attemptRow(cipher, write)),
  )
  await bulk.insert(tx, 'decision', writes.map(decisionRow))
  await createEvidence(tx, cipher, writes)
  await bulk.insert(tx, 'challenge', writes.flatMap(challengeRows))
  const trail = {
    audit: writes.flatMap((write) => write.trail.audit),
    events: writes.flatMap((write) => write.trail.events),
  }
  await writeTrail(tx, trail, Math.max(...writes.map((write) => write.receivedAtMs)), bulk)
}

/**
 * A refused attempt opens no day: it may name one that has not begun, whose zone is not settled yet. Nothing is lost by
 * it, since a refusal changes nothing for the attempts beside it.
 */
async function bumpDays(tx: Transaction, bulk: BulkWriter, writes: readonly CheckInWrite[]): Promise<void> {
  const fresh = writes.filter((write) => write.dayVersion === 0 && write.decision.outcome !== 'refused')
  const known = writes.filter((write) => write.dayVersion > 0)
  const bumped = await bulk.bumpDays(
    tx,
    known.map(({ employeeId, attempt, dayVersion }) => ({
      employeeId,
      workDay: attempt.slot.workDay,
      version: dayVersion,
    })),
  )
  if (bumped !== known.length) throw new DayChanged()
  await bulk.insert(
    tx,
    'employeeDay',
    fresh.map(({ employeeId, attempt, zone }) => ({ employeeId, workDay: workDayToDate(attempt.slot.workDay), zone })),
  )
}

/** A later late check-in takes the earlier one's place; both are kept. */
async function supersede(tx: Transaction, writes: readonly CheckInWrite[]): Promise<void> {
  const replacing = writes.filter((write) => write.decision.supersedes.length > 0)
  const ids = replacing.flatMap((write) => write.decision.supersedes)
  if (ids.length === 0) return
  const rows = await tx.attempt.findMany({
    where: { id: { in: ids }, outcome: 'accepted' },
    select: { id: true, code: true, decisionCount: true },
  })
  if (rows.length !== ids.length) throw new DayChanged()
  await tx.attempt.updateMany({
    where: { id: { in: ids } },
    data: { outcome: 'superseded', decisionCount: { increment: 1 } },
  })
  const successorOf = new Map(replacing.flatMap((write) => write.decision.supersedes.map((id) => [id, write])))
  await tx.decision.createMany({
    data: rows.map((row) => ({
      attemptId: row.id,
      number: row.decisionCount + 1,
      decidedAt: new Date(successorOf.get(row.id)?.receivedAtMs ?? 0),
      decidedBy: 'rule',
      outcome: 'superseded',
      code: row.code,
      findingsJson: '[]',
      checksJson: '[]',
      effect: null,
    })),
  })
}

function attemptRow(cipher: FieldCipher, write: CheckInWrite) {
  const { attempt, decision, attemptId, rule } = write
  const evidence = decision.discardsEvidence ? null : attempt
  const fix = evidence?.fix ?? null
  const wifi = evidence?.wifi ?? null
  return {
    id: attemptId,
    employeeId: write.employeeId,
    sessionId: write.sessionId,
    workDay: workDayToDate(attempt.slot.workDay),
    slotKind: attempt.slot.kind,
    slotSpan: attempt.slot.span,
    slotKey: `${attempt.slot.kind}-${attempt.slot.span}`,
    zone: write.zone,
    // Without a verified signature a row holds neither: a forger cannot burn another phone's ids.
    requestId: write.signatureVerified ? attempt.requestId : null,
    keyThumbprint: write.keyThumbprint,
    bodyHash: write.bodyHash,
    challengeId: usesPosition(write) ? attempt.challengeId : null,
    challengePosition: usesPosition(write) ? attempt.challengePosition : null,
    phoneTime: new Date(attempt.phoneTimeMs),
    capturedAt: new Date(decision.capturedAtMs),
    receivedAt: new Date(write.receivedAtMs),
    deferred: decision.deferred,
    captureUnproven: decision.findings.some((finding) => finding.code === 'CAPTURE_TIME_UNPROVEN'),
    applicationReason: evidence?.applicationReason ?? null,
    note: evidence?.note ?? null,
    siteId: decision.siteId,
    presenceBy: decision.presenceBy,
    ruleId: rule?.ruleId ?? null,
    ruleVersion: rule?.version ?? null,
    networkType: attempt.networkType,
    networkAddressHash: cipher.keyedHash(write.networkAddress, 'network-address'),
    factsHash: cipher.keyedHash(deviceFactsText(attempt.device), 'device-facts'),
    deviceJson: JSON.stringify(attempt.device),
    clientVersion: write.clientVersion,
    accuracyMetres: fix?.accuracyMetres ?? null,
    placeEncrypted: fix === null ? null : cipher.encrypt(JSON.stringify(fix), `Attempt.place:${attemptId}`),
    wifiEncrypted: wifi === null ? null : cipher.encrypt(JSON.stringify(wifi), `Attempt.wifi:${attemptId}`),
    placeHash: fix === null ? null : cipher.keyedHash(coordinatesText(fix), 'coordinates'),
    cellLatitude: fix === null ? null : cell(fix.latitude),
    cellLongitude: fix === null ? null : cell(fix.longitude),
    replyJson: write.replyJson,
    outcome: decision.outcome,
    code: decision.code,
    evidenceState: decision.evidenceState,
    evidenceDeadline: decision.evidenceDeadlineMs === null ? null : new Date(decision.evidenceDeadlineMs),
  }
}

/**
 * A position that another attempt used, or that was never issued to this key, is not used up again; nor is one that was
 * not looked at because consent was missing.
 */
function usesPosition({ decision, signatureVerified }: CheckInWrite): boolean {
  return (
    signatureVerified &&
    !decision.discardsEvidence &&
    !decision.findings.some(({ code }) => code === 'CHALLENGE_USED' || code === 'CHALLENGE_UNKNOWN')
  )
}

function cell(degrees: number): number {
  return Math.round(degrees * CELLS_PER_DEGREE) / CELLS_PER_DEGREE
}

function decisionRow({ attemptId, receivedAtMs, decision }: CheckInWrite) {
  return {
    attemptId,
    number: 1,
    decidedAt: new Date(receivedAtMs),
    decidedBy: 'rule',
    outcome: decision.outcome,
    code: decision.code,
    findingsJson: JSON.stringify(decision.findings),
    checksJson: JSON.stringify(decision.checks),
    effect: null,
  }
}

function challengeRows({ challenge }: CheckInWrite) {
  if (challenge === null) return []
  const { issuedAtMs, ...row } = challenge
  return [{ ...row, issuedAt: new Date(issuedAtMs) }]
}

async function createEvidence(tx: Transaction, cipher: FieldCipher, writes: readonly CheckInWrite[]): Promise<void> {
  const kept = writes.filter((write) => !write.decision.discardsEvidence)
  const photos = kept.flatMap(({ attemptId, attempt }) =>
    attempt.photos.map(({ sha256, byteLength, takenAtMs }) => ({
      attemptId,
      sha256,
      byteLength,
      takenAt: new Date(takenAtMs),
      state: 'awaited',
    })),
  )
  const visits = kept.flatMap(({ attemptId, attempt: { visit }, receivedAtMs }) =>
    visit === null
      ? []
      : [
          {
            attemptId,
            ...sealVisit(cipher, visit, 'VisitRecord', attemptId),
            updatedAt: new Date(receivedAtMs),
          },
        ],
  )
  if (photos.length > 0) await tx.attemptPhoto.createMany({ data: photos })
  if (visits.length > 0) await tx.visitRecord.createMany({ data: visits })
}
