import { instantOfLocal, localDate } from '../shifts/zone-time.rules'
import type { OrganisationSource } from './organisation.rules'

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
  /** Of the last run that went well; null: there was none. */
  readonly sourceInUse: OrganisationSource | null
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const OPENS_MINUTES = 3 * 60
const WINDOW_MS = 2 * HOUR_MS
/** What failed and may pass: at night, and by day. */
const AGAIN_AFTER_MS = { night: 30 * MINUTE_MS, day: HOUR_MS } as const
/** A night was missed. */
const OVERDUE_MS = 26 * HOUR_MS
/** Trying again changes nothing: somebody has to look. */
const LASTING: ReadonlySet<string> = new Set(['NOBODY_SEEN', 'MANY_WOULD_LEAVE', 'WECOM_REFUSED'])

/**
 * Once a night, between three and five by the company's clock; a night that was missed is made up for; and at once where
 * there is nobody yet. What failed and may pass is tried again the same night, then every hour. Never while the people
 * come from a file: who chose that chooses WeCom again, too.
 */
export function isSyncDue({ nowMs, zone, lastRun, hasPeople, sourceInUse }: SyncDueFacts): boolean {
  if (sourceInUse === 'csv') return false
  const sinceMs = lastRun === null ? Infinity : nowMs - lastRun.startedAtMs
  if (!hasPeople) return sinceMs >= HOUR_MS
  const opensMs = instantOfLocal(localDate(nowMs, zone), OPENS_MINUTES, zone, 'opening')
  const isNight = nowMs >= opensMs && nowMs < opensMs + WINDOW_MS
  if (lastRun === null) return isNight
  if (isNight && lastRun.startedAtMs < opensMs) return true
  if (mayPass(lastRun)) return sinceMs >= AGAIN_AFTER_MS[isNight ? 'night' : 'day']
  return !isNight && sinceMs > OVERDUE_MS
}

function mayPass({ finishedAtMs, problem }: SyncRun): boolean {
  return finishedAtMs === null || (problem !== null && !LASTING.has(problem))
}
