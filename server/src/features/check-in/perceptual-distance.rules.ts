/** How alike two pictures look, by their 64-bit perceptual hashes. */

const BITS_OF_DIGIT: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from({ length: 16 }, (_, digit) => [
    digit.toString(16),
    [1, 2, 4, 8].filter((bit) => (digit & bit) !== 0).length,
  ]),
)

/**
 * Hamming distance: the number of bits that differ.
 * @param left, right 16 lower-case hex digits
 * @returns 0 to 64; null when either is not such a hash
 */
export function perceptualDistance(left: string, right: string): number | null {
  if (!isHash(left) || !isHash(right)) return null
  let bits = 0
  for (let index = 0; index < left.length; index++) {
    bits += BITS_OF_DIGIT[(digitAt(left, index) ^ digitAt(right, index)).toString(16)] ?? 0
  }
  return bits
}

/** The smallest distance to any of the others; null when there is none to compare with. */
export function nearestDistance(hash: string | null, others: readonly string[]): number | null {
  if (hash === null) return null
  let nearest: number | null = null
  for (const other of others) {
    const distance = perceptualDistance(hash, other)
    if (distance !== null && (nearest === null || distance < nearest)) nearest = distance
  }
  return nearest
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text)
}

function digitAt(text: string, index: number): number {
  return Number.parseInt(text.charAt(index), 16)
}
