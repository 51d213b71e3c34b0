/** Pictures for tests and measurements, made by sharp: scenes like a camera's, each seed another one. */
import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'

export interface SceneOptions {
  readonly width?: number
  readonly height?: number
  /** Text in the band at the foot, as the phone writes it there. */
  readonly watermark?: string
  /** Standard deviation of the sensor's noise, in grey levels. */
  readonly noise?: number
}

const SHAPES = 14

/** A sky, a ground and some boxes and discs between them, with noise, and a watermark at the foot. */
export function scene(seed: number, options: SceneOptions = {}): Sharp {
  const { width = 640, height = 480, watermark = '张敏 08:52 张江总部', noise = 6 } = options
  const random = numbersFrom(seed)
  const colour = () => `hsl(${Math.floor(random() * 360)},${20 + random() * 60}%,${15 + random() * 70}%)`
  const shapes = Array.from({ length: SHAPES }, () => {
    const [x, y, size] = [random() * width, random() * height * 0.8, (0.05 + random() * 0.3) * height]
    return random() < 0.5
      ? `<rect x="${x}" y="${y}" width="${size}" height="${size * (0.5 + random())}" fill="${colour()}"/>`
      : `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${colour()}"/>`
  }).join('')
  const horizon = 0.3 + random() * 0.3
  const band = height * 0.16
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="${random()}" y2="1"><stop stop-color="${colour()}"/>
    <stop offset="1" stop-color="${colour()}"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <rect y="${horizon * height}" width="100%" height="100%" fill="${colour()}"/>${shapes}
    <rect y="${height - band}" width="100%" height="${band}" fill="black" fill-opacity="0.55"/>
    <text x="12" y="${height - band / 3}" font-size="${band / 2}" fill="white">${watermark}</text></svg>`
  const grain = {
    width,
    height,
    channels: 3,
    background: '#000',
    noise: { type: 'gaussian', mean: 128, sigma: noise },
  } as const
  return sharp(Buffer.from(svg))
    .flatten()
    .composite(noise === 0 ? [] : [{ input: { create: grain }, blend: 'soft-light' }])
}

export interface Claim {
  readonly sha256: string
  readonly byteLength: number
}

/** What the phone claims of these bytes. */
export function claimOf(bytes: Uint8Array): Claim {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), byteLength: bytes.length }
}

/** The number of bits in which two hashes differ. */
export function hammingDistance(left: string, right: string): number {
  let distance = 0
  for (let at = 0; at < left.length; at++) {
    const bits = parseInt(left[at] ?? '', 16) ^ parseInt(right[at] ?? '', 16)
    distance += bits.toString(2).replaceAll('0', '').length
  }
  return distance
}

/** mulberry32: the same numbers for the same seed, in [0, 1). */
function numbersFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
