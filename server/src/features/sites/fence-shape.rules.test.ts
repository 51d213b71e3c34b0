import fc from 'fast-check'
import type { Coordinates } from '#contract/place'
import { polygonProblems } from './fence-shape.rules'

type Corner = readonly [east: number, north: number]

/** Corners in thousandths of a degree (about 100 m) off a place. */
const ring = (corners: readonly Corner[], west = 121.5, south = 31.2): Coordinates[] =>
  corners.map(([east, north]) => ({ longitude: west + east / 1_000, latitude: south + north / 1_000 }))

const square = (east: number, north: number, side: number): Corner[] => [
  [east, north],
  [east + side, north],
  [east + side, north + side],
  [east, north + side],
]

const circleOf = (points: number, radius: number): Corner[] =>
  Array.from({ length: points }, (_, index): Corner => {
    const angle = (2 * Math.PI * index) / points
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })

describe('polygonProblems', () => {
  it.each<[string, readonly (readonly Corner[])[]]>([
    [
      'a triangle',
      [
        [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
      ],
    ],
    ['a square, clockwise', [[...square(0, 0, 2)].reverse()]],
    [
      'a bent shape',
      [
        [
          [0, 0],
          [3, 0],
          [3, 1],
          [1, 1],
          [1, 3],
          [0, 3],
        ],
      ],
    ],
    [
      'a corner on a straight line',
      [
        [
          [0, 0],
          [1, 0],
          [2, 0],
          [2, 2],
        ],
      ],
    ],
    ['two holes', [square(0, 0, 10), square(1, 1, 2), square(5, 5, 2)]],
    ['200 points', [circleOf(200, 5)]],
    [
      'just under 20 km',
      [
        [
          [0, 0],
          [0, 179],
          [1, 0],
        ],
      ],
    ],
  ])('accepts %s', (_name, rings) => {
    expect(polygonProblems(rings.map((corners) => ring(corners)))).toEqual([])
  })

  it.each<[string, readonly (readonly Corner[])[], string, RegExp]>([
    ['no ring', [], 'fence.rings', /至少要有一圈/],
    [
      'two points',
      [
        [
          [0, 0],
          [1, 0],
        ],
      ],
      'fence.rings.0',
      /至少 3 个点，现为 2 个/,
    ],
    ['an empty hole', [square(0, 0, 9), []], 'fence.rings.1', /至少 3 个点，现为 0 个/],
    ['201 points', [circleOf(201, 5)], 'fence.rings', /最多 200 个点，现为 201 个/],
    ['the first point repeated at the end', [[...square(0, 0, 2), [0, 0]]], 'fence.rings.0.0', /第 1 点与第 5 点重合/],
    [
      'a point twice in a row',
      [
        [
          [0, 0],
          [1, 0],
          [1, 0],
          [0, 1],
        ],
      ],
      'fence.rings.0.2',
      /第 3 点与第 2 点重合/,
    ],
    [
      'a bow tie',
      [
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
        ],
      ],
      'fence.rings.0.2',
      /第 1 圈第 3 条边与第 1 圈第 1 条边相交/,
    ],
    [
      'a corner on another edge',
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [2, 0],
          [0, 4],
        ],
      ],
      'fence.rings.0.2',
      /相交/,
    ],
    [
      'the same corner twice',
      [
        [
          [0, 0],
          [2, 0],
          [1, 1],
          [2, 2],
          [0, 2],
          [1, 1],
        ],
      ],
      'fence.rings.0.4',
      /相交/,
    ],
    [
      'a spike that runs back',
      [
        [
          [0, 0],
          [4, 0],
          [2, 0],
          [2, 2],
        ],
      ],
      'fence.rings.0.1',
      /相交/,
    ],
    [
      'all points on one parallel',
      [
        [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
      ],
      'fence.rings.0.2',
      /相交/,
    ],
    [
      'all points on one slanting line, but for rounding',
      [
        [
          [0, 0],
          [1, 1],
          [2, 2],
        ],
      ],
      'fence.rings',
      /面积/,
    ],
    [
      'a spike at the first corner',
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [-1, 0],
          [-2, 0],
        ],
      ],
      'fence.rings.0.4',
      /相交/,
    ],
    [
      'less than a square metre',
      [
        [
          [0, 0],
          [0.005, 0],
          [0, 0.005],
        ],
      ],
      'fence.rings',
      /面积至少 1 平方米/,
    ],
    [
      'over 20 km',
      [
        [
          [0, 0],
          [0, 180],
          [1, 0],
        ],
      ],
      'fence.rings',
      /不超过 20000 米，现为 20015 米/,
    ],
    ['a hole outside', [square(0, 0, 2), square(5, 5, 1)], 'fence.rings.1', /第 1 个空洞不在外圈之内/],
    ['a hole around the outer ring', [square(1, 1, 2), square(0, 0, 9)], 'fence.rings.1', /不在外圈之内/],
    ['a hole over the edge', [square(0, 0, 4), square(3, 1, 2)], 'fence.rings.1.0', /第 2 圈第 1 条边与第 1 圈/],
    ['a hole that touches the edge', [square(0, 0, 4), square(0, 1, 2)], 'fence.rings.1.0', /相交/],
    ['a hole in a hole', [square(0, 0, 9), square(1, 1, 6), square(2, 2, 1)], 'fence.rings.2', /第 2 个空洞在第 1 个/],
    ['two holes that cross', [square(0, 0, 9), square(1, 1, 3), square(2, 2, 3)], 'fence.rings.2.0', /相交/],
  ])('refuses %s', (_name, rings, path, problem) => {
    const [first] = polygonProblems(rings.map((corners) => ring(corners)))
    expect(first?.path).toBe(path)
    expect(first?.problem).toMatch(problem)
  })

  it('takes a box over the antimeridian, and finds a bow tie there', () => {
    const box = [
      { longitude: 179.99, latitude: -17 },
      { longitude: -179.99, latitude: -17 },
      { longitude: -179.99, latitude: -16.99 },
      { longitude: 179.99, latitude: -16.99 },
    ]
    expect(polygonProblems([box])).toEqual([])
    expect(polygonProblems([[box[0]!, box[2]!, box[1]!, box[3]!]])[0]?.problem).toMatch(/相交/)
  })

  it('sees that 180 and -180 are one meridian', () => {
    const corners = [180, -180, 179.99].map((longitude, index) => ({ longitude, latitude: index === 2 ? 1.01 : 1 }))
    expect(polygonProblems([corners])[0]?.problem).toMatch(/第 2 点与第 1 点重合/)
  })

  it('accepts every star around a centre, and refuses it with two neighbours of a square swapped', () => {
    const shares = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 })
    fc.assert(
      fc.property(shares, (lengths) => {
        const star = circleOf(lengths.length, 20).map(([x, y], index): Corner => [
          x * lengths[index]!,
          y * lengths[index]!,
        ])
        expect(polygonProblems([ring(star)])).toEqual([])
      }),
    )
    fc.assert(
      fc.property(fc.nat(3), fc.double({ min: 0.1, max: 20, noNaN: true }), (first, side) => {
        const corners = square(0, 0, side)
        const second = (first + 1) % 4
        ;[corners[first], corners[second]] = [corners[second]!, corners[first]!]
        expect(polygonProblems([ring(corners)])[0]?.problem).toMatch(/相交/)
      }),
    )
  })
})
