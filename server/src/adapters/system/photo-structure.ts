/** What a file is by its bytes, and where its one picture ends. Reads no pixels. */
import type { PhotoType } from '#contract/photos'
import { isForeignChunk, isForeignSegment } from './photo-parts'

const JPEG_START = [0xff, 0xd8, 0xff]
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** By the first bytes alone: names and declared types are claims. Null: no photo. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  const startsWith = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)
  if (startsWith(JPEG_START)) return 'image/jpeg'
  return startsWith(PNG_START) ? 'image/png' : null
}

/**
 * `damaged`: the picture does not come to its end. `trailing`: there is more in the file than one picture: something
 * that follows it, a second picture, or a part that no camera writes: what some programs would read as a page, an archive
 * or a film behind the photo.
 */
export function pictureProblem(bytes: Uint8Array, type: PhotoType): 'damaged' | 'trailing' | null {
  const end = type === 'image/jpeg' ? endOfJpeg(bytes) : endOfPng(bytes)
  if (end === 'foreign') return 'trailing'
  if (end === null) return 'damaged'
  return end === bytes.length ? null : 'trailing'
}

const MARKER = 0xff
const STUFFED = 0x00
const TEM = 0x01
const RST0 = 0xd0
const RST7 = 0xd7
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda

/** The offset after EOI (ITU-T T.81, annex B); null when the markers do not lead there. */
function endOfJpeg(bytes: Uint8Array): number | 'foreign' | null {
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== MARKER) return null
    while (bytes[at] === MARKER) at++
    const marker = bytes[at++]
    if (marker === EOI) return at
    if (marker === undefined || marker === STUFFED || marker === SOI) return null
    if (isAlone(marker)) continue
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    if (length < 2) return null
    if (isForeignSegment(marker, bytes.subarray(at + 2, at + length))) return 'foreign'
    at += length
    if (marker === SOS) at = endOfScan(bytes, at)
  }
  return null
}

function isAlone(marker: number): boolean {
  return marker === TEM || (marker >= RST0 && marker <= RST7)
}

/** The next marker that is no part of the coded data. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(MARKER, at)
    const next = bytes[at + 1]
    if (at === -1 || next === undefined) return bytes.length
    const isCoded = next === STUFFED || (next >= RST0 && next <= RST7)
    if (!isCoded && next !== MARKER) return at
    at += isCoded ? 2 : 1
  }
}

const PNG_CHUNK_BYTES = 12
const LONGEST_PNG_CHUNK = 2 ** 31 - 1

/** The offset after IEND (PNG specification, 5.3). */
function endOfPng(bytes: Uint8Array): number | 'foreign' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = PNG_START.length
  while (at + PNG_CHUNK_BYTES <= bytes.length) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (length > LONGEST_PNG_CHUNK) return null
    if (isForeignChunk(name, bytes.subarray(at + 8, at + 8 + length))) return 'foreign'
    at += PNG_CHUNK_BYTES + length
    if (name === 'IEND') return at <= bytes.length ? at : null
  }
  return null
}
