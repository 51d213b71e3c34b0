import type { RecordReply } from '../../contract/api'
import type { Figures } from '../../contract/decision'
import { signedDistanceMetres } from '../../contract/fence'
import { figureView, type FigureView, type FixTone } from '../../components/fence-figure/fence-figure.view'
import type { ResultInput } from './result.view'

/** The server rounds the distances that it tells. */
const SAME_METRES = 2

/**
 * Where it was, against the fence: null where the place or the fence is not known, and where the fence was moved since, so
 * that it is not the one that decided.
 */
export function resultFigure(input: ResultInput): FigureView | null {
  const { reply, context, figureWidthPixels, figureHeightPixels } = input
  const site = context?.sites.find(({ id }) => id === judgedSite(reply)?.id)
  const place = 'place' in reply ? reply.place : null
  if (context == null || site === undefined || place === null) return null
  const row = reply.checks.find(({ check }) => check === 'fence')
  if (row !== undefined && !isSameFence(row.seen, signedDistanceMetres(site.fence, place))) return null
  const outside = reply.findings.find(({ code }) => code === 'OUT_OF_RANGE')
  const tone: FixTone = reply.outcome === 'superseded' ? 'offline' : reply.outcome
  const gap = outside?.seen['missingMetres']
  const tolerance = row?.asked['toleranceMetres']
  return figureView({
    fence: site.fence,
    siteName: site.name,
    fix: place,
    toleranceMetres: typeof tolerance === 'number' ? tolerance : toleranceOf(place, context.policy.toleranceCapMetres),
    tone,
    gapMetres: typeof gap === 'number' ? gap : null,
    widthPixels: figureWidthPixels,
    heightPixels: figureHeightPixels,
  })
}

/** Percentages of the figure that the card of the site takes, at its top right. */
const CARD = { leftPercent: 40, bottomPercent: 54 }

/** Whether the card of the site hides nothing of what decided: outside, the way to the fence is what matters. */
export function hasRoomForCard({ pill }: Pick<FigureView, 'pill'>): boolean {
  if (pill === null) return true
  return pill.tone === 'accepted' && (pill.leftPercent <= CARD.leftPercent || pill.topPercent >= CARD.bottomPercent)
}

/** Where it was made or, where it was nowhere, the site that it was held against. */
export function judgedSite({
  site,
  checks,
}: ResultInput['reply']): { readonly id: string; readonly name: string } | null {
  if (site !== null) return site
  const { siteId, siteName } = checks.find(({ check }) => check === 'fence')?.asked ?? {}
  return typeof siteId === 'string' && typeof siteName === 'string' ? { id: siteId, name: siteName } : null
}

function isSameFence(seen: Figures, signedMetres: number): boolean {
  const told = seen['distanceMetres']
  return typeof told !== 'number' || Math.abs(told - Math.abs(signedMetres)) <= SAME_METRES
}

function toleranceOf({ accuracyMetres }: NonNullable<RecordReply['place']>, capMetres: number): number {
  return Math.min(accuracyMetres ?? 0, capMetres)
}
