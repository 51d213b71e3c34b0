/** What the result page knows of one attempt, and how it comes to know it. */
import type { CheckInReply, RecordReply } from '../../contract/api'
import type { PhotoListReply } from '../../contract/api-photos'
import { isSameSlot } from '../../contract/work-day'
import type { QueueEntry } from '../../services/queue-entry'
import { services } from '../../services/app'
import type { ApiProblem } from '../../services/transport'
import type { KnownVisit } from './visit-part.view'

export type ResultTrouble = 'offline' | 'failed' | 'gone'

export interface Shown {
  attemptId: string
  reply: CheckInReply | RecordReply | null
  trouble: ResultTrouble | null
  photos: PhotoListReply | 'failed' | null
  /** Addresses of verified photos, by hash; they last for minutes. */
  urls: Record<string, string>
  visit: KnownVisit
  /** In the queue, while photos are under way. */
  entry: QueueEntry | null
  progress: Readonly<Record<string, number>>
}

export function newShown(attemptId: string): Shown {
  return {
    attemptId,
    reply: services.latestReplies.find(attemptId),
    trouble: null,
    photos: null,
    urls: {},
    visit: null,
    entry: null,
    progress: {},
  }
}

export function troubleOf(problem: ApiProblem): ResultTrouble {
  if (problem.kind === 'unreachable') return 'offline'
  return problem.kind === 'refused' && problem.status === 404 ? 'gone' : 'failed'
}

/** Photos with an address for each that may be looked at. */
export async function loadPhotos(shown: Shown): Promise<void> {
  const { attemptId } = shown
  const listed = await services.api.photos(attemptId)
  if (!listed.ok) {
    if (shown.photos === null) shown.photos = 'failed'
    return
  }
  shown.photos = listed.value
  const verified = listed.value.items.filter(({ state }) => state === 'verified')
  await Promise.all(
    verified.map(async ({ sha256 }) => {
      const view = await services.api.photoView(attemptId, sha256, 'display')
      if (view.ok) shown.urls[sha256] = view.value.url
    }),
  )
}

export async function loadVisit(shown: Shown): Promise<void> {
  const record = await services.api.visitRecord(shown.attemptId)
  if (record.ok) shown.visit = record.value
  else if (record.problem.kind === 'refused' && record.problem.status === 404) shown.visit = 'none'
  else if (shown.visit === null) shown.visit = 'failed'
}

/** When the work of this attempt's slot starts or ends, where this phone knows it. */
export async function dueAtOf({ slot }: Pick<CheckInReply, 'slot'>): Promise<string | null> {
  const month = await services.ownRecords.month(slot.workDay.slice(0, 7))
  const day = month?.reply.days.find(({ workDay }) => workDay === slot.workDay)
  const known = day?.slots.find(({ kind, span }) => kind === slot.kind && span === slot.span)
  if (known !== undefined) return known.dueAt
  const context = (await services.contexts.current())?.context
  return context?.slots.find((candidate) => isSameSlot(candidate, slot))?.dueAt ?? null
}
