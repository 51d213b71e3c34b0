/** Where drafts stand in the phone's storage, with the photo files that belong to them, and when they go. */
import type { Platform } from '../platform/platform'
import type { Contexts } from './context'
import { EMPTY_DRAFT, type DraftContent } from './drafts-content'
import { kept } from './memory'
import type { Queue } from './queue'
import type { NewPhoto } from './take-photo'

const PREFIX = 'draft:'
/** Older ones give way. */
const MOST_DRAFTS = 12

export interface DraftName {
  readonly workDay: string
  /** `visit-0`, or `record-` and the id of an attempt. */
  readonly key: string
  /** By the server's clock: afterwards nobody can send it, and it is cleared away with its photos. */
  readonly keepUntilMs: number
}

export interface KeptDraft {
  readonly employeeId: string
  readonly name: DraftName
  readonly changedAtMs: number
  /** What the queue knows it by; absent in drafts of older versions. */
  readonly id?: string
  readonly content: DraftContent
}

export interface DraftStore {
  keyOf(employeeId: string, name: Pick<DraftName, 'workDay' | 'key'>): string
  has(key: string): Promise<boolean>
  /** What was begun, without photos whose file is gone; null where nothing was. */
  takeUp(key: string): Promise<Pick<KeptDraft, 'id' | 'content'> | null>
  /** @returns false when it could not be kept */
  write(key: string, draft: KeptDraft): Promise<boolean>
  /** The photos stay: somebody else has them. */
  forget(key: string): Promise<void>
  /** With those photos that the queue does not send. */
  throwAway(key: string, photos: readonly NewPhoto[]): Promise<void>
  /** What can no longer be sent goes, whoever's it is, and the oldest where there are too many. */
  cleanUp(exceptKey: string | null): Promise<void>
}

export function createDraftStore(
  platform: Pick<Platform, 'storage' | 'files'>,
  contexts: Pick<Contexts, 'serverNowMs'>,
  queue: Pick<Queue, 'entries'>,
): DraftStore {
  const place = (key: string) => kept<KeptDraft>(platform.storage, key)

  async function all(): Promise<readonly { readonly key: string; readonly draft: KeptDraft }[]> {
    const found: { key: string; draft: KeptDraft }[] = []
    for (const key of await platform.storage.keys(PREFIX)) {
      const draft = await place(key).read()
      if (draft === null) await place(key).forget()
      else found.push({ key, draft })
    }
    return found
  }

  async function throwAway(key: string, photos: readonly NewPhoto[]): Promise<void> {
    await place(key).forget()
    const queued = new Set((await queue.entries()).flatMap((entry) => entry.photos.map(({ path }) => path)))
    for (const { path } of photos) if (!queued.has(path)) await platform.files.remove(path)
  }

  /** The app was killed after the queue took it and before the draft was gone. No clock says so: it may have been set. */
  async function wasHandedOver({ id, content }: KeptDraft): Promise<boolean> {
    const hashes = new Set(content.photos.map(({ sha256 }) => sha256))
    return (await queue.entries()).some(
      ({ draftId, photos }) =>
        (draftId !== undefined && draftId === id) || photos.some(({ sha256 }) => hashes.has(sha256)),
    )
  }

  async function present(photos: readonly NewPhoto[]): Promise<readonly NewPhoto[]> {
    const found: NewPhoto[] = []
    for (const photo of photos) {
      const facts = await platform.files.facts(photo.path)
      // One that cannot be read now is there all the same.
      const isThere = facts.ok ? facts.value.sha256 === photo.sha256 : facts.problem === 'failed'
      if (isThere) found.push(photo)
    }
    return found
  }

  return {
    keyOf: (employeeId, { workDay, key }) => `${PREFIX}${employeeId}:${workDay}:${key}`,
    has: async (key) => (await place(key).read()) !== null,
    write: (key, draft) => place(key).write(draft),
    forget: (key) => place(key).forget(),
    throwAway,

    async takeUp(key) {
      const draft = await place(key).read()
      if (draft === null) return null
      if (await wasHandedOver(draft)) {
        await place(key).forget()
        return null
      }
      const content = { ...EMPTY_DRAFT, ...draft.content, photos: await present(draft.content.photos) }
      return { ...(draft.id === undefined ? {} : { id: draft.id }), content }
    },

    async cleanUp(exceptKey) {
      const serverNowMs = await contexts.serverNowMs()
      const others = (await all())
        .filter(({ key }) => key !== exceptKey)
        .sort((one, other) => other.draft.changedAtMs - one.draft.changedAtMs)
      const isOver = ({ draft }: (typeof others)[number]) => serverNowMs > draft.name.keepUntilMs
      const tooMany = others.filter((other) => !isOver(other)).slice(MOST_DRAFTS - 1)
      for (const { key, draft } of [...others.filter(isOver), ...tooMany]) await throwAway(key, draft.content.photos)
    },
  }
}
