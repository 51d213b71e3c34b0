/** The fence figure on the platform's map: the same fence, tolerance, fix and way, in places instead of pixels. */
import { fenceCentre } from '../../contract/fence'
import type { Coordinates } from '../../contract/place'
import { metresText } from '../../texts/format'
import { texts } from '../../texts/texts'
import { awayText, FARTHEST_RADII, labelOf, type FigureInput, type FixTone } from '../fence-figure/fence-figure.view'
import { box, metresFrom, outlineOf, placeFrom, radiusOf, type Point } from '../fence-figure/figure-geometry'
import { labelAt, type MapLabel } from './map-label'
import { ringAround } from './tolerance-ring'

/** As the `map` tag takes them; colours are #rrggbb or #rrggbbaa. */
export interface MapCircle extends Coordinates {
  readonly radius: number
  readonly color: string
  readonly fillColor: string
  readonly strokeWidth: number
}

export interface MapPolygon {
  readonly points: readonly Coordinates[]
  readonly strokeColor: string
  readonly fillColor: string
  readonly strokeWidth: number
}

export interface MapLine {
  readonly points: readonly Coordinates[]
  readonly color: string
  readonly width: number
  readonly dottedLine: boolean
}

export interface MapMarker extends Coordinates {
  readonly id: number
  readonly iconPath: string
  readonly width: number
  readonly height: number
  readonly anchor: { readonly x: number; readonly y: number }
  readonly label?: MapLabel
}

export interface MapView extends Coordinates {
  readonly circles: readonly MapCircle[]
  readonly polygons: readonly MapPolygon[]
  readonly polyline: readonly MapLine[]
  readonly markers: readonly MapMarker[]
  /** Corners of what has to be seen, with a margin. */
  readonly includePoints: readonly Coordinates[]
  /** Too far to show: bearing and distance instead. */
  readonly away: string
  /** All of it in words, read aloud. */
  readonly label: string
}

const FENCE = '#22718f'
const RING = '#468da8'
const WAY = '#48555f'
const SITE = '#084760'
const MARGIN_SHARE = 0.1
/** From the fix to the far edge of its label. */
const LABEL_PIXELS = 44
const LARGEST_SHOWN_ACCURACY_RADII = 3

/** The verdict's solid colours: the map is light in either theme. */
const TONE: Readonly<Record<FixTone, string>> = {
  accepted: '#137a52',
  late: '#b94a12',
  refused: '#c8372d',
  offline: '#5c6872',
  pending: '#9a6300',
}

/** Pure. */
export function mapView(input: FigureInput): MapView {
  const { fence, fix, toleranceMetres, tone } = input
  const centre = fenceCentre(fence)
  const radius = radiusOf(fence, centre)
  const reach = radius + toleranceMetres
  const at = (point: Point) => placeFrom(centre, point)
  const found = fix === null ? null : metresFrom(centre, fix)
  const isFar = found !== null && Math.hypot(found.x, found.y) > FARTHEST_RADII * radius
  const shown = isFar ? null : found
  const outline = outlineOf(fence, centre)
  const border = { strokeWidth: 2, fillColor: `${FENCE}1a` }
  const accuracy = Math.min(fix?.accuracyMetres ?? 0, reach * LARGEST_SHOWN_ACCURACY_RADII)
  const ring = ringAround(fence.kind === 'circle' ? fence.radiusMetres : (outline[0] ?? []), toleranceMetres)
  const away = awayText(input)
  const hasLabelOutside = shown !== null && input.gapMetres !== null
  return {
    ...centre,
    circles: [
      ...(fence.kind === 'circle' ? [{ ...centre, radius: fence.radiusMetres, color: FENCE, ...border }] : []),
      ...(shown !== null && accuracy > 0
        ? [{ ...at(shown), radius: accuracy, color: `${TONE[tone]}80`, fillColor: `${TONE[tone]}29`, strokeWidth: 1 }]
        : []),
    ],
    polygons: outline.map((corners) => ({ points: corners.map(at), strokeColor: FENCE, ...border })),
    polyline: [
      ...(toleranceMetres > 0 ? [{ points: ring.map(at), color: RING, width: 2, dottedLine: true }] : []),
      ...(shown === null ? [] : wayTo(shown, input).map((line) => ({ ...line, points: line.points.map(at) }))),
    ],
    markers: markers(input, centre, shown),
    includePoints: corners([...box(reach), ...(shown === null ? [] : [shown])], input, hasLabelOutside).map(at),
    away,
    label: labelOf(input, away),
  }
}

/** Dashed from the centre; solid in the verdict's colour where it lies outside. */
function wayTo(end: Point, { gapMetres, tone }: FigureInput) {
  const start = { x: 0, y: 0 }
  const dashed = { points: [start, end], color: WAY, width: 2, dottedLine: true }
  const distance = Math.hypot(end.x, end.y)
  if (gapMetres === null || distance <= gapMetres) return [dashed]
  const share = (distance - gapMetres) / distance
  const edge = { x: end.x * share, y: end.y * share }
  return [dashed, { points: [edge, end], color: TONE[tone], width: 4, dottedLine: false }]
}

/** The fix's label hangs below it and the site's stands above, or the other way round where the way leads up. */
function markers({ siteName, gapMetres, tone }: FigureInput, centre: Coordinates, fix: Point | null): MapMarker[] {
  const middle = { x: 0.5, y: 0.5 }
  const leadsUp = gapMetres !== null && fix !== null && fix.y > 0
  const site: MapMarker = {
    id: 1,
    ...centre,
    iconPath: '/images/map/site.png',
    width: 20,
    height: 20,
    anchor: middle,
    label: labelAt(siteName, leadsUp ? 'below' : 'above', { color: '#ffffff', bgColor: SITE }),
  }
  if (fix === null) return [site]
  const isOutside = gapMetres !== null
  const text = isOutside ? `${texts.figures.gap} ${metresText(gapMetres)}` : metresText(Math.hypot(fix.x, fix.y))
  const colours = isOutside ? { color: '#ffffff', bgColor: TONE[tone] } : { color: TONE[tone], bgColor: '#ffffff' }
  return [
    site,
    {
      id: 2,
      ...placeFrom(centre, fix),
      iconPath: `/images/map/fix-${tone}.png`,
      width: 19,
      height: 19,
      anchor: middle,
      label: labelAt(text, leadsUp ? 'above' : 'below', colours),
    },
  ]
}

/** South-west and north-east of all points, moved out by the margin; a fix outside keeps room for its label. */
function corners(
  points: readonly Point[],
  { widthPixels, heightPixels }: FigureInput,
  hasLabelOutside: boolean,
): readonly Point[] {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const share = (pixels: number) =>
    Math.max(MARGIN_SHARE, hasLabelOutside ? LABEL_PIXELS / (pixels - 2 * LABEL_PIXELS) : 0)
  const [wide, high] = [(east - west) * share(widthPixels), (north - south) * share(heightPixels)]
  return [
    { x: west - wide, y: south - high },
    { x: east + wide, y: north + high },
  ]
}
