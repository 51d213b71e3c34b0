/**
 * What may stand beside the pixels in a photo: what cameras and the canvas of the mini-program write (JFIF, Exif, XMP,
 * colour profile, the short marks of encoders), and in none of it the beginning or end of another format. Coded pixels
 * are not looked through: any bytes can be pixels, in honest photos too, and nobody is ever shown the file itself.
 */

/** APP segments by marker: what their data begins with. */
const APP_SEGMENTS: Readonly<Record<number, readonly string[]>> = {
  0xe0: ['JFIF\0', 'JFXX\0'],
  0xe1: ['Exif\0\0', 'http://ns.adobe.com/xap/1.0/\0', 'http://ns.adobe.com/xmp/extension/\0'],
  0xe2: ['ICC_PROFILE\0', 'MPF\0'],
  0xed: ['Photoshop 3.0\0'],
  0xee: ['Adobe'],
}
const COM = 0xfe
/** Encoders write their name there. */
const LONGEST_COMMENT_BYTES = 64
/** SOF0 to SOF2, DHT, SOS, DQT and DRI (ITU-T T.81, table B.1): baseline, extended and progressive pictures. */
const PICTURE_MARKERS: readonly number[] = [0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd]

/** Of the third edition of the PNG specification, but for animation; `iDOT` is Apple's, beside every PNG of an iPhone. */
const PNG_CHUNKS: readonly string[] = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND'],
  ...['tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST', 'pHYs', 'sPLT'],
  ...['eXIf', 'tIME', 'tEXt', 'zTXt', 'iTXt', 'iDOT'],
]
const CODED_PIXELS = 'IDAT'

/** In whatever letters. */
const FOREIGN_TEXTS: readonly string[] = ['%pdf-', '<html', '<!doctype', '<script', '<iframe', '<?php']
/** ZIP's first and last record, RAR, 7z and GIF. The shortest turns up by chance in one of 70 000 thumbnails of 60 KB. */
const FOREIGN_BYTES: readonly string[] = ['PK\x03\x04', 'PK\x05\x06', 'Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', 'GIF89a']

/** @param data without marker and length */
export function isForeignSegment(marker: number, data: Uint8Array): boolean {
  if (PICTURE_MARKERS.includes(marker)) return hasForeignSignature(data)
  if (marker === COM) return data.length > LONGEST_COMMENT_BYTES || hasForeignSignature(data)
  const beginnings = APP_SEGMENTS[marker] ?? []
  const text = Buffer.from(data.subarray(0, 40)).toString('latin1')
  return !beginnings.some((beginning) => text.startsWith(beginning)) || hasForeignSignature(data)
}

/** @param data without length, name and checksum */
export function isForeignChunk(name: string, data: Uint8Array): boolean {
  return !PNG_CHUNKS.includes(name) || (name !== CODED_PIXELS && hasForeignSignature(data))
}

function hasForeignSignature(data: Uint8Array): boolean {
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1')
  const inSmallLetters = text.toLowerCase()
  return (
    FOREIGN_BYTES.some((bytes) => text.includes(bytes)) || FOREIGN_TEXTS.some((one) => inSmallLetters.includes(one))
  )
}
