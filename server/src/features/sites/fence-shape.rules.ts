/** Whether rings of corners make a polygon: no crossing, no touching, holes inside. Exact (robust-predicates). */
import { orient2d } from 'robust-predicates'
import { distanceMetres, shortestTurn } from '#contract/fence'
import type { Coordinates } from '#contract/place'
import type { ErrorDetail } from '#contract/error-codes'

export const FEWEST_RING_POINTS = 3
export const MOST_POLYGON_POINTS = 200
export const LARGEST_EXTENT_METRES = 20_000
const SMALLEST_AREA_SQUARE_METRES = 1
const METRES_PER_DEGREE = 111_195

type Point = readonly [x: number, y: number]
interface Edge {
  readonly ring: number
  readonly index: number
  readonly from: Point
  readonly to: Point
}

/** @returns problems by path, e.g. `fence.rings.1.4`; empty for a sound polygon. Corners must be readable. */
export function polygonProblems(rings: readonly (readonly Coordinates[])[]): readonly ErrorDetail[] {
  const counted = countProblems(rings)
  if (counted.length > 0) return counted
  const extent = extentMetres(rings.flat())
  if (extent > LARGEST_EXTENT_METRES) {
    const problem = `围栏最远两点相距不超过 ${LARGEST_EXTENT_METRES} 米，现为 ${Math.round(extent)} 米`
    return [{ path: 'fence.rings', problem }]
  }
  const plane = toPlane(rings)
  const crossing = crossingProblem(plane)
  if (crossing !== null) return [crossing]
  return [...holeProblems(plane), ...areaProblems(plane)]
}

function countProblems(rings: readonly (readonly Coordinates[])[]): ErrorDetail[] {
  const points = rings.reduce((count, ring) => count + ring.length, 0)
  if (rings.length === 0) return [{ path: 'fence.rings', problem: '至少要有一圈边界' }]
  if (points > MOST_POLYGON_POINTS) {
    return [{ path: 'fence.rings', problem: `最多 ${MOST_POLYGON_POINTS} 个点，现为 ${points} 个` }]
  }
  return rings.flatMap((ring, number) => {
    if (ring.length < FEWEST_RING_POINTS) {
      const problem = `每圈至少 ${FEWEST_RING_POINTS} 个点，现为 ${ring.length} 个`
      return [{ path: `fence.rings.${number}`, problem }]
    }
    return ring.flatMap((point, index) => {
      const before = (index + ring.length - 1) % ring.length
      const previous = ring[before]
      if (previous === undefined || !isSamePlace(point, previous)) return []
      return [{ path: `fence.rings.${number}.${index}`, problem: `第 ${index + 1} 点与第 ${before + 1} 点重合` }]
    })
  })
}

function isSamePlace(a: Coordinates, b: Coordinates): boolean {
  return a.latitude === b.latitude && shortestTurn(a.longitude - b.longitude) === 0
}

function extentMetres(points: readonly Coordinates[]): number {
  return points.reduce(
    (most, point, index) =>
      points.slice(index + 1).reduce((far, other) => Math.max(far, distanceMetres(point, other)), most),
    0,
  )
}

/** Degrees as they are (exact), longitudes continued over the antimeridian. */
function toPlane(rings: readonly (readonly Coordinates[])[]): Point[][] {
  const reference = rings[0]?.[0]?.longitude ?? 0
  return rings.map((ring) =>
    ring.map(({ longitude, latitude }): Point => {
      if (Math.abs(longitude - reference) <= 180) return [longitude, latitude]
      return [longitude < reference ? longitude + 360 : longitude - 360, latitude]
    }),
  )
}

function edgesOf(rings: readonly (readonly Point[])[]): Edge[] {
  return rings.flatMap((points, ring) =>
    points.map((from, index) => ({ ring, index, from, to: points[(index + 1) % points.length] ?? from })),
  )
}

