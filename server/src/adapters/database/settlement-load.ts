import type { EvidenceState } from '#contract/api'
import type { CheckRow, DecisionCode, Finding, Outcome } from '#contract/decision'
import { DEFAULT_POLICY, type Policy } from '#contract/policy'
import type { SlotKind } from '#contract/work-day'
import type { Prisma } from '../../generated/sqlserver/client'
import type { SettleCause, SettlementPhoto } from '../../features/check-in/settlement-facts.rules'
import type { SettlementFacts } from '../../ports/settlement-store'
import type { Transaction } from './database'
import { firstUses, loadPhotoUses } from './photo-use'
import { toPolicy } from './rule-store-rows'
import { dateToWorkDay } from './work-day'

const DAY_MS = 86_400_000
/** As the finding PHOTO_SIMILAR says. */
const SIMILAR_WITHIN_DAYS = 90
/** Of each kind, the newest. */
const MOST_PICTURES = 5_000

const WITH_EVIDENCE = {
  photos: { orderBy: { sha256: 'asc' } },
  // A decision without findings of its own (superseded) leaves the reasons of the one before standing.
  decisions: { where: { checksJson: { not: '[]' } }, orderBy: { number: 'desc' }, take: 1 },
} as const
type AttemptRow = Prisma.AttemptGetPayload<{ include: typeof WITH_EVIDENCE }>
type PhotoRow = AttemptRow['photos'][number]

/**
 * How photos stand is read for the cause that asks it, and for no other: they may be thousands to compare with.
 * @returns null when there is no such attempt
 */
export async function loadSettlement(
  tx: Transaction,
  attemptId: string,
  cause: SettleCause['kind'],
): Promise<SettlementFacts | null> {
  const row = await tx.attempt.findUnique({ where: { id: attemptId }, include: WITH_EVIDENCE })
  if (row === null) return null
  const { employeeId, workDay } = row
  // The day's version first: what is committed between two reads shows as a conflict, never as a missed attempt.
  const day = await tx.employeeDay.findUnique({ where: { employeeId_workDay: { employeeId, workDay } } })
  const others = await tx.attempt.findMany({
    where: {
      ...{ employeeId, workDay, slotKey: row.slotKey },
      ...{ outcome: { in: ['accepted', 'superseded'] }, id: { not: attemptId } },
    },
    select: { id: true, slotKind: true, slotSpan: true, outcome: true, capturedAt: true, siteId: true },
    orderBy: [{ capturedAt: 'asc' }, { id: 'asc' }],
  })
  const judged = row.decisions[0]
  return {
    attemptId,
    employeeId,
    slot: slotOf(row),
    zone: row.zone,
    siteId: row.siteId,
    capturedAtMs: row.capturedAt.getTime(),
    receivedAtMs: row.receivedAt.getTime(),
    outcome: row.outcome as Outcome,
    code: row.code as DecisionCode,
    decisionCount: row.decisionCount,
    findings: judged === undefined ? [] : (JSON.parse(judged.findingsJson) as Finding[]),
    checks: judged === undefined ? [] : (JSON.parse(judged.checksJson) as CheckRow[]),
    approvedBy: row.approvedBy,
    evidenceState: row.evidenceState as EvidenceState,
    evidenceDeadlineMs: row.evidenceDeadline?.getTime() ?? null,
    claims: row.photos.map(({ sha256, byteLength, takenAt }) => ({
      sha256,
      byteLength,
      takenAtMs: takenAt.getTime(),
    })),
    ...(cause === 'photos' ? await picturesOf(tx, row) : { photos: [], otherPictures: [] }),
    policy: await policyOf(tx, row),
    dayAttempts: others.map((other) => ({
      id: other.id,
      slot: slotOf({ ...other, workDay }),
      outcome: other.outcome as Outcome,
      capturedAtMs: other.capturedAt.getTime(),
      siteId: other.siteId,
    })),
    dayVersion: day?.version ?? 0,
  }
}

function slotOf({ workDay, slotKind, slotSpan }: Pick<AttemptRow, 'workDay' | 'slotKind' | 'slotSpan'>) {
  return { workDay: dateToWorkDay(workDay), kind: slotKind as SlotKind, span: slotSpan }
}

async function picturesOf(
  tx: Transaction,
  row: AttemptRow,
): Promise<Pick<SettlementFacts, 'photos' | 'otherPictures'>> {
  const isAnySeen = row.photos.some(({ perceptualHash }) => perceptualHash !== null)
  return { photos: await photosOf(tx, row), otherPictures: isAnySeen ? await otherPictures(tx, row) : [] }
}

async function photosOf(tx: Transaction, row: AttemptRow): Promise<readonly SettlementPhoto[]> {
  if (row.photos.length === 0) return []
  const uses = await loadPhotoUses(
    tx,
    row.photos.map(({ sha256 }) => sha256),
  )
  const usedBefore = firstUses(uses, row.employeeId, row.id)
  return row.photos.map((photo) => {
    const state = stateOf(photo, row.evidenceDeadline)
    return {
      sha256: photo.sha256,
      state,
      problem: state === 'failed' ? photo.problem : null,
      usedBeforeAtMs: usedBefore(photo.sha256),
      perceptualHash: state === 'verified' ? photo.perceptualHash : null,
    }
  })
}

/** One that was verified too late is one that is still awaited after the deadline. */
function stateOf({ state, verifiedAt }: PhotoRow, deadline: Date | null): 'verified' | 'failed' | 'awaited' {
  if (state === 'failed') return 'failed'
  if (state !== 'verified') return 'awaited'
  return deadline === null || verifiedAt === null || verifiedAt <= deadline ? 'verified' : 'awaited'
}

/** Verified pictures of the same person or site; an own refused attempt's may be shown again, as may its bytes. */
async function otherPictures(tx: Transaction, row: AttemptRow): Promise<readonly string[]> {
  const { employeeId, siteId } = row
  const of = {
    id: { not: row.id },
    capturedAt: { gte: new Date(row.capturedAt.getTime() - SIMILAR_WITHIN_DAYS * DAY_MS) },
  }
  const hashes = async (attempt: Prisma.AttemptWhereInput) => {
    const rows = await tx.attemptPhoto.findMany({
      where: { state: 'verified', perceptualHash: { not: null }, attempt: { ...of, ...attempt } },
      select: { perceptualHash: true },
      orderBy: { attempt: { capturedAt: 'desc' } },
      take: MOST_PICTURES,
    })
    return rows.flatMap(({ perceptualHash }) => perceptualHash ?? [])
  }
  const own = await hashes({ employeeId, outcome: { not: 'refused' } })
  const ofSite = siteId === null ? [] : await hashes({ siteId, employeeId: { not: employeeId } })
  return [...own, ...ofSite]
}

/** Of the version that judged it; without a rule nothing but the defaults judged it. */
async function policyOf(tx: Transaction, { ruleId, ruleVersion }: AttemptRow): Promise<Policy> {
  if (ruleId === null || ruleVersion === null) return DEFAULT_POLICY
  const version = await tx.ruleVersion.findUniqueOrThrow({
    where: { ruleId_version: { ruleId, version: ruleVersion } },
    select: { id: true, policyJson: true },
  })
  return toPolicy(version.policyJson, `rule version ${version.id}`)
}
