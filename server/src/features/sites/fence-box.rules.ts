import { EARTH_RADIUS_METRES, fenceCentre, shortestTurn } from '#contract/fence'
import type { Coordinates, Fence } from '#contract/place'

/** Degrees. `west` lies between -180 and 180; `east` is never less than `west` and passes 180 over the antimeridian. */
export interface Box {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

/** Wider than any tolerance that a fix can bring along. */
const MARGIN_METRES = 250

/** The box around a fence and its tolerance, by which near sites are proposed; the decision reads the fence itself. */
export function fenceBox(fence: Fence): Box {
  const { points, reachMetres } = spreadOf(fence)
  const reference = fenceCentre(fence).longitude
  const turns = points.map((point) => shortestTurn(point.longitude - reference))
  const latitudes = points.map((point) => point.latitude)
  const northDegrees = (reachMetres / EARTH_RADIUS_METRES) * (180 / Math.PI)
  const south = Math.max(-90, Math.min(...latitudes) - northDegrees)
  const north = Math.min(90, Math.max(...latitudes) + northDegrees)
  // Meridians are nearest to each other at the box's end that is nearer to a pole.
  const eastDegrees = northDegrees / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  const west = shortestTurn(reference + Math.min(...turns) - eastDegrees)
  return { south, north, west, east: west + Math.max(...turns) - Math.min(...turns) + 2 * eastDegrees }
}

function spreadOf(fence: Fence): { readonly points: readonly Coordinates[]; readonly reachMetres: number } {
  if (fence.kind === 'circle') return { points: [fence.centre], reachMetres: fence.radiusMetres + MARGIN_METRES }
  return { points: fence.rings[0] ?? [], reachMetres: MARGIN_METRES }
}