function crossingProblem(rings: readonly (readonly Point[])[]): ErrorDetail | null {
  const edges = edgesOf(rings)
  for (const [number, edge] of edges.entries()) {
    for (const other of edges.slice(number + 1)) {
      const last = (rings[edge.ring]?.length ?? 0) - 1
      const follows = edge.ring === other.ring && other.index === edge.index + 1
      const closes = edge.ring === other.ring && edge.index === 0 && other.index === last
      const meets = follows ? turnsBack(edge, other) : closes ? turnsBack(other, edge) : touch(edge, other)
      if (meets) {
        const problem = `第 ${other.ring + 1} 圈第 ${other.index + 1} 条边与第 ${edge.ring + 1} 圈第 ${edge.index + 1} 条边相交`
        return { path: `fence.rings.${other.ring}.${other.index}`, problem }
      }
    }
  }
  return null
}

/** Two edges in a row share their corner; they overlap when the second runs back along the first. */
function turnsBack(first: Edge, second: Edge): boolean {
  if (side(first, second.to) !== 0) return false
  const [x, y] = first.to
  return (first.from[0] - x) * (second.to[0] - x) + (first.from[1] - y) * (second.to[1] - y) > 0
}

/** Whether two closed segments share a point. */
function touch(a: Edge, b: Edge): boolean {
  const [a1, a2, b1, b2] = [side(b, a.from), side(b, a.to), side(a, b.from), side(a, b.to)]
  if (a1 * a2 < 0 && b1 * b2 < 0) return true
  return (
    (a1 === 0 && inBox(b, a.from)) ||
    (a2 === 0 && inBox(b, a.to)) ||
    (b1 === 0 && inBox(a, b.from)) ||
    (b2 === 0 && inBox(a, b.to))
  )
}

function side(edge: Edge, point: Point): number {
  return Math.sign(orient2d(edge.from[0], edge.from[1], edge.to[0], edge.to[1], point[0], point[1]))
}

function inBox({ from, to }: Edge, [x, y]: Point): boolean {
  return (
    Math.min(from[0], to[0]) <= x &&
    x <= Math.max(from[0], to[0]) &&
    Math.min(from[1], to[1]) <= y &&
    y <= Math.max(from[1], to[1])
  )
}

/** Rings that neither cross nor touch: one corner tells for the whole ring. */
function holeProblems(rings: readonly (readonly Point[])[]): ErrorDetail[] {
  const [outer, ...holes] = rings
  return holes.flatMap((hole, index) => {
    const corner = hole[0]
    if (outer === undefined || corner === undefined) return []
    const path = `fence.rings.${index + 1}`
    if (!surrounds(outer, corner)) return [{ path, problem: `第 ${index + 1} 个空洞不在外圈之内` }]
    const around = holes.findIndex((other, number) => number !== index && surrounds(other, corner))
    return around < 0 ? [] : [{ path, problem: `第 ${index + 1} 个空洞在第 ${around + 1} 个空洞之内` }]
  })
}

/** Even-odd rule with exact sides. */
function surrounds(ring: readonly Point[], point: Point): boolean {
  return edgesOf([ring]).reduce((inside, edge) => {
    const upwards = edge.to[1] > edge.from[1]
    if (edge.from[1] > point[1] === edge.to[1] > point[1]) return inside
    return side(edge, point) > 0 === upwards ? !inside : inside
  }, false)
}

function areaProblems(rings: readonly (readonly Point[])[]): ErrorDetail[] {
  const [outer = 0, ...holes] = rings.map(squareMetres)
  const area = outer - holes.reduce((sum, hole) => sum + hole, 0)
  if (area >= SMALLEST_AREA_SQUARE_METRES) return []
  return [{ path: 'fence.rings', problem: `面积至少 ${SMALLEST_AREA_SQUARE_METRES} 平方米` }]
}

/** Shoelace formula on degrees made metres at the first corner's latitude: right to a few percent, enough for a floor. */
function squareMetres(ring: readonly Point[]): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  const twice = edgesOf([ring]).reduce(
    (sum, { from, to }) => sum + (from[0] - x0) * (to[1] - y0) - (to[0] - x0) * (from[1] - y0),
    0,
  )
  return (Math.abs(twice) / 2) * METRES_PER_DEGREE ** 2 * Math.cos((y0 * Math.PI) / 180)
}
