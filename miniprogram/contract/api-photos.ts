/** Site photos under `/api/v1/check-ins/:attemptId/photos`: they travel apart from their attempt, straight to the photo store. */
import type { IsoTime, Sha256Hex } from './api'
import type { PhotoProblem } from './photos'

export interface PhotoReply {
  readonly sha256: Sha256Hex
  readonly byteLength: number
  readonly takenAt: IsoTime
  /** `awaited` until the server has read and verified its bytes. */
  readonly state: 'awaited' | 'verified' | 'failed'
  readonly problem: PhotoProblem | null
  readonly widthPixels: number | null
  readonly heightPixels: number | null
  readonly verifiedAt: IsoTime | null
}

/** All photos that an attempt names. */
export interface PhotoListReply {
  readonly items: readonly PhotoReply[]
  /** Until then they have to be in and verified; null when there is no deadline to tell. */
  readonly deadline: IsoTime | null
}

/**
 * Where and how to send one photo: a form upload as Aliyun OSS takes it (PostObject, V4 signature). Send the fields as
 * they are, then the bytes as the last part, named `fileField`.
 */
export interface PhotoUpload {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
  readonly fileField: 'file'
  readonly expiresAt: IsoTime
}

export interface PhotoTicketReply {
  readonly photo: PhotoReply
  /** Null: its bytes are in and verified or failed, or its check-in was refused; nothing is left to send. */
  readonly upload: PhotoUpload | null
}

/** A short-lived address of one view of a verified photo. */
export interface PhotoViewReply {
  readonly url: string
  readonly expiresAt: IsoTime
}
