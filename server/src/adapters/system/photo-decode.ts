import { createHash } from 'node:crypto'
import sharp, { type Metadata, type Sharp } from 'sharp'
import {
  LARGEST_PHOTO_PIXELS,
  SHORTEST_PHOTO_SIDE_PIXELS,
  WATERMARK_BAND_SHARE,
  type PhotoProblem,
} from '#contract/photos'
import type { PhotoToVerify, VerifiedPhoto } from '../../ports/photo-verifier'
import { HASHED_SIDE_PIXELS, perceptualHash } from './perceptual-hash'
import { pictureProblem, photoTypeOf } from './photo-structure'

const DISPLAY_SIDE_PIXELS = 1_600
const THUMBNAIL_SIDE_PIXELS = 320
const DISPLAY_QUALITY = 82
const THUMBNAIL_QUALITY = 75

/** Any warning of a decoder fails the photo: a truncated picture decodes with one. */
const READING = { failOn: 'warning', limitInputPixels: LARGEST_PHOTO_PIXELS, sequentialRead: true } as const

// The pictures are all different, so there is nothing to keep; one thread each, as several pictures run side by side.
sharp.cache(false)
sharp.concurrency(1)

/** Pixels without metadata. */
interface Pixels {
  readonly data: Uint8Array
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 }
}

/**
 * Reads a photo whole: length, hash, type by its bytes, one picture to the last byte, dimensions before any decoding,
 * then every pixel of it. Pure but for the memory it takes.
 * @throws Error for a fault of ours
 */
export async function verifyPhoto(photo: PhotoToVerify): Promise<VerifiedPhoto> {
  const { bytes, claimedByteLength, claimedSha256 } = photo
  if (bytes.length !== claimedByteLength) return failed('size')
  if (createHash('sha256').update(bytes).digest('hex') !== claimedSha256) return failed('hash')
  const type = photoTypeOf(bytes)
  if (type === null) return failed('type')
  const problem = pictureProblem(bytes, type)
  if (problem !== null) return failed(problem)
  const metadata = await decoding(sharp(bytes, { ...READING, limitInputPixels: false }).metadata())
  if (metadata === 'damaged') return failed('damaged')
  if (`image/${metadata.format}` !== type) return failed('type')
  if ((metadata.pages ?? 1) > 1) return failed('trailing')
  if (!hasFitDimensions(metadata)) return failed('dimensions')
  const pixels = await decoding(decodeWhole(bytes, metadata))
  if (pixels === 'damaged') return failed('damaged')
  const upright = await turnUpright(pixels, metadata.orientation ?? 1)
  return {
    verified: true,
    type,
    ...uprightDimensions(metadata),
    perceptualHash: perceptualHash(await hashedPixels(upright)),
    thumbnail: await encode(open(upright).resize(inside(THUMBNAIL_SIDE_PIXELS)), THUMBNAIL_QUALITY),
    display: await encode(open(upright), DISPLAY_QUALITY),
  }
}

function failed(problem: PhotoProblem): VerifiedPhoto {
  return { verified: false, problem }
}

function hasFitDimensions({ width, height }: Metadata): boolean {
  return width * height <= LARGEST_PHOTO_PIXELS && Math.min(width, height) >= SHORTEST_PHOTO_SIDE_PIXELS
}

/** What the decoder cannot read is damaged. */
function decoding<Result>(work: Promise<Result>): Promise<Result | 'damaged'> {
  return work.catch(() => 'damaged' as const)
}

/**
 * Every pixel is decoded at full size, then shrunk, as a stream. Extracting the whole picture first keeps the decoder
 * from shrinking by itself and skipping what it does not need.
 */
function decodeWhole(bytes: Uint8Array, { width, height }: Metadata): Promise<Pixels> {
  return sharp(bytes, READING)
    .extract({ left: 0, top: 0, width, height })
    .resize(inside(DISPLAY_SIDE_PIXELS))
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
}

function inside(sidePixels: number) {
  return { width: sidePixels, height: sidePixels, fit: 'inside', withoutEnlargement: true } as const
}

function open({ data, info }: Pixels): Sharp {
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
}

/** EXIF orientation (TIFF 6.0 tag 274) to what undoes it: mirrored left to right first, then turned clockwise. */
const TURNS: Readonly<Record<number, { readonly mirrored: boolean; readonly degrees: number }>> = {
  2: { mirrored: true, degrees: 0 },
  3: { mirrored: false, degrees: 180 },
  4: { mirrored: true, degrees: 180 },
  5: { mirrored: true, degrees: 270 },
  6: { mirrored: false, degrees: 90 },
  7: { mirrored: true, degrees: 90 },
  8: { mirrored: false, degrees: 270 },
}

async function turnUpright(pixels: Pixels, orientation: number): Promise<Pixels> {
  const turn = TURNS[orientation]
  if (turn === undefined) return pixels
  return open(pixels).flop(turn.mirrored).rotate(turn.degrees).raw().toBuffer({ resolveWithObject: true })
}

function uprightDimensions({ width, height, orientation = 1 }: Metadata) {
  const liesOnItsSide = orientation >= 5 && orientation <= 8
  return liesOnItsSide ? { widthPixels: height, heightPixels: width } : { widthPixels: width, heightPixels: height }
}

/** Grey levels of the picture without its watermark band, squeezed into the square that the hash is taken of. */
async function hashedPixels(upright: Pixels): Promise<Uint8Array> {
  const { width } = upright.info
  const height = Math.max(1, Math.round(upright.info.height * (1 - WATERMARK_BAND_SHARE)))
  const { data } = await open(upright)
    .extract({ left: 0, top: 0, width, height })
    .resize({ width: HASHED_SIDE_PIXELS, height: HASHED_SIDE_PIXELS, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data
}

function encode(picture: Sharp, quality: number): Promise<Uint8Array> {
  return picture.jpeg({ quality }).toBuffer()
}
