/**
 * Check-ins on their way. Each is kept on the phone before it is first sent and until the server has all of it, so the app
 * may be killed at any moment: the same bytes again are a repeat, which the server answers as the first time.
 */
import type { Platform, Stop } from '../platform/platform'
import type { Api } from './api'
import { retryDelayMs, returnDelayMs } from './backoff'
import type { Challenges } from './challenge'
import type { Contexts } from './context'
import type { UploadPhoto } from './photo-upload'
import type { QueueEntry } from './queue-entry'
import { createQueueSteps, type Left, type QueueChange, type Told } from './queue-steps'
import type { QueueStore } from './queue-store'
import { createSendCheckIn } from './send-check-in'

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
  /** What the server said when it did not take a check-in that waits now; null: it said nothing. */
  told(id: string): Told | null
  /** Clears away what is over, whoever's it is; runs now, whenever the network comes back and whenever the app is opened. */
  start(): Stop
  onChange(listener: (change: QueueChange) => void): Stop
  /** Told once per check-in, when the server has judged it. */
  onJudged(listener: (entry: QueueEntry) => void): Stop
}

export function createQueue(
  platform: Pick<Platform, 'network' | 'lifecycle' | 'random' | 'time'>,
  store: QueueStore,
  api: Pick<Api, 'checkIn'>,
  uploadPhoto: UploadPhoto,
  challenges: Pick<Challenges, 'adopt'>,
  contexts: Pick<Contexts, 'serverNowMs'>,
): Queue {
  const steps = createQueueSteps(store, createSendCheckIn(platform, api), uploadPhoto, challenges, contexts)
  const busy = new Set<string>()
  let running: Promise<Map<string, Left>> | null = null
  let isAsked = false
  let failures = 0
  let stopTimer: Stop = () => {}

  /**
   * Check-ins first, so that no photo keeps one waiting; then photos, each check-in's for itself, until a new check-in
   * comes. One that fails keeps no other from being sent.
   * @param left of this pass: those are not tried a second time; what is left of this round is added
   */
  async function round(left: Map<string, Left>): Promise<void> {
    const steadily = async (state: QueueEntry['state'], step: (entry: QueueEntry) => Promise<Left | null>) => {
      for (const entry of await store.own()) {
        if (entry.state !== state || left.has(entry.id)) continue
        if (state === 'judged' && isAsked) return
        const ended = await guarded(entry.id, step)
        if (ended !== null) left.set(entry.id, ended)
        if (ended?.stopsAll === true) return
      }
    }
    await steadily('waiting', steps.send)
    if (!isStopped(left)) await steadily('judged', steps.sendPhotos)
  }

  async function guarded(id: string, step: (entry: QueueEntry) => Promise<Left | null>): Promise<Left | null> {
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
  function pass(): Promise<Map<string, Left>> {
    isAsked = true
    running ??= (async () => {
      try {
        const left = new Map<string, Left>()
        while (isAsked && !isStopped(left)) {
          isAsked = false
          await round(left)
        }
        return left
      } finally {
        running = null
      }
    })()
    return running
  }

  async function run(): Promise<void> {
    stopTimer()
    const left = Array.from((await pass()).values(), ({ retryAfterMs }) => retryAfterMs)
    if (left.length === 0) {
      failures = 0
      return
    }
    failures++
    const asked = left.filter((delayMs) => delayMs !== null)
    later(asked.length > 0 ? Math.max(...asked) : retryDelayMs(failures, platform.random.share()))
  }

  function later(delayMs: number): void {
    stopTimer()
    stopTimer = platform.time.after(delayMs, () => void run())
  }

  async function wake(): Promise<void> {
    await store.cleanUp()
    if ((await store.own()).some((entry) => entry.state !== 'stuck')) later(returnDelayMs(platform.random.share()))
  }

  return {
    entries: store.own,
    entry: store.find,
    told: steps.told,
    run,
    onChange: steps.onChange,
    onJudged: steps.onJudged,

    async add(entry) {
      const isKept = await store.keep(entry)
      if (isKept) await steps.tell()
      return isKept
    },

    async dismiss(id) {
      const entry = await store.find(id)
      if (entry !== null && !busy.has(id)) await steps.remove(entry)
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

function isStopped(left: ReadonlyMap<string, Left>): boolean {
  return Array.from(left.values()).some(({ stopsAll }) => stopsAll)
}
