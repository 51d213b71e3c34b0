import type { Trail } from './trail'

/** Writes the trail of something that changes nothing itself, e.g. of a look at other people's data. */
export type RecordTrail = (trail: Trail, nowMs: number) => Promise<void>
