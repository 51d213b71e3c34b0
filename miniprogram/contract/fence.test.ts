import fc from 'fast-check'
import {
  distanceMetres,
  EARTH_RADIUS_METRES,
  fenceCentre,
  isInsideFence,
  isReadableCoordinates,
  shortestTurn,
  signedDistanceMetres,
} from './fence'
import type { Coordinates, Fence, PolygonFence } from './place'

const METRES_PER_DEGREE = 111_195.0797 // of latitude: 6 371 008.8 m × π / 180, worked out apart from the code

const at = (latitude: number, longitude: number): Coordinates => ({ latitude, longitude })
const polygon = (...rings: Coordinates[][]): PolygonFence => ({ kind: 'polygon', rings })
const box = (south: number, west: number, north: number, east: number): Coordinates[] => [
  at(south, west),
  at(south, east),
  at(north, east),
  at(north, west),
]

describe('distanceMetres', () => {
  it.each([
    ['one degree of latitude', at(31, 121), at(32, 121), METRES_PER_DEGREE, 0.001],
    ['a quarter of the equator', at(0, 0), at(0, 90), 10007557.221, 0.01],
    ['pole to pole', at(90, 0), at(-90, 77), 20015114.442, 0.01],
    ['half a degree of longitude at 60° north', at(60, 24), at(60, 24.5), 27798.7039, 0.01],
    ['over the antimeridian', at(0, 179.999), at(0, -179.999), 0.002 * METRES_PER_DEGREE, 0.001],
    ['the same place', at(22.5, 114), at(22.5, 114), 0, 0],
  ] as const)('%s', (_name, from, to, expected, tolerance) => {
    expect(Math.abs(distanceMetres(from, to) - expected)).toBeLessThanOrEqual(tolerance)
  })

  it('agrees with the angle between unit vectors, in both directions', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (from, to) => {
        const metres = distanceMetres(from, to)
        expect(Math.abs(metres - vectorDistance(from, to))).toBeLessThan(0.2)
        expect(distanceMetres(to, from)).toBeCloseTo(metres, 6)
      }),
    )
  })
})

describe('signedDistanceMetres of a circle', () => {
  const fence: Fence = { kind: 'circle', centre: at(31.23, 121.47), radiusMetres: 200 }

  it.each([
    ['the centre', 0, -200],
    ['inside', 150, -50],
    ['the edge', 200, 0],
    ['outside', 326.4, 126.4],
  ])('%s', (_name, northMetres, expected) => {
    expect(signedDistanceMetres(fence, at(31.23 + northMetres / METRES_PER_DEGREE, 121.47))).toBeCloseTo(expected, 3)
  })

  it('is the same on both sides of the antimeridian', () => {
    const fiji: Fence = { kind: 'circle', centre: at(-17, 180), radiusMetres: 100 }
    const east = signedDistanceMetres(fiji, at(-17, -179.999))
    expect(east).toBeCloseTo(0.001 * METRES_PER_DEGREE * Math.cos((17 * Math.PI) / 180) - 100, 3)
    expect(signedDistanceMetres(fiji, at(-17, 179.999))).toBeCloseTo(east, 6)
  })
})

