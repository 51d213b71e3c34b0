/** When to try again: at growing intervals, and never all phones at once when the network comes back to a site. */

const FIRST_MS = 5_000
const LONGEST_MS = 5 * 60_000
/** Spread over this long after the network came back. */
const RETURN_SPREAD_MS = 4_000

/** @param failures in a row, from 1; @param share 0 to 1, by chance */
export function retryDelayMs(failures: number, share: number): number {
  const fullMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10))
  return Math.round(fullMs * (0.5 + share / 2))
}

export function returnDelayMs(share: number): number {
  return Math.round(RETURN_SPREAD_MS * share)
}
