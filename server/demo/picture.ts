/** A picture as a phone's camera might make it: never the same one twice, and unlike every other. */
import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { PhotoClaim } from '#contract/api'

const PATCHES = { width: 12, height: 9 }
const SIZE = { width: 1_280, height: 960 }

export interface Picture {
  readonly bytes: Uint8Array
  readonly contentType: 'image/jpeg'
  /** What the check-in says of it. */
  readonly claim: PhotoClaim
}

/** @param takenAtMs by the phone's clock */
export async function takePicture(takenAtMs: number): Promise<Picture> {
  const patches = sharp(randomBytes(PATCHES.width * PATCHES.height * 3), { raw: { ...PATCHES, channels: 3 } })
  const bytes = await patches
    .resize({ ...SIZE, kernel: 'cubic' })
    .jpeg({ quality: 80 })
    .toBuffer()
  return {
    bytes,
    contentType: 'image/jpeg',
    claim: { sha256: createHash('sha256').update(bytes).digest('hex'), byteLength: bytes.length, takenAtMs },
  }
}
