/** Photos of a visit that is checked in: how far they are on their way, and what became of them. */
import type { PhotoReply } from '../../contract/api-photos'
import type { SentPhotos } from '../../components/photo-strip/photo-strip.view'
import type { Stop } from '../../platform/platform'
import { platform, services } from '../../services/app'
import { single } from '../../services/memory'
import type { QueueEntry } from '../../services/queue-entry'

/** The server looks at photos some seconds after they are in; where nothing comes of it, it is asked ever more rarely. */
const FIRST_PAUSE_MS = 4_000
const LONGEST_PAUSE_MS = 60_000
const isAwaited = ({ state }: PhotoReply) => state === 'awaited'

export interface RecordPhotos {
  facts(): SentPhotos
  /** Asks anew; again by itself while photos are awaited and the page is in front. */
  look(): Promise<void>
  watch(): void
  stop(): void
}

/** @param told of every change; @param allRead the check-in is decided again once its photos are all read */
export function followPhotos(
  attemptId: string,
  { changed, allRead }: { changed(): void; allRead(): Promise<void> },
): RecordPhotos {
  let photos: readonly PhotoReply[] = []
  let urls: Readonly<Record<string, string>> = {}
  let entry: QueueEntry | null = null
  let progress: Readonly<Record<string, number>> = {}
  let stops: readonly Stop[] = []
  let stopPause: Stop = () => {}
  let pauseMs = FIRST_PAUSE_MS
  let isWatching = false
  let hasLooked = false

  const entryOf = (entries: readonly QueueEntry[]) =>
    entries.find(({ reply }) => reply?.attemptId === attemptId) ?? null

  const load = single(async () => {
    hasLooked = true
    entry = entryOf(await services.queue.entries())
    const listed = await services.api.photos(attemptId)
    if (!listed.ok) return
    const wereAwaited = photos.some(isAwaited)
    photos = listed.value.items
    if (wereAwaited && !photos.some(isAwaited)) await allRead()
    for (const { sha256, state } of photos) {
      if (state !== 'verified' || urls[sha256] !== undefined) continue
      const view = await services.api.photoView(attemptId, sha256, 'display')
      if (view.ok) urls = { ...urls, [sha256]: view.value.url }
    }
    changed()
  })

  async function look(): Promise<void> {
    stopPause()
    await load()
    stopPause()
    if (!isWatching || !photos.some(isAwaited)) return
    stopPause = platform.time.after(pauseMs, () => void look())
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
  }

  function stop(): void {
    isWatching = false
    stopPause()
    stops.forEach((one) => one())
    stops = []
  }

  return {
    facts: () => ({ photos, urls, entry, progress }),
    look,
    stop,

    watch() {
      stop()
      isWatching = true
      pauseMs = FIRST_PAUSE_MS
      stops = [
        services.queue.onChange((change) => {
          const before = entry
          entry = entryOf(change.entries)
          progress = change.progress
          changed()
          if (before === null || entry !== null) return
          pauseMs = FIRST_PAUSE_MS
          void look()
        }),
      ]
      if (hasLooked) void look()
    },
  }
}
