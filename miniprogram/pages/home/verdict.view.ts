/** Where I am, in words and figures: the verdict, what speaks for it, and the ways out. */
import type { ContextReply, OpenSiteReply, SlotReply } from '../../contract/api'
import { distanceMetres, fenceCentre } from '../../contract/fence'
import type { SitePresence } from '../../contract/presence'
import {
  directionText,
  figureView,
  type FigureInput,
  type FigureView,
  type FixTone,
} from '../../components/fence-figure/fence-figure.view'
import { gapMetresOf } from '../../components/gap'
import type { IconName } from '../../components/icon/icons'
import { shownSite } from '../../components/shown-site'
import { mapView, type MapView } from '../../components/place-map/place-map.view'
import type { ProofRow } from '../../components/proof-rows/proof-rows'
import type { LocationProblem } from '../../platform/platform'
import type { PlaceState } from '../../services/place-state'
import { metresText } from '../../texts/format'
import { texts } from '../../texts/texts'
import { locationRow, proofHint, wifiRow } from './proof.view'
import { ways, type WayView } from './ways.view'

export type { WayView } from './ways.view'

const WALKING_METRES_PER_MINUTE = 80
const LONGEST_WALK_METRES = 1_500

export interface VerdictView {
  readonly tone: FixTone | 'plain'
  readonly icon: IconName
  readonly say: string
  readonly hint: string
  /** Why the site's own network did not vouch, and what counts all the same. */
  readonly proofHint: string
  readonly rows: readonly ProofRow[]
  /** 301 m, 200 m, +15 m, 86 m: only where they explain what is missing. */
  readonly numbers: readonly { readonly value: string; readonly name: string; readonly isHot: boolean }[]
  readonly ways: readonly WayView[]
  /** Drawn, or on the platform's map; never both. */
  readonly figure: FigureView | null
  readonly map: MapView | null
}

export interface VerdictInput {
  readonly context: ContextReply
  readonly slot: SlotReply | null
  readonly place: PlaceState
  readonly figureWidthPixels: number
  readonly figureHeightPixels: number
  /** On the platform's map, where there is one. */
  readonly showsMap?: boolean
}

const words = texts.verdict

/** Pure. */
export function verdictView(input: VerdictInput): VerdictView {
  const { context, place } = input
  const judged = shownSite(place, context, input.slot)
  const site = judged === null ? null : (context.sites.find(({ id }) => id === judged.site.id) ?? null)
  const said = sentence(input, judged)
  const known = site === null || judged === null ? null : { site, judged }
  const why = known === null ? '' : proofHint(known.site, known.judged, place)
  const drawing = known === null ? null : figureInput(input, known, said.tone === 'plain' ? 'offline' : said.tone)
  return {
    ...said,
    // On the site's Wi-Fi already: the general advice would be to connect to it.
    hint: why !== '' && place.location?.ok !== true ? '' : said.hint,
    proofHint: why,
    rows:
      known === null ? [] : [locationRow(known.site, known.judged, place), wifiRow(known.site, known.judged, place)],
    numbers:
      said.tone === 'late' && known !== null && known.judged.fence.code === 'OUT_OF_RANGE'
        ? numbers(known.site, known.judged, place)
        : [],
    ways: place.verdict?.holds === false && place.location !== null ? ways(context, place, known) : [],
    figure: drawing === null || input.showsMap === true ? null : figureView(drawing),
    map: drawing === null || input.showsMap !== true ? null : mapView(drawing),
  }
}

type Said = Pick<VerdictView, 'tone' | 'icon' | 'say' | 'hint'>

function sentence({ context, place }: VerdictInput, judged: SitePresence | null): Said {
  const { location, verdict } = place
  const offline = place.network === 'none'
  if (verdict?.holds === true && judged !== null) {
    const say = verdict.by === 'wifi' ? words.byWifi(judged.site.name) : words.inside(judged.site.name)
    return { tone: offline ? 'offline' : 'accepted', icon: 'check', say, hint: offline ? words.serverDecides : '' }
  }
  if (location === null) return { tone: 'plain', icon: 'locate', say: words.locating, hint: '' }
  if (!location.ok)
    return {
      tone: 'plain',
      icon: 'locate',
      say: texts.locationProblem[location.problem],
      hint: locationHint(location.problem),
    }
  if (judged === null) return { tone: 'late', icon: 'building', say: words.noSite, hint: words.noSiteHint }
  if (judged.fence.code === 'LOCATION_IMPRECISE') {
    const { accuracyMetres, precise } = location.value
    const say = accuracyMetres === null ? texts.slab.imprecise : words.imprecise(metresText(Math.ceil(accuracyMetres)))
    return {
      tone: 'late',
      icon: 'locate',
      say,
      hint: precise === false ? words.roughHint : words.impreciseHint(metresText(context.policy.maxAccuracyMetres)),
    }
  }
  if (judged.fence.signedDistanceMetres === null)
    return { tone: 'plain', icon: 'locate', say: words.none, hint: words.noneHint }
  const gapMetres = gapMetresOf(judged)
  return {
    tone: 'late',
    icon: 'heading',
    say: words.outside(judged.site.name, metresText(gapMetres)),
    hint: wayText(judged, location.value, gapMetres),
  }
}

function locationHint(problem: LocationProblem): string {
  const hints: Partial<Record<LocationProblem, string>> = {
    refused: words.refusedHint,
    wecom_refused: words.wecomRefusedHint,
    switched_off: words.switchedOffHint,
  }
  return hints[problem] ?? words.noneHint
}

function wayText(judged: SitePresence, from: { latitude: number; longitude: number }, gapMetres: number): string {
  const direction = directionText(fenceCentre(judged.site.fence), from)
  if (gapMetres > LONGEST_WALK_METRES) return words.far(direction, metresText(gapMetres))
  return words.walk(direction, Math.max(1, Math.round(gapMetres / WALKING_METRES_PER_MINUTE)))
}

function numbers(site: OpenSiteReply, judged: SitePresence, { location }: PlaceState): VerdictView['numbers'] {
  if (location?.ok !== true) return []
  const { fence } = site
  const plain = (value: string, name: string) => ({ value, name, isHot: false })
  const first =
    fence.kind === 'circle'
      ? [
          plain(metresText(distanceMetres(fence.centre, location.value)), texts.figures.fromCentre),
          plain(metresText(fence.radiusMetres), texts.figures.radius),
        ]
      : [plain(metresText(judged.fence.signedDistanceMetres ?? 0), texts.figures.fromEdge)]
  return [
    ...first,
    plain(`+${metresText(judged.fence.toleranceMetres)}`, texts.figures.tolerance),
    { value: metresText(gapMetresOf(judged)), name: texts.figures.gap, isHot: true },
  ]
}

function figureInput(
  input: VerdictInput,
  { site, judged }: { readonly site: OpenSiteReply; readonly judged: SitePresence },
  tone: FixTone,
): FigureInput {
  const { location } = input.place
  return {
    fence: site.fence,
    siteName: site.name,
    fix: location?.ok === true ? location.value : null,
    toleranceMetres: judged.fence.toleranceMetres,
    tone,
    gapMetres: judged.fence.code === 'OUT_OF_RANGE' ? gapMetresOf(judged) : null,
    widthPixels: input.figureWidthPixels,
    heightPixels: input.figureHeightPixels,
    isLive: true,
  }
}
