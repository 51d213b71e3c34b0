import type { Coordinates } from '#contract/place'

const STEPS_PER_DEGREE = 50
const HALF_SIDE_METRES = 5_000
const METRES_PER_DEGREE = 111_195
/** Near a pole a box in degrees has no width: nobody's customers are there. */
const LARGEST_LATITUDE = 85

/** Degrees; east is less than west where the box crosses the antimeridian. */
export interface NearBox {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

/** A position on a grid of 0.02° (about 2 km): all that the context may know of where someone is. */
export function coarsePosition({ latitude, longitude }: Coordinates): Coordinates {
  return { latitude: coarse(latitude), longitude: coarse(longitude) }
}

function coarse(degrees: number): number {
  return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE
}

/** 5 km to each side: wider than the grid, and than the shift between coordinate systems. */
export function boxAround({ latitude, longitude }: Coordinates): NearBox {
  const height = HALF_SIDE_METRES / METRES_PER_DEGREE
  const steepest = Math.min(Math.abs(latitude), LARGEST_LATITUDE)
  const width = height / Math.cos((steepest * Math.PI) / 180)
  return {
    south: Math.max(-90, latitude - height),
    north: Math.min(90, latitude + height),
    west: turned(longitude - width),
    east: turned(longitude + width),
  }
}

function turned(degrees: number): number {
  if (degrees < -180) return degrees + 360
  return degrees > 180 ? degrees - 360 : degrees
}
