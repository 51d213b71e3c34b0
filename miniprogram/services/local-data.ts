/** Everything that this mini-program keeps in the phone, and getting rid of it. */
import type { Platform } from '../platform/platform'
import type { QueueStore } from './queue-store'

const DRAFT_PREFIX = 'draft:'

/** `waiting`: check-ins can still get to the server, whoever's they are; deleting would lose them. */
export type Erased = 'erased' | 'waiting'

export interface LocalData {
  /** Check-ins that wait in this phone and can still get to the server in time, whoever's they are. */
  waitingCount(): Promise<number>
  /**
   * Deletes all of it: the device key, the session, what was answered last, drafts and overdue check-ins with their photos,
   * choices. The key
   * never comes back: after this the phone is bound to nobody.
   */
  erase(): Promise<Erased>
}

interface Forgetful {
  forget(): void
}

/**
 * @param held what stands in memory too, and would be written down again
 * @param forgetRest the rest of it
 */
export function createLocalData(
  platform: Pick<Platform, 'storage' | 'files'>,
  queueStore: Pick<QueueStore, 'waitingCount' | 'clear'>,
  held: { readonly session: Forgetful; readonly keys: Forgetful },
  forgetRest: () => Promise<void>,
): LocalData {
  const { storage, files } = platform

  async function draftPhotoPaths(): Promise<readonly string[]> {
    const paths: string[] = []
    for (const key of await storage.keys(DRAFT_PREFIX)) paths.push(...photoPathsOf(await storage.read(key)))
    return paths
  }

  return {
    waitingCount: queueStore.waitingCount,

    async erase() {
      if ((await queueStore.waitingCount()) > 0) return 'waiting'
      await queueStore.clear()
      await forgetRest()
      for (const path of await draftPhotoPaths()) await files.remove(path)
      for (const key of await storage.keys('')) await storage.remove(key)
      held.session.forget()
      held.keys.forget()
      return 'erased'
    },
  }
}

function photoPathsOf(draft: string | null): readonly string[] {
  try {
    const { content } = JSON.parse(draft ?? '{}') as { content?: { photos?: readonly { readonly path: string }[] } }
    return (content?.photos ?? []).map(({ path }) => path)
  } catch {
    return []
  }
}
