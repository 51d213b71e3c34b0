/** Check 8: signs, never a promise: a mini-program gets no mock-location flag. They list, they never refuse. */
import { similarPhotos } from './judge-photos.rules'
import { checked, isPresent, type CheckOutput, type Judging } from './judging.rules'
import {
  constantAccuracy,
  exactFenceCentre,
  impossibleSpeed,
  repeatedCoordinates,
  repeatedFix,
} from './risk-of-fix.rules'
import { gatewayClockWrong, networkOfOtherSite, sharedHandset, wifiFarFromFix } from './risk-of-surroundings.rules'

const SIGNS = [
  impossibleSpeed,
  repeatedCoordinates,
  constantAccuracy,
  exactFenceCentre,
  repeatedFix,
  sharedHandset,
  wifiFarFromFix,
  networkOfOtherSite,
  ({ facts, attempt }: Judging) => similarPhotos({ claims: attempt.photos, photos: facts.photos }),
  gatewayClockWrong,
] as const

export function checkRisk(judging: Judging): CheckOutput {
  const findings = SIGNS.map((sign) => sign(judging)).filter(isPresent)
  return checked('risk', findings, { signsChecked: SIGNS.length }, { signsFound: findings.length })
}
