/** After this many failed tries an event is dead: it holds its key until an operator decides. */
export const DEAD_AFTER_TRIES = 12
/** So many failures in a row, and none that went well before them, and the subscriber itself is taken as down. */
export const DOWN_AFTER_FAILURES = 3

const FIRST_DELAY_MS = 5_000
const GROWTH = 3
const LONGEST_DELAY_MS = 2 * 3_600_000
const JITTER = 0.25
const LONGEST_PAUSE_MS = 60_000

/**
 * How long to wait after the given failed try: 5 s, 15 s, 45 s … up to 2 h, so that twelve tries span more than nine
 * hours and a subscriber that is away for a night loses nothing; and up to a quarter more, so that events that failed
 * together do not all come back together.
 * @param share random, 0 to 1
 */
export function retryDelayMs(failedTries: number, share: number): number {
  const delayMs = Math.min(FIRST_DELAY_MS * GROWTH ** (failedTries - 1), LONGEST_DELAY_MS)
  return Math.round(delayMs * (1 + JITTER * share))
}

/** How long to leave a subscriber alone that was down so many times in a row: 5 s, 15 s, 45 s, a minute. */
export function downPauseMs(timesDown: number, share: number): number {
  return Math.min(retryDelayMs(timesDown, share), LONGEST_PAUSE_MS)
}
