/**
 * Fence geometry, the one copy for phone, server and console. A fence and a fix are compared in one coordinate system;
 * nothing is converted here. An edge of a polygon is the straight line in longitude and latitude (RFC 7946, 3.1.1), across
 * the antimeridian by the shorter way, so the sign changes exactly where the distance is zero.
 */
import type { Coordinates, Fence } from './place'

/** Mean radius R1 of the earth (IUGG). */
export const EARTH_RADIUS_METRES = 6_371_008.8

const RADIANS = Math.PI / 180

/** Great-circle distance (haversine) on a sphere of the mean Earth radius. */
export function distanceMetres(a: Coordinates, b: Coordinates): number {
  const halfLatitude = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2)
  const halfLongitude = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2)
  const haversine =
    halfLatitude * halfLatitude +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * halfLongitude * halfLongitude
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

/** Metres from a place to the nearest edge of a fence, negative inside. A polygon without corners is infinitely far. */
export function signedDistanceMetres(fence: Fence, at: Coordinates): number {
  if (fence.kind === 'circle') return distanceMetres(fence.centre, at) - fence.radiusMetres
  const reference = fence.rings[0]?.[0]
  if (reference === undefined) return Infinity
  const place = unwrap(at, reference.longitude)
  // The plane only finds the nearest point of each edge; how far that is is measured on the sphere. Being a little off
  // along an edge changes the distance by its square only: millimetres for fences of 20 km.
  const eastScale = Math.cos(((at.latitude + reference.latitude) / 2) * RADIANS)
  let nearestMetres = Infinity
  let inside = false
  for (const ring of fence.rings) {
    const last = ring[ring.length - 1]
    if (last === undefined) continue
    let previous = unwrap(last, reference.longitude)
    for (const corner of ring) {
      const next = unwrap(corner, reference.longitude)
      nearestMetres = Math.min(nearestMetres, distanceMetres(place, nearestOnEdge(previous, next, place, eastScale)))
      if (crossesEastwardRay(previous, next, place)) inside = !inside
      previous = next
    }
  }
  return inside && nearestMetres > 0 ? -nearestMetres : nearestMetres
}

/**
 * Whether a fix passes a fence: its signed distance is at most its own accuracy, and at most the cap. Anything that is no
 * number, and an accuracy that is missing, zero or negative, does not pass.
 */
export function isInsideFence(
  signedDistance: number,
  accuracyMetres: number | null,
  toleranceCapMetres: number,
): boolean {
  if (accuracyMetres === null || !(accuracyMetres > 0)) return false
  return signedDistance <= Math.min(accuracyMetres, toleranceCapMetres)
}

/** A circle's centre; of a polygon the centroid of its outer ring, which may lie outside a bent one. */
export function fenceCentre(fence: Fence): Coordinates {
  if (fence.kind === 'circle') return fence.centre
  const ring = fence.rings[0]
  const reference = ring?.[0]
  if (ring === undefined || reference === undefined) throw new RangeError('a fence needs an outer ring')
  let twiceArea = 0
  let east = 0
  let north = 0
  // Relative to one corner: absolute degrees would cancel away the digits of a small fence.
  ring.forEach((corner, index) => {
    const next = ring[(index + 1) % ring.length] ?? corner
    const x1 = shortestTurn(corner.longitude - reference.longitude)
    const y1 = corner.latitude - reference.latitude
    const x2 = shortestTurn(next.longitude - reference.longitude)
    const y2 = next.latitude - reference.latitude
    const cross = x1 * y2 - x2 * y1
    twiceArea += cross
    east += (x1 + x2) * cross
    north += (y1 + y2) * cross
  })
  if (twiceArea === 0) return reference
  return {
    latitude: reference.latitude + north / (3 * twiceArea),
    longitude: shortestTurn(reference.longitude + east / (3 * twiceArea)),
  }
}

/** Finite, in range, and not exactly (0, 0), which platforms report when they know nothing. */
export function isReadableCoordinates(coordinates: Coordinates): boolean {
  const { latitude, longitude } = coordinates
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return false
  return latitude !== 0 || longitude !== 0
}

/** Degrees as the same direction between -180 (included) and 180 (excluded); values already there keep every digit. */
export function shortestTurn(degrees: number): number {
  return degrees >= -180 && degrees < 180 ? degrees : ((((degrees + 180) % 360) + 360) % 360) - 180
}

/** The same place with its longitude within half a turn of the reference: no jump at the antimeridian. */
function unwrap(place: Coordinates, referenceLongitude: number): Coordinates {
  const turn = place.longitude - referenceLongitude
  if (turn >= -180 && turn < 180) return place
  return { latitude: place.latitude, longitude: referenceLongitude + shortestTurn(turn) }
}

function nearestOnEdge(from: Coordinates, to: Coordinates, place: Coordinates, eastScale: number): Coordinates {
  const alongEast = (to.longitude - from.longitude) * eastScale
  const alongNorth = to.latitude - from.latitude
  const lengthSquared = alongEast * alongEast + alongNorth * alongNorth
  if (lengthSquared === 0) return from
  const east = (place.longitude - from.longitude) * eastScale
  const north = place.latitude - from.latitude
  const share = Math.max(0, Math.min(1, (east * alongEast + north * alongNorth) / lengthSquared))
  return {
    latitude: from.latitude + share * alongNorth,
    longitude: from.longitude + share * (to.longitude - from.longitude),
  }
}

/** Even-odd rule: each edge owns its lower end and not its upper one, so a ray through a corner counts once. */
function crossesEastwardRay(from: Coordinates, to: Coordinates, place: Coordinates): boolean {
  if (from.latitude > place.latitude === to.latitude > place.latitude) return false
  const share = (place.latitude - from.latitude) / (to.latitude - from.latitude)
  return place.longitude < from.longitude + share * (to.longitude - from.longitude)
}
