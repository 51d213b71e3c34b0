/** After this many failed tries an event is dead: it holds its key until an operator decides. */
export const DEAD_AFTER_TRIES = 12
/** Once events of so many keys have failed and none was taken since, the subscriber itself is taken as down. */
export const DOWN_AFTER_FAILURES = 3

const FIRST_DELAY_MS = 5_000
const GROWTH = 3
const LONGEST_DELAY_MS = 2 * 3_600_000
const JITTER = 0.25
const LONGEST_PAUSE_MS = 60_000

/**
 * How long to wait after the given failed try: 5 s, 15 s, 45 s … up to 2 h, so that twelve tries span more than nine
 * hours; and up to a quarter more, so that events that failed
 * together do not all come back together.
 * @param share random, 0 to 1
 */
export function retryDelayMs(failedTries: number, share: number): number {
  const delayMs = Math.min(FIRST_DELAY_MS * GROWTH ** (failedTries - 1), LONGEST_DELAY_MS)
  return Math.round(delayMs * (1 + JITTER * share))
}

/** Within this time every event that failed has been tried again. */
const ALL_TRIED_AFTER_MS = LONGEST_DELAY_MS * (1 + JITTER)

/** What a process has seen of a subscriber since it began to serve it. */
export interface SeenOfSubscriber {
  readonly servedForMs: number
  /** Whether it ever took anything. */
  readonly hasTaken: boolean
  /** Since it last took anything. */
  readonly failedKeyCount: number
}

/**
 * How an event stands whose try has failed. A subscriber that is down makes no event dead, however long it stays away;
 * and a process that has not seen enough to tell, having just started, waits until it has.
 * @param attempts how many tries of this event have failed, this one included
 * @returns as it is to be stored
 */
export function afterFailedTry(
  attempts: number,
  { servedForMs, hasTaken, failedKeyCount }: SeenOfSubscriber,
): { readonly attempts: number; readonly state: 'waiting' | 'dead' } {
  if (attempts < DEAD_AFTER_TRIES) return { attempts, state: 'waiting' }
  const isDown = failedKeyCount >= DOWN_AFTER_FAILURES
  // More tries than that: an operator had a dead one tried again, and looks at what comes of it.
  const isSure = hasTaken || servedForMs >= ALL_TRIED_AFTER_MS || attempts > DEAD_AFTER_TRIES
  return isSure && !isDown ? { attempts, state: 'dead' } : { attempts: DEAD_AFTER_TRIES - 1, state: 'waiting' }
}

/** How long to leave a subscriber alone that was down so many times in a row: 5 s, 15 s, 45 s, a minute. */
export function downPauseMs(timesDown: number, share: number): number {
  return Math.min(retryDelayMs(timesDown, share), LONGEST_PAUSE_MS)
}
