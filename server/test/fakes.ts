import { createHash } from 'node:crypto'
import type { Clock, Random } from '../src/ports/system'

export interface FixedClock extends Clock {
  set(ms: number): void
  advance(byMs: number): void
}

/** A clock that stands still until it is told otherwise. */
export function fixedClock(startMs: number): FixedClock {
  let current = startMs
  return {
    nowMs: () => current,
    set: (ms) => {
      current = ms
    },
    advance: (byMs) => {
      current += byMs
    },
  }
}

/** Ids start at this instant, so that they sort like ids of the tests' usual days. */
const FIRST_ID_MS = Date.UTC(2026, 10, 1)

/**
 * The same bytes and UUID v7 ids in every run. Two of them in one test need different seeds, or their ids collide.
 * @param seed 0 to 0xfff
 */
export function countingRandom(seed = 0): Random {
  let idCount = 0
  let bytesCount = 0
  return {
    bytes: (length) => {
      const bytes = new Uint8Array(length)
      const call = ++bytesCount
      for (let offset = 0; offset < length; offset += 32) {
        const block = createHash('sha256').update(`${seed}/${call}/${offset}`).digest()
        bytes.set(block.subarray(0, Math.min(32, length - offset)), offset)
      }
      return bytes
    },
    id: () => {
      const count = ++idCount
      const time = (FIRST_ID_MS + count).toString(16).padStart(12, '0')
      const part = seed.toString(16).padStart(3, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${part}-8000-${count.toString(16).padStart(12, '0')}`
    },
  }
}
