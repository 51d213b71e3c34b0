/** The result of a check-in and why: the rule left, the fact right. */
import type { CheckInReply, ContextReply, RecordReply } from '../../contract/api'
import { isSameSlot } from '../../contract/work-day'
import { chip, type ChipView } from '../../components/chip/chip.view'
import { figureView, type FigureView, type FixTone } from '../../components/fence-figure/fence-figure.view'
import type { FindingRow } from '../../components/findings-rows/findings-rows'
import type { IconName } from '../../components/icon/icons'
import { outcomeChips } from '../../components/outcome-chip.view'
import { dayText, durationText, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'

/** What the main button does. */
export type ResultAct = 'done' | 'again' | 'apply' | 'standing' | 'rebind'

export interface ResultView {
  readonly tone: 'accepted' | 'pending' | 'refused' | 'plain'
  readonly icon: IconName
  readonly headline: string
  readonly time: string
  readonly seconds: string
  readonly chips: readonly ChipView[]
  /** `比 09:00 早 7 分 51 秒` */
  readonly compared: string
  readonly sentence: string
  readonly next: string
  readonly figure: FigureView | null
  readonly siteName: string
  readonly siteAddress: string
  readonly whyTitle: string
  readonly rows: readonly FindingRow[]
  readonly notes: readonly { readonly code: string; readonly title: string; readonly sentence: string }[]
  readonly attemptId: string
  readonly recordNumber: string
  readonly act: ResultAct
  readonly action: string
}

export interface ResultInput {
  readonly reply: CheckInReply | RecordReply
  readonly context: ContextReply | null
  readonly figureWidthPixels: number
  readonly figureHeightPixels: number
}

const words = texts.result
const PRESENCE_CODES = [
  'OUT_OF_RANGE',
  'LOCATION_MISSING',
  'LOCATION_IMPRECISE',
  'WIFI_NOT_ALLOWED',
  'WIFI_UNREADABLE',
  'PRESENCE_PROOF_MISSING',
  'PRESENCE_PROOF_INVALID',
]
const DEVICE_CODES = ['DEVICE_NOT_BOUND', 'DEVICE_REVOKED', 'DEVICE_BOUND_TO_ANOTHER']
const AGAIN_CODES = ['CHALLENGE_UNKNOWN', 'CHALLENGE_EXPIRED', 'SIGNATURE_INVALID', 'PHOTO_STALE', 'PHOTO_REUSED']

const LOOKS = {
  accepted: { tone: 'accepted', icon: 'okc', headline: words.accepted, why: words.whyAccepted },
  pending: { tone: 'pending', icon: 'glass', headline: words.pending, why: words.whyPending },
  refused: { tone: 'refused', icon: 'noc', headline: words.refused, why: words.whyRefused },
  superseded: { tone: 'plain', icon: 'info', headline: words.superseded, why: words.whySuperseded },
} as const satisfies Record<
  CheckInReply['outcome'],
  { tone: ResultView['tone']; icon: IconName; headline: (slot: string) => string; why: string }
>

/** Pure. */
export function resultView(input: ResultInput): ResultView {
  const { reply, context } = input
  const { tone, icon, headline, why } = LOOKS[reply.outcome]
  const act = actOf(reply, context)
  return {
    tone,
    icon,
    headline: headline(texts.slotName[reply.slot.kind]),
    time: timeOf(reply.capturedAt),
    seconds: reply.capturedAt.slice(16, 19),
    chips: chipsOf(reply),
    compared: compared(reply, context),
    sentence: reply.sentence,
    next: reply.next,
    figure: figure(input),
    siteName: reply.site?.name ?? '',
    siteAddress: context?.sites.find(({ id }) => id === reply.site?.id)?.address ?? '',
    whyTitle: why,
    rows: reply.checks.map(({ check, result, title, askedText, seenText }) => ({
      key: check,
      mark: result === 'passed' || result === 'failed' ? result : 'none',
      name: title,
      asked: askedText,
      seen: seenText,
    })),
    notes: reply.findings
      .filter(({ severity }) => severity === 'review' || severity === 'note')
      .map(({ code, title, sentence }) => ({ code, title, sentence })),
    attemptId: reply.attemptId,
    recordNumber: words.recordNumber(recordNumber(reply)),
    act,
    action: {
      done: words.done,
      again: words.again,
      apply: words.apply,
      standing: words.standing,
      rebind: words.rebind,
    }[act],
  }
}

/** Day, time and the end of the id: short enough to be told by voice. */
export function recordNumber({ capturedAt, attemptId }: Pick<CheckInReply, 'capturedAt' | 'attemptId'>): string {
  return `${capturedAt.slice(0, 10).replace(/-/g, '')}-${timeOf(capturedAt).replace(':', '')}-${attemptId.slice(-4).toUpperCase()}`
}

function chipsOf(reply: ResultInput['reply']): readonly ChipView[] {
  const isOnTime = reply.outcome === 'accepted' && reply.slot.kind === 'early' && reply.lateMinutes === 0
  const [outcome, ...rest] = outcomeChips(reply)
  return isOnTime || outcome === undefined ? [chip('accepted', texts.outcome.onTime), ...rest] : [outcome, ...rest]
}

function compared(reply: ResultInput['reply'], context: ContextReply | null): string {
  if (reply.outcome === 'refused') return dayText(reply.capturedAt)
  const slot = context?.slots.find((candidate) => isSameSlot(candidate, reply.slot))
  if (slot?.dueAt == null) return reply.deferred ? words.receivedAt(reply.receivedAt.slice(11, 19)) : ''
  const seconds = (Date.parse(reply.capturedAt) - Date.parse(slot.dueAt)) / 1_000
  const due = timeOf(slot.dueAt)
  return seconds <= 0 ? words.earlier(due, durationText(-seconds)) : words.later(due, durationText(seconds))
}

function figure({ reply, context, figureWidthPixels, figureHeightPixels }: ResultInput): FigureView | null {
  const site = context?.sites.find(({ id }) => id === reply.site?.id)
  const place = 'place' in reply ? reply.place : null
  if (context == null || site === undefined || place === null) return null
  const fence = reply.findings.find(({ code }) => code === 'OUT_OF_RANGE')
  const tone: FixTone = reply.outcome === 'superseded' ? 'offline' : reply.outcome
  const gap = fence?.seen['missingMetres']
  return figureView({
    fence: site.fence,
    siteName: site.name,
    fix: place,
    toleranceMetres: Math.min(place.accuracyMetres ?? 0, context.policy.toleranceCapMetres),
    tone,
    gapMetres: typeof gap === 'number' ? gap : null,
    widthPixels: figureWidthPixels,
    heightPixels: figureHeightPixels,
  })
}

function actOf(
  { outcome, code, standingAttemptId, slot }: ResultInput['reply'],
  context: ContextReply | null,
): ResultAct {
  if (outcome !== 'refused') return 'done'
  if (standingAttemptId !== null) return 'standing'
  if (DEVICE_CODES.includes(code)) return 'rebind'
  const isOpen = context?.slots.some((candidate) => isSameSlot(candidate, slot)) === true
  if (!isOpen) return 'done'
  if (AGAIN_CODES.includes(code)) return 'again'
  return PRESENCE_CODES.includes(code) && context?.policy.outOfRange !== 'refuse' ? 'apply' : 'done'
}
