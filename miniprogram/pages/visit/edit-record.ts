/** The record of a visit that is checked in: read, edited until its day ends, and kept as a draft meanwhile. */
import type { RecordReply } from '../../contract/api'
import type { VisitRecordReply } from '../../contract/api-visits'
import { platform, services } from '../../services/app'
import type { OpenDraft } from '../../services/drafts'
import { EMPTY_DRAFT, type DraftContent } from '../../services/drafts-content'
import type { DraftName } from '../../services/drafts-store'
import type { ApiProblem } from '../../services/transport'
import { texts } from '../../texts/texts'
import { followPhotos } from './record-photos'
import { recordView, type RecordNote } from './record.view'
import { contentOf, detailsOf } from './visit-fields.view'
import type { Shown, Writing } from './writing'

const DAY_MS = 86_400_000

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
  let isShown = false
  const photos = followPhotos(attemptId, {
    changed: () => shown.render(),
    async allRead() {
      const found = await services.api.record(attemptId)
      if (found.ok) record = found.value
    },
  })

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
      // Behind another page there is nothing to go back from.
      if (isShown) platform.navigation.back()
      return
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

  return {
    async load() {
      const found = await services.api.record(attemptId)
      if (!found.ok) return found.problem
      record = found.value
      const problem = await readRecord()
      if (problem !== null) return problem
      draft ??= await services.drafts.open(nameOf())
      noteConflict()
      shown.refill()
      void photos.look()
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
        photos: photos.facts(),
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

    watch() {
      isShown = true
      photos.watch()
    },
    stop() {
      isShown = false
      photos.stop()
    },
  }
}
