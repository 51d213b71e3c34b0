import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Clock, Random } from '../../ports/system'

export const systemClock: Clock = { nowMs: () => Date.now() }

export const systemRandom: Random = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
  // uuid keeps a counter within the millisecond and never steps back with the clock: ids of a process are ordered.
  id: () => v7(),
}
