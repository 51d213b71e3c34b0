/** Where I am, in words and figures: the verdict, what speaks for it, and the ways out. */
import type { ContextReply, OpenSiteReply, SlotReply } from '../../contract/api'
import { distanceMetres, fenceCentre } from '../../contract/fence'
import type { SitePresence } from '../../contract/presence'
import {
  directionText,
  figureView,
  type FigureView,
  type FixTone,
} from '../../components/fence-figure/fence-figure.view'
import { gapMetresOf } from '../../components/gap'
import type { IconName } from '../../components/icon/icons'
import type { ProofRow } from '../../components/proof-rows/proof-rows'
import type { LocationProblem } from '../../platform/platform'
import type { PlaceState } from '../../services/place-watch'
import { metresText } from '../../texts/format'
import { texts } from '../../texts/texts'
import { locationRow, wifiRow } from './proof.view'

const WALKING_METRES_PER_MINUTE = 80
const LONGEST_WALK_METRES = 1_500

export interface VerdictView {
  readonly tone: FixTone | 'plain'
  readonly icon: IconName
  readonly say: string
  readonly hint: string
  readonly rows: readonly ProofRow[]
  /** 301 m, 200 m, +15 m, 86 m: only where they explain what is missing. */
  readonly numbers: readonly { readonly value: string; readonly name: string; readonly isHot: boolean }[]
  readonly ways: readonly WayView[]
  readonly figure: FigureView | null
}

export interface WayView {
  readonly act: 'settings' | 'refresh' | 'apply' | 'wifi'
  readonly icon: IconName
  readonly title: string
  readonly hint: string
}

export interface VerdictInput {
  readonly context: ContextReply
  readonly slot: SlotReply | null
  readonly place: PlaceState
  readonly figureWidthPixels: number
  readonly figureHeightPixels: number
}

const words = texts.verdict

/** Pure. */
export function verdictView(input: VerdictInput): VerdictView {
  const { context, place } = input
  const judged = place.verdict?.judged ?? null
  const site = judged === null ? null : (context.sites.find(({ id }) => id === judged.site.id) ?? null)
  const said = sentence(input, judged)
  return {
    ...said,
    rows: site === null || judged === null ? [] : [locationRow(site, judged, place), wifiRow(site, judged, place)],
    numbers:
      said.tone === 'late' && judged?.fence.code === 'OUT_OF_RANGE' && site !== null
        ? numbers(site, judged, place)
        : [],
    ways: place.verdict?.holds === false && place.location !== null ? ways(input, site) : [],
    figure:
      site === null || judged === null
        ? null
        : figure(input, site, judged, said.tone === 'plain' ? 'offline' : said.tone),
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
    const { accuracyMetres } = location.value
    const say = accuracyMetres === null ? texts.slab.imprecise : words.imprecise(metresText(Math.ceil(accuracyMetres)))
    return {
      tone: 'late',
      icon: 'locate',
      say,
      hint: words.impreciseHint(metresText(context.policy.maxAccuracyMetres)),
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
  const { noPermissionHint, wecomRefusedHint, switchedOffHint } = texts.slab
  const hints: Partial<Record<LocationProblem, string>> = {
    refused: noPermissionHint,
    wecom_refused: wecomRefusedHint,
    switched_off: switchedOffHint,
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

function ways({ context, place }: VerdictInput, site: OpenSiteReply | null): readonly WayView[] {
  const said = texts.ways
  const { location } = place
  const ssid = site?.wifi[0]?.ssid
  const isRefused = location?.ok === false && location.problem === 'refused'
  return [
    ...(isRefused
      ? [{ act: 'settings', icon: 'lock', title: said.settingsTitle, hint: said.settingsHint } as const]
      : []),
    ...(ssid === undefined
      ? []
      : [{ act: 'wifi', icon: 'wifi', title: said.wifiTitle, hint: said.wifiHint(ssid) } as const]),
    ...(isRefused
      ? []
      : [
          {
            act: 'refresh',
            icon: 'locate',
            title: location?.ok === true ? said.fixTitle : said.retryTitle,
            hint: location?.ok === true ? said.fixHint : said.retryHint,
          } as const,
        ]),
    ...(context.policy.outOfRange === 'refuse'
      ? []
      : [{ act: 'apply', icon: 'camera', title: said.applyTitle, hint: said.applyHint } as const]),
  ]
}

function figure(input: VerdictInput, site: OpenSiteReply, judged: SitePresence, tone: FixTone): FigureView {
  const { location } = input.place
  return figureView({
    fence: site.fence,
    siteName: site.name,
    fix: location?.ok === true ? location.value : null,
    toleranceMetres: judged.fence.toleranceMetres,
    tone,
    gapMetres: judged.fence.code === 'OUT_OF_RANGE' ? gapMetresOf(judged) : null,
    widthPixels: input.figureWidthPixels,
    heightPixels: input.figureHeightPixels,
  })
}
