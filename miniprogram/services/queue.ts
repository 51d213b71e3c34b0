/**
 * Check-ins on their way. Each is kept on the phone before it is first sent and until the server has all of it, so the app
 * may be killed at any moment: the same bytes again are a repeat, which the server answers as the first time.
 */
import { SIGNATURE_HEADERS } from '../contract/signing'
import type { Platform, Stop } from '../platform/platform'
import type { Api } from './api'
import { retryDelayMs, returnDelayMs } from './backoff'
import type { Challenges } from './challenge'
import { listeners } from './memory'
import type { UploadPhoto } from './photo-upload'
import { isFinished, judged, withPhoto, type QueueEntry } from './queue-entry'
import type { QueueStore } from './queue-store'
import type { ApiProblem } from './transport'

export interface QueueChange {
  readonly entries: readonly QueueEntry[]
  /** Of photos under way, by their hash: 0 to 1. */
  readonly progress: Readonly<Record<string, number>>
}

export interface Queue {
  /** Kept when it returns true; it is sent by `run`. */
  add(entry: QueueEntry): Promise<boolean>
  /** Of the person who is logged in, oldest first. */
  entries(): Promise<readonly QueueEntry[]>
  entry(id: string): Promise<QueueEntry | null>
  /** Sends what waits, once through; tries again by itself when something is left. */
  run(): Promise<void>
  /** Takes away what the person has seen: a stuck one, with its photos. */
  dismiss(id: string): Promise<void>
  /** Runs now, whenever the network comes back and whenever the app is opened. */
  start(): Stop
  onChange(listener: (change: QueueChange) => void): Stop
  /** Told once per check-in, when the server has judged it. */
  onJudged(listener: (entry: QueueEntry) => void): Stop
}

/** How one pass ended: everything is through, or try again then. */
type Pass = { readonly left: false } | { readonly left: true; readonly retryAfterMs: number | null }

export function createQueue(
  platform: Pick<Platform, 'network' | 'lifecycle' | 'random' | 'time'>,
  store: QueueStore,
  api: Pick<Api, 'checkIn'>,
  uploadPhoto: UploadPhoto,
  challenges: Pick<Challenges, 'adopt'>,
): Queue {
  const changes = listeners<QueueChange>()
  const judgements = listeners<QueueEntry>()
  const progress: Record<string, number> = {}
  const busy = new Set<string>()
  let running: Promise<Pass> | null = null
  let isAsked = false
  let failures = 0
  let stopTimer: Stop = () => {}

  async function tell(): Promise<void> {
    changes.tell({ entries: await store.own(), progress: { ...progress } })
  }

  async function remove(entry: QueueEntry): Promise<void> {
    await store.remove(entry)
    await tell()
  }

  /** @returns null when it stands in nobody's way */
  async function send(entry: QueueEntry): Promise<Pass | null> {
    const sentAt = { [SIGNATURE_HEADERS.sentAt]: String(platform.time.nowMs()) }
    const reply = await api.checkIn(entry.body, { ...entry.headers, ...sentAt })
    if (!reply.ok) {
      if (!isFinal(reply.problem)) return { left: true, retryAfterMs: retryAfterOf(reply.problem) }
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

  /** Check-ins first, so that no photo keeps one waiting; then photos, each check-in's for itself. */
  async function once(): Promise<Pass> {
    let left: Pass = { left: false }
    for (const entry of await store.own()) {
      const ended = entry.state === 'waiting' ? await guarded(entry.id, send) : null
      if (ended !== null) return ended
    }
    for (const entry of await store.own()) {
      const ended = entry.state === 'judged' ? await guarded(entry.id, sendPhotos) : null
      left = ended ?? left
    }
    return left
  }

  async function guarded(id: string, step: (entry: QueueEntry) => Promise<Pass | null>): Promise<Pass | null> {
    const entry = await store.find(id)
    if (entry === null) return null
    busy.add(id)
    try {
      return await step(entry)
    } finally {
      busy.delete(id)
    }
  }

  /** One pass at a time; what came in meanwhile is in the next round of the same one. */
  function pass(): Promise<Pass> {
    isAsked = true
    running ??= (async () => {
      try {
        let ended: Pass = { left: false }
        while (isAsked) {
          isAsked = false
          ended = await once()
        }
        return ended
      } finally {
        running = null
      }
    })()
    return running
  }

  async function run(): Promise<void> {
    stopTimer()
    const ended = await pass()
    if (!ended.left) {
      failures = 0
      return
    }
    failures++
    later(ended.retryAfterMs ?? retryDelayMs(failures, platform.random.share()))
  }

  function later(delayMs: number): void {
    stopTimer()
    stopTimer = platform.time.after(delayMs, () => void run())
  }

  async function wake(): Promise<void> {
    if ((await store.own()).some((entry) => entry.state !== 'stuck')) later(returnDelayMs(platform.random.share()))
  }

  return {
    entries: store.own,
    entry: store.find,
    run,
    onChange: changes.add,
    onJudged: judgements.add,

    async add(entry) {
      const isKept = await store.keep(entry)
      if (isKept) await tell()
      return isKept
    },

    async dismiss(id) {
      const entry = await store.find(id)
      if (entry !== null && !busy.has(id)) await remove(entry)
    },

    start() {
      const stops = [
        platform.network.onChange((network) => {
          if (network !== 'none') void wake()
        }),
        platform.lifecycle.onShow(() => void wake()),
      ]
      void wake()
      return () => {
        stopTimer()
        stops.forEach((stop) => stop())
      }
    },
  }
}

/** What no repeat of the same bytes can change. Logging in, or an overloaded server, is a matter of time. */
function isFinal(problem: ApiProblem): boolean {
  return problem.kind === 'refused' && problem.action === 'show' && problem.status !== 403
}

function retryAfterOf(problem: ApiProblem): number | null {
  return problem.kind === 'refused' ? problem.retryAfterMs : null
}
