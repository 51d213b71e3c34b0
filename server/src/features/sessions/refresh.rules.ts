/** The token before the newest one still gets its successor for this long: the answer may have been lost. */
const REPEAT_MS = 30_000

/**
 * What a refresh token that is in the database may do. `rotate`: it is the newest; `repeat`: it was replaced just now
 * and gets the same successor again; `reuse`: somebody kept a copy, the whole family ends.
 * @param replacedAtMs when its successor was issued; null for the newest
 */
export function judgeRefresh(replacedAtMs: number | null, nowMs: number): 'rotate' | 'repeat' | 'reuse' {
  if (replacedAtMs === null) return 'rotate'
  return nowMs - replacedAtMs <= REPEAT_MS ? 'repeat' : 'reuse'
}
