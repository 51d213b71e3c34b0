/** Where the bytes of photos lie: Aliyun OSS, or a folder that speaks its protocol. Keys are relative, with `/`. */

/** A form upload as OSS PostObject V4 takes it: fields in this order, then the bytes as the last part, named `file`. */
export interface SignedUpload {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

export interface UploadTerms {
  readonly key: string
  readonly contentType: string
  /** The exact number of bytes. */
  readonly byteLength: number
  readonly expiresAtMs: number
}

export interface StoredObject {
  readonly byteLength: number
  readonly contentType: string
}

/** Every call may throw AppError PHOTO_STORE_UNAVAILABLE. */
export interface PhotoStore {
  /** The signed policy fixes key, type and length; an object that is there is never overwritten. */
  signUpload(terms: UploadTerms, nowMs: number): Promise<SignedUpload>
  /** Null: no such object. */
  head(key: string): Promise<StoredObject | null>
  /** Null: no such object, or it is longer than `mostBytes`. */
  read(key: string, mostBytes: number): Promise<Uint8Array | null>
  /** Makes or replaces an object of ours (a thumbnail). */
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /** Nothing happens when it is not there. */
  delete(key: string): Promise<void>
  /** An address that anyone may read until then. */
  signRead(key: string, expiresAtMs: number, nowMs: number): Promise<string>
}
