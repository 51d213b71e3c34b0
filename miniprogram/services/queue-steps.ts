/** What is done with one check-in of the queue: it is sent, then its photos are. */
import type { Stop } from '../platform/platform'
import type { Challenges } from './challenge'
import { listeners } from './memory'
import type { UploadPhoto } from './photo-upload'
import { isFinished, judged, withPhoto, type QueueEntry } from './queue-entry'
import type { QueueStore } from './queue-store'
import type { SendCheckIn } from './send-check-in'
import type { ApiProblem } from './transport'

export interface QueueChange {
  readonly entries: readonly QueueEntry[]
  /** Of photos under way, by their hash: 0 to 1. */
  readonly progress: Readonly<Record<string, number>>
  /** The check-in that was sent once more because no answer came, until one does. */
  readonly repeatedId: string | null
}

export const EMPTY_QUEUE: QueueChange = { entries: [], progress: {}, repeatedId: null }

/** How one pass ended: everything is through, or try again then. */
export type Pass = { readonly left: false } | { readonly left: true; readonly retryAfterMs: number | null }

export interface QueueSteps {
  /** @returns null when it stands in nobody's way */
  send(entry: QueueEntry): Promise<Pass | null>
  sendPhotos(entry: QueueEntry): Promise<Pass | null>
  remove(entry: QueueEntry): Promise<void>
  /** Tells the listeners how everything stands. */
  tell(): Promise<void>
  onChange(listener: (change: QueueChange) => void): Stop
  onJudged(listener: (entry: QueueEntry) => void): Stop
}

export function createQueueSteps(
  store: QueueStore,
  sendCheckIn: SendCheckIn,
  uploadPhoto: UploadPhoto,
  challenges: Pick<Challenges, 'adopt'>,
): QueueSteps {
  const changes = listeners<QueueChange>()
  const judgements = listeners<QueueEntry>()
  const progress: Record<string, number> = {}
  let repeatedId: string | null = null

  async function tell(): Promise<void> {
    changes.tell({ entries: await store.own(), progress: { ...progress }, repeatedId })
  }

  async function remove(entry: QueueEntry): Promise<void> {
    await store.remove(entry)
    await tell()
  }

  async function send(entry: QueueEntry): Promise<Pass | null> {
    const reply = await sendCheckIn(entry, () => {
      repeatedId = entry.id
      void tell()
    })
    repeatedId = null
    if (!reply.ok) {
      if (!isFinal(reply.problem)) {
        await tell()
        return { left: true, retryAfterMs: retryAfterOf(reply.problem) }
      }
      const { message, hint } = reply.problem as Extract<ApiProblem, { kind: 'refused' }>
      await store.keep({ ...entry, state: 'stuck', problem: { message, hint } })
      await tell()
      return null
    }
    const answered = judged(entry, reply.value)
    await store.keep(answered)
    await challenges.adopt(reply.value.challenge)
    judgements.tell(answered)
    await tell()
    return null
  }

  async function sendPhotos(entry: QueueEntry): Promise<Pass | null> {
    let current = entry
    const { reply } = entry
    for (const photo of reply === null ? [] : entry.photos) {
      if (photo.state !== 'waiting' || reply === null) continue
      // Nobody asks for the photos of what was refused.
      const sent = reply.outcome === 'refused' ? null : await uploadPhoto(reply.attemptId, photo, report(photo.sha256))
      delete progress[photo.sha256]
      if (sent !== null && !sent.ok && sent.problem.kind === 'later') {
        await tell()
        return { left: true, retryAfterMs: sent.problem.retryAfterMs }
      }
      current = withPhoto(current, photo.sha256, sent !== null && sent.ok ? 'in' : 'lost')
      await store.keep(current)
      await tell()
    }
    if (isFinished(current)) await remove(current)
    return null
  }

  function report(sha256: string): (share: number) => void {
    return (share) => {
      progress[sha256] = share
      void tell()
    }
  }

  return { send, sendPhotos, remove, tell, onChange: changes.add, onJudged: judgements.add }
}

/** What no repeat of the same bytes can change. Logging in, or an overloaded server, is a matter of time. */
function isFinal(problem: ApiProblem): boolean {
  return problem.kind === 'refused' && problem.action === 'show' && problem.status !== 403
}

function retryAfterOf(problem: ApiProblem): number | null {
  return problem.kind === 'refused' ? problem.retryAfterMs : null
}
