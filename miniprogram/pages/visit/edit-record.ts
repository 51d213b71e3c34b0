/** The record of a visit that is checked in: read, edited until its day ends, and kept as a draft meanwhile. */
import type { RecordReply } from '../../contract/api'
import type { PhotoReply } from '../../contract/api-photos'
import type { VisitRecordReply } from '../../contract/api-visits'
import { platform, services } from '../../services/app'
import type { OpenDraft } from '../../services/drafts'
import { EMPTY_DRAFT, type DraftContent } from '../../services/drafts-content'
import type { DraftName } from '../../services/drafts-store'
import type { QueueEntry } from '../../services/queue-entry'
import type { ApiProblem } from '../../services/transport'
import { texts } from '../../texts/texts'
import { recordView, type RecordNote } from './record.view'
import { contentOf, detailsOf } from './visit-fields.view'
import type { Shown, Writing } from './writing'

/** The server looks at photos some seconds after they are in. */
const PHOTOS_MS = 4_000
const DAY_MS = 86_400_000
const isAwaited = ({ state }: PhotoReply) => state === 'awaited'

export interface RecordEdit extends Writing {
  /** Null when it was found; else what stood in the way. */
  load(): Promise<ApiProblem | null>
}

export function startRecordEdit(attemptId: string, shown: Shown): RecordEdit {
  let record: RecordReply | null = null
  let stands: VisitRecordReply | null = null
  let draft: OpenDraft | null = null
  let isSaving = false
  let isClosed = false
  let note: RecordNote = null
  let photos: readonly PhotoReply[] = []
  let urls: Readonly<Record<string, string>> = {}
  let entry: QueueEntry | null = null
  let progress: Readonly<Record<string, number>> = {}

  const isChanged = () => draft !== null && draft.content() !== EMPTY_DRAFT
  /** What stands on the server, until something is changed. */
  const standing = (): DraftContent => {
    const named = record?.site?.name ?? ''
    const details = stands ?? { customer: named, purpose: '' }
    return { ...EMPTY_DRAFT, ...contentOf(details, stands?.version ?? 0) }
  }
  const content = () => (draft !== null && isChanged() ? draft.content() : standing())

  async function readRecord(): Promise<ApiProblem | null> {
    const read = await services.api.visitRecord(attemptId)
    if (read.ok) {
      stands = read.value
      isClosed = read.value.editableUntil === null
      return null
    }
    // None was written yet: the first one counts from 0.
    if (read.problem.kind !== 'refused' || read.problem.status !== 404) return read.problem
    stands = null
    isClosed = record?.outcome === 'refused'
    return null
  }

  async function loadPhotos(): Promise<void> {
    const listed = await services.api.photos(attemptId)
    if (!listed.ok) return
    const wereAwaited = photos.some(isAwaited)
    photos = listed.value.items
    // The check-in is decided again once they are all read.
    if (wereAwaited && !photos.some(isAwaited)) {
      const found = await services.api.record(attemptId)
      if (found.ok) record = found.value
    }
    for (const { sha256, state } of photos) {
      if (state !== 'verified' || urls[sha256] !== undefined) continue
      const view = await services.api.photoView(attemptId, sha256, 'display')
      if (view.ok) urls = { ...urls, [sha256]: view.value.url }
    }
    shown.render()
  }

  /** What was typed on another version is not silently laid over this one. */
  function noteConflict(): void {
    const version = stands?.version ?? 0
    if (draft === null || !isChanged() || draft.content().version === version) return
    draft.change({ version })
    note = 'conflict'
  }

  async function send(open: OpenDraft): Promise<void> {
    const typed = open.content()
    const request = { ...detailsOf(typed, typed.customer), version: typed.version }
    const saved = await services.api.editVisitRecord(attemptId, request)
    if (saved.ok) {
      await open.discard()
      stands = saved.value
      note = null
      draft = await services.drafts.open(nameOf())
      platform.screen.toast(texts.visit.saved)
      return platform.navigation.back()
    }
    const { problem } = saved
    if (problem.kind !== 'refused') note = 'offline'
    else if (problem.code === 'VERSION_CONFLICT') {
      if ((await readRecord()) === null) noteConflict()
    } else {
      isClosed = problem.code === 'VISIT_RECORD_CLOSED' || problem.code === 'VISIT_RECORD_FULL'
      note = { title: problem.message, text: problem.hint }
    }
  }

  function nameOf(): DraftName {
    const until = stands?.editableUntil ?? null
    const capturedAtMs = Date.parse(record?.capturedAt ?? '')
    return {
      workDay: record?.slot.workDay ?? '',
      key: `record-${attemptId}`,
      keepUntilMs: until === null ? capturedAtMs + DAY_MS : Date.parse(until),
    }
  }

  const stops = [
    services.queue.onChange((change) => {
      const before = entry
      entry = change.entries.find(({ reply }) => reply?.attemptId === attemptId) ?? null
      progress = change.progress
      shown.render()
      if (before !== null && entry === null) void loadPhotos()
    }),
    platform.time.every(PHOTOS_MS, () => {
      if (photos.some(isAwaited)) void loadPhotos()
    }),
  ]

  return {
    async load() {
      const found = await services.api.record(attemptId)
      if (!found.ok) return found.problem
      record = found.value
      const problem = await readRecord()
      if (problem !== null) return problem
      draft ??= await services.drafts.open(nameOf())
      noteConflict()
      entry = (await services.queue.entries()).find(({ reply }) => reply?.attemptId === attemptId) ?? null
      shown.refill()
      void loadPhotos()
      return null
    },

    view() {
      if (record === null || draft === null) return null
      return recordView({
        record,
        stands,
        content: content(),
        isChanged: isChanged(),
        isSaving,
        isClosed,
        note,
        photos: { photos, urls, entry, progress },
      })
    },

    content,
    change(change) {
      draft?.change(isChanged() ? change : { ...standing(), ...change })
      shown.render()
    },
    save: async () => draft?.save(),

    async act() {
      if (draft === null || isSaving) return
      isSaving = true
      shown.render()
      await draft.save()
      await send(draft)
      isSaving = false
      shown.render()
    },

    stop: () => stops.forEach((stop) => stop()),
  }
}
