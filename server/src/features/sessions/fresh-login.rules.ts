const FRESH_LOGIN_MS = 5 * 60_000

/** Whether the WeCom login code was redeemed less than five minutes ago: asked for by role, key and device changes. */
export function isFreshLogin(loggedInAtMs: number, nowMs: number): boolean {
  return nowMs - loggedInAtMs < FRESH_LOGIN_MS
}
