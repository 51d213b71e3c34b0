/** The home screen from what is known: pure, so that every state is a row of a table. */
import type { ContextReply, RecordItem, SlotReply } from '../../contract/api'
import type { ChipView } from '../../components/chip/chip.view'
import { outcomeChips } from '../../components/outcome-chip.view'
import { slabView, type SlabView } from '../../components/slab/slab.view'
import { railKey, railView, type SlotCell } from '../../components/slot-rail/slot-rail.view'
import type { KnownContext } from '../../services/context'
import type { PlaceState } from '../../services/place-watch'
import type { QueueChange } from '../../services/queue'
import { agoText, clockText, dayText, offsetMinutesOf, timeOf, weekdayText } from '../../texts/format'
import { texts } from '../../texts/texts'
import { chooseSlot } from './choose-slot'
import { queueView, type QueueView } from './queue.view'
import { verdictView, type VerdictView } from './verdict.view'

/** Old data is shown with its time. */
const FRESH_MS = 5 * 60_000
const GUTTER_PIXELS = 16
export const TALL_FIGURE_PIXELS = 224
export const LOW_FIGURE_PIXELS = 168

export interface HomeInput {
  readonly phoneNowMs: number
  readonly known: KnownContext | null
  readonly isBound: boolean
  /** The last attempt to load failed, and there is nothing to show. */
  readonly hasFailed: boolean
  readonly place: PlaceState
  readonly queue: QueueChange
  readonly selectedKey: string | null
  readonly sendingSinceMs: number | null
  readonly windowWidthPixels: number
}

export interface HomeView {
  readonly day: string
  readonly shift: string
  readonly cells: readonly SlotCell[]
  readonly verdict: VerdictView | null
  readonly figureHeight: number
  readonly corner: string
  readonly isLocating: boolean
  readonly queue: QueueView
  readonly slab: SlabView
  readonly today: readonly TodayRow[] | null
  readonly plan: readonly { readonly id: string; readonly name: string; readonly text: string }[]
  readonly consentDue: boolean
  readonly hasFailed: boolean
  readonly isEmpty: boolean
  readonly isOtherPhone: boolean
}

export interface TodayRow {
  readonly attemptId: string
  readonly time: string
  readonly title: string
  readonly text: string
  readonly chips: readonly ChipView[]
}

export function serverNowMs(known: KnownContext | null, phoneNowMs: number): number {
  return phoneNowMs + (known?.clockOffsetMs ?? 0)
}

export function slotOf(known: KnownContext | null, selectedKey: string | null, nowMs: number): SlotReply | null {
  if (known === null) return null
  const { slots } = known.context
  return slots.find((slot) => railKey(slot) === selectedKey) ?? chooseSlot(known.context, nowMs)
}

export function homeView(input: HomeInput): HomeView {
  const { known, place, phoneNowMs } = input
  const nowMs = serverNowMs(known, phoneNowMs)
  const context = known?.context ?? null
  const slot = slotOf(known, input.selectedKey, nowMs)
  const attempts = context?.attempts ?? []
  const visitCount = attempts.filter(({ slot: { kind }, outcome }) => kind === 'visit' && outcome !== 'refused').length
  const isOutside = place.verdict?.holds === false && place.location !== null
  const figureHeight = isOutside ? LOW_FIGURE_PIXELS : TALL_FIGURE_PIXELS
  return {
    day: context === null ? '' : `${dayText(context.workDay)} ${weekdayText(context.workDay)}`,
    shift: shiftText(input, nowMs),
    cells:
      context === null
        ? []
        : railView({
            slots: context.slots,
            plannedCount: context.plans.length,
            selected: slot,
            visitCount,
            nowMs,
            workDay: context.workDay,
          }),
    verdict:
      context === null || !input.isBound
        ? null
        : verdictView({
            context,
            slot,
            place,
            figureWidthPixels: input.windowWidthPixels - 2 * GUTTER_PIXELS,
            figureHeightPixels: figureHeight,
          }),
    figureHeight,
    corner: cornerText(place, phoneNowMs),
    isLocating: place.locatingSinceMs !== null,
    queue: queueView(input.queue, place.network, phoneNowMs, nowMs),
    slab: slabView({
      nowMs,
      isBound: input.isBound,
      context,
      slot,
      place: inServerTime(place, known),
      sendingSinceMs: input.sendingSinceMs === null ? null : input.sendingSinceMs + (known?.clockOffsetMs ?? 0),
      visitCount,
    }),
    today: context === null ? null : attempts.map(todayRow),
    plan: (context?.plans ?? []).map(({ siteId, siteName, note }) => ({
      id: siteId,
      name: siteName,
      text: note ?? addressOf(context, siteId),
    })),
    consentDue: context !== null && context.consent.due && context.consent.sufficient,
    hasFailed: input.hasFailed && context === null,
    isOtherPhone: !input.isBound,
    isEmpty: context === null && !input.hasFailed && input.isBound,
  }
}

/** Seconds of locating are counted on one clock. */
function inServerTime(place: PlaceState, known: KnownContext | null): PlaceState {
  if (place.locatingSinceMs === null) return place
  return { ...place, locatingSinceMs: place.locatingSinceMs + (known?.clockOffsetMs ?? 0) }
}

function shiftText({ known, phoneNowMs }: HomeInput, nowMs: number): string {
  if (known === null) return ''
  const { slots, rule, workDay } = known.context
  const today = slots.filter((slot) => slot.workDay === workDay)
  const start = today.find((slot) => slot.kind === 'early')?.dueAt
  const end = today.filter((slot) => slot.kind === 'late').pop()?.dueAt
  const hours = start == null || end == null ? '' : ` ${timeOf(start)}–${timeOf(end)}`
  const ageMs = phoneNowMs - known.receivedAtMs
  const received = clockText(nowMs - ageMs, offsetMinutesOf(known.context.serverTime)).slice(0, 5)
  return rule.name + hours + (ageMs > FRESH_MS ? `，${texts.verdict.dataFrom(received)}` : '')
}

function cornerText({ location, locatingSinceMs, network }: PlaceState, phoneNowMs: number): string {
  if (locatingSinceMs !== null && location?.ok !== true) return texts.home.relocating
  if (network === 'none') return texts.home.offlineGrid
  return location?.ok === true
    ? texts.home.relocate(agoText(phoneNowMs - location.value.askedAtMs))
    : texts.locationProblem.failed
}

function addressOf(context: ContextReply | null, siteId: string): string {
  return context?.sites.find(({ id }) => id === siteId)?.address ?? ''
}

function todayRow(record: RecordItem): TodayRow {
  return {
    attemptId: record.attemptId,
    time: timeOf(record.capturedAt),
    title: texts.slotName[record.slot.kind],
    text: record.siteName ?? record.sentence,
    chips: outcomeChips(record),
  }
}
