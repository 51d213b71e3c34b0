/** Plane geometry of the fence figure, in metres around the fence's centre. */
import { distanceMetres, EARTH_RADIUS_METRES, shortestTurn } from '../../contract/fence'
import type { Coordinates, Fence } from '../../contract/place'

export interface Point {
  /** Metres east of the fence's centre. */
  readonly x: number
  /** Metres north of it. */
  readonly y: number
}

const MARGIN_SHARE = 0.1

/** Plane metres around a centre: good to centimetres over the size of a fence. */
export function metresFrom(centre: Coordinates, place: Coordinates): Point {
  const perDegree = (EARTH_RADIUS_METRES * Math.PI) / 180
  return {
    x: shortestTurn(place.longitude - centre.longitude) * perDegree * Math.cos((centre.latitude * Math.PI) / 180),
    y: (place.latitude - centre.latitude) * perDegree,
  }
}

/** The place so many metres from a centre: `metresFrom` turned round. */
export function placeFrom(centre: Coordinates, { x, y }: Point): Coordinates {
  const perDegree = (EARTH_RADIUS_METRES * Math.PI) / 180
  return {
    latitude: centre.latitude + y / perDegree,
    longitude: shortestTurn(centre.longitude + x / (perDegree * Math.cos((centre.latitude * Math.PI) / 180))),
  }
}

export function radiusOf(fence: Fence, centre: Coordinates): number {
  if (fence.kind === 'circle') return fence.radiusMetres
  return Math.max(1, ...(fence.rings[0] ?? []).map((corner) => distanceMetres(centre, corner)))
}

export function outlineOf(fence: Fence, centre: Coordinates): readonly (readonly Point[])[] {
  return fence.kind === 'circle' ? [] : fence.rings.map((ring) => ring.map((corner) => metresFrom(centre, corner)))
}

export function box(reach: number): readonly Point[] {
  return [
    { x: -reach, y: -reach },
    { x: reach, y: reach },
  ]
}

export interface Fitted {
  readonly pixelsPerMetre: number
  readonly at: (point: Point) => Point
  readonly left: number
  readonly top: number
}

/** All points within the margin; pixels run right and down. */
export function fit(points: readonly Point[], width: number, height: number): Fitted {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const room = 1 - 2 * MARGIN_SHARE
  const pixelsPerMetre = Math.min((width * room) / (east - west), (height * room) / (north - south))
  const middle = { x: (west + east) / 2, y: (south + north) / 2 }
  return {
    pixelsPerMetre,
    left: middle.x - width / 2 / pixelsPerMetre,
    top: middle.y + height / 2 / pixelsPerMetre,
    at: ({ x, y }) => ({
      x: width / 2 + (x - middle.x) * pixelsPerMetre,
      y: height / 2 - (y - middle.y) * pixelsPerMetre,
    }),
  }
}

/** Corners moved outward from the outline's centre line by line; rounding is left to the stroke. */
export function offsetOutline(corners: readonly Point[], metres: number): readonly Point[] {
  const turn = Math.sign(
    corners.reduce((sum, corner, index) => {
      const next = corners[(index + 1) % corners.length] ?? corner
      return sum + corner.x * next.y - next.x * corner.y
    }, 0),
  )
  return corners.flatMap((corner, index) => {
    const before = corners[(index + corners.length - 1) % corners.length] ?? corner
    const after = corners[(index + 1) % corners.length] ?? corner
    const normals = [normalOf(before, corner, turn), normalOf(corner, after, turn)]
    return normals.map(({ x, y }) => ({ x: corner.x + x * metres, y: corner.y + y * metres }))
  })
}

function normalOf(from: Point, to: Point, turn: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: (turn * (to.y - from.y)) / length, y: (-turn * (to.x - from.x)) / length }
}
