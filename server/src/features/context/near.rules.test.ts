import { distanceMetres } from '#contract/fence'
import { boxAround, coarsePosition } from './near.rules'

describe('coarsePosition', () => {
  it.each([
    [31.20413, 121.59071, 31.2, 121.6],
    [-33.8688, 151.2093, -33.86, 151.2],
    [0.009, -0.009, 0, 0],
    [90, 180, 90, 180],
  ])('%s, %s', (latitude, longitude, coarseLatitude, coarseLongitude) => {
    const coarse = coarsePosition({ latitude, longitude })
    expect(coarse.latitude).toBeCloseTo(coarseLatitude, 10)
    expect(coarse.longitude).toBeCloseTo(coarseLongitude, 10)
  })
})

describe('boxAround', () => {
  it.each([
    ['Shanghai', { latitude: 31.2, longitude: 121.6 }],
    ['Reykjavik', { latitude: 64.14, longitude: -21.94 }],
    ['the equator', { latitude: 0, longitude: 10 }],
  ])('reaches 5 km to each side of %s', (_what, middle) => {
    const { south, west, north, east } = boxAround(middle)
    for (const edge of [
      { latitude: south, longitude: middle.longitude },
      { latitude: north, longitude: middle.longitude },
      { latitude: middle.latitude, longitude: west },
      { latitude: middle.latitude, longitude: east },
    ]) {
      expect(Math.abs(distanceMetres(middle, edge) - 5_000)).toBeLessThan(10)
    }
  })

  it('crosses the antimeridian and stops at the poles', () => {
    const fiji = boxAround({ latitude: -16.8, longitude: 179.98 })
    expect(fiji.west).toBeGreaterThan(179)
    expect(fiji.east).toBeLessThan(-179)
    expect(boxAround({ latitude: 90, longitude: 0 }).north).toBe(90)
    expect(boxAround({ latitude: -90, longitude: 0 }).south).toBe(-90)
  })
})
