/** Signs in the fix itself: places that a phone could not have reached, or that a program made up. */
import type { Finding } from '#contract/decision'
import { distanceMetres, fenceCentre, isReadableCoordinates } from '#contract/fence'
import { coordinatesAt } from '#contract/presence'
import type { Coordinates, Fix } from '#contract/place'
import type { EarlierFix } from './check-in-facts.rules'
import { toPresenceFix } from './fix-coordinates.rules'
import { finding, localTime, type Judging } from './judging.rules'

const ANY_SPEED_KMH = 1_000
/** Faster than any way of getting about within a region; beyond, trains and planes. */
const REGIONAL_SPEED_KMH = 200
const REGIONAL_METRES = 50_000
const MS_PER_HOUR = 3_600_000
const PRECISE_METRES = 20
const FIXES_OF_SAME_ACCURACY = 5
const CENTRE_DECIMALS = 5
const NOTE_AFTER_MS = 60_000
const REVIEW_AFTER_MS = 600_000

/** The fix as a place; null when it is none. */
function readable(fix: Fix | null): Fix | null {
  return fix !== null && isReadableCoordinates(fix) ? fix : null
}

/** Against the earlier fix nearest in time, by the distance that is left after both accuracies. */
export function impossibleSpeed(judging: Judging): Finding | null {
  const fix = readable(judging.attempt.fix)
  const earlier = nearestInTime(judging)
  if (fix === null || earlier === null) return null
  const slackMetres = Math.max(0, fix.accuracyMetres ?? 0) + Math.max(0, earlier.accuracyMetres)
  const metres = metresBetween(fix, earlier) - slackMetres
  if (!(metres > 0)) return null
  const hours = Math.abs(judging.capture.capturedAtMs - earlier.capturedAtMs) / MS_PER_HOUR
  const kmh = metres / 1000 / hours
  const allowedKmh = metres < REGIONAL_METRES ? REGIONAL_SPEED_KMH : ANY_SPEED_KMH
  if (kmh <= allowedKmh) return null
  return finding(
    'SPEED_IMPOSSIBLE',
    { allowedKmh },
    {
      travelledMetres: Math.round(metres),
      tookSeconds: Math.round(hours * 3600),
      earlierAt: localTime(judging, earlier.capturedAtMs),
      earlierAttemptId: earlier.attemptId,
    },
  )
}

/** Fixes of different coordinate systems are compared in one, else the shift of some 500 m would look like travel. */
function metresBetween(fix: Fix, earlier: EarlierFix): number {
  if (fix.system === earlier.system) return distanceMetres(fix, earlier.coordinates)
  const earlierFix = { ...fix, ...earlier.coordinates, system: earlier.system }
  return distanceMetres(toPresenceFix(fix).mainland, toPresenceFix(earlierFix).mainland)
}

function nearestInTime({ facts, capture }: Judging): EarlierFix | null {
  let nearest: EarlierFix | null = null
  let nearestMs = Infinity
  for (const earlier of facts.risk.earlierFixes) {
    const apartMs = Math.abs(capture.capturedAtMs - earlier.capturedAtMs)
    if (apartMs >= nearestMs) continue
    nearest = earlier
    nearestMs = apartMs
  }
  return nearest
}

/** Exactly the same digits as before; people standing still by a desk do it too, so a Wi-Fi proof answers it. */
export function repeatedCoordinates({ attempt, facts, presence }: Judging): Finding | null {
  const { otherPeople, otherDays } = facts.risk.sameCoordinates
  const fix = readable(attempt.fix)
  if (fix === null || (otherPeople < 1 && otherDays < 1)) return null
  const precise = fix.accuracyMetres !== null && fix.accuracyMetres < PRECISE_METRES
  const often = otherPeople + 1 >= 2 || otherDays + 1 >= 3
  const onWifi = presence.judged?.wifi.code === null
  const severity = precise && often && !onWifi ? 'review' : 'note'
  return finding('COORDINATES_REPEATED', { withinDays: 30 }, { otherPeople, otherDays }, severity)
}

/** The last five fixes and this one claim exactly the same accuracy: real receivers waver. */
export function constantAccuracy({ attempt, facts }: Judging): Finding | null {
  const accuracyMetres = attempt.fix?.accuracyMetres ?? null
  const earlier = facts.risk.earlierFixes.slice(0, FIXES_OF_SAME_ACCURACY)
  if (accuracyMetres === null || earlier.length < FIXES_OF_SAME_ACCURACY) return null
  if (!earlier.every((fix) => fix.accuracyMetres === accuracyMetres)) return null
  const fixCount = FIXES_OF_SAME_ACCURACY + 1
  return finding('ACCURACY_CONSTANT', { fixCount }, { accuracyMetres: Math.round(accuracyMetres) })
}

/** A fix that agrees with a fence's centre in five decimals (about a metre) was likely typed in. */
export function exactFenceCentre({ attempt, presence }: Judging): Finding | null {
  const fix = readable(attempt.fix)
  if (fix === null) return null
  const inBothSystems = toPresenceFix(fix)
  const hit = presence.sites.find(
    ({ site, fence }) =>
      fence.signedDistanceMetres !== null &&
      Number.isFinite(fence.signedDistanceMetres) &&
      isSamePlace(coordinatesAt(site, inBothSystems), fenceCentre(site.fence)),
  )
  if (hit === undefined) return null
  return finding('FENCE_CENTRE_EXACT', { decimals: CENTRE_DECIMALS }, { siteId: hit.site.id, siteName: hit.site.name })
}

function isSamePlace(left: Coordinates, right: Coordinates): boolean {
  const rounded = (degrees: number) => degrees.toFixed(CENTRE_DECIMALS)
  return rounded(left.latitude) === rounded(right.latitude) && rounded(left.longitude) === rounded(right.longitude)
}

/** The platform gives no time with a fix and repeats old ones: the phone says for how long. No number is an old fix. */
export function repeatedFix({ attempt }: Judging): Finding | null {
  if (attempt.fix === null) return null
  const ageMs = Math.max(ageOf(attempt.fix.sameFixForMs), ageOf(attempt.fix.askedMsAgo))
  if (ageMs <= NOTE_AFTER_MS) return null
  const known = Number.isFinite(ageMs)
  return finding(
    'FIX_REPEATED',
    { allowedSeconds: NOTE_AFTER_MS / 1000 },
    { ageSeconds: known ? Math.round(ageMs / 1000) : null, ...(known ? {} : { case: 'unreadable' }) },
    ageMs > REVIEW_AFTER_MS ? 'review' : 'note',
  )
}

function ageOf(ms: number): number {
  return ms >= 0 ? ms : Infinity
}
