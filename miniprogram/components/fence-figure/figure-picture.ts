/** What the fence figure looks like. */
import type { FigureInput, FixTone } from './fence-figure.view'
import { offsetOutline, type Fitted, type Point } from './figure-geometry'

const GRID_METRES = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000]
const DOT_PIXELS = 6.5
const LARGEST_DRAWN_ACCURACY_RADII = 3

/** Colours by class, light and dark: a picture sees no variables of the page, but the same colour scheme. */
const STYLE = `.land{fill:#eef1f2}.grid{stroke:#dfe5e8;stroke-width:1}.grid2{stroke:#cfd7dc;stroke-width:1}
.fence{fill:#22718f;fill-opacity:.1;stroke:#22718f;stroke-width:2}.ring{fill:none;stroke:#468da8;stroke-width:1.2;stroke-dasharray:5 4}
.way{stroke:#48555f;stroke-width:1.4;stroke-dasharray:4 3}.mark{fill:#084760}.sign{stroke:#fff}.rim{fill:#fff}
.accepted{fill:#137a52;stroke:#137a52}.late{fill:#b94a12;stroke:#b94a12}.refused{fill:#c8372d;stroke:#c8372d}.offline{fill:#5c6872;stroke:#5c6872}.pending{fill:#9a6300;stroke:#9a6300}
@media(prefers-color-scheme:dark){.land{fill:#151d22}.grid{stroke:#1f2a31}.grid2{stroke:#2a363e}.fence{fill:#58aecf;stroke:#58aecf}.ring{stroke:#468da8}
.way{stroke:#aebac2}.mark{fill:#9ad3e7}.sign{stroke:#06303f}.accepted{fill:#1b7d55;stroke:#1b7d55}.late{fill:#d0672a;stroke:#d0672a}.offline{fill:#8a97a0;stroke:#8a97a0}}`

/** Only where a fix has just come in; who wants less motion gets none. */
const LIVE_STYLE = `.halo{transform-box:fill-box;transform-origin:center;animation:shrink 400ms cubic-bezier(.38,0,.24,1)}
@keyframes shrink{from{transform:scale(2.4);opacity:0}}@media(prefers-reduced-motion:reduce){.halo{animation:none}}`

export interface Drawing {
  readonly input: FigureInput
  readonly view: Fitted
  readonly outline: readonly (readonly Point[])[]
  readonly place: Point | null
  readonly reach: number
}

/** An SVG as a data address. */
export function pictureOf({ input, view, outline, place, reach }: Drawing): string {
  const { fence, toleranceMetres, tone, fix, widthPixels: width, heightPixels: height } = input
  const { pixelsPerMetre, at } = view
  const centre = at({ x: 0, y: 0 })
  const pathOf = (rings: readonly (readonly Point[])[]) =>
    rings.map((ring) => `M${ring.map((corner) => pair(at(corner))).join('L')}Z`).join('')
  const shape =
    fence.kind === 'circle'
      ? circle('fence', centre, fence.radiusMetres * pixelsPerMetre)
      : `<path class="fence" fill-rule="evenodd" d="${pathOf(outline)}"/>`
  // A stroke with round joins is the parallel of a polygon; the fence's own colour covers its inner half.
  const ring =
    fence.kind === 'circle'
      ? circle('ring', centre, reach * pixelsPerMetre)
      : `<path class="ring" stroke-linejoin="round" d="${pathOf(outline.slice(0, 1).map((corners) => offsetOutline(corners, toleranceMetres)))}"/>`
  const parts = [
    `<rect class="land" width="${width}" height="${height}"/>`,
    grid(view, width, height),
    shape,
    toleranceMetres > 0 ? ring : '',
    place === null ? '' : wayOf(centre, at(place), place, input, reach),
    siteMark(centre),
    place === null || fix === null
      ? ''
      : fixMark(at(place), accuracyPixels(fix.accuracyMetres, reach, pixelsPerMetre), tone),
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><style>${STYLE}${input.isLive === true ? LIVE_STYLE : ''}</style>${parts.join('')}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

function accuracyPixels(accuracyMetres: number | null, reach: number, pixelsPerMetre: number): number {
  if (accuracyMetres === null || accuracyMetres <= 0) return 0
  return Math.min(accuracyMetres, reach * LARGEST_DRAWN_ACCURACY_RADII) * pixelsPerMetre
}

function grid({ pixelsPerMetre, left, top }: Fitted, width: number, height: number): string {
  const step = GRID_METRES.find((metres) => metres * pixelsPerMetre >= 16) ?? 25_000
  const lines: string[] = []
  for (let x = Math.ceil(left / step); (x * step - left) * pixelsPerMetre < width; x++) {
    const at = number((x * step - left) * pixelsPerMetre)
    lines.push(`<path class="${x % 2 === 0 ? 'grid2' : 'grid'}" d="M${at} 0V${height}"/>`)
  }
  for (let y = Math.floor(top / step); (top - y * step) * pixelsPerMetre < height; y--) {
    const at = number((top - y * step) * pixelsPerMetre)
    lines.push(`<path class="${y % 2 === 0 ? 'grid2' : 'grid'}" d="M0 ${at}H${width}"/>`)
  }
  return lines.join('')
}

/** Dashed from the centre; solid in the verdict's colour where it lies outside. */
function wayOf(centre: Point, end: Point, place: Point, { gapMetres, tone }: FigureInput, reach: number): string {
  const dashed = `<path class="way" d="M${pair(centre)}L${pair(end)}"/>`
  const distance = Math.hypot(place.x, place.y)
  if (gapMetres === null || distance <= 0) return dashed
  const share = Math.max(0, Math.min(1, (distance - Math.min(gapMetres, distance - 1)) / distance))
  const start = { x: centre.x + (end.x - centre.x) * share, y: centre.y + (end.y - centre.y) * share }
  return reach > 0
    ? `${dashed}<path class="${tone}" stroke-width="3" stroke-linecap="round" d="M${pair(start)}L${pair(end)}"/>`
    : dashed
}

function siteMark({ x, y }: Point): string {
  const [left, top] = [number(x - 9), number(y - 9)]
  return `<rect class="mark" x="${left}" y="${top}" width="18" height="18" rx="5"/><path class="sign" fill="none" stroke-width="1.4" d="M${number(x - 4)} ${number(y + 5)}v-9h4v9M${number(x)} ${number(y)}h3.500v5M${number(x - 5.5)} ${number(y + 5)}h11"/>`
}

function fixMark(at: Point, accuracy: number, tone: FixTone): string {
  const halo =
    accuracy > DOT_PIXELS
      ? `<circle class="${tone} halo" cx="${number(at.x)}" cy="${number(at.y)}" r="${number(accuracy)}" fill-opacity=".16" stroke-opacity=".5"/>`
      : ''
  return `${halo}${circle('rim', at, DOT_PIXELS + 3)}${circle(tone, at, DOT_PIXELS)}`
}

function circle(kind: string, { x, y }: Point, radius: number): string {
  return `<circle class="${kind}" cx="${number(x)}" cy="${number(y)}" r="${number(radius)}"/>`
}

function pair({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`
}

function number(value: number): number {
  return Math.round(value * 10) / 10
}