describe('signedDistanceMetres of a polygon', () => {
  const square = polygon(box(0, 0.1, 0.01, 0.11))
  const step = 0.001 * METRES_PER_DEGREE

  it.each([
    ['the middle', square, at(0.005, 0.105), -5 * step],
    ['near the south edge', square, at(0.001, 0.105), -step],
    ['on an edge', square, at(0.01, 0.105), 0],
    ['on a corner', square, at(0, 0.1), 0],
    ['north of it', square, at(0.012, 0.105), 2 * step],
    ['off a corner', square, at(-0.003, 0.096), 5 * step],
    ['level with the south edge', square, at(0, 0.112), 2 * step],
    ['level with the north edge, west of it', square, at(0.01, 0.098), 2 * step],
  ])('%s', (_name, fence, place, expected) => {
    expect(Math.abs(signedDistanceMetres(fence, place) - expected)).toBeLessThan(0.01)
  })

  const courtyard = polygon(box(0, 0.1, 0.01, 0.11), box(0.004, 0.104, 0.006, 0.106))
  it.each([
    ['in the hole', at(0.005, 0.105), step],
    ['on the edge of the hole', at(0.004, 0.105), 0],
    ['between hole and outer edge', at(0.003, 0.105), -step],
    ['outside', at(-0.001, 0.105), step],
  ])('with a hole: %s', (_name, place, expected) => {
    expect(Math.abs(signedDistanceMetres(courtyard, place) - expected)).toBeLessThan(0.01)
  })

  const bent = polygon([at(0, 0), at(0, 0.003), at(0.001, 0.003), at(0.001, 0.001), at(0.003, 0.001), at(0.003, 0)])
  it.each([
    ['in the foot', at(0.0005, 0.002), -0.5 * step],
    ['in the notch', at(0.002, 0.002), step],
  ])('bent: %s', (_name, place, expected) => {
    expect(Math.abs(signedDistanceMetres(bent, place) - expected)).toBeLessThan(0.01)
  })

  const fiji = polygon(box(-0.01, 179.99, 0.01, -179.99))
  it.each([
    ['the middle as +180', at(0, 180), -10 * step],
    ['the middle as -180', at(0, -180), -10 * step],
    ['the western half', at(0, 179.995), -5 * step],
    ['the eastern half', at(0, -179.995), -5 * step],
    ['east of it', at(0, -179.98), 10 * step],
    ['a quarter of the world away', at(0, 90), 89.99 * METRES_PER_DEGREE],
  ])('over the antimeridian: %s', (_name, place, expected) => {
    expect(Math.abs(signedDistanceMetres(fiji, place) - expected)).toBeLessThan(0.05)
  })

  it('is infinitely far without corners', () => {
    expect(signedDistanceMetres(polygon(), at(0, 1))).toBe(Infinity)
    expect(signedDistanceMetres(polygon([]), at(0, 1))).toBe(Infinity)
  })

  it('agrees with brute force within a decimetre, for fences up to 20 km, anywhere between 80° south and north', () => {
    fc.assert(
      fc.property(starAndPlace, ({ ring, place }) => {
        const signed = signedDistanceMetres(polygon(ring), place)
        expect(Math.abs(Math.abs(signed) - sampledDistance(ring, place))).toBeLessThan(0.1)
        if (Math.abs(signed) > 0.1) expect(signed < 0).toBe(windingNumber(ring, place) !== 0)
      }),
      { numRuns: 150 },
    )
  })

  it('does not depend on the direction of a ring, on its first corner, or on where the antimeridian lies', () => {
    fc.assert(
      fc.property(
        starAndPlace,
        fc.nat(30),
        fc.double({ min: -360, max: 360, noNaN: true }),
        (star, turn, eastwards) => {
          const { ring, place } = star
          const expected = signedDistanceMetres(polygon(ring), place)
          const first = turn % ring.length
          const turned = [...ring.slice(first), ...ring.slice(0, first)].reverse()
          expect(signedDistanceMetres(polygon(turned), place)).toBeCloseTo(expected, 1)
          const moved = ring.map((corner) => moveEast(corner, eastwards))
          expect(signedDistanceMetres(polygon(moved), moveEast(place, eastwards))).toBeCloseTo(expected, 4)
        },
      ),
    )
  })

  it('never changes by more than the way gone (it is a distance)', () => {
    fc.assert(
      fc.property(starAndPlace, fc.double({ min: -0.01, max: 0.01, noNaN: true }), ({ ring, place }, northwards) => {
        const further = at(place.latitude + northwards, place.longitude)
        const change = signedDistanceMetres(polygon(ring), further) - signedDistanceMetres(polygon(ring), place)
        expect(Math.abs(change)).toBeLessThanOrEqual(distanceMetres(place, further) + 0.05)
      }),
    )
  })
})

describe('isInsideFence', () => {
  it.each([
    ['inside, precise', -10, 15, 50, true],
    ['on the edge', 0, 1, 50, true],
    ['outside by exactly the accuracy', 30, 30, 50, true],
    ['outside by more than the accuracy', 30.01, 30, 50, false],
    ['outside by exactly the cap', 50, 120, 50, true],
    ['outside by more than the cap, a coarse fix', 50.01, 120, 50, false],
    ['a cap of zero', 0.01, 30, 0, false],
    ['no accuracy', -10, null, 50, false],
    ['an accuracy of zero', -10, 0, 50, false],
    ['a negative accuracy', -10, -5, 50, false],
    ['an accuracy that is no number', -10, NaN, 50, false],
    ['a distance that is no number', NaN, 10, 50, false],
    ['a cap that is no number', 10, 10, NaN, false],
    ['infinitely far', Infinity, Infinity, 50, false],
  ])('%s', (_name, signed, accuracyMetres, toleranceCapMetres, expected) => {
    expect(isInsideFence(signed, accuracyMetres, toleranceCapMetres)).toBe(expected)
  })
})

