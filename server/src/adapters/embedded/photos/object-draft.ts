import { createHash } from 'node:crypto'
import { link, mkdir, open, readdir, rename, rm, stat, statfs, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Random } from '../../../ports/system'
import { encodeHeader, HEADER_BYTES } from './object-format'
import { objectPath } from './object-key'
import { OssError } from './oss-error'

/** Beside the objects, so on their file system; no key begins with a dot. */
const DRAFTS = '.drafts'
/** Many times what a request may last; a draft that is being written changes all the time. */
const ABANDONED_AFTER_MS = 5 * 60_000

export interface DraftTerms {
  readonly contentType: string
  readonly leastBytes: number
  readonly mostBytes: number
}

/** An object that is whole and on the disk, but not yet anywhere. */
export interface ObjectDraft {
  /** Upper-case hex. */
  readonly md5: string
  /** False: an object is there already, and stays as it was. Of two at once one wins. */
  publish(key: string): Promise<boolean>
  /** Puts it there, whatever was there before. */
  replace(key: string): Promise<void>
  /** Leaves nothing of the draft; what was published stays. Must be called in the end. */
  discard(): Promise<void>
}

/**
 * Writes bytes into a draft as they come. When it throws, nothing is left behind.
 * @throws OssError EntityTooLarge as soon as there are too many bytes, EntityTooSmall
 */
export async function writeDraft(
  folder: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  terms: DraftTerms,
  random: Random,
): Promise<ObjectDraft> {
  await makeFolder(join(folder, DRAFTS))
  const path = join(folder, DRAFTS, random.id())
  const discard = () => rm(path, { force: true })
  try {
    const handle = await open(path, 'wx', 0o600)
    const md5 = await fill(handle, source, terms).finally(() => handle.close())
    return {
      md5,
      discard,
      publish: async (key) => {
        const target = objectPath(folder, key)
        await makeFolder(dirname(target))
        if (!(await linkNew(path, target))) return false
        await syncFolder(dirname(target))
        return true
      },
      replace: async (key) => {
        const target = objectPath(folder, key)
        await makeFolder(dirname(target))
        await rename(path, target)
        await syncFolder(dirname(target))
      },
    }
  } catch (error) {
    await discard()
    throw error
  }
}

/**
 * Deletes the drafts of processes that ended in the middle; those of running ones are younger. Ages are told by the file
 * system's own clock, which need not be ours.
 */
export async function sweepDrafts(folder: string, random: Random): Promise<void> {
  const drafts = join(folder, DRAFTS)
  await makeFolder(drafts)
  const marker = join(drafts, random.id())
  await writeFile(marker, '', { mode: 0o600 })
  const nowMs = (await stat(marker)).mtimeMs
  await rm(marker)
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name)
    // Gone meanwhile: its own process, or another sweep, was faster.
    const changedAtMs = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => nowMs,
    )
    if (nowMs - changedAtMs > ABANDONED_AFTER_MS) await rm(path, { force: true })
  }
}

/** Bytes that may still be written to the folder's file system. */
export async function freeBytes(folder: string): Promise<number> {
  await makeFolder(folder)
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function fill(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { contentType, leastBytes, mostBytes }: DraftTerms,
): Promise<string> {
  const hash = createHash('md5')
  let length = 0
  await handle.writeFile(Buffer.alloc(HEADER_BYTES))
  for await (const chunk of source) {
    length += chunk.length
    if (length > mostBytes) {
      throw new OssError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.')
    }
    hash.update(chunk)
    await handle.writeFile(chunk)
  }
  if (length < leastBytes) {
    throw new OssError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size.')
  }
  const md5 = hash.digest('hex').toUpperCase()
  await handle.write(encodeHeader({ contentType, md5 }), 0, HEADER_BYTES, 0)
  await handle.sync()
  return md5
}

async function linkNew(path: string, target: string): Promise<boolean> {
  try {
    await link(path, target)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** A name outlives a power cut only when its folder was written too. Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
