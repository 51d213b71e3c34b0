export interface Place {
  readonly latitude: number
  readonly longitude: number
}

export interface MapSight extends Place {
  readonly scale: number
  readonly includePoints: readonly Place[]
}

/** From places to pixels of the tag; over a few kilometres a plane is good enough. */
export interface Projection {
  readonly at: (place: Place) => readonly [x: number, y: number]
  readonly pixelsPerMetre: number
  readonly gridPixels: number
  /** Where the middle of what is seen lies. */
  readonly origin: readonly [x: number, y: number]
}

const METRES_PER_DEGREE = 111_195
/** Of a pixel at the equator when the whole world is one tile of 256 pixels. */
const METRES_PER_PIXEL_AT_SCALE_0 = 156_543
const GRID_METRES = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000]
const LEAST_GRID_PIXELS = 16

/** All of `includePoints`, else the place and the scale that are given. */
export function project(
  { latitude, longitude, scale, includePoints }: MapSight,
  width: number,
  height: number,
): Projection {
  const points = includePoints.length > 0 ? includePoints : [{ latitude, longitude }]
  const range = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const
  const [south, north] = range(points.map((point) => point.latitude))
  const [west, east] = range(points.map((point) => point.longitude))
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 }
  const shrink = Math.cos((middle.latitude * Math.PI) / 180)
  const [wide, high] = [(east - west) * METRES_PER_DEGREE * shrink, (north - south) * METRES_PER_DEGREE]
  const pixelsPerMetre =
    wide > 0 && high > 0 ? Math.min(width / wide, height / high) : 2 ** scale / (METRES_PER_PIXEL_AT_SCALE_0 * shrink)
  const gridMetres = GRID_METRES.find((metres) => metres * pixelsPerMetre >= LEAST_GRID_PIXELS) ?? 25_000
  return {
    pixelsPerMetre,
    gridPixels: gridMetres * pixelsPerMetre,
    origin: [width / 2, height / 2],
    at: (place) => [
      width / 2 + (place.longitude - middle.longitude) * METRES_PER_DEGREE * shrink * pixelsPerMetre,
      height / 2 - (place.latitude - middle.latitude) * METRES_PER_DEGREE * pixelsPerMetre,
    ],
  }
}
