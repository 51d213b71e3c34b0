import type OSS from 'ali-oss'
import type { OssConfig } from '../../config.oss'
import type { PhotoStore } from '../../ports/photo-store'
import { unavailable, type OssCalls } from './oss-calls'
import { OssFault } from './oss-problems'
import { encryptionHeaders, presignedUrl, publicBaseUrl, uploadFields } from './oss-signing'

/** What our own keys are made of; the package would quietly change others. */
const KEY = /^(?=.{1,512}$)[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}(\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,127})*$/

interface Part {
  readonly bytes: Buffer
  /** Of the whole object. */
  readonly byteLength: number
  readonly contentType: string
}

/**
 * Photos in a bucket of OSS. Phones upload by signed forms and browsers read by presigned addresses at the bucket's
 * public domain, and nothing in it is public; this server's own calls may take another way (`OSS_ENDPOINT`). Views are
 * made and written by us, so addresses need no `x-oss-process`; originals are read by the server alone.
 */
export function createOssPhotoStore(config: OssConfig, calls: OssCalls): PhotoStore {
  return {
    signUpload: async (terms, nowMs) => {
      requireKey(terms.key)
      const credential = await calls.credential()
      return { url: `${publicBaseUrl(config)}/`, fields: uploadFields(terms, nowMs, { config, credential }) }
    },
    signRead: async (key, expiresAtMs, nowMs) => {
      requireKey(key)
      return presignedUrl(key, expiresAtMs, nowMs, { config, credential: await calls.credential() })
    },
    // A HEAD has no body, and its 404 may mean that the bucket is gone: then every photo would count as never uploaded.
    head: async (key) => {
      const part = await readPart(calls, requireKey(key), 'head', 1)
      return part === null ? null : { byteLength: part.byteLength, contentType: part.contentType }
    },
    read: async (key, mostBytes) => {
      const part = await readPart(calls, requireKey(key), 'read', mostBytes + 1)
      return part === null || part.byteLength > mostBytes ? null : part.bytes
    },
    write: async (key, bytes, contentType) => {
      requireKey(key)
      const options = { mime: contentType, headers: encryptionHeaders(config) }
      await reaching(calls.run('write', (client) => client.put(key, Buffer.from(bytes), { ...options })))
    },
    delete: async (key) => {
      requireKey(key)
      await reaching(calls.run('delete', (client) => client.delete(key)))
    },
  }
}

/** At most so many bytes from the beginning; null: no such object. */
async function readPart(calls: OssCalls, key: string, what: string, mostBytes: number): Promise<Part | null> {
  const range = `bytes=0-${mostBytes - 1}`
  const get = (client: OSS) => client.get(key, undefined, { headers: { Range: range } })
  try {
    const { content, res } = await calls.run(what, get)
    const bytes = content as Buffer
    const headers = res.headers as Readonly<Record<string, string | undefined>>
    // An empty object comes without a range.
    const total = /\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1]
    const contentType = headers['content-type'] ?? 'application/octet-stream'
    return { bytes, byteLength: total === undefined ? bytes.length : Number(total), contentType }
  } catch (error) {
    if (error instanceof OssFault && error.kind === 'absent') return null
    throw unreached(error)
  }
}

async function reaching<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw unreached(error)
  })
}

function unreached(error: unknown): unknown {
  return error instanceof OssFault ? unavailable(error.message) : error
}

/** @throws RangeError for a key that no caller of ours may make */
function requireKey(key: string): string {
  if (!KEY.test(key)) throw new RangeError('not a key of the photo store')
  return key
}
