/** How something that failed is tried again: later and later, and in the end not any more. */

export interface TryLimits {
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  readonly mostTries: number
}

export interface NextTry {
  /** Of an `AppError` its code, of anything else its name: for the row and for people. */
  readonly problem: string
  /** With the one that has just failed. */
  readonly tries: number
  /** Null: given up. */
  readonly atMs: number | null
}

/**
 * The wait doubles with each try up to the longest one, and is never shorter than what the other side asked for
 * (`retryAfterSeconds` of an `AppError`).
 * @param triesBefore without the one that has just failed
 */
export function nextTry(limits: TryLimits, triesBefore: number, error: unknown, nowMs: number): NextTry {
  const { firstWaitMs, longestWaitMs, mostTries } = limits
  const { code, name, retryAfterSeconds } = (error ?? {}) as Readonly<Record<string, unknown>>
  const problem = [code, name].find((word) => typeof word === 'string') ?? 'unknown'
  const askedMs = typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1_000 : 0
  const waitMs = Math.max(askedMs, Math.min(longestWaitMs, firstWaitMs * 2 ** triesBefore))
  const tries = triesBefore + 1
  return { problem: problem as string, tries, atMs: tries >= mostTries ? null : nowMs + waitMs }
}
