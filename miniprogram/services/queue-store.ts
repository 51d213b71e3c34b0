/** Where queued check-ins stand: in the phone's storage, one key each, and in memory while the app runs. */
import type { Platform } from '../platform/platform'
import { kept } from './memory'
import type { Contexts } from './context'
import { byCapture, isOver, isTooLate, type QueueEntry } from './queue-entry'
import type { Session } from './session'

const PREFIX = 'queue:'

export interface QueueStore {
  /** Of the person who is logged in, oldest first: nobody sends another's. */
  own(): Promise<readonly QueueEntry[]>
  find(id: string): Promise<QueueEntry | null>
  /**
   * @returns false when it could not be kept. One that stands already goes on changed all the same, while the app runs:
   * after a kill it is sent again, which the server answers as the first time.
   */
  keep(entry: QueueEntry): Promise<boolean>
  /** With its photos. */
  remove(entry: QueueEntry): Promise<void>
  /** Clears away what is over, whoever's it is, with its photos; what this person has not sent yet is sent first. */
  cleanUp(): Promise<void>
  /** Whoever's they are: those that can still get to the server in time. */
  waitingCount(): Promise<number>
  /** All of it, with its photos. */
  clear(): Promise<void>
}

export function createQueueStore(
  platform: Pick<Platform, 'storage' | 'files'>,
  session: Pick<Session, 'current'>,
  contexts: Pick<Contexts, 'serverNowMs'>,
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

  const everybodys = async () => Array.from((await load()).values())

  async function remove(entry: QueueEntry): Promise<void> {
    ;(await load()).delete(entry.id)
    await slot(entry.id).forget()
    for (const photo of entry.photos) await platform.files.remove(photo.path)
  }

  return {
    remove,

    async own() {
      const employeeId = (await session.current())?.employee.id
      return (await everybodys())
        .filter((entry) => entry.employeeId === employeeId)
        .sort(byCapture)
    },

    find: async (id) => (await load()).get(id) ?? null,

    async keep(entry) {
      const isKept = await slot(entry.id).write(entry)
      const known = await load()
      if (isKept || known.has(entry.id)) known.set(entry.id, entry)
      return isKept
    },

    async cleanUp() {
      const employeeId = (await session.current())?.employee.id
      const serverNowMs = await contexts.serverNowMs()
      for (const entry of await everybodys()) {
        const isStillSent = entry.state === 'waiting' && entry.employeeId === employeeId
        if (!isStillSent && isOver(entry, serverNowMs)) await remove(entry)
      }
    },

    async waitingCount() {
      const serverNowMs = await contexts.serverNowMs()
      return (await everybodys()).filter((entry) => !isTooLate(entry, serverNowMs)).length
    },

    async clear() {
      for (const entry of await everybodys()) await remove(entry)
    },
  }
}
