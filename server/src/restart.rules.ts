const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/** A process that ran this long was well: its next failure counts as the first. */
export const STEADY_AFTER_MS = 60_000

/** How long to wait before a crashed process is started again: half a second, doubled each time, at most 30 s. */
export function backoffMs(failuresBefore: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failuresBefore, 16))
}
