/**
 * What a person has begun and not sent: kept in the phone at every change, so that a call, a kill of the app or an empty
 * battery costs nothing. One draft for one employee, work day and slot; its photos are files that belong to it until the
 * queue takes them over.
 */
import type { Platform, Stop } from '../platform/platform'
import type { Contexts } from './context'
import { clipped, EMPTY_DRAFT, type DraftContent, type DraftText } from './drafts-content'
import { createDraftStore, type DraftName } from './drafts-store'
import type { Queue } from './queue'
import type { Session } from './session'
import { MOST_PHOTOS } from '../contract/photos'
import type { NewPhoto } from './take-photo'

/** Typing is written down after a pause this long; photos at once. */
const PAUSE_MS = 400

export interface OpenDraft {
  /** Names it to the queue. */
  readonly id: string
  content(): DraftContent
  /** Texts and choices; too long ones are cut at what the server takes. */
  change(change: Partial<DraftText>): void
  /** Written down at once. @returns false when there are enough, it is there already, or the phone is full: its file is gone then */
  addPhoto(photo: NewPhoto): Promise<boolean>
  /** With its file. */
  removePhoto(sha256: string): Promise<void>
  /** What was typed last, before the page closes. */
  save(): Promise<void>
  /** The queue has the photos now: only the draft goes. */
  handOver(): Promise<void>
  /** Draft and photos go. */
  discard(): Promise<void>
}

export interface Drafts {
  /** Takes up what was begun; a photo whose file is gone drops out. Clears away what is over. */
  open(name: DraftName): Promise<OpenDraft>
  /** Whether something is begun there. */
  has(name: Pick<DraftName, 'workDay' | 'key'>): Promise<boolean>
  /** Clears away what can no longer be sent, whoever's it is. */
  cleanUp(): Promise<void>
}

export function createDrafts(
  platform: Pick<Platform, 'storage' | 'files' | 'random' | 'time'>,
  session: Pick<Session, 'current'>,
  contexts: Pick<Contexts, 'serverNowMs'>,
  queue: Pick<Queue, 'entries'>,
): Drafts {
  const store = createDraftStore(platform, contexts, queue)
  const ownId = async () => (await session.current())?.employee.id ?? ''

  return {
    cleanUp: () => store.cleanUp(null),
    has: async (name) => store.has(store.keyOf(await ownId(), name)),

    async open(name) {
      const employeeId = await ownId()
      const key = store.keyOf(employeeId, name)
      await store.cleanUp(key)
      const begun = await store.takeUp(key)
      // Unlike the ids of earlier drafts for the same slot, which is all that it has to be.
      const id = begun?.id ?? `${platform.time.nowMs()}-${platform.random.share()}`
      let content = begun?.content ?? EMPTY_DRAFT
      let stopPause: Stop = () => {}
      let isUnsaved = false
      let isOver = false
      let writing: Promise<unknown> = Promise.resolve()

      /** One after the other, so that an older text never stands over a newer one. */
      function write(): Promise<boolean> {
        stopPause()
        isUnsaved = false
        const written = writing.then(() => {
          const changedAtMs = platform.time.nowMs()
          return isOver || store.write(key, { employeeId, name, changedAtMs, id, content })
        })
        writing = written
        return written
      }

      /** Nothing is written any more. @returns the photos that it had */
      async function end(): Promise<readonly NewPhoto[]> {
        stopPause()
        isOver = true
        await writing
        const { photos } = content
        content = EMPTY_DRAFT
        return photos
      }

      return {
        id,
        content: () => content,

        change(change) {
          content = { ...content, ...clipped(change) }
          isUnsaved = true
          stopPause()
          stopPause = platform.time.after(PAUSE_MS, () => void write())
        },

        async addPhoto(photo) {
          const { photos } = content
          const isThere = photos.some(({ sha256 }) => sha256 === photo.sha256)
          if (!isOver && !isThere && photos.length < MOST_PHOTOS) {
            content = { ...content, photos: [...photos, photo] }
            if (await write()) return true
            content = { ...content, photos: content.photos.filter(({ path }) => path !== photo.path) }
          }
          await platform.files.remove(photo.path)
          return false
        },

        async removePhoto(sha256) {
          const gone = content.photos.filter((photo) => photo.sha256 === sha256)
          content = { ...content, photos: content.photos.filter((photo) => photo.sha256 !== sha256) }
          await write()
          for (const { path } of gone) await platform.files.remove(path)
        },

        async save() {
          if (isUnsaved) await write()
        },

        async handOver() {
          await end()
          await store.forget(key)
        },

        async discard() {
          await store.throwAway(key, await end())
        },
      }
    },
  }
}
