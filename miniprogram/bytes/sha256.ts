/** SHA-256 (FIPS 180-4) without BigInt, which phones lack. */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND_CONSTANTS = new Uint32Array(64)
/** The same of the square roots of the first 8. */
const INITIAL = new Uint32Array(8)

for (let candidate = 2, found = 0; found < 64; candidate++) {
  let isPrime = true
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) isPrime = isPrime && candidate % divisor !== 0
  if (!isPrime) continue
  if (found < 8) INITIAL[found] = fraction(Math.sqrt(candidate))
  ROUND_CONSTANTS[found++] = fraction(Math.cbrt(candidate))
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000)
}

const BLOCK_BYTES = 64
const at = (words: Uint32Array, index: number) => words[index] as number
const rotate = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits))

/** @returns 32 bytes */
export function sha256(message: Uint8Array): Uint8Array {
  const state = INITIAL.slice()
  const wholeBlocks = Math.floor(message.length / BLOCK_BYTES)
  for (let block = 0; block < wholeBlocks; block++) compress(state, message, block * BLOCK_BYTES)

  const rest = message.subarray(wholeBlocks * BLOCK_BYTES)
  const tail = new Uint8Array(rest.length < BLOCK_BYTES - 8 ? BLOCK_BYTES : 2 * BLOCK_BYTES)
  tail.set(rest)
  tail[rest.length] = 0x80
  const view = new DataView(tail.buffer)
  view.setUint32(tail.length - 8, Math.floor(message.length / 0x2000_0000))
  view.setUint32(tail.length - 4, (message.length << 3) >>> 0)
  for (let offset = 0; offset < tail.length; offset += BLOCK_BYTES) compress(state, tail, offset)

  const digest = new Uint8Array(32)
  const out = new DataView(digest.buffer)
  state.forEach((word, index) => out.setUint32(index * 4, word))
  return digest
}

function compress(state: Uint32Array, bytes: Uint8Array, offset: number): void {
  const schedule = new Uint32Array(64)
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, BLOCK_BYTES)
  for (let index = 0; index < 16; index++) schedule[index] = view.getUint32(index * 4)
  for (let index = 16; index < 64; index++) {
    const early = at(schedule, index - 15)
    const late = at(schedule, index - 2)
    const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    schedule[index] = at(schedule, index - 16) + small0 + at(schedule, index - 7) + small1
  }
  let a = at(state, 0)
  let b = at(state, 1)
  let c = at(state, 2)
  let d = at(state, 3)
  let e = at(state, 4)
  let f = at(state, 5)
  let g = at(state, 6)
  let h = at(state, 7)
  for (let index = 0; index < 64; index++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = (h + big1 + choice + at(ROUND_CONSTANTS, index) + at(schedule, index)) | 0
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + big0 + majority) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = at(state, index) + word
  })
}
