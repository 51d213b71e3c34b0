import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { PhotoProblem } from '#contract/photos'
import type { PhotoVerifier, UndecidedPhoto, VerifiedPhoto } from '../../ports/photo-verifier'
import { claimOf, hammingDistance, scene, type Claim } from '../../../test/pictures'
import { createPhotoVerifier } from './photo-verifier'

type Verified = Extract<VerifiedPhoto, { verified: true }>

let verifier: PhotoVerifier
beforeAll(() => {
  verifier = createPhotoVerifier({ processes: 2 })
})
afterAll(() => verifier.close())

function verify(bytes: Uint8Array, claim: Claim = claimOf(bytes)): Promise<VerifiedPhoto | UndecidedPhoto> {
  return verifier.verify({ bytes, claimedSha256: claim.sha256, claimedByteLength: claim.byteLength })
}

async function verified(picture: Promise<Uint8Array>): Promise<Verified> {
  const result = await verify(await picture)
  if (result.verified !== true) throw new Error(`not verified: ${JSON.stringify(result)}`)
  return result
}

/** Made once: drawing a scene takes longer than verifying it. */
function madeOnce(make: (seed: number) => Promise<Buffer>): (seed?: number) => Promise<Buffer> {
  const made = new Map<number, Promise<Buffer>>()
  return (seed = 1) => {
    const picture = made.get(seed) ?? make(seed)
    made.set(seed, picture)
    return picture
  }
}

const jpeg = madeOnce((seed) => scene(seed).jpeg({ quality: 90 }).toBuffer())
const png = madeOnce((seed) => scene(seed).png({ compressionLevel: 1 }).toBuffer())
const joined = (...parts: readonly (Uint8Array | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))

/** A grey PNG of one bit a pixel, which is all zeros: hardly any bytes, whatever its size. */
function emptyPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return pngOf(header, Buffer.alloc((Math.ceil(width / 8) + 1) * height))
}

function pngOf(header: Uint8Array, rows: Uint8Array): Buffer {
  const pixels = deflateSync(rows, { level: 9 })
  return joined(PNG_START, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0)))
}

/** RGB of 16 bits, interlaced by Adam7, all zeros: the most bytes a pixel, which a decoder has to keep all at once. */
function interlacedPng(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 16, 2, 0, 0, 1])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const
  const byteLength = passes.reduce((total, [left, top, across, down]) => {
    const [columns, rows] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)]
    return total + (columns > 0 ? rows * (1 + columns * 6) : 0)
  }, 0)
  return pngOf(header, Buffer.alloc(byteLength))
}

/** A chunk after the header of a PNG. */
async function withChunk(name: string, data: Uint8Array): Promise<Buffer> {
  const bytes = await png()
  const afterHeader = PNG_START.length + 25
  return joined(bytes.subarray(0, afterHeader), chunk(name, data), bytes.subarray(afterHeader))
}

/** Its header alone says so; the pixels are another picture's. */
async function hugeInterlacedPng(): Promise<Buffer> {
  const bytes = interlacedPng(100, 100)
  const header = Buffer.from(bytes.subarray(16, 29))
  header.writeUInt32BE(20_000, 0)
  header.writeUInt32BE(20_000, 4)
  return joined(PNG_START, chunk('IHDR', header), bytes.subarray(33))
}

/** 100 MB of zeros, in 100 KB. */
const inflating = () => deflateSync(Buffer.alloc(100 * 1_048_576), { level: 9 })

/** A segment after SOI; it goes before what the encoder wrote. */
async function withSegment(marker: number, data: Uint8Array | string): Promise<Buffer> {
  const bytes = await jpeg()
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(2 + Buffer.from(data).length, 2)
  return joined(bytes.subarray(0, 2), head, data, bytes.subarray(2))
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const IEND_BYTES = 12

function chunk(name: string, data: Uint8Array): Buffer {
  const body = joined(name, data)
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return joined(ends.subarray(0, 4), body, ends.subarray(4))
}

/** The end of an archive: what unzip programs look for from the end of a file. */
const ZIP = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])

/** A byte in the middle of the coded picture is another one. */
async function spoilt(): Promise<Buffer> {
  const bytes = await jpeg()
  const middle = bytes.length >> 1
  return joined(bytes.subarray(0, middle), Buffer.alloc(64, 0xa5), bytes.subarray(middle + 64))
}

async function spoiltPng(): Promise<Buffer> {
  const bytes = Buffer.from(await png())
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff
  return bytes
}

