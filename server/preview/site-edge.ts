import { fenceCentre, signedDistanceMetres } from '#contract/fence'
import type { Fence } from '#contract/place'

const METRES_PER_DEGREE = 111_195
const LARGEST_FENCE_METRES = 20_000

/** Metres from a fence's middle northwards to its edge: where people of the preview stand is measured along this way. */
export function edgeMetres(fence: Fence): number {
  const { latitude, longitude } = fenceCentre(fence)
  let [inside, outside] = [0, LARGEST_FENCE_METRES]
  while (outside - inside > 0.5) {
    const middle = (inside + outside) / 2
    const place = { latitude: latitude + middle / METRES_PER_DEGREE, longitude }
    if (signedDistanceMetres(fence, place) < 0) inside = middle
    else outside = middle
  }
  return Math.round(inside)
}
