import type { SitePresence } from '../contract/presence'

/** As the server rounds: a millimetre is no metre more to walk. */
const ROUNDING_METRES = 0.001

/** Whole metres beyond fence and tolerance, as the server says them: what is left to walk, never rounded down to nothing. */
export function gapMetresOf({ fence }: SitePresence): number {
  return Math.max(1, Math.ceil((fence.signedDistanceMetres ?? 0) - fence.toleranceMetres - ROUNDING_METRES))
}