describe('fenceCentre', () => {
  it.each<[string, Fence, Coordinates]>([
    ['a circle', { kind: 'circle', centre: at(1, 2), radiusMetres: 50 }, at(1, 2)],
    ['a box', polygon(box(31, 121, 31.02, 121.04)), at(31.01, 121.02)],
    ['a triangle', polygon([at(0, 1), at(0, 1.03), at(0.03, 1)]), at(0.01, 1.01)],
    [
      'a corner entered twice as densely',
      polygon([at(0, 1), at(0, 1.01), at(0, 1.02), at(0.02, 1.02), at(0.02, 1)]),
      at(0.01, 1.01),
    ],
    ['over the antimeridian', polygon(box(-0.01, 179.98, 0.01, -179.99)), at(0, 179.995)],
  ])('of %s', (_name, fence, expected) => {
    expect(fenceCentre(fence).latitude).toBeCloseTo(expected.latitude, 9)
    expect(fenceCentre(fence).longitude).toBeCloseTo(expected.longitude, 9)
  })

  it('refuses a polygon without corners', () => {
    expect(() => fenceCentre(polygon())).toThrow(RangeError)
  })
})

describe('isReadableCoordinates', () => {
  it.each([
    [31.23, 121.47, true],
    [0, 0, false],
    [-0, 0, false],
    [0, 0.000001, true],
    [0, 121, true],
    [90, 0, true],
    [90.0001, 0, false],
    [-90, -180, true],
    [10, 180.0001, false],
    [NaN, 121, false],
    [31, NaN, false],
    [Infinity, 121, false],
    [31, -Infinity, false],
  ])('%p, %p: %p', (latitude, longitude, expected) => {
    expect(isReadableCoordinates({ latitude, longitude })).toBe(expected)
  })
})

describe('shortestTurn', () => {
  it.each([
    [0, 0],
    [179.9, 179.9],
    [180, -180],
    [-180, -180],
    [181, -179],
    [-541, 179],
    [720, 0],
  ])('%p is %p', (degrees, expected) => {
    expect(shortestTurn(degrees)).toBeCloseTo(expected, 9)
  })
})

// ---- independent references -----------------------------------------------------------------------------------

const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

/** A ring around a centre, 60 m to 20 km across, and a place within about the same reach. */
const starAndPlace = fc
  .record({
    centre: fc.record({
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
      longitude: fc.oneof(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 179.95, max: 180, noNaN: true }),
      ),
    }),
    reachMetres: fc.double({ min: 60, max: 10_000, noNaN: true }),
    shares: fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 16 }),
    place: fc.record({
      east: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      north: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
    }),
  })
  .map(({ centre, reachMetres, shares, place }) => {
    const offset = (east: number, north: number): Coordinates =>
      moveEast(
        at(centre.latitude + north / METRES_PER_DEGREE, centre.longitude),
        east / METRES_PER_DEGREE / Math.cos((centre.latitude * Math.PI) / 180),
      )
    const ring = shares.map((share, index) => {
      const angle = (2 * Math.PI * index) / shares.length
      return offset(reachMetres * share * Math.cos(angle), reachMetres * share * Math.sin(angle))
    })
    return { ring, place: offset(reachMetres * place.east, reachMetres * place.north) }
  })

function moveEast(place: Coordinates, degrees: number): Coordinates {
  return at(place.latitude, shortestTurn(place.longitude + degrees))
}

function vector({ latitude, longitude }: Coordinates): [number, number, number] {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

function vectorDistance(from: Coordinates, to: Coordinates): number {
  const [a, b] = [vector(from), vector(to)]
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  const cross = Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
  return EARTH_RADIUS_METRES * Math.atan2(cross, dot)
}

/** Walks each edge in 60 steps, then three times more closely around the nearest step: right to a centimetre. */
function sampledDistance(ring: Coordinates[], place: Coordinates): number {
  let nearest = Infinity
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length]!
    const turn = shortestTurn(to.longitude - from.longitude)
    let [low, high] = [0, 1]
    for (let round = 0; round < 4; round++) {
      const step = (high - low) / 60
      let [bestShare, best] = [low, Infinity]
      for (let part = 0; part <= 60; part++) {
        const share = low + step * part
        const sample = at(from.latitude + share * (to.latitude - from.latitude), from.longitude + share * turn)
        const metres = vectorDistance(place, sample)
        if (metres < best) [bestShare, best] = [share, metres]
      }
      nearest = Math.min(nearest, best)
      low = Math.max(0, bestShare - step)
      high = Math.min(1, bestShare + step)
    }
  })
  return nearest
}

/** By the sum of angles, not by crossings. */
function windingNumber(ring: Coordinates[], place: Coordinates): number {
  const scale = Math.cos((place.latitude * Math.PI) / 180)
  const bearings = ring.map((corner) =>
    Math.atan2(corner.latitude - place.latitude, shortestTurn(corner.longitude - place.longitude) * scale),
  )
  const turns = bearings.map((bearing, index) => {
    const change = bearings[(index + 1) % bearings.length]! - bearing
    return Math.atan2(Math.sin(change), Math.cos(change))
  })
  return Math.round(turns.reduce((sum, turn) => sum + turn, 0) / (2 * Math.PI))
}
