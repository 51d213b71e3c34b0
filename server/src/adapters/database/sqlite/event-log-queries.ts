import { LOG_TOP_FIELDS, type LogTopField } from '#contract/api-logs'
import type { EventLogFilter, EventLogHistogram } from '../../../ports/event-log'
import {
  ROW_COLUMNS,
  toBuckets,
  toTop,
  type BucketRow,
  type CountedRow,
  type EventLogQueries,
  type EventLogRow,
} from '../event-log-queries'
import { storedInstant } from './json-rows'

const COLUMNS = ROW_COLUMNS.map((name) => `"${name}"`).join(', ')
/** Fields with an index over themselves and the time. */
const INDEXED: ReadonlySet<LogTopField> = new Set(['action', 'code', 'employeeId'])

export const eventLogQueriesOfSqlite: EventLogQueries = {
  search: (read, { filter, after, limit }) => {
    const { values, add } = parameters()
    const conditions = conditionsOf(filter, add)
    if (after !== null) conditions.push(`("at", "id") < (${add(instant(after.atMs))}, ${add(after.id)})`)
    return read.$queryRawUnsafe<EventLogRow[]>(
      `SELECT ${COLUMNS} FROM "EventLogEntry" ${where(conditions)} ORDER BY "at" DESC, "id" DESC LIMIT ${add(limit)}`,
      ...values,
    )
  },

  // Each bucket is a range of the index: reading the instant of each row for a GROUP BY costs ten times as much.
  histogram: async (read, histogram) => {
    const { values, add } = parameters()
    const bounds = add(JSON.stringify(boundsOf(histogram)))
    const conditions = [
      `"at" >= "range"."value" ->> 0`,
      `"at" < "range"."value" ->> 1`,
      ...conditionsOf({ ...histogram.filter, fromMs: null, untilMs: null }, add),
    ]
    const rows = await read.$queryRawUnsafe<BucketRow[]>(
      `SELECT "range"."key" AS "bucket", (SELECT count(*) FROM "EventLogEntry" ${where(conditions)}) AS "count"
       FROM json_each(${bounds}) AS "range" ORDER BY "range"."key"`,
      ...values,
    )
    return toBuckets(
      rows.filter(({ count }) => Number(count) > 0),
      histogram,
    )
  },

  top: async (read, filter, field, limit) => {
    const { values, add } = parameters()
    const conditions = [...conditionsOf(filter, add, INDEXED.has(field)), `"${field}" IS NOT NULL`]
    const rows = await read.$queryRawUnsafe<CountedRow[]>(
      `SELECT "value", "count", sum("count") OVER () AS "total" FROM (
         SELECT "${field}" AS "value", count(*) AS "count" FROM "EventLogEntry" ${where(conditions)} GROUP BY "${field}"
       ) ORDER BY "count" DESC, "value" LIMIT ${add(limit)}`,
      ...values,
    )
    return toTop(rows)
  },
}

type Add = (value: string | number) => string

function parameters(): { readonly values: (string | number)[]; readonly add: Add } {
  const values: (string | number)[] = []
  return { values, add: (value) => `?${values.push(value)}` }
}

/**
 * A plus sign keeps a condition from choosing the index. Several kinds or codes fit many entries, which would all be
 * sorted: reading back from the newest ends sooner. And counting a field of its own index reads nothing but the index.
 */
function conditionsOf(filter: EventLogFilter, add: Add, countsIndexed = false): string[] {
  const others: string[] = []
  for (const field of LOG_TOP_FIELDS) {
    const plus = filter[field].length > 1 && field !== 'employeeId' ? '+' : ''
    if (filter[field].length > 0) others.push(`${plus}"${field}" IN (${filter[field].map(add).join(', ')})`)
  }
  for (const word of filter.words) others.push(`"text" LIKE ${add(likePattern(word))} ESCAPE '\\'`)
  const times: string[] = []
  const plus = countsIndexed && others.length === 0 ? '+' : ''
  if (filter.fromMs !== null) times.push(`${plus}"at" >= ${add(instant(filter.fromMs))}`)
  if (filter.untilMs !== null) times.push(`${plus}"at" < ${add(instant(filter.untilMs))}`)
  return [...times, ...others]
}

function boundsOf({ filter, bucketSeconds }: EventLogHistogram): [string, string][] {
  const { fromMs, untilMs } = filter
  const bounds: [string, string][] = []
  for (let startMs = fromMs; startMs < untilMs; startMs += bucketSeconds * 1_000) {
    bounds.push([instant(startMs), instant(Math.min(startMs + bucketSeconds * 1_000, untilMs))])
  }
  return bounds
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
}

function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}

function instant(ms: number): string {
  return storedInstant(new Date(ms))
}
