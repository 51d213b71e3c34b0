import { instantOfLocal, localDate } from '../shifts/zone-time.rules'

export interface SyncRun {
  readonly startedAtMs: number
  /** Null: it runs, or was broken off. */
  readonly finishedAtMs: number | null
  readonly problem: string | null
}

export interface SyncDueFacts {
  readonly nowMs: number
  /** The company's. */
  readonly zone: string
  /** The last one from WeCom. */
  readonly lastRun: SyncRun | null
  readonly hasPeople: boolean
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const OPENS_MINUTES = 3 * 60
const WINDOW_MS = 2 * HOUR_MS
const AGAIN_AFTER_MS = 30 * MINUTE_MS
/** A night was missed. */
const OVERDUE_MS = 26 * HOUR_MS
/** Trying again changes nothing: somebody has to look. */
const LASTING: ReadonlySet<string> = new Set(['NOBODY_SEEN', 'MANY_WOULD_LEAVE', 'WECOM_REFUSED'])

/**
 * Once a night, between three and five by the company's clock; a night that was missed is made up for; and at once where
 * there is nobody yet. What failed and may pass is tried again the same night.
 */
export function isSyncDue({ nowMs, zone, lastRun, hasPeople }: SyncDueFacts): boolean {
  const sinceMs = lastRun === null ? Infinity : nowMs - lastRun.startedAtMs
  if (!hasPeople) return sinceMs >= HOUR_MS
  const opensMs = instantOfLocal(localDate(nowMs, zone), OPENS_MINUTES, zone, 'opening')
  if (nowMs >= opensMs && nowMs < opensMs + WINDOW_MS) {
    if (lastRun === null || lastRun.startedAtMs < opensMs) return true
    const mayPass = lastRun.finishedAtMs === null || (lastRun.problem !== null && !LASTING.has(lastRun.problem))
    return mayPass && sinceMs >= AGAIN_AFTER_MS
  }
  return lastRun !== null && sinceMs > OVERDUE_MS
}
