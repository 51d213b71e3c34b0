import type {
  EventLogBucket,
  EventLogDocument,
  EventLogFilter,
  EventLogHistogram,
  EventLogSearch,
  EventLogTop,
} from '../../ports/event-log'
import type { LogTopField } from '#contract/api-logs'
import type { Client } from './database'

/** A row of the log as raw SQL answers it. */
export interface EventLogRow {
  readonly id: string
  readonly at: Date | string
  readonly action: string
  readonly outcome: string | null
  readonly code: string | null
  readonly employeeId: string | null
  readonly userId: string | null
  readonly siteId: string | null
  readonly text: string
  readonly documentJson: string
}

/** The searches of the log, which Prisma cannot say (it escapes no `%`), for each engine in its own SQL. */
export interface EventLogQueries {
  search(read: Client, search: EventLogSearch): Promise<readonly EventLogRow[]>
  histogram(read: Client, histogram: EventLogHistogram): Promise<readonly EventLogBucket[]>
  top(read: Client, filter: EventLogFilter, field: LogTopField, limit: number): Promise<EventLogTop>
}

export interface CountedRow {
  readonly value: string
  readonly count: number | bigint
  /** Of all values. */
  readonly total: number | bigint
}

export interface BucketRow {
  /** 0 for the first one. */
  readonly bucket: number | bigint
  readonly count: number | bigint
}

export const ROW_COLUMNS = [
  ...(['id', 'at', 'action', 'outcome', 'code', 'employeeId', 'userId', 'siteId', 'text', 'documentJson'] as const),
]

export function toDocument({ at, documentJson, ...columns }: EventLogRow): EventLogDocument {
  const fields = JSON.parse(documentJson) as Record<string, unknown>
  return { ...columns, atMs: new Date(at).getTime(), fields }
}

export function toBuckets(
  rows: readonly BucketRow[],
  { filter, bucketSeconds }: EventLogHistogram,
): readonly EventLogBucket[] {
  return rows.map(({ bucket, count }) => ({
    fromMs: filter.fromMs + Number(bucket) * bucketSeconds * 1_000,
    count: Number(count),
  }))
}

export function toTop(rows: readonly CountedRow[]): EventLogTop {
  const values = rows.map(({ value, count }) => ({ value, count: Number(count) }))
  const total = Number(rows[0]?.total ?? 0)
  return { values, otherCount: values.reduce((rest, { count }) => rest - count, total) }
}
