/** The record of a visit that is checked in: to write, to edit until its day ends, and to read afterwards. */
import type { RecordReply, VisitDetails } from '../../contract/api'
import type { VisitRecordReply } from '../../contract/api-visits'
import { chip } from '../../components/chip/chip.view'
import { sentTiles, type SentPhotos } from '../../components/photo-strip/photo-strip.view'
import type { DraftContent } from '../../services/drafts-content'
import { endTimeOf, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import { fieldsView, isFilled } from './visit-fields.view'
import type { VisitView } from './visit.view'

/** What is said above the record: it changed elsewhere, or could not be saved. */
export type RecordNote = 'conflict' | 'offline' | { readonly title: string; readonly text: string } | null

export interface RecordInput {
  readonly record: RecordReply
  /** Null: none was written yet. */
  readonly stands: VisitRecordReply | null
  readonly content: DraftContent
  readonly isChanged: boolean
  readonly isSaving: boolean
  readonly isClosed: boolean
  readonly note: RecordNote
  readonly photos: SentPhotos
}

const words = texts.visit

/** Pure. */
export function recordView(input: RecordInput): VisitView {
  const { record, stands, content, isChanged, isSaving, isClosed, photos } = input
  const tiles = sentTiles(photos)
  const missing = [
    isFilled(content.customer) ? '' : words.needCustomer,
    isFilled(content.purpose) ? '' : content.isOwnPurpose ? words.needOwn : words.needPurpose,
  ].filter((part) => part !== '')
  const until = stands?.editableUntil ?? null
  return {
    kind: 'record',
    status: statusOf(record, until),
    note: noteOf(input),
    verdict: null,
    customer: {
      name: content.customer,
      detail: siteName(record, content.customer),
      canChoose: false,
      isTyped: !isClosed,
    },
    hasRecord: true,
    recordHint: '',
    canEdit: !isClosed && !isSaving,
    fields: fieldsView(content),
    purposeNeeded: true,
    notesNeeded: false,
    reason: null,
    photos:
      tiles.length === 0
        ? null
        : { count: texts.photos.count(tiles.length), rule: words.photosOfRecord, tiles, canTake: false },
    history: historyOf(stands, input.note === 'conflict'),
    foot: {
      act: isClosed || isSaving || missing.length > 0 || !isChanged ? 'none' : 'save',
      text: isSaving ? words.saving : words.save,
      isReady: !isClosed && !isSaving && missing.length === 0 && isChanged,
      canTake: false,
      takeText: '',
      missing: isClosed || isSaving ? '' : isChanged ? missing.join('，') : words.unchanged,
    },
    canDiscard: false,
  }
}

function statusOf(record: RecordReply, until: string | null): VisitView['status'] {
  const clock = record.capturedAt.slice(11, 19)
  const tone = record.outcome === 'superseded' ? 'plain' : record.outcome
  return {
    chip: chip(tone, words.checkedIn(clock, texts.slotName.visit, outcomeText(record))),
    text: until === null ? (record.site?.name ?? '') : words.editableUntil(endTimeOf(until)),
  }
}

/** Where it was, unless the customer's name says it. */
function siteName({ site }: RecordReply, customer: string): string {
  return site === null || site.name === customer.trim() ? '' : site.name
}

/** Nobody has to approve what waits for its photos alone. */
function outcomeText({ outcome, code }: RecordReply): string {
  return outcome === 'pending' && code === 'PHOTO_AWAITED' ? words.photosAwaited : texts.outcome[outcome]
}

function noteOf({ note, isClosed }: RecordInput): VisitView['note'] {
  if (note === 'conflict') return { title: words.conflict, text: words.conflictHint, action: '' }
  if (note === 'offline') return { title: words.savedOffline, text: words.savedOfflineHint, action: '' }
  if (note !== null) return { ...note, action: '' }
  return isClosed ? { title: words.closed, text: words.closedHint, action: '' } : null
}

/** @param withPresent what stands now too: it is not what the fields show */
function historyOf(stands: VisitRecordReply | null, withPresent: boolean): VisitView['history'] {
  if (stands === null) return []
  const present = { key: 'now', title: `${words.historyNow} ${timeOf(stands.updatedAt)}`, text: summaryOf(stands) }
  const before = stands.edits.map((edit) => ({
    key: String(edit.version),
    title: `${words.version(edit.version)} ${timeOf(edit.writtenAt)}`,
    text: summaryOf(edit),
  }))
  return withPresent ? [present, ...before] : before
}

function summaryOf({ customer, contact, contactPhone, purpose, outcome, notes }: VisitDetails): string {
  return [customer, contact, contactPhone, purpose, outcome, notes].filter((part) => part !== undefined).join('，')
}
