/** The findings about an attempt's photos as they are now, beside those of the earlier decision that stand. */
import type { Finding, FindingCode } from '#contract/decision'
import { photoArrival, photoReuse, similarPhotos, type PhotoJudging } from './judge-photos.rules'
import { isPresent } from './judging.rules'
import { nearestDistance } from './perceptual-distance.rules'
import type { SettlementFacts } from './settlement-facts.rules'
import { raiseReview } from './verdict.rules'

/** What is asked anew whenever photos change; everything else was seen once and stands. */
const OF_PHOTOS: ReadonlySet<FindingCode> = new Set([
  'PHOTO_AWAITED',
  'PHOTO_NOT_UPLOADED',
  'PHOTO_MISMATCH',
  'PHOTO_REUSED',
])

export function photosOf(facts: SettlementFacts, evidenceAtMs: number): PhotoJudging {
  const { claims, photos, evidenceDeadlineMs, zone, otherPictures } = facts
  return {
    claims,
    photos: photos.map(({ perceptualHash, ...photo }) => ({
      ...photo,
      nearestDistance: nearestDistance(perceptualHash, otherPictures),
    })),
    evidenceAtMs,
    deadlineMs: evidenceDeadlineMs,
    zone,
  }
}

/** All findings of the attempt; what was found before and is found again keeps what approval made of it. */
export function photoFindingsNow(facts: SettlementFacts, evidenceAtMs: number): readonly Finding[] {
  const judging = photosOf(facts, evidenceAtMs)
  const found = judging.claims
    .flatMap((claim) => [photoArrival(judging, claim), photoReuse(judging, claim)])
    .filter(isPresent)
    .map((now) => before(facts, now) ?? laterFailure(facts, now))
  const standing = facts.findings.filter(({ code }) => !OF_PHOTOS.has(code))
  return [...withSimilar(facts, standing, similarPhotos(judging)), ...found]
}

/** A sign that was noticed stays noticed; only a nearer picture says something new. */
function withSimilar(
  { policy }: SettlementFacts,
  standing: readonly Finding[],
  similar: Finding | null,
): readonly Finding[] {
  if (similar === null) return standing
  const noticed = standing.find(({ code }) => code === similar.code)
  if (noticed !== undefined && Number(noticed.seen['nearestBits']) <= Number(similar.seen['nearestBits'])) {
    return standing
  }
  return [...standing.filter((found) => found !== noticed), raiseReview(similar, policy)]
}

/** The earlier finding about the same matter: its figures agree, but for when it was judged. */
function before({ findings }: SettlementFacts, now: Finding): Finding | undefined {
  const figures = Object.entries(now.seen).filter(([name]) => name !== 'judgedAt')
  return findings.find(
    ({ code, asked, seen }) =>
      code === now.code &&
      Object.entries(now.asked).every(([name, value]) => asked[name] === value) &&
      figures.every(([name, value]) => seen[name] === value),
  )
}

/**
 * What fails after acceptance or approval is for people to look at, never silently refused; `failed` before this says
 * that it was such a one already. A photo that never came refuses what nobody accepted, approved or not.
 */
function laterFailure({ outcome, approvedBy, evidenceState }: SettlementFacts, now: Finding): Finding {
  if (now.severity !== 'refuse') return now
  const wasGood = outcome === 'accepted' || approvedBy !== null || evidenceState === 'failed'
  const forPeople = now.code === 'PHOTO_NOT_UPLOADED' ? outcome === 'accepted' : wasGood
  return forPeople ? { ...now, severity: 'pending' } : now
}
