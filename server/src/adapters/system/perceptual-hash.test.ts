import { HASHED_SIDE_PIXELS, perceptualHash } from './perceptual-hash'

const SIDE = HASHED_SIDE_PIXELS

function grey(level: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE }, (_, index) => level(index % SIDE, Math.floor(index / SIDE)))
}

/** A picture that is one cosine wave across and one down: only that coefficient is not zero. */
const wave = (u: number, v: number, amplitude = 100) =>
  grey(
    (x, y) =>
      128 +
      amplitude *
        Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE)) *
        Math.cos(((2 * y + 1) * v * Math.PI) / (2 * SIDE)),
  )

/** By hand: the DCT-II written out, one coefficient at a time. */
function hashByDefinition(picture: Uint8Array): string {
  const coefficients: number[] = []
  for (let v = 1; v <= 8; v++) {
    for (let u = 1; u <= 8; u++) {
      let total = 0
      for (let y = 0; y < SIDE; y++) {
        for (let x = 0; x < SIDE; x++) {
          const across = Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE))
          const down = Math.cos(((2 * y + 1) * v * Math.PI) / (2 * SIDE))
          total += (picture[y * SIDE + x] ?? 0) * across * down
        }
      }
      coefficients.push((2 / SIDE) * total)
    }
  }
  const sorted = [...coefficients].sort((left, right) => left - right)
  const median = ((sorted[31] ?? 0) + (sorted[32] ?? 0)) / 2
  const bits = coefficients.map((coefficient) => (coefficient > median ? '1' : '0')).join('')
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}

it('is the DCT-II of the definition against its median', () => {
  for (const factor of [3, 7, 11, 41]) {
    const picture = grey((x, y) => (x * x * factor + y * 13 * factor + ((x * y) % 17) * 5) % 256)
    expect(perceptualHash(picture)).toBe(hashByDefinition(picture))
  }
})

it('puts frequency (1, 1) into the first bit and (8, 8) into the last, rows first', () => {
  const firstBitOf = (u: number, v: number) => parseInt(perceptualHash(wave(u, v)).slice(0, 4), 16)
  expect(firstBitOf(1, 1) & 0x8000).toBe(0x8000)
  expect(firstBitOf(2, 1) & 0x4000).toBe(0x4000)
  expect(firstBitOf(1, 2) & 0x0080).toBe(0x0080)
  expect(parseInt(perceptualHash(wave(8, 8)).slice(-1), 16) & 1).toBe(1)
})

it('does not change with brightness and contrast', () => {
  const picture = (brightness: number, contrast: number) =>
    grey((x, y) => brightness + contrast * (((x * 5 + y * 3) % 40) + (x > 12 ? 30 : 0)))
  expect(perceptualHash(picture(60, 2))).toBe(perceptualHash(picture(10, 2)))
  expect(perceptualHash(picture(60, 1))).toBe(perceptualHash(picture(60, 2)))
})

it('is all zeros for an even picture', () => {
  expect(perceptualHash(grey(() => 77))).toBe('0'.repeat(16))
})

it('takes 32 × 32 grey levels and nothing else', () => {
  expect(() => perceptualHash(new Uint8Array(100))).toThrow(RangeError)
})
