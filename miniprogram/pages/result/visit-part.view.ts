/** The visit record under the result of a visit's check-in. */
import type { SlotReply } from '../../contract/api'
import type { VisitRecordReply } from '../../contract/api-visits'
import type { Outcome } from '../../contract/decision'
import { dayEndTime, dayTime } from '../../components/day-timeline/day-time'
import { texts } from '../../texts/texts'

/** `none`: nothing was written. */
export type KnownVisit = VisitRecordReply | 'none' | 'failed' | null

export interface VisitPart {
  readonly rows: readonly { readonly key: string; readonly name: string; readonly text: string }[]
  /** Instead of rows. */
  readonly note: string
  /** How often it was changed, and until when it may be. */
  readonly hints: readonly string[]
  /** Writes or edits; empty when it may not be. */
  readonly action: string
}

export interface VisitPartInput {
  readonly visit: KnownVisit
  readonly outcome: Outcome
  readonly workDay: string
  /** The same slot, while the day takes attempts. */
  readonly slot: SlotReply | null
  readonly nowMs: number
}

const words = texts.result
const FIELDS = ['customer', 'contact', 'contactPhone', 'purpose', 'outcome', 'notes'] as const

/** Pure; null while it is not known, and for what was refused and never had one. */
export function visitPart({ visit, outcome, workDay, slot, nowMs }: VisitPartInput): VisitPart | null {
  if (visit === null) return null
  if (visit === 'failed') return { rows: [], note: words.visitFailed, hints: [], action: '' }
  if (visit === 'none') {
    if (outcome === 'refused') return null
    const mayWrite = slot !== null && nowMs <= Date.parse(slot.uploadUntil)
    return { rows: [], note: words.visitNone, hints: [], action: mayWrite ? words.visitWrite : '' }
  }
  const { editableUntil, edits, updatedAt } = visit
  const mayEdit = editableUntil !== null && nowMs <= Date.parse(editableUntil)
  return {
    rows: FIELDS.flatMap((field) => {
      const text = visit[field] ?? ''
      return text === '' ? [] : [{ key: field, name: words.visitFields[field], text }]
    }),
    note: '',
    hints: [
      ...(edits.length > 0 ? [words.visitEdited(edits.length, dayTime(updatedAt, workDay))] : []),
      mayEdit ? words.visitUntil(dayEndTime(editableUntil, workDay)) : words.visitClosed,
    ],
    action: mayEdit ? words.visitEdit : '',
  }
}
