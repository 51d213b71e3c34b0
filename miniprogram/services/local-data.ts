/** Everything that this mini-program keeps in the phone, and getting rid of it. */
import type { Platform } from '../platform/platform'

const QUEUE_PREFIX = 'queue:'
const DRAFT_PREFIX = 'draft:'

/** `waiting`: check-ins are on their way, whoever's they are; deleting would lose them. */
export type Erased = 'erased' | 'waiting'

export interface LocalData {
  /** Check-ins that wait in this phone, whoever's they are. */
  waitingCount(): Promise<number>
  /**
   * Deletes all of it: the device key, the session, what was answered last, drafts with their photos, choices. The key
   * never comes back: after this the phone is bound to nobody.
   */
  erase(): Promise<Erased>
}

interface Forgetful {
  forget(): void
}

/** @param held what stands in memory too, and would be written down again */
export function createLocalData(
  platform: Pick<Platform, 'storage' | 'files'>,
  held: { readonly session: Forgetful; readonly keys: Forgetful; readonly contexts: Forgetful },
): LocalData {
  const { storage, files } = platform

  async function waitingCount(): Promise<number> {
    return (await storage.keys(QUEUE_PREFIX)).length
  }

  async function draftPhotoPaths(): Promise<readonly string[]> {
    const paths: string[] = []
    for (const key of await storage.keys(DRAFT_PREFIX)) paths.push(...photoPathsOf(await storage.read(key)))
    return paths
  }

  return {
    waitingCount,

    async erase() {
      if ((await waitingCount()) > 0) return 'waiting'
      for (const path of await draftPhotoPaths()) await files.remove(path)
      for (const key of await storage.keys('')) await storage.remove(key)
      held.session.forget()
      held.keys.forget()
      held.contexts.forget()
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
