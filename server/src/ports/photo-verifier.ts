import type { PhotoProblem, PhotoType } from '#contract/photos'

export interface PhotoToVerify {
  readonly bytes: Uint8Array
  readonly claimedSha256: string
  readonly claimedByteLength: number
}

export type VerifiedPhoto =
  | {
      readonly verified: true
      readonly type: PhotoType
      readonly widthPixels: number
      readonly heightPixels: number
      /** 64-bit DCT hash of the picture without its watermark band, 16 lower-case hex digits. */
      readonly perceptualHash: string
      /** JPEG, turned upright, without metadata: at most 320 pixels a side. */
      readonly thumbnail: Uint8Array
      /** The same at most 1 600 pixels a side. */
      readonly display: Uint8Array
    }
  | { readonly verified: false; readonly problem: PhotoProblem }

/** Its decoder ended or took too long: that may be the picture's doing or not. */
export interface UndecidedPhoto {
  readonly verified: null
  readonly cause: Error
}

/** Reads and decodes photos away from the event loop. */
export interface PhotoVerifier {
  /** @throws Error for faults of ours: no decoder can be started, or the verifier is closed */
  verify(photo: PhotoToVerify): Promise<VerifiedPhoto | UndecidedPhoto>
  close(): Promise<void>
}
