import type { LogTopField } from '#contract/api-logs'
import type { ErrorDetail } from '#contract/error-codes'
import { AppError } from '../../app-error'
import type {
  EventLog,
  EventLogBucket,
  EventLogDocument,
  EventLogFilter,
  EventLogPlace,
  EventLogTop,
} from '../../ports/event-log'
import type { RecordTrail } from '../../ports/record-trail'
import type { Clock } from '../../ports/system'
import { mayDoFor, type RoleInScope } from '../people/roles.rules'
import { bucketSecondsFor, fillBuckets, MOST_BUCKETS } from './logs.rules'

export interface LogPorts {
  readonly eventLog: EventLog
  readonly recordTrail: RecordTrail
  readonly clock: Clock
}

/** The log is about everybody: whose role ends at a department may not search it. */
export interface LogReader {
  readonly employeeId: string
  readonly roles: readonly RoleInScope[]
  readonly requestId: string
}

/** A page of entries, newest first. @throws AppError NOT_ALLOWED, QUERY_INVALID, EVENT_LOG_UNAVAILABLE */
export async function searchLog(
  ports: LogPorts,
  reader: LogReader,
  query: { readonly filter: EventLogFilter; readonly after: EventLogPlace | null; readonly limit: number },
): Promise<{ readonly entries: readonly EventLogDocument[]; readonly next: EventLogPlace | null }> {
  await admit(ports, reader, query.filter, { kind: 'search', isLaterPage: query.after !== null })
  const found = await ports.eventLog.search({ ...query, limit: query.limit + 1 })
  const entries = found.slice(0, query.limit)
  return { entries, next: found.length > query.limit ? (entries.at(-1) ?? null) : null }
}

/** How many entries fit over time, empty buckets too. @throws AppError NOT_ALLOWED, QUERY_INVALID, EVENT_LOG_UNAVAILABLE */
export async function countLogOverTime(
  ports: LogPorts,
  reader: LogReader,
  query: {
    readonly filter: EventLogFilter & { readonly fromMs: number; readonly untilMs: number }
    readonly bucketSeconds: number | null
  },
): Promise<{ readonly bucketSeconds: number; readonly buckets: readonly EventLogBucket[] }> {
  const { fromMs, untilMs } = query.filter
  const bucketSeconds = bucketSecondsFor(fromMs, untilMs, query.bucketSeconds)
  if (bucketSeconds === null) throw invalid({ path: 'bucketSeconds', problem: `最多 ${MOST_BUCKETS} 段，请放宽` })
  await admit(ports, reader, query.filter, { kind: 'histogram', bucketSeconds })
  const found = await ports.eventLog.histogram({ filter: query.filter, bucketSeconds })
  return { bucketSeconds, buckets: fillBuckets({ fromMs, untilMs, bucketSeconds }, found) }
}

/** The most frequent values of a field. @throws AppError NOT_ALLOWED, QUERY_INVALID, EVENT_LOG_UNAVAILABLE */
export async function readLogTop(
  ports: LogPorts,
  reader: LogReader,
  query: { readonly filter: EventLogFilter; readonly field: LogTopField; readonly limit: number },
): Promise<EventLogTop> {
  await admit(ports, reader, query.filter, { kind: 'top', field: query.field })
  return ports.eventLog.top(query.filter, query.field, query.limit)
}

/** What was looked for is on record before anything is shown; what was found is not. */
async function admit(
  { recordTrail, clock }: LogPorts,
  reader: LogReader,
  filter: EventLogFilter,
  query: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!mayDoFor(reader.roles, 'logs.search', [])) throw new AppError('NOT_ALLOWED')
  if (filter.fromMs !== null && filter.untilMs !== null && filter.fromMs >= filter.untilMs) {
    throw invalid({ path: 'until', problem: '必须晚于 from' })
  }
  const asked = Object.entries(filter).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== null))
  const entry = {
    actor: { kind: 'employee', id: reader.employeeId },
    action: 'logs.searched',
    subject: { kind: 'log', id: 'event-log' },
    requestId: reader.requestId,
    detail: { ...query, ...Object.fromEntries(asked) },
  } as const
  await recordTrail({ audit: [entry], events: [] }, clock.nowMs())
}

function invalid(detail: ErrorDetail): AppError {
  return new AppError('QUERY_INVALID', { details: [detail] })
}
