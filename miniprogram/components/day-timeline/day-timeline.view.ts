/** All attempts of a work day, accepted or not, in the order in which they were made. */
import type { RecordItem } from '../../contract/api'
import type { RecordSlotReply } from '../../contract/api-days'
import { durationText } from '../../texts/format'
import { texts } from '../../texts/texts'
import type { ChipView } from '../chip/chip.view'
import type { IconName } from '../icon/icons'
import { attemptChips } from './attempt-chips'
import { dayTime } from './day-time'

export interface TimelineRow {
  readonly attemptId: string
  readonly time: string
  readonly icon: IconName
  readonly tone: 'accepted' | 'pending' | 'refused' | 'field' | 'plain'
  readonly title: string
  readonly text: string
  readonly chips: readonly ChipView[]
  readonly label: string
}

const words = texts.timeline

/** Pure. @param slots of the same day, so that an attempt that stands says how it counts */
export function timelineView(
  records: readonly RecordItem[],
  slots: readonly RecordSlotReply[],
): readonly TimelineRow[] {
  return records
    .slice()
    .sort((left, right) => Date.parse(left.capturedAt) - Date.parse(right.capturedAt))
    .map((record) => rowOf(record, slots))
}

function rowOf(record: RecordItem, slots: readonly RecordSlotReply[]): TimelineRow {
  const { attemptId, capturedAt, slot, outcome } = record
  const standing = slots.find(({ kind, span }) => kind === slot.kind && span === slot.span)
  const stands = standing?.attemptId === attemptId
  const time = dayTime(capturedAt, slot.workDay)
  const title = titleOf(record)
  const text = textOf(record, stands ? null : (standing ?? null))
  const chips = attemptChips({
    outcome,
    code: record.code,
    deferred: record.deferred,
    kind: slot.kind,
    punctuality: stands && standing.dueAt !== null ? standing : null,
  })
  return {
    attemptId,
    time,
    icon: outcome === 'refused' ? 'x' : outcome === 'pending' ? 'glass' : slot.kind,
    tone: outcome === 'accepted' ? (slot.kind === 'visit' ? 'field' : 'accepted') : TONES[outcome],
    title,
    text,
    chips,
    label: [time, title, text, ...chips.map((item) => item.text)].filter((part) => part !== '').join('，'),
  }
}

const TONES = { pending: 'pending', refused: 'refused', superseded: 'plain' } as const

function titleOf({ slot, outcome, code, siteName }: RecordItem): string {
  const name = texts.slotName[slot.kind]
  if (outcome === 'refused') return words.refused(name)
  if (outcome === 'superseded') return words.superseded(name)
  if (outcome === 'pending') return code === 'PHOTO_AWAITED' ? words.awaitsPhotos(name) : words.pending(name)
  return slot.kind === 'visit' && siteName !== null ? words.visit(siteName) : name
}

/** What counts says where; what does not says why. @param other the slot, where another attempt stands for it */
function textOf(record: RecordItem, other: RecordSlotReply | null): string {
  const { outcome, slot, siteName, deferred, evidenceState } = record
  const photos = {
    none: '',
    awaited: words.photosAwaited,
    verified: words.photosVerified,
    failed: words.photosFailed,
  }[evidenceState]
  const said =
    outcome === 'accepted'
      ? [slot.kind === 'visit' ? '' : (siteName ?? ''), photos]
      : [record.sentence, outcome === 'pending' && record.code !== 'PHOTO_AWAITED' ? photos : '']
  const standsElsewhere =
    outcome === 'accepted' && other?.capturedAt != null
      ? words.anotherStands(dayTime(other.capturedAt, slot.workDay))
      : ''
  return [...said, standsElsewhere, deferred ? words.arrivedAfter(delayText(record)) : '']
    .filter((part) => part !== '')
    .join('，')
}

function delayText({ capturedAt, receivedAt }: RecordItem): string {
  const seconds = (Date.parse(receivedAt) - Date.parse(capturedAt)) / 1_000
  // Seconds say nothing about a delay of minutes.
  return durationText(seconds < 60 ? seconds : Math.floor(seconds / 60) * 60)
}
