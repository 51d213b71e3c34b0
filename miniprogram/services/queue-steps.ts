/** What is done with one check-in of the queue: it is sent, then its photos are. */
import type { Stop } from '../platform/platform'
import type { Challenges } from './challenge'
import { listeners } from './memory'
import type { UploadPhoto } from './photo-upload'
import type { Contexts } from './context'
import { isFinished, isTooLate, judged, withPhoto, type QueueEntry } from './queue-entry'
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

/** What is left to try again, and when. `stopsAll`: the others would be answered the same. */
export interface Left {
  readonly retryAfterMs: number | null
  readonly stopsAll: boolean
}

/** In the server's words. */
export interface Told {
  readonly code: string
  readonly message: string
  readonly hint: string
}

export interface QueueSteps {
  /** @returns null when nothing of it is left to try */
  send(entry: QueueEntry): Promise<Left | null>
  sendPhotos(entry: QueueEntry): Promise<Left | null>
  /** What the server said when it did not take a check-in that waits now; null: it said nothing. */
  told(id: string): Told | null
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
  contexts: Pick<Contexts, 'serverNowMs'>,
): QueueSteps {
  const changes = listeners<QueueChange>()
  const judgements = listeners<QueueEntry>()
  const progress: Record<string, number> = {}
  const refusals = new Map<string, Told>()
  let repeatedId: string | null = null

  async function tell(): Promise<void> {
    changes.tell({ entries: await store.own(), progress: { ...progress }, repeatedId })
  }

  async function remove(entry: QueueEntry): Promise<void> {
    refusals.delete(entry.id)
    await store.remove(entry)
    await tell()
  }

  async function send(entry: QueueEntry): Promise<Left | null> {
    const reply = await sendCheckIn(entry, () => {
      repeatedId = entry.id
      void tell()
    })
    repeatedId = null
    refusals.delete(entry.id)
    if (!reply.ok) {
      if (!isFinal(reply.problem)) {
        const said = toldOf(reply.problem)
        if (said !== null) refusals.set(entry.id, said)
        await tell()
        return { retryAfterMs: retryAfterOf(reply.problem), stopsAll: concernsAll(reply.problem) }
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

  async function sendPhotos(entry: QueueEntry): Promise<Left | null> {
    let current = entry
    const { reply } = entry
    for (const photo of reply === null ? [] : entry.photos) {
      if (photo.state !== 'waiting' || reply === null) continue
      // Nobody asks for the photos of what was refused.
      const sent = reply.outcome === 'refused' ? null : await uploadPhoto(reply.attemptId, photo, report(photo.sha256))
      delete progress[photo.sha256]
      const mayTryAgain = sent !== null && !sent.ok && sent.problem.kind === 'later'
      if (mayTryAgain && !isTooLate(entry, await contexts.serverNowMs())) {
        await tell()
        return { retryAfterMs: sent.problem.retryAfterMs, stopsAll: false }
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

  const told = (id: string) => refusals.get(id) ?? null

  return { send, sendPhotos, told, remove, tell, onChange: changes.add, onJudged: judgements.add }
}

/** What no repeat of the same bytes can change. Logging in, or an overloaded server, is a matter of time. */
function isFinal(problem: ApiProblem): boolean {
  return problem.kind === 'refused' && problem.action === 'show' && problem.status !== 403
}

/**
 * Whether the next check-in would be answered the same: who asks, or how often, is what is refused. Silence and a fault
 * may be about this one alone: a firewall that dislikes a word of it gives its own page for an answer.
 */
function concernsAll(problem: ApiProblem): boolean {
  return problem.kind === 'login' || (problem.kind === 'refused' && problem.status < 500)
}

function toldOf(problem: ApiProblem): Told | null {
  if (problem.kind !== 'refused' || problem.message === '') return null
  const { code, message, hint } = problem
  return { code, message, hint }
}

function retryAfterOf(problem: ApiProblem): number | null {
  return problem.kind === 'refused' ? problem.retryAfterMs : null
}
