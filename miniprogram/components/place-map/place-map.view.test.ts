import { distanceMetres, signedDistanceMetres } from '../../contract/fence'
import type { Coordinates, Fence } from '../../contract/place'
import type { FigureInput } from '../fence-figure/fence-figure.view'
import { mapView } from './place-map.view'

const CENTRE = { latitude: 31.2041, longitude: 121.5906 }
const METRES_PER_DEGREE = 111_194.9
const CIRCLE: Fence = { kind: 'circle', centre: CENTRE, radiusMetres: 200 }

/** So many metres east and north of the centre. */
const place = (east: number, north: number): Coordinates => ({
  latitude: CENTRE.latitude + north / METRES_PER_DEGREE,
  longitude: CENTRE.longitude + east / (METRES_PER_DEGREE * Math.cos((CENTRE.latitude * Math.PI) / 180)),
})
const fixAt = (east: number, north: number, accuracyMetres: number | null = 15) => ({
  ...place(east, north),
  accuracyMetres,
})
const outline = (...corners: [number, number][]): Fence => ({
  kind: 'polygon',
  rings: [corners.map(([east, north]) => place(east, north))],
})

const input = (change: Partial<FigureInput> = {}): FigureInput => ({
  fence: CIRCLE,
  siteName: '苏州工厂',
  fix: fixAt(30, 0),
  toleranceMetres: 15,
  tone: 'accepted',
  gapMetres: null,
  widthPixels: 343,
  heightPixels: 184,
  ...change,
})

describe('the figure on a map', () => {
  it('has the fence, the accuracy and a dotted ring of 64 points at the tolerance', () => {
    const { circles, polyline, polygons } = mapView(input())
    expect(circles.map(({ radius }) => radius)).toEqual([200, 15])
    expect(polygons).toEqual([])
    const [ring] = polyline
    expect(ring?.dottedLine).toBe(true)
    expect(ring?.points).toHaveLength(65)
    for (const point of ring?.points ?? []) expect(distanceMetres(CENTRE, point)).toBeCloseTo(215, 0)
  })

  it.each([
    ['a square', outline([-100, -100], [100, -100], [100, 100], [-100, 100])],
    ['the same the other way round', outline([-100, 100], [100, 100], [100, -100], [-100, -100])],
    ['one that bends inwards', outline([-100, -100], [100, -100], [100, 100], [0, 20], [-100, 100])],
  ])('follows a polygon at that distance: %s', (_, fence) => {
    const { polyline, polygons, circles } = mapView(input({ fence }))
    expect(circles).toHaveLength(1)
    expect(polygons[0]?.points.length).toBe(fence.kind === 'polygon' ? fence.rings[0]?.length : 0)
    for (const point of polyline[0]?.points ?? []) expect(signedDistanceMetres(fence, point)).toBeCloseTo(15, 0)
  })

  it('says how far the fix is, and what is missing outside', () => {
    const texts = (change: Partial<FigureInput>) => mapView(input(change)).markers.map(({ label }) => label?.content)
    expect(texts({})).toEqual(['苏州工厂', '30 m'])
    expect(texts({ fix: fixAt(301, 0), gapMetres: 86, tone: 'late' })).toEqual(['苏州工厂', '还差 86 m'])
    expect(texts({ fix: null })).toEqual(['苏州工厂'])
  })

  it('draws the part outside in the verdict’s colour, as long as what is missing', () => {
    const { polyline } = mapView(input({ fix: fixAt(301, 0), gapMetres: 86, tone: 'late' }))
    const outside = polyline[2]
    expect([outside?.color, outside?.dottedLine]).toEqual(['#b94a12', false])
    expect(distanceMetres(outside!.points[0]!, outside!.points[1]!)).toBeCloseTo(86, 0)
  })

  it('keeps everything in sight with a margin of a tenth', () => {
    const { includePoints, markers } = mapView(input({ fix: fixAt(150, 100) }))
    const [southWest, northEast] = includePoints
    for (const { latitude, longitude } of markers) {
      expect(latitude).toBeGreaterThan(southWest!.latitude)
      expect(latitude).toBeLessThan(northEast!.latitude)
      expect(longitude).toBeGreaterThan(southWest!.longitude)
      expect(longitude).toBeLessThan(northEast!.longitude)
    }
    expect(distanceMetres(place(-215 - 43, 0), { ...CENTRE, longitude: southWest!.longitude })).toBeLessThan(1)
  })

  it('leaves room for the label of a fix outside, whichever way it lies', () => {
    const fix = fixAt(0, 400)
    const { includePoints } = mapView(input({ fix, gapMetres: 185, tone: 'late' }))
    const [southWest, northEast] = includePoints
    const heightDegrees = northEast!.latitude - southWest!.latitude
    expect(((northEast!.latitude - fix.latitude) / heightDegrees) * 184).toBeCloseTo(44, 0)
  })

  it('gives bearing and distance beyond twenty radii, and shows the fence alone', () => {
    const view = mapView(input({ fix: fixAt(9_000, 0), gapMetres: 8_785, tone: 'late' }))
    expect(view.away).toBe('在你西边 8785 m，走近些再签')
    expect(view.markers).toHaveLength(1)
    expect(view.label).toBe('苏州工厂，还差 8785 m，在你西边 8785 m，走近些再签')
  })

  it('parts the labels where the way leads up', () => {
    const heights = (north: number) =>
      mapView(input({ fix: fixAt(0, north), gapMetres: 85, tone: 'late' })).markers.map(
        ({ label }) => (label?.anchorY ?? 0) > 0,
      )
    expect(heights(300)).toEqual([true, false])
    expect(heights(-300)).toEqual([false, true])
  })
})
