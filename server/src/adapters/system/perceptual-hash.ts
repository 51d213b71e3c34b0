/** The hash is taken of a square picture of this side. */
export const HASHED_SIDE_PIXELS = 32
/** Frequencies 1…8 in both directions; 0 would be the mean brightness of rows and columns. */
const LOWEST_FREQUENCY = 1
const FREQUENCIES = 8
/** Coefficients closer than this are equal: rounding noise of an even picture decides nothing. */
const ROUNDING = 1e-6

/**
 * The DCT hash of pHash (`ph_dct_imagehash`; C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash
 * Functions", 2010): the two-dimensional DCT-II
 *
 *   F(u, v) = c(u) c(v) ΣΣ f(x, y) cos((2x + 1)uπ / 2N) cos((2y + 1)vπ / 2N),  N = 32, c = √(2/N) for u, v ≥ 1,
 *
 * of the grey picture f; of its coefficients those with 1 ≤ u, v ≤ 8; each is one bit, set where it lies above their
 * median. Rows (v) first, the first bit is the highest.
 * @param grey 32 × 32 grey levels, row by row
 * @returns 16 lower-case hex digits
 */
export function perceptualHash(grey: Uint8Array): string {
  if (grey.length !== HASHED_SIDE_PIXELS ** 2) throw new RangeError(`${grey.length} grey levels instead of 32 × 32`)
  const coefficients = lowFrequencies(grey)
  const middle = median(coefficients)
  let hex = ''
  for (let start = 0; start < coefficients.length; start += 4) {
    const bits = coefficients.slice(start, start + 4).map((coefficient) => (coefficient > middle ? 1 : 0))
    hex += bits.reduce<number>((digit, bit) => digit * 2 + bit, 0).toString(16)
  }
  return hex
}

/** Separable: over each row first, then over the columns of what that gave. */
function lowFrequencies(grey: Uint8Array): number[] {
  const rows = Array.from({ length: HASHED_SIDE_PIXELS }, (_, y) =>
    WAVES.map((wave) => sum(wave, (x) => grey[y * HASHED_SIDE_PIXELS + x] ?? 0)),
  )
  return WAVES.flatMap((wave) =>
    WAVES.map((_, u) => Math.round(sum(wave, (y) => rows[y]?.[u] ?? 0) / ROUNDING) * ROUNDING),
  )
}

/** √(2/N) cos((2x + 1)uπ / 2N), by u and x. */
const WAVES: readonly (readonly number[])[] = Array.from({ length: FREQUENCIES }, (_, index) => {
  const frequency = LOWEST_FREQUENCY + index
  return Array.from(
    { length: HASHED_SIDE_PIXELS },
    (__, x) =>
      Math.sqrt(2 / HASHED_SIDE_PIXELS) * Math.cos(((2 * x + 1) * frequency * Math.PI) / (2 * HASHED_SIDE_PIXELS)),
  )
})

function sum(wave: readonly number[], at: (index: number) => number): number {
  return wave.reduce((total, factor, index) => total + factor * at(index), 0)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  const half = sorted.length / 2
  return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
