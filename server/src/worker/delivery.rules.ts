/** After this many failed tries an event is dead: it holds its key until an operator decides. */
export const DEAD_AFTER_TRIES = 12

const FIRST_DELAY_MS = 5_000
const GROWTH = 3
const LONGEST_DELAY_MS = 2 * 3_600_000

/**
 * How long to wait after the given failed try: 5 s, 15 s, 45 s … up to 2 h, so that twelve tries span more than nine
 * hours and a subscriber that is away for a night loses nothing.
 */
export function retryDelayMs(failedTries: number): number {
  return Math.min(FIRST_DELAY_MS * GROWTH ** (failedTries - 1), LONGEST_DELAY_MS)
}
