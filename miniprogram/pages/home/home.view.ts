/** The home screen from what is known: pure, so that every state is a row of a table. */
import type { ContextReply, SlotReply } from '../../contract/api'
import { slabView, type SlabState, type SlabView } from '../../components/slab/slab.view'
import { railKey, railView, type SlotCell } from '../../components/slot-rail/slot-rail.view'
import type { KnownContext } from '../../services/context'
import type { PlaceState } from '../../services/place-state'
import type { QueueChange } from '../../services/queue-steps'
import { agoText, clockText, dayText, offsetMinutesOf, timeOf, weekdayText } from '../../texts/format'
import { texts } from '../../texts/texts'
import { chooseSlot } from './choose-slot'
import { planView, type PlanRow } from './plan.view'
import { queueView, type QueueView } from './queue.view'
import { todayRow, type TodayRow } from './today.view'
import { verdictView, type VerdictView } from './verdict.view'

/** Old data is shown with its time. */
const FRESH_MS = 5 * 60_000
const GUTTER_PIXELS = 16
const TALL_FIGURE_PIXELS = 224
const LOW_FIGURE_PIXELS = 168

export interface HomeInput {
  readonly phoneNowMs: number
  readonly known: KnownContext | null
  readonly isBound: boolean
  /** The last attempt to load failed, and there is nothing to show. */
  readonly hasFailed: boolean
  readonly place: PlaceState
  readonly queue: QueueChange
  readonly selectedKey: string | null
  readonly chosenSiteId: string | null
  readonly sendingSinceMs: number | null
  /** Until the page checks in by itself; null: it does not. */
  readonly quickSeconds: number | null
  readonly boundModel: string
  readonly windowWidthPixels: number
  /** Whether the platform's map may be shown. */
  readonly hasMap: boolean
}

export interface HomeView {
  readonly day: string
  readonly shift: string
  readonly cells: readonly SlotCell[]
  readonly verdict: VerdictView | null
  /** The verdict as it is read aloud when it changes. */
  readonly spoken: string
  readonly figureHeight: number
  readonly corner: string
  readonly cornerIcon: 'refresh' | 'offline'
  readonly isLocating: boolean
  readonly queue: QueueView
  readonly slab: SlabView
  readonly today: readonly TodayRow[] | null
  readonly plan: readonly PlanRow[]
  readonly consentDue: boolean
  readonly hasFailed: boolean
  readonly isEmpty: boolean
  readonly isOtherPhone: boolean
}

/** A tap cannot submit, and something can be done about it. */
const STATES_WITH_WAYS: readonly SlabState[] = ['outside', 'imprecise', 'no_fix', 'no_permission', 'needs_approval']

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
  const slab = slabView({
    nowMs,
    isBound: input.isBound,
    context,
    slot,
    place: inServerTime(place, known),
    sendingSinceMs: input.sendingSinceMs === null ? null : input.sendingSinceMs + (known?.clockOffsetMs ?? 0),
    isRepeated: input.queue.repeatedId !== null,
    quickSeconds: input.quickSeconds,
    visitCount,
    queued: input.queue.entries.filter(({ state }) => state === 'waiting'),
    boundModel: input.boundModel,
  })
  const hasWays = STATES_WITH_WAYS.includes(slab.state)
  const figureHeight = hasWays ? LOW_FIGURE_PIXELS : TALL_FIGURE_PIXELS
  const verdict =
    context === null || !input.isBound
      ? null
      : verdictView({
          context,
          slot,
          place,
          figureWidthPixels: input.windowWidthPixels - 2 * GUTTER_PIXELS,
          figureHeightPixels: figureHeight,
          showsMap: input.hasMap && place.network !== 'none',
        })
  return {
    day: context === null ? '' : `${dayText(context.workDay)} ${weekdayText(context.workDay)}`,
    shift: shiftText(input, nowMs),
    cells:
      context === null
        ? []
        : railView({
            slots: slotsOfRail(context, nowMs),
            plannedCount: context.plans.length,
            selected: slot,
            visitCount,
            nowMs,
            workDay: context.workDay,
          }),
    // Where nothing is asked for, nothing is missing.
    verdict: verdict === null || hasWays ? verdict : { ...verdict, ways: [] },
    spoken: verdict === null ? '' : [verdict.say, verdict.hint].filter((part) => part !== '').join('，'),
    figureHeight,
    corner: cornerText(place, phoneNowMs),
    cornerIcon: place.network === 'none' ? 'offline' : 'refresh',
    isLocating: place.locatingSinceMs !== null,
    queue: queueView(input.queue, place.network, phoneNowMs, nowMs),
    slab,
    today: context === null ? null : attempts.map(todayRow),
    plan: context === null ? [] : planView(context, slot, input.chosenSiteId),
    consentDue: context !== null && context.consent.due && context.consent.sufficient,
    hasFailed: input.hasFailed && context === null,
    isOtherPhone: !input.isBound,
    isEmpty: context === null && !input.hasFailed && input.isBound,
  }
}

/** Slots of the day, of other days only what is open, unless the day has none left. */
function slotsOfRail({ slots, workDay }: Pick<ContextReply, 'slots' | 'workDay'>, nowMs: number): readonly SlotReply[] {
  const hasMore = slots.some(
    (slot) => slot.workDay === workDay && slot.kind !== 'visit' && nowMs <= Date.parse(slot.closesAt),
  )
  return slots.filter((slot) => slot.workDay === workDay || !hasMore || Date.parse(slot.opensAt) <= nowMs)
}

/** Seconds of locating are counted on one clock. */
function inServerTime(place: PlaceState, known: KnownContext | null): PlaceState {
  if (place.locatingSinceMs === null) return place
  return { ...place, locatingSinceMs: place.locatingSinceMs + (known?.clockOffsetMs ?? 0) }
}

function shiftText({ known, phoneNowMs }: HomeInput, nowMs: number): string {
  if (known === null) return ''
  const { slots, rule, workDay, off, calendarName } = known.context
  const today = slots.filter((slot) => slot.workDay === workDay)
  const start = today.find((slot) => slot.kind === 'early')?.dueAt
  const end = today.filter((slot) => slot.kind === 'late').pop()?.dueAt
  const offText = off === null ? '' : ` ${calendarName ?? texts.home.offName[off]}`
  const hours = start == null || end == null ? offText : ` ${timeOf(start)}–${timeOf(end)}`
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
