import type { Point } from '../fence-figure/figure-geometry'

const POINTS = 64

/** The tolerance as a closed line, metres around the fence's centre: 64 points, round corners. Pure. @param fence radius, or corners */
export function ringAround(fence: number | readonly Point[], toleranceMetres: number): readonly Point[] {
  const turns = Array.from({ length: POINTS }, (_, index) => (index / POINTS) * 2 * Math.PI)
  const points =
    typeof fence === 'number'
      ? turns.map((angle) => pointAt({ x: 0, y: 0 }, fence + toleranceMetres, angle))
      : parallel(fence, toleranceMetres)
  return [...points, ...points.slice(0, 1)]
}

/** Each corner becomes an arc from one side's normal to the next one's; where the outline bends inwards, one point. */
function parallel(corners: readonly Point[], metres: number): readonly Point[] {
  const turn = areaOf(corners) >= 0 ? 1 : -1
  const perCorner = Math.max(2, Math.floor(POINTS / Math.max(1, corners.length)))
  return corners.flatMap((corner, index) => {
    const before = normalAngle(corners[(index + corners.length - 1) % corners.length] ?? corner, corner, turn)
    const bend = shortest(normalAngle(corner, corners[(index + 1) % corners.length] ?? corner, turn) - before)
    if (bend * turn < 0) return [pointAt(corner, metres / Math.cos(bend / 2), before + bend / 2)]
    return Array.from({ length: perCorner }, (_, step) =>
      pointAt(corner, metres, before + (bend * step) / (perCorner - 1)),
    )
  })
}

/** Twice the area, positive where the corners run against the clock. */
function areaOf(corners: readonly Point[]): number {
  return corners.reduce((sum, { x, y }, index) => {
    const next = corners[(index + 1) % corners.length] ?? { x, y }
    return sum + x * next.y - next.x * y
  }, 0)
}

/** Of the outward normal of a side. */
function normalAngle(from: Point, to: Point, turn: number): number {
  return Math.atan2(-turn * (to.x - from.x), turn * (to.y - from.y))
}

function shortest(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle))
}

function pointAt({ x, y }: Point, distance: number, angle: number): Point {
  return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) }
}
