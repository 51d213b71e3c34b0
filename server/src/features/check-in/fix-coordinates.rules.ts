/** A fix in the coordinates of the fences that it is compared with. */
import gcoord from 'gcoord'
import type { Coordinates, Fix } from '#contract/place'
import { isReadableCoordinates } from '#contract/fence'
import type { PresenceFix } from '#contract/presence'

/**
 * WGS-84 becomes GCJ-02 only for sites in mainland China: gcoord's own test is a rectangle that contains Hong Kong,
 * Seoul and Singapore. Phones that answer "gcj02" outside the mainland give WGS-84 there.
 */
export function toPresenceFix(fix: Fix): PresenceFix {
  const given: Coordinates = { latitude: fix.latitude, longitude: fix.longitude }
  const convert = fix.system === 'wgs84' && isReadableCoordinates(given)
  return { mainland: convert ? toGcj02(given) : given, elsewhere: given, accuracyMetres: fix.accuracyMetres }
}

function toGcj02({ latitude, longitude }: Coordinates): Coordinates {
  const [east = longitude, north = latitude] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02)
  return { latitude: north, longitude: east }
}
