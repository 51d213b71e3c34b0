/** The photos that an attempt names: the same code judges them at receipt and whenever they are looked at again. */
import type { EvidenceState, PhotoClaim } from '#contract/api'
import type { Finding } from '#contract/decision'
import type { PhotoProblem } from '#contract/photos'
import type { SlotInstance } from '#contract/work-day'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import type { PhotoFacts } from './check-in-facts.rules'
import { finding } from './judging.rules'

/** After `uploadUntil`: photos complete and verified by then are judged, later ones are not. */
const EVIDENCE_GRACE_MS = 2 * 60 * 60_000
/** The problem of a photo that was given up at its deadline: nothing came that could be wrong. */
const NEVER_CAME = 'not_uploaded' satisfies PhotoProblem
const SIMILAR_UP_TO_BITS = 8
const SIMILAR_WITHIN_DAYS = 90

export interface PhotoJudging {
  readonly claims: readonly PhotoClaim[]
  readonly photos: readonly PhotoFacts[]
  /** When the photos are looked at. */
  readonly evidenceAtMs: number
  /** Null: no slot, so no deadline either. */
  readonly deadlineMs: number | null
  /** IANA name; in it instants are told. */
  readonly zone: string
}

/** Photos verified by then count. Null: the attempt names none, or its slot is unknown. */
export function evidenceDeadlineMs(
  slot: Pick<SlotInstance, 'uploadUntilMs'> | null,
  claims: readonly PhotoClaim[],
): number | null {
  return slot === null || claims.length === 0 ? null : slot.uploadUntilMs + EVIDENCE_GRACE_MS
}

/** Whether the claimed photo came, in time and as claimed. */
export function photoArrival(judging: PhotoJudging, claim: PhotoClaim): Finding | null {
  const known = factsOf(judging, claim)
  if (known?.state === 'verified') return null
  const neverCame = known?.state === 'failed' && known.problem === NEVER_CAME
  if (known?.state === 'failed' && !neverCame) {
    const reason = known.problem === null ? {} : { problem: known.problem, case: known.problem }
    return finding('PHOTO_MISMATCH', { byteLengthClaimed: claim.byteLength }, reason)
  }
  const { deadlineMs, evidenceAtMs, zone } = judging
  const deadline = deadlineMs === null ? null : toIsoWithOffset(deadlineMs, zone)
  if (neverCame || isPastDeadline(judging)) {
    return finding('PHOTO_NOT_UPLOADED', { deadline }, { judgedAt: toIsoWithOffset(evidenceAtMs, zone) })
  }
  return finding('PHOTO_AWAITED', { deadline }, deadline === null ? { case: 'no_deadline' } : {})
}

/** The same bytes were used before. */
export function photoReuse(judging: PhotoJudging, claim: PhotoClaim): Finding | null {
  const usedBeforeAtMs = factsOf(judging, claim)?.usedBeforeAtMs ?? null
  if (usedBeforeAtMs === null) return null
  return finding('PHOTO_REUSED', {}, { usedBeforeAt: toIsoWithOffset(usedBeforeAtMs, judging.zone) })
}

/** A sign, of all photos together: the nearest of them names it. */
export function similarPhotos({ claims, photos }: Pick<PhotoJudging, 'claims' | 'photos'>): Finding | null {
  const named = new Set(claims.map(({ sha256 }) => sha256))
  const distances = photos.flatMap(({ sha256, nearestDistance }) =>
    nearestDistance !== null && named.has(sha256) ? [nearestDistance] : [],
  )
  const nearestBits = Math.min(...distances)
  if (!(nearestBits <= SIMILAR_UP_TO_BITS)) return null
  const asked = { similarUpToBits: SIMILAR_UP_TO_BITS, withinDays: SIMILAR_WITHIN_DAYS }
  return finding('PHOTO_SIMILAR', asked, { nearestBits })
}

/** Of all photos together: none named, one failed, one still awaited, or all verified. */
export function evidenceStateOf(judging: PhotoJudging): EvidenceState {
  const states = judging.claims.map((claim) => stateOf(judging, claim))
  if (states.length === 0) return 'none'
  if (states.includes('failed')) return 'failed'
  return states.every((state) => state === 'verified') ? 'verified' : 'awaited'
}

/** What is known of a claimed photo; a photo that nothing is known of has not arrived. */
function factsOf({ photos }: PhotoJudging, { sha256 }: PhotoClaim): PhotoFacts | undefined {
  return photos.find((photo) => photo.sha256 === sha256)
}

function stateOf(judging: PhotoJudging, claim: PhotoClaim): 'verified' | 'failed' | 'awaited' {
  const state = factsOf(judging, claim)?.state
  if (state === 'verified' || state === 'failed') return state
  return isPastDeadline(judging) ? 'failed' : 'awaited'
}

function isPastDeadline({ deadlineMs, evidenceAtMs }: PhotoJudging): boolean {
  return deadlineMs !== null && !(evidenceAtMs <= deadlineMs)
}