const animatedPng = () => withChunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]))
/** As the review of a stranger's file found it: a page in front, the end of an archive behind, a picture in between. */
async function jpegBetween(): Promise<Buffer> {
  const bytes = await withSegment(COM, '%PDF-1.7 <html><script>alert(1)</script>')
  const end = Buffer.from([0xff, COM, 0, 2 + ZIP.length])
  return joined(bytes.subarray(0, -2), end, ZIP, bytes.subarray(-2))
}
const COM = 0xfe
const XMP = 'http://ns.adobe.com/xap/1.0/\0<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>'

describe('a photo', () => {
  it.each([
    ['JPEG', jpeg, 'image/jpeg'],
    ['PNG', png, 'image/png'],
    ['progressive JPEG', () => scene(1).jpeg({ progressive: true }).toBuffer(), 'image/jpeg'],
    ['JPEG with optimised scans', () => scene(1).jpeg({ mozjpeg: true }).toBuffer(), 'image/jpeg'],
    ['grey JPEG', () => scene(1).greyscale().jpeg().toBuffer(), 'image/jpeg'],
    ['JPEG with the name of its encoder', () => withSegment(COM, 'Lavc58.54.100'), 'image/jpeg'],
    ['JPEG with XMP', () => withSegment(0xe1, XMP), 'image/jpeg'],
    ['JPEG with what iOS leaves of Photoshop', () => withSegment(0xed, 'Photoshop 3.0\0' + '8BIM'), 'image/jpeg'],
    ['JPEG with EXIF and a colour profile', () => scene(1).withMetadata({ icc: 'p3' }).jpeg().toBuffer(), 'image/jpeg'],
    ['PNG with text', () => withChunk('tEXt', Buffer.from('Software\0canvas')), 'image/png'],
    ['PNG of an iPhone', () => withChunk('iDOT', Buffer.alloc(28)), 'image/png'],
    ['PNG with a text that inflates to 100 MB', () => withChunk('zTXt', joined('a\0\0', inflating())), 'image/png'],
    ['PNG with a profile that inflates to 100 MB', () => withChunk('iCCP', joined('a\0\0', inflating())), 'image/png'],
    ['PNG, interlaced, of 16 bits', async () => interlacedPng(640, 480), 'image/png'],
    [
      'PNG with alpha, of 16 bits',
      () => scene(1).ensureAlpha(0.5).toColourspace('rgb16').png().toBuffer(),
      'image/png',
    ],
  ])('is verified: %s', async (_, make, type) => {
    const result = await verified(make())
    expect(result).toMatchObject({ type, widthPixels: 640, heightPixels: 480 })
    expect(result.perceptualHash).toMatch(/^[0-9a-f]{16}$/)
    expect(await sharp(result.thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 })
    expect(await sharp(result.display).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 })
  })

  it('of the smallest fitting size, and of the largest, is verified', async () => {
    const small = await verified(scene(1, { width: 64, height: 64 }).jpeg().toBuffer())
    expect(await sharp(small.thumbnail).metadata()).toMatchObject({ width: 64, height: 64 })
    const large = await verified(Promise.resolve(emptyPng(8_192, 6_103)))
    expect(large).toMatchObject({ widthPixels: 8_192, heightPixels: 6_103 })
    expect(await sharp(large.display).metadata()).toMatchObject({ width: 1_600 })
    const wide = await verified(Promise.resolve(interlacedPng(8_192, 6_103)))
    expect(wide).toMatchObject({ widthPixels: 8_192, heightPixels: 6_103 })
  }, 60_000)

  it('may be part of a larger buffer, and stays readable for the caller', async () => {
    const bytes = await jpeg()
    const part = joined(Buffer.alloc(5), bytes).subarray(5)
    expect(await verify(part)).toMatchObject({ verified: true })
    expect(claimOf(part)).toEqual(claimOf(bytes))
  })

  const fails: readonly (readonly [string, PhotoProblem, () => Promise<Uint8Array>])[] = [
    ['an empty file', 'type', async () => new Uint8Array()],
    ['a text named .jpg', 'type', async () => Buffer.from('not a photo'.repeat(100))],
    ['a GIF', 'type', () => scene(1).gif().toBuffer()],
    ['a WebP', 'type', () => scene(1).webp().toBuffer()],
    ['an SVG', 'type', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>')],
    ['a page in front of a JPEG', 'type', async () => joined('<html>', await jpeg())],
    ['a JPEG cut in half', 'damaged', async () => (await jpeg()).subarray(0, 9_000)],
    ['a JPEG without its last two bytes', 'damaged', async () => (await jpeg()).subarray(0, -2)],
    ['a JPEG cut in half that ends as one', 'damaged', async () => joined((await jpeg()).subarray(0, 9_000), END)],
    ['a JPEG that was written into', 'damaged', spoilt],
    ['a JPEG of nothing', 'damaged', async () => joined(Buffer.from([0xff, 0xd8]), END)],
    ['a PNG cut in half', 'damaged', async () => (await png()).subarray(0, 90_000)],
    ['a PNG without its end', 'damaged', async () => (await png()).subarray(0, -IEND_BYTES)],
    ['a PNG that was written into', 'damaged', spoiltPng],
    ['a JPEG and an archive', 'trailing', async () => joined(await jpeg(), ZIP)],
    ['a JPEG and a page', 'trailing', async () => joined(await jpeg(), '<html><script>alert(1)</script></html>')],
    ['a JPEG and one byte', 'trailing', async () => joined(await jpeg(), '\n')],
    ['two JPEGs in one', 'trailing', async () => joined(await jpeg(), await jpeg(2))],
    ['a PNG and an archive', 'trailing', async () => joined(await png(), ZIP)],
    ['a PNG and a page', 'trailing', async () => joined(await png(), '<html></html>')],
    ['an animated PNG', 'trailing', animatedPng],
    ['a JPEG that is a document and an archive too', 'trailing', jpegBetween],
    ['a JPEG with a page in its comment', 'trailing', () => withSegment(COM, '<HTML>')],
    ['a JPEG with a long comment', 'trailing', () => withSegment(COM, 'x'.repeat(65))],
    ['a JPEG with a page in its XMP', 'trailing', () => withSegment(0xe1, `${XMP}<Script src="//x.cn">`)],
    ['a JPEG with a segment of its own', 'trailing', () => withSegment(0xe1, 'whatever')],
    ['a JPEG with an unusual segment', 'trailing', () => withSegment(0xe7, 'Exif\0\0')],
    ['a JPEG with an archive for a quantisation table', 'trailing', () => withSegment(0xdb, joined('\0', ZIP))],
    ['a PNG with a page in its text', 'trailing', () => withChunk('tEXt', Buffer.from('Comment\0<html>'))],
    ['a PNG with a chunk of its own', 'trailing', () => withChunk('prVt', Buffer.from('x'))],
    ['a PNG with an archive for a palette', 'trailing', () => withChunk('PLTE', joined(ZIP, '  '))],
    ['one pixel', 'dimensions', () => scene(1, { width: 1, height: 1, noise: 0 }).png().toBuffer()],
    ['a side of 63 pixels', 'dimensions', () => scene(1, { width: 640, height: 63 }).jpeg().toBuffer()],
    ['20 000 × 20 000 pixels in less than 1 MB', 'dimensions', async () => emptyPng(20_000, 20_000)],
    ['a line more than 50 million pixels', 'dimensions', async () => emptyPng(8_192, 6_104)],
    ['20 000 × 20 000 interlaced pixels of 16 bits', 'dimensions', hugeInterlacedPng],
  ]
  const END = Buffer.from([0xff, 0xd9])

  it.each(fails)('is not %s: %s', async (_, problem, make) => {
    const bytes = await make()
    expect(bytes.length).toBeLessThan(1024 * 1024)
    expect(await verify(bytes)).toEqual({ verified: false, problem })
  })

  it('has the length and the hash that were claimed', async () => {
    const bytes = await jpeg()
    const claim = claimOf(bytes)
    const problemOf = async (changes: Partial<Claim>) => await verify(bytes, { ...claim, ...changes })
    expect(await problemOf({ byteLength: bytes.length + 1 })).toEqual({ verified: false, problem: 'size' })
    expect(await problemOf({ sha256: claimOf(await jpeg(2)).sha256 })).toEqual({ verified: false, problem: 'hash' })
  })
})

