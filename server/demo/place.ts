import { signedDistanceMetres } from '#contract/fence'
import type { Coordinates, Fence, Fix } from '#contract/place'

const SAMPLES = 200
const METRES_PER_DEGREE = 111_195

interface Box {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

/** A place well inside a fence of any shape: the deepest of a few hundred thrown at it; never the same one twice. */
export function placeInside(fence: Fence): Coordinates {
  const { south, west, north, east } = boxOf(fence)
  let deepest = { latitude: south, longitude: west }
  for (let count = 0; count < SAMPLES; count++) {
    const place = {
      latitude: south + Math.random() * (north - south),
      longitude: west + Math.random() * (east - west),
    }
    if (signedDistanceMetres(fence, place) < signedDistanceMetres(fence, deepest)) deepest = place
  }
  return deepest
}

/** Two kilometres north of everything that belongs to the fence. */
export function placeOutside(fence: Fence): Coordinates {
  const { west, north, east } = boxOf(fence)
  return { latitude: north + 2_000 / METRES_PER_DEGREE, longitude: west + Math.random() * (east - west) }
}

/** As a phone with a good view of the sky would report it. */
export function fixAt(place: Coordinates, mainlandChina: boolean): Fix {
  return {
    ...place,
    system: mainlandChina ? 'gcj02' : 'wgs84',
    accuracyMetres: Math.round(80 + Math.random() * 120) / 10,
    sameFixForMs: 0,
    askedMsAgo: Math.round(Math.random() * 2_000),
  }
}

function boxOf(fence: Fence): Box {
  if (fence.kind === 'circle') {
    const { centre, radiusMetres } = fence
    const high = radiusMetres / METRES_PER_DEGREE
    const wide = high / Math.cos((centre.latitude * Math.PI) / 180)
    return {
      south: centre.latitude - high,
      west: centre.longitude - wide,
      north: centre.latitude + high,
      east: centre.longitude + wide,
    }
  }
  const corners = fence.rings[0] ?? []
  const latitudes = corners.map((corner) => corner.latitude)
  const longitudes = corners.map((corner) => corner.longitude)
  return {
    south: Math.min(...latitudes),
    west: Math.min(...longitudes),
    north: Math.max(...latitudes),
    east: Math.max(...longitudes),
  }
}
