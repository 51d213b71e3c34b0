import { signedDistanceMetres } from '#contract/fence'
import type { Fence } from '#contract/place'
import { placeInside, placeOutside } from './place'

const FENCES: readonly [string, Fence][] = [
  ['a circle', { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5907 }, radiusMetres: 150 }],
  ['a far northern circle', { kind: 'circle', centre: { latitude: 53.48, longitude: 122.37 }, radiusMetres: 20 }],
  [
    'an L-shaped polygon, whose middle is outside',
    {
      kind: 'polygon',
      rings: [
        [
          { latitude: 31.3, longitude: 120.6 },
          { latitude: 31.3, longitude: 120.61 },
          { latitude: 31.301, longitude: 120.61 },
          { latitude: 31.301, longitude: 120.601 },
          { latitude: 31.31, longitude: 120.601 },
          { latitude: 31.31, longitude: 120.6 },
        ],
      ],
    },
  ],
]

describe.each(FENCES)('%s', (_, fence) => {
  it('has a place inside, never the same one', () => {
    const places = Array.from({ length: 20 }, () => placeInside(fence))
    for (const place of places) expect(signedDistanceMetres(fence, place)).toBeLessThan(0)
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(20)
  })

  it('has a place far outside', () => {
    expect(signedDistanceMetres(fence, placeOutside(fence))).toBeGreaterThan(1_900)
  })
})
