/**
 * Where maps shift coordinates. Maps of mainland China use GCJ-02; those of Hong Kong, Macau, Taiwan and the rest of the
 * world use WGS-84. The outline only proposes: a person confirms on the map.
 */
import gcoord from 'gcoord'
import { signedDistanceMetres } from '#contract/fence'
import type { CoordinateSystem, Coordinates, Fence, PolygonFence } from '#contract/place'
import { HONG_KONG, MACAU, MAINLAND } from './mainland-outline.rules'

const OUTLINE: PolygonFence = { kind: 'polygon', rings: [MAINLAND, HONG_KONG, MACAU].map(pairs) }

function pairs(flat: readonly number[]): Coordinates[] {
  const ring: Coordinates[] = []
  for (let index = 0; index + 1 < flat.length; index += 2) {
    ring.push({ longitude: flat[index] ?? NaN, latitude: flat[index + 1] ?? NaN })
  }
  return ring
}

/** Proposes whether a place lies in mainland China; in doubt by some kilometres along the outline. */
export function looksMainland(coordinates: Coordinates): boolean {
  return signedDistanceMetres(OUTLINE, coordinates) < 0
}

/** The system that places are kept and compared in. */
export function systemOf(mainlandChina: boolean): CoordinateSystem {
  return mainlandChina ? 'gcj02' : 'wgs84'
}

/**
 * Coordinates as they are kept. Only WGS-84 inside mainland China is converted; GCJ-02 elsewhere does not exist and
 * must have been refused before.
 */
export function toKeptCoordinates(
  coordinates: Coordinates,
  system: CoordinateSystem,
  mainlandChina: boolean,
): Coordinates {
  if (!mainlandChina || system === 'gcj02') return coordinates
  const [longitude, latitude] = gcoord.transform<[number, number]>(
    [coordinates.longitude, coordinates.latitude],
    gcoord.WGS84,
    gcoord.GCJ02,
  )
  return { latitude, longitude }
}

/** A fence as it is kept: every point converted, the radius as it is. */
export function toKeptFence(fence: Fence, system: CoordinateSystem, mainlandChina: boolean): Fence {
  const convert = (point: Coordinates) => toKeptCoordinates(point, system, mainlandChina)
  if (fence.kind === 'circle') return { ...fence, centre: convert(fence.centre) }
  return { kind: 'polygon', rings: fence.rings.map((ring) => ring.map(convert)) }
}
