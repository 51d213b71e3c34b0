import type { RetentionStore, WecomTable } from '../../ports/retention-store'
import type { Clock } from '../../ports/system'
import type { Trail } from '../../ports/trail'

const DAY_MS = 86_400_000
/** A day more than a challenge serves. */
const CHALLENGE_DAYS = 15
const EXPIRED_SESSION_DAYS = 30
const SETTLED_EVENT_DAYS = 30
const LOG_DAYS = 180
/** A callback is remembered for its repeats, which come within seconds. */
const ENDED_DAYS = {
  WecomCallback: 7,
  Notice: 90,
  ApprovalCard: 90,
  AttendanceWriteBack: 90,
} satisfies Record<WecomTable, number>
/** Somebody may still want to know why. */
const GIVEN_UP_DAYS = 180
/** Small transactions: check-ins wait for each of them. */
const BATCH_SIZE = 200
/** Sessions bring up to thousands of refresh tokens each. */
const SESSION_BATCH_SIZE = 20
const MOST_BATCHES = 100

export interface PurgeExpiredPorts {
  readonly retention: RetentionStore
  readonly clock: Clock
}

export interface Purged {
  readonly challenges: number
  readonly sessions: number
  readonly events: number
  readonly logEntries: number
  /** Callbacks, messages, cards and write-backs. */
  readonly wecomRows: number
  /** Whether something may be left for the next round. */
  readonly more: boolean
}

/**
 * Deletes challenges issued over 15 days ago; sessions expired for over 30 days with their refresh tokens; events that
 * are over 30 days old and wait for no subscriber, with their deliveries; entries of the embedded event log over 180 days
 * old; callbacks of WeCom done over 7 days ago; messages, cards and write-backs over 90 days old; those of them that were
 * given up, over 180. What is left after 100 batches of each waits for the next round. Several workers doing so do no harm.
 */
export async function purgeExpired({ retention, clock }: PurgeExpiredPorts): Promise<Purged> {
  const nowMs = clock.nowMs()
  const challenges = await purge({
    table: 'Challenge',
    batchSize: BATCH_SIZE,
    find: (limit) => retention.challengesIssuedBefore(nowMs - CHALLENGE_DAYS * DAY_MS, limit),
    remove: (ids, trail) => retention.deleteChallenges(ids, trail, nowMs),
  })
  const sessions = await purge({
    table: 'Session',
    batchSize: SESSION_BATCH_SIZE,
    find: (limit) => retention.sessionsExpiredBefore(nowMs - EXPIRED_SESSION_DAYS * DAY_MS, limit),
    remove: (ids, trail) => retention.deleteSessions(ids, trail, nowMs),
  })
  const events = await purge({
    table: 'OutboxEvent',
    batchSize: BATCH_SIZE,
    find: (limit) => retention.settledEventsBefore(nowMs - SETTLED_EVENT_DAYS * DAY_MS, limit),
    remove: (ids, trail) => retention.deleteEvents(ids, trail, nowMs),
  })
  const logEntries = await purge({
    table: 'EventLogEntry',
    batchSize: BATCH_SIZE,
    find: (limit) => retention.logEntriesBefore(nowMs - LOG_DAYS * DAY_MS, limit),
    remove: (ids, trail) => retention.deleteLogEntries(ids, trail, nowMs),
  })
  const wecom: { count: number; more: boolean }[] = []
  for (const [table, endedDays] of Object.entries(ENDED_DAYS) as [WecomTable, number][]) {
    const before = { endedMs: nowMs - endedDays * DAY_MS, givenUpMs: nowMs - GIVEN_UP_DAYS * DAY_MS }
    wecom.push(
      await purge({
        table,
        batchSize: BATCH_SIZE,
        find: (limit) => retention.wecomRowsBefore(table, before, limit),
        remove: (ids, trail) => retention.deleteWecomRows(table, ids, trail, nowMs),
      }),
    )
  }
  return {
    challenges: challenges.count,
    sessions: sessions.count,
    events: events.count,
    logEntries: logEntries.count,
    wecomRows: wecom.reduce((sum, { count }) => sum + count, 0),
    more: [challenges, sessions, events, logEntries, ...wecom].some(({ more }) => more),
  }
}

interface Purge {
  readonly table: string
  readonly batchSize: number
  readonly find: (limit: number) => Promise<readonly string[]>
  readonly remove: (ids: readonly string[], trail: Trail) => Promise<void>
}

async function purge({ table, batchSize, find, remove }: Purge): Promise<{ count: number; more: boolean }> {
  let count = 0
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const ids = await find(batchSize)
    if (ids.length > 0) await remove(ids, purgeTrail(table, ids.length))
    count += ids.length
    if (ids.length < batchSize) return { count, more: false }
  }
  return { count, more: true }
}

function purgeTrail(table: string, count: number): Trail {
  const entry = {
    actor: { kind: 'system', id: 'worker' },
    action: 'retention.purged',
    subject: { kind: 'table', id: table },
    requestId: null,
    detail: { count },
  } as const
  return { audit: [entry], events: [] }
}
