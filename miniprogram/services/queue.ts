/**
 * Check-ins on their way. Each is kept on the phone before it is first sent and until the server has all of it, so the app
 * may be killed at any moment: the same bytes again are a repeat, which the server answers as the first time.
 */
import type { Platform, Stop } from '../platform/platform'
import type { Api } from './api'
import { retryDelayMs, returnDelayMs } from './backoff'
import type { Challenges } from './challenge'
import type { UploadPhoto } from './photo-upload'
import type { QueueEntry } from './queue-entry'
import { createQueueSteps, type Pass, type QueueChange } from './queue-steps'
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
  /** Runs now, whenever the network comes back and whenever the app is opened. */
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
): Queue {
  const steps = createQueueSteps(store, createSendCheckIn(platform, api), uploadPhoto, challenges)
  const busy = new Set<string>()
  let running: Promise<Pass> | null = null
  let isAsked = false
  let failures = 0
  let stopTimer: Stop = () => {}

  /** Check-ins first, so that no photo keeps one waiting; then photos, each check-in's for itself. */
  async function once(): Promise<Pass> {
    let left: Pass = { left: false }
    for (const entry of await store.own()) {
      const ended = entry.state === 'waiting' ? await guarded(entry.id, steps.send) : null
      if (ended !== null) return ended
    }
    for (const entry of await store.own()) {
      const ended = entry.state === 'judged' ? await guarded(entry.id, steps.sendPhotos) : null
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
