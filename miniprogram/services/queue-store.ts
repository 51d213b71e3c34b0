/** Where queued check-ins stand: in the phone's storage, one key each, and in memory while the app runs. */
import type { Platform } from '../platform/platform'
import { kept } from './memory'
import { byCapture, type QueueEntry } from './queue-entry'
import type { Session } from './session'

const PREFIX = 'queue:'

export interface QueueStore {
  /** Of the person who is logged in, oldest first: nobody sends another's. */
  own(): Promise<readonly QueueEntry[]>
  find(id: string): Promise<QueueEntry | null>
  /** @returns false when it could not be kept */
  keep(entry: QueueEntry): Promise<boolean>
  /** With its photos. */
  remove(entry: QueueEntry): Promise<void>
}

export function createQueueStore(
  platform: Pick<Platform, 'storage' | 'files'>,
  session: Pick<Session, 'current'>,
): QueueStore {
  let all: Map<string, QueueEntry> | null = null

  const slot = (id: string) => kept<QueueEntry>(platform.storage, PREFIX + id)

  async function load(): Promise<Map<string, QueueEntry>> {
    if (all !== null) return all
    const found = new Map<string, QueueEntry>()
    for (const key of await platform.storage.keys(PREFIX)) {
      const entry = await slot(key.slice(PREFIX.length)).read()
      if (entry !== null) found.set(entry.id, entry)
    }
    all ??= found
    return all
  }

  return {
    async own() {
      const employeeId = (await session.current())?.employee.id
      return Array.from((await load()).values())
        .filter((entry) => entry.employeeId === employeeId)
        .sort(byCapture)
    },

    find: async (id) => (await load()).get(id) ?? null,

    async keep(entry) {
      const isKept = await slot(entry.id).write(entry)
      if (isKept) (await load()).set(entry.id, entry)
      return isKept
    },

    async remove(entry) {
      ;(await load()).delete(entry.id)
      await slot(entry.id).forget()
      for (const photo of entry.photos) await platform.files.remove(photo.path)
    },
  }
}