describe('what is shown of a photo', () => {
  /** Taken as EXIF says, so that it looks like `scene(5)` when turned upright. */
  const asTaken = async (orientation: number) => {
    const turned = await sharp(await scene(5, { width: 480, height: 320 }).png().toBuffer())
      .rotate(BACK[orientation]?.degrees ?? 0)
      .toBuffer()
    return sharp(turned)
      .flop(BACK[orientation]?.mirrored ?? false)
      .withExif({ IFD0: { Orientation: String(orientation), Model: 'Secret Phone' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer()
  }
  /** The inverse of each orientation: first turned, then mirrored. */
  const BACK: Readonly<Record<number, { degrees: number; mirrored: boolean }>> = {
    2: { degrees: 0, mirrored: true },
    3: { degrees: 180, mirrored: false },
    4: { degrees: 180, mirrored: true },
    5: { degrees: 90, mirrored: true },
    6: { degrees: 270, mirrored: false },
    7: { degrees: 270, mirrored: true },
    8: { degrees: 90, mirrored: false },
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'stands upright, and so does what is hashed: EXIF orientation %i',
    async (orientation) => {
      const upright = await verified(scene(5, { width: 480, height: 320 }).jpeg({ quality: 95 }).toBuffer())
      const result = await verified(asTaken(orientation))
      expect(result).toMatchObject({ widthPixels: 480, heightPixels: 320 })
      expect(hammingDistance(result.perceptualHash, upright.perceptualHash)).toBeLessThanOrEqual(2)
      expect(await sharp(result.thumbnail).metadata()).toMatchObject({ width: 320, height: 213 })
      expect(await meanDifference(result.display, upright.display)).toBeLessThan(4)
    },
  )

  it('carries nothing of the camera’s metadata, the place least of all', async () => {
    const bytes = await sharp(await jpeg())
      .withExif({ IFD0: { Model: 'Secret Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 12/1 14/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif?.includes('Secret Phone')).toBe(true)
    const { thumbnail, display } = await verified(Promise.resolve(bytes))
    for (const view of [thumbnail, display]) {
      const { exif, icc, xmp, iptc } = await sharp(view).metadata()
      expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined])
      expect(Buffer.from(view).includes('Secret Phone')).toBe(false)
      expect(Buffer.from(view).includes('Exif')).toBe(false)
    }
  })
})

describe('the perceptual hash', () => {
  it('hardly changes with quality, size, format and watermark, and much between pictures', async () => {
    const hashes: string[] = []
    for (const seed of [0, 1, 2, 3, 4, 5]) {
      const { perceptualHash } = await verified(jpeg(seed))
      hashes.push(perceptualHash)
      const copies = [
        scene(seed).jpeg({ quality: 35 }).toBuffer(),
        scene(seed, { watermark: '李婷 18:20 青浦客户', noise: 9 }).jpeg({ quality: 70 }).toBuffer(),
        scene(seed, { width: 1_280, height: 960 }).png().toBuffer(),
      ]
      for (const copy of copies) {
        expect(hammingDistance((await verified(copy)).perceptualHash, perceptualHash)).toBeLessThanOrEqual(8)
      }
    }
    const distances = hashes.flatMap((one, index) => hashes.slice(0, index).map((other) => hammingDistance(one, other)))
    expect(Math.min(...distances)).toBeGreaterThan(8)
  }, 60_000)

  it('of an even picture is all zeros, whatever its shade', async () => {
    const even = (background: string) =>
      sharp({ create: { width: 100, height: 100, channels: 3, background } })
        .png()
        .toBuffer()
    expect((await verified(even('#777777'))).perceptualHash).toBe('0'.repeat(16))
    expect((await verified(even('#102030'))).perceptualHash).toBe('0'.repeat(16))
  })
})

describe('a picture over which its decoder is lost', () => {
  const open = (name: string, timeoutMs?: number) => {
    const entry = new URL(name, import.meta.url)
    return createPhotoVerifier({ processes: 2, entry, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
  }
  const ask = (poor: PhotoVerifier, bytes: Uint8Array) =>
    poor.verify({ bytes, claimedSha256: claimOf(bytes).sha256, claimedByteLength: bytes.length })

  it('is undecided, and costs no other picture anything', async () => {
    const poor = open('../../../test/children/decoder-lost-over.ts')
    try {
      const asked = ['good', 'bad', 'good', 'good', 'bad', 'good'].map((text) => ask(poor, Buffer.from(text)))
      const results = await Promise.all(asked)
      expect(results.map(({ verified }) => verified)).toEqual([false, null, false, false, null, false])
      expect(results[1]).toMatchObject({ cause: { name: 'JobLost', reason: 'crashed' } })
    } finally {
      await poor.close()
    }
  }, 60_000)

  it('is undecided when it is too slow: the largest progressive JPEG', async () => {
    const slow = await scene(1, { width: 8_000, height: 6_000, noise: 0 }).jpeg({ progressive: true }).toBuffer()
    const hasty = open('./photo-decode.process.ts', 100)
    try {
      expect(await ask(hasty, slow)).toMatchObject({ verified: null, cause: { reason: 'timed_out' } })
    } finally {
      await hasty.close()
    }
    expect(await verify(slow)).toMatchObject({ verified: true, widthPixels: 8_000, heightPixels: 6_000 })
  }, 60_000)

  it('is no verdict when no decoder can be started at all, or the verifier is closed', async () => {
    const broken = open('./no-such-entry.ts')
    await expect(ask(broken, await jpeg())).rejects.toThrow('could not be started')
    await broken.close()
    await expect(ask(broken, await jpeg())).rejects.toThrow('closed')
  }, 60_000)
})

async function meanDifference(left: Uint8Array, right: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([left, right].map((bytes) => sharp(bytes).greyscale().raw().toBuffer()))
  if (a === undefined || b === undefined || a.length !== b.length) return NaN
  return a.reduce((total, grey, index) => total + Math.abs(grey - (b[index] ?? 0)), 0) / a.length
}
