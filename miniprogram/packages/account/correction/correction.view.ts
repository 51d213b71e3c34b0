import { CORRECTION_REASON_LENGTH, type CorrectionRequest } from '../../../contract/api-corrections'
import type { IsoTime } from '../../../contract/api'
import { clockText, dateText, dayText, endTimeOf, offsetMinutesOf, timeOf, weekdayText } from '../../../texts/format'
import { texts } from '../../../texts/texts'

/** The slot that was forgotten, with its window as the day's rule had it. */
export interface CorrectableSlot {
  readonly workDay: string
  readonly kind: CorrectionRequest['kind']
  readonly span: number
  readonly opensAt: IsoTime
  readonly closesAt: IsoTime
}

export interface CorrectionView {
  readonly slot: string
  readonly window: string
  readonly timeTitle: string
  /** For the picker; empty where the window goes beyond midnight and any time may be picked. */
  readonly pickFrom: string
  readonly pickUntil: string
  readonly time: string
  readonly timeProblem: string
  readonly reasonHint: string
  readonly isReady: boolean
  readonly submit: string
}

export interface CorrectionDraft {
  readonly slot: CorrectableSlot
  /** `HH:MM`; empty: not picked. */
  readonly time: string
  readonly reason: string
  readonly isSending: boolean
  /** By the server's clock. */
  readonly nowMs: number
}

const words = texts.correction

/** Pure. */
export function correctionView(draft: CorrectionDraft): CorrectionView {
  const { slot, time, isSending } = draft
  const { workDay, kind, opensAt, closesAt } = slot
  const [from, until] = [timeOf(opensAt), endTimeOf(closesAt)]
  const crosses = crossesMidnight(slot)
  const problem = timeProblem(draft)
  const length = Array.from(draft.reason.trim()).length
  const shortBy = Math.max(0, CORRECTION_REASON_LENGTH.shortest - length)
  return {
    slot: words.slot(dayText(workDay), weekdayText(workDay), texts.slotName[kind]),
    window: crosses ? words.windowToNextDay(from, timeOf(closesAt)) : words.window(from, until),
    timeTitle: kind === 'late' ? words.timeLeave : words.time,
    pickFrom: crosses ? '' : from,
    pickUntil: crosses ? '' : until === '24:00' ? '23:59' : until,
    time,
    timeProblem: problem,
    reasonHint: shortBy > 0 && length > 0 ? words.reasonShort(shortBy) : words.reasonHint,
    isReady: time !== '' && problem === '' && shortBy === 0 && !isSending,
    submit: isSending ? words.submitting : words.submit,
  }
}

/** The picked time as an instant of the slot's window: after midnight it is the next day's. */
export function claimedAt({ opensAt }: CorrectableSlot, time: string): IsoTime {
  const date = opensAt.slice(0, 10)
  const offset = /([+-]\d\d:\d\d|Z)$/.exec(opensAt)?.[1] ?? 'Z'
  const same = `${date}T${time}:00${offset}`
  if (Date.parse(same) >= openMinuteMs(opensAt)) return same
  const offsetMinutes = offsetMinutesOf(opensAt)
  return `${dateText(Date.parse(same) + DAY_MS, offsetMinutes)}T${time}:00${offset}`
}

const DAY_MS = 86_400_000

function openMinuteMs(opensAt: IsoTime): number {
  return Math.floor(Date.parse(opensAt) / 60_000) * 60_000
}

/** A window that closes at 00:00 closes at the end of its own day. */
function crossesMidnight({ opensAt, closesAt }: CorrectableSlot): boolean {
  const offset = offsetMinutesOf(opensAt)
  return dateText(Date.parse(closesAt) - 1, offset) !== dateText(Date.parse(opensAt), offset)
}

function timeProblem({ slot, time, nowMs }: CorrectionDraft): string {
  if (time === '') return ''
  const instantMs = Date.parse(claimedAt(slot, time))
  if (instantMs > Date.parse(slot.closesAt)) {
    const until = clockText(Date.parse(slot.closesAt), offsetMinutesOf(slot.opensAt)).slice(0, 5)
    return words.timeOutside(timeOf(slot.opensAt), until)
  }
  return instantMs > nowMs ? words.timeFuture : ''
}
