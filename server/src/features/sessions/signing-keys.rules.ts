/** A new key is published this long before it signs: every process has read it by then, also callers that cache. */
const PUBLISH_LEAD_MS = 10 * 60_000
/** What the old key signed last outlives the change by a token's life, and the clocks may differ. */
const RETIRE_AFTER_MS = 20 * 60_000

const KID_PREFIX = 'session-'

export interface KeyTimes {
  readonly kid: string
  readonly activeFromMs: number
  readonly retiredAtMs: number | null
}

export interface KeyRotation {
  readonly kid: string
  readonly activeFromMs: number
  /** Keys that stop verifying, and when. */
  readonly retire: readonly { readonly kid: string; readonly retiredAtMs: number }[]
}

/**
 * The next key: published now, signing later, the keys before it retired after their last token is dead. The first key
 * signs at once. Kids count up, so two rotations at once want the same kid and its primary key lets one through.
 */
export function planRotation(keys: readonly KeyTimes[], nowMs: number): KeyRotation {
  const numbers = keys.map((key) => Number(key.kid.slice(KID_PREFIX.length)))
  const kid = `${KID_PREFIX}${Math.max(0, ...numbers) + 1}`
  if (keys.length === 0) return { kid, activeFromMs: nowMs, retire: [] }
  const activeFromMs = nowMs + PUBLISH_LEAD_MS
  const retiredAtMs = activeFromMs + RETIRE_AFTER_MS
  const retire = keys.filter((key) => key.retiredAtMs === null).map(({ kid }) => ({ kid, retiredAtMs }))
  return { kid, activeFromMs, retire }
}
