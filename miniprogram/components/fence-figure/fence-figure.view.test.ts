import type { Fence } from '../../contract/place'
import { directionText, figureView, type FigureInput } from './fence-figure.view'

const CENTRE = { latitude: 31.2041, longitude: 121.5906 }
const METRES_PER_DEGREE = 111_194.9
const CIRCLE: Fence = { kind: 'circle', centre: CENTRE, radiusMetres: 200 }

/** So many metres east and north of the centre. */
const place = (east: number, north: number, accuracyMetres: number | null = 15) => ({
  latitude: CENTRE.latitude + north / METRES_PER_DEGREE,
  longitude: CENTRE.longitude + east / (METRES_PER_DEGREE * Math.cos((CENTRE.latitude * Math.PI) / 180)),
  accuracyMetres,
})

const SQUARE: Fence = {
  kind: 'polygon',
  rings: [
    [place(-100, -100), place(100, -100), place(100, 100), place(-100, 100)].map(({ latitude, longitude }) => ({
      latitude,
      longitude,
    })),
  ],
}

const input = (change: Partial<FigureInput> = {}): FigureInput => ({
  fence: CIRCLE,
  siteName: '苏州工厂',
  fix: place(0, 0),
  toleranceMetres: 15,
  tone: 'accepted',
  gapMetres: null,
  widthPixels: 343,
  heightPixels: 184,
  ...change,
})

const svgOf = (change: Partial<FigureInput> = {}) =>
  decodeURIComponent(figureView(input(change)).picture.replace('data:image/svg+xml,', ''))
const circles = (svg: string) =>
  Array.from(
    svg.matchAll(/<circle class="(\w+)" cx="([-\d.]+)" cy="([-\d.]+)" r="([\d.]+)"/g),
    ([, kind, x, y, r]) => ({
      kind,
      x: Number(x),
      y: Number(y),
      r: Number(r),
    }),
  )

describe('the fence figure', () => {
  it('is to scale: ring and fence differ by the tolerance', () => {
    const drawn = circles(svgOf())
    const fence = drawn.find(({ kind }) => kind === 'fence')!
    const ring = drawn.find(({ kind }) => kind === 'ring')!
    expect(ring.r / fence.r).toBeCloseTo(215 / 200, 2)
    expect(2 * ring.r).toBeCloseTo(184 * 0.8, 0)
  })

  it('puts the fix where it is, all of it within the margin', () => {
    const drawn = circles(svgOf({ fix: place(286, -60), tone: 'late', gapMetres: 78 }))
    const fence = drawn.find(({ kind }) => kind === 'fence')!
    const dot = drawn.filter(({ kind }) => kind === 'late').pop()!
    const perMetre = fence.r / 200
    expect((dot.x - fence.x) / perMetre).toBeCloseTo(286, -1)
    expect((dot.y - fence.y) / perMetre).toBeCloseTo(60, -1)
    for (const { x, y } of [fence, dot]) {
      expect(x).toBeGreaterThan(343 * 0.09)
      expect(x).toBeLessThan(343 * 0.91)
      expect(y).toBeGreaterThan(184 * 0.09)
      expect(y).toBeLessThan(184 * 0.91)
    }
  })

  it.each([
    ['a circle', {}, '0 m'],
    ['outside', { fix: place(301, 0), gapMetres: 86, tone: 'late' as const }, '还差 86 m'],
    ['inside', { fix: place(35, 0) }, '35 m'],
    ['without a fix', { fix: null }, undefined],
    ['too far to draw', { fix: place(9_000, 0), gapMetres: 8_785, tone: 'late' as const }, undefined],
  ])('says how far it is: %s', (_, change, text) => {
    expect(figureView(input(change)).pill?.text).toBe(text)
  })

  it('gives bearing and distance beyond twenty radii', () => {
    const view = figureView(input({ fix: place(9_000, 0), gapMetres: 8_785, tone: 'late' }))
    expect(view.away).toBe('在你西边 8785 m，走近些再签')
    expect(view.label).toBe('苏州工厂，还差 8785 m，在你西边 8785 m，走近些再签')
  })

  it('draws a polygon and its parallel', () => {
    const svg = svgOf({ fence: SQUARE })
    const [fence, ring] = ['fence', 'ring'].map(
      (kind) => new RegExp(`<path class="${kind}"[^>]* d="([^"]+)"`).exec(svg)?.[1],
    )
    expect(fence?.match(/L/g)).toHaveLength(3)
    expect(ring?.match(/L/g)).toHaveLength(7)
  })

  it('keeps its labels within the figure', () => {
    for (const [east, north] of [
      [-400, 0],
      [400, 0],
      [0, 300],
      [0, -300],
    ] as const) {
      const { pill } = figureView(input({ fix: place(east, north), gapMetres: 100, tone: 'late' }))
      expect(pill?.leftPercent).toBeGreaterThanOrEqual(14)
      expect(pill?.leftPercent).toBeLessThanOrEqual(86)
      expect(pill?.topPercent).toBeGreaterThanOrEqual(0)
      expect(pill?.topPercent).toBeLessThan(90)
    }
  })

  it.each([
    [0, 1, '北'],
    [1, 1, '东北'],
    [1, 0, '东'],
    [0, -1, '南'],
    [-1, -1, '西南'],
    [-1, 0, '西'],
    [-1, 1, '西北'],
  ])('direction %d %d', (east, north, text) => {
    expect(directionText(place(east * 100, north * 100), CENTRE)).toBe(text)
  })

  it.each([
    [20, '20 m'],
    [200, '200 m'],
    [5_000, '5 km'],
  ])('has a scale bar for a radius of %d m', (radiusMetres, label) => {
    const { scaleBar } = figureView(input({ fence: { kind: 'circle', centre: CENTRE, radiusMetres }, fix: null }))
    expect(scaleBar.label).toBe(label)
    expect(scaleBar.widthPixels).toBeGreaterThan(10)
    expect(scaleBar.widthPixels).toBeLessThanOrEqual(86)
  })
})
