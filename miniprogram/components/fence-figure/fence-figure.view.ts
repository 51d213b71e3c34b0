/**
 * The fence figure: fence, tolerance and fix to scale, the same on every screen that explains a decision. It is drawn as an
 * SVG behind the page's own labels, so it needs no tiles and no network, and is sharp at every size.
 */
import { distanceMetres, fenceCentre } from '../../contract/fence'
import type { Coordinates, Fence } from '../../contract/place'
import { metresText } from '../../texts/format'
import { texts } from '../../texts/texts'
import { box, fit, metresFrom, outlineOf, radiusOf, type Fitted, type Point } from './figure-geometry'
import { pictureOf } from './figure-picture'

export type FixTone = 'accepted' | 'late' | 'refused' | 'offline' | 'pending'

export interface FigureInput {
  readonly fence: Fence
  readonly siteName: string
  readonly fix: (Coordinates & { readonly accuracyMetres: number | null }) | null
  /** What the rule adds for the accuracy. */
  readonly toleranceMetres: number
  readonly tone: FixTone
  /** Beyond fence and tolerance; null where it is inside. */
  readonly gapMetres: number | null
  readonly widthPixels: number
  readonly heightPixels: number
  /** The fix has just been read: its accuracy circle shrinks to its size. */
  readonly isLive?: boolean
}

export interface FigureView {
  /** A data address of an SVG. */
  readonly picture: string
  readonly scaleBar: { readonly widthPixels: number; readonly label: string }
  /** At the fix: the distance, or what is missing; percentages of the figure. */
  readonly pill: {
    readonly text: string
    readonly leftPercent: number
    readonly topPercent: number
    readonly tone: FixTone
  } | null
  /** The site's name above its mark, or below where the way to the fix leads up. */
  readonly site: {
    readonly text: string
    readonly leftPercent: number
    readonly topPercent: number
    readonly isBelow: boolean
  }
  /** Too far to draw: bearing and distance instead. */
  readonly away: string
  /** All of it in words, read aloud. */
  readonly label: string
}

export const FARTHEST_RADII = 20
/** Between the middle of the site's mark and its name. */
const SITE_LABEL_PIXELS = 14
const BAR_METRES = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

/** Pure. */
export function figureView(input: FigureInput): FigureView {
  const { fence, fix, siteName, tone, gapMetres, widthPixels, heightPixels } = input
  const centre = fenceCentre(fence)
  const place = fix === null ? null : metresFrom(centre, fix)
  const radius = radiusOf(fence, centre)
  const isFar = place !== null && Math.hypot(place.x, place.y) > FARTHEST_RADII * radius
  const shown = isFar ? null : place
  const outline = outlineOf(fence, centre)
  const reach = radius + input.toleranceMetres
  const view = fit([...box(reach), ...(shown === null ? [] : [shown])], widthPixels, heightPixels)
  const bar = scaleBar(view.pixelsPerMetre, widthPixels)
  const origin = view.at({ x: 0, y: 0 })
  const distance = fix === null ? null : distanceMetres(centre, fix)
  const isBelow = gapMetres !== null && shown !== null && shown.y > 0
  const away = awayText(input)

  return {
    picture: pictureOf({ input, view, outline, place: shown, reach }),
    scaleBar: bar,
    pill: pillOf(shown, view, distance, gapMetres, tone, input),
    site: {
      text: siteName,
      leftPercent: percent(origin.x, widthPixels),
      topPercent: percent(origin.y + (isBelow ? SITE_LABEL_PIXELS : -SITE_LABEL_PIXELS), heightPixels),
      isBelow,
    },
    away,
    label: labelOf(input, away),
  }
}

/** Bearing and distance, where it is too far to draw; else empty. */
export function awayText({ fence, fix, gapMetres }: FigureInput): string {
  if (fix === null) return ''
  const centre = fenceCentre(fence)
  const { x, y } = metresFrom(centre, fix)
  if (Math.hypot(x, y) <= FARTHEST_RADII * radiusOf(fence, centre)) return ''
  return texts.verdict.far(directionText(centre, fix), metresText(gapMetres ?? distanceMetres(centre, fix)))
}

/** The figure in words. */
export function labelOf({ siteName, gapMetres }: FigureInput, away: string): string {
  const gap = gapMetres === null ? '' : `${texts.figures.gap} ${metresText(gapMetres)}`
  return [siteName, gap, away].filter((part) => part !== '').join('，')
}

/** The direction from here to there, one of eight. */
export function directionText(to: Coordinates, from: Coordinates): string {
  const { x, y } = metresFrom(from, to)
  const eighth = Math.round((Math.atan2(x, y) / (2 * Math.PI)) * 8)
  return texts.directions[(eighth + 8) % 8] ?? ''
}

function scaleBar(pixelsPerMetre: number, width: number): FigureView['scaleBar'] {
  const fitting = BAR_METRES.filter((metres) => metres * pixelsPerMetre <= width / 4)
  const metres = fitting[fitting.length - 1] ?? BAR_METRES[0] ?? 10
  return {
    widthPixels: Math.round(metres * pixelsPerMetre),
    label: metres >= 1_000 ? `${metres / 1_000} km` : `${metres} m`,
  }
}

function pillOf(
  place: Point | null,
  view: Fitted,
  distance: number | null,
  gapMetres: number | null,
  tone: FixTone,
  { widthPixels, heightPixels }: FigureInput,
): FigureView['pill'] {
  if (place === null || distance === null) return null
  const { x, y } = view.at(place)
  return {
    text: gapMetres === null ? metresText(distance) : `${texts.figures.gap} ${metresText(gapMetres)}`,
    leftPercent: percent(Math.min(Math.max(x, widthPixels * 0.14), widthPixels * 0.86), widthPixels),
    topPercent: percent(y > heightPixels * 0.72 ? y - 34 : y + 14, heightPixels),
    tone,
  }
}

function percent(pixels: number, whole: number): number {
  return Math.round((pixels / whole) * 1_000) / 10
}
