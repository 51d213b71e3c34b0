import { open, rm, type FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { decodeHeader, HEADER_BYTES } from './object-format'
import { objectPath } from './object-key'

export interface ObjectInfo {
  readonly byteLength: number
  readonly contentType: string
  /** Upper-case hex. */
  readonly md5: string
  readonly modifiedAtMs: number
}

export interface OpenObject {
  readonly info: ObjectInfo
  /** Closes the object at its end. */
  stream(): Readable
  bytes(): Promise<Uint8Array>
  close(): Promise<void>
}

/** Null: no such object. */
export async function openObject(folder: string, key: string): Promise<OpenObject | null> {
  const handle = await openIfThere(objectPath(folder, key))
  if (handle === null) return null
  try {
    const info = await readInfo(handle)
    if (info === null) {
      await handle.close()
      return null
    }
    return {
      info,
      stream: () => handle.createReadStream({ start: HEADER_BYTES }),
      bytes: async () => (await handle.readFile()).subarray(HEADER_BYTES),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Nothing happens when it is not there. */
export async function deleteObject(folder: string, key: string): Promise<void> {
  try {
    await rm(objectPath(folder, key))
  } catch (error) {
    if (!isAbsence(error)) throw error
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}

/** Null: a folder, i.e. the beginning of other keys. */
async function readInfo(handle: FileHandle): Promise<ObjectInfo | null> {
  const stat = await handle.stat()
  if (!stat.isFile()) return null
  const block = Buffer.alloc(HEADER_BYTES)
  const { bytesRead } = await handle.read(block, 0, HEADER_BYTES, 0)
  const { contentType, md5 } = decodeHeader(block.subarray(0, bytesRead))
  return { byteLength: stat.size - HEADER_BYTES, contentType, md5, modifiedAtMs: stat.mtimeMs }
}

function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return ['ENOENT', 'ENOTDIR', 'EISDIR', 'ERR_FS_EISDIR'].includes(code)
}
