import fc from 'fast-check'
import { distanceMetres, shortestTurn } from '#contract/fence'
import type { Coordinates } from '#contract/place'
import { fenceBox, type Box } from './fence-box.rules'

const contains = ({ south, west, north, east }: Box, { latitude, longitude }: Coordinates) =>
  latitude >= south &&
  latitude <= north &&
  [-360, 0, 360].some((turn) => longitude + turn >= west && longitude + turn <= east)

describe('fenceBox', () => {
  it('lies around a circle with 250 m to spare', () => {
    const box = fenceBox({ kind: 'circle', centre: { latitude: 0, longitude: 100 }, radiusMetres: 750 })
    expect(box.north).toBeCloseTo(1_000 / 111_195.08, 9)
    expect(box.south).toBeCloseTo(-1_000 / 111_195.08, 9)
    expect(box.west).toBeCloseTo(100 - 1_000 / 111_195.08, 6)
    expect(box.east).toBeCloseTo(100 + 1_000 / 111_195.08, 6)
  })

  it('starts west of the antimeridian and ends beyond it', () => {
    const corners = [179.99, -179.99, -179.99].map((longitude, index) => ({
      longitude,
      latitude: index === 2 ? 0.02 : 0.01,
    }))
    const box = fenceBox({ kind: 'polygon', rings: [corners] })
    expect(box.west).toBeCloseTo(179.99 - 250 / 111_195.08, 5)
    expect(box.east).toBeCloseTo(180.01 + 250 / 111_195.08, 5)
  })

  it('contains every place within the radius and 200 m of it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -84.9, max: 84.9, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 20, max: 5_000, noNaN: true }),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        (latitude, longitude, radiusMetres, bearing) => {
          const centre = { latitude, longitude }
          const reach = (radiusMetres + 200) / 111_195.08
          const place = {
            latitude: latitude + reach * Math.sin(bearing),
            longitude: shortestTurn(longitude + (reach * Math.cos(bearing)) / Math.cos((latitude * Math.PI) / 180)),
          }
          fc.pre(distanceMetres(centre, place) <= radiusMetres + 200)
          const box = fenceBox({ kind: 'circle', centre, radiusMetres })
          expect(contains(box, place)).toBe(true)
          expect(box.west).toBeGreaterThanOrEqual(-180)
          expect(box.west).toBeLessThan(180)
          expect(box.east).toBeGreaterThan(box.west)
        },
      ),
    )
  })
})
