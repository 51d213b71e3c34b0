import { AppError } from '../../../app-error'
import type { PhotoStore } from '../../../ports/photo-store'
import type { Random } from '../../../ports/system'
import { writeDraft } from './object-draft'
import { deleteObject, openObject } from './object-files'
import { objectPath } from './object-key'
import { presignedPath } from './presigned-read'
import { uploadFields } from './sign-upload'
import type { AccessKey } from './signature-v4'

export interface EmbeddedPhotoStoreOptions {
  /** Absolute path; every process that opens it sees the same objects. */
  readonly folder: string
  /** Where the listener is reached from outside, without a slash at its end; asked at each signing. */
  readonly baseUrl: () => string
  readonly bucket: string
  readonly accessKey: AccessKey
  readonly random: Random
}

/**
 * Photos in a local folder, signed for as if it were a bucket of OSS; `createPhotoListener` takes the uploads. As with
 * OSS a form is good for at most 15 minutes from its signing, whatever its policy says.
 */
export function createEmbeddedPhotoStore(options: EmbeddedPhotoStoreOptions): PhotoStore {
  const { folder, baseUrl, bucket, accessKey, random } = options
  return {
    signUpload: async (terms, nowMs) => {
      requireKey(folder, terms.key)
      return { url: `${baseUrl()}/`, fields: uploadFields(terms, nowMs, accessKey, bucket) }
    },
    signRead: async (key, expiresAtMs, nowMs) => {
      requireKey(folder, key)
      return `${baseUrl()}${presignedPath({ bucket, key }, expiresAtMs, nowMs, accessKey)}`
    },
    head: (key) =>
      reaching(async () => {
        const object = await openObject(folder, key)
        if (object === null) return null
        await object.close()
        return { byteLength: object.info.byteLength, contentType: object.info.contentType }
      }),
    read: (key, mostBytes) =>
      reaching(async () => {
        const object = await openObject(folder, key)
        if (object === null) return null
        try {
          return object.info.byteLength > mostBytes ? null : await object.bytes()
        } finally {
          await object.close()
        }
      }),
    write: (key, bytes, contentType) =>
      reaching(async () => {
        const draft = await writeDraft(folder, [bytes], { contentType, leastBytes: 0, mostBytes: bytes.length }, random)
        await draft.replace(key).finally(draft.discard)
      }),
    delete: (key) => reaching(() => deleteObject(folder, key)),
  }
}

function requireKey(folder: string, key: string): void {
  objectPath(folder, key)
}

/** A key or type that cannot be is our own mistake and stays one. */
async function reaching<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof RangeError) throw cause
    throw new AppError('PHOTO_STORE_UNAVAILABLE', { internalText: 'the embedded photo folder failed', cause })
  }
}
