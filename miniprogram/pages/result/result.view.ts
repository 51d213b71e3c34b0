/** The result of a check-in and why: the rule left, the fact right. */
import type { CheckInReply, ContextReply, RecordReply } from '../../contract/api'
import type { ChipView } from '../../components/chip/chip.view'
import { attemptChips } from '../../components/day-timeline/attempt-chips'
import { dayTime } from '../../components/day-timeline/day-time'
import type { FigureView } from '../../components/fence-figure/fence-figure.view'
import type { FindingRow } from '../../components/findings-rows/findings-rows'
import type { IconName } from '../../components/icon/icons'
import { dayText, durationText, timeOf, unbroken, weekdayText } from '../../texts/format'
import { texts } from '../../texts/texts'
import { decisionRows, type DecisionRow } from './decisions.view'
import { actOf, type ResultAct } from './result-act'
import { hasRoomForCard, judgedSite, resultFigure } from './result-figure.view'

export interface ResultView {
  readonly tone: 'accepted' | 'pending' | 'refused' | 'plain'
  readonly icon: IconName
  readonly headline: string
  /** `11月18日 周三`: the work day, which may have begun on the calendar date before. */
  readonly day: string
  readonly time: string
  readonly seconds: string
  readonly chips: readonly ChipView[]
  /** `比 09:00 早 7 分 51 秒`, and when it arrived. */
  readonly facts: readonly string[]
  /** What happened and what to do; empty where the headline says it all. */
  readonly said: string
  readonly figure: FigureView | null
  /** The site stands on the figure, else below it. */
  readonly hasRoomForCard: boolean
  readonly siteName: string
  readonly siteAddress: string
  readonly whyTitle: string
  readonly rows: readonly FindingRow[]
  readonly notes: readonly { readonly code: string; readonly title: string; readonly sentence: string }[]
  readonly decisions: readonly DecisionRow[]
  readonly attemptId: string
  readonly recordNumber: string
  readonly act: ResultAct
  readonly action: string
  readonly canReportFault: boolean
}

export interface ResultInput {
  readonly reply: CheckInReply | RecordReply
  readonly context: ContextReply | null
  /** When the slot's work starts or ends; null without such a time, or where it is not known. */
  readonly dueAt: string | null
  readonly figureWidthPixels: number
  readonly figureHeightPixels: number
}

const words = texts.result

const LOOKS = {
  accepted: { tone: 'accepted', icon: 'okc', headline: words.accepted, why: words.whyAccepted },
  pending: { tone: 'pending', icon: 'glass', headline: words.pending, why: words.whyPending },
  awaitsPhotos: { tone: 'pending', icon: 'glass', headline: words.awaitsPhotos, why: words.whyAwaitsPhotos },
  refused: { tone: 'refused', icon: 'noc', headline: words.refused, why: words.whyRefused },
  superseded: { tone: 'plain', icon: 'info', headline: words.superseded, why: words.whySuperseded },
} as const satisfies Record<
  CheckInReply['outcome'] | 'awaitsPhotos',
  { tone: ResultView['tone']; icon: IconName; headline: (slot: string) => string; why: string }
>

/** Pure. */
export function resultView(input: ResultInput): ResultView {
  const { reply, context } = input
  const { outcome, slot, capturedAt } = reply
  const awaitsPhotos = outcome === 'pending' && reply.code === 'PHOTO_AWAITED'
  const { tone, icon, headline, why } = LOOKS[awaitsPhotos ? 'awaitsPhotos' : outcome]
  const act = actOf(reply, context)
  const site = judgedSite(reply)
  const figure = resultFigure(input)
  return {
    tone,
    icon,
    headline: headline(texts.slotName[slot.kind]),
    day: `${dayText(slot.workDay)} ${weekdayText(slot.workDay)}`,
    time: timeOf(capturedAt),
    seconds: capturedAt.slice(16, 19),
    chips: attemptChips({ ...reply, kind: slot.kind, punctuality: punctualityOf(reply) }),
    facts: factsOf(input),
    said:
      outcome === 'accepted'
        ? ''
        : unbroken(words.sentence(reply.sentence, act === 'correct' ? words.mayCorrect : reply.next)),
    figure,
    hasRoomForCard: figure !== null && hasRoomForCard(figure),
    siteName: site?.name ?? '',
    siteAddress: context?.sites.find(({ id }) => id === site?.id)?.address ?? '',
    whyTitle: why,
    rows: reply.checks.map(({ check, result, title, askedText, seenText }) => ({
      key: check,
      mark: result === 'passed' || result === 'failed' ? result : 'none',
      name: title,
      asked: unbroken(askedText),
      seen: unbroken(seenText),
    })),
    notes: reply.findings
      .filter(({ severity }) => severity === 'review' || severity === 'note')
      .map(({ code, title, sentence }) => ({ code, title, sentence })),
    decisions: 'decisions' in reply ? decisionRows(reply) : [],
    attemptId: reply.attemptId,
    recordNumber: words.recordNumber(recordNumber(reply)),
    act,
    action: ACTIONS[act],
    canReportFault: context?.capabilities.faultReports ?? false,
  }
}

const ACTIONS: Readonly<Record<ResultAct, string>> = {
  done: words.done,
  again: words.again,
  apply: words.apply,
  standing: words.standing,
  counted: words.counted,
  rebind: words.rebind,
  correct: words.correct,
}

/** Day, time and the end of the id: short enough to be told by voice. */
export function recordNumber({ capturedAt, attemptId }: Pick<CheckInReply, 'capturedAt' | 'attemptId'>): string {
  return `${capturedAt.slice(0, 10).replace(/-/g, '')}-${timeOf(capturedAt).replace(':', '')}-${attemptId.slice(-4).toUpperCase()}`
}

/** As the slot's row of the table says; null for what has no due time. */
function punctualityOf({ checks, slot, lateMinutes }: ResultInput['reply']) {
  const seen = checks.find(({ check }) => check === 'slot')?.seen ?? {}
  if (slot.kind === 'visit' || seen['case'] === 'no_due_time') return null
  const leftEarly = seen['leftEarlyMinutes']
  return { lateMinutes, leftEarlyMinutes: typeof leftEarly === 'number' ? leftEarly : 0 }
}

function factsOf({ reply, dueAt }: ResultInput): readonly string[] {
  const { outcome, slot, capturedAt, receivedAt, deferred } = reply
  const isCompared = (outcome === 'accepted' || outcome === 'pending') && slot.kind !== 'visit' && dueAt !== null
  const delaySeconds = (Date.parse(receivedAt) - Date.parse(capturedAt)) / 1_000
  return [
    ...(capturedAt.slice(0, 10) === slot.workDay ? [] : [dayTime(capturedAt, slot.workDay)]),
    ...(isCompared ? [compared(capturedAt, dueAt, slot.workDay)] : []),
    ...(deferred ? [words.arrivedAfter(durationText(delaySeconds), receivedAt.slice(11, 19))] : []),
  ]
}

function compared(capturedAt: string, dueAt: string, workDay: string): string {
  const seconds = Math.floor(Date.parse(capturedAt) / 1_000) - Math.floor(Date.parse(dueAt) / 1_000)
  const due = dayTime(dueAt, workDay)
  if (seconds === 0) return words.exact(due)
  return seconds < 0 ? words.earlier(due, durationText(-seconds)) : words.later(due, durationText(seconds))
}
