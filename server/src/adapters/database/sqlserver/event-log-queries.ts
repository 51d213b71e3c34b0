import { LOG_TOP_FIELDS } from '#contract/api-logs'
import type { EventLogFilter } from '../../../ports/event-log'
import {
  ROW_COLUMNS,
  toBuckets,
  toTop,
  type BucketRow,
  type CountedRow,
  type EventLogQueries,
  type EventLogRow,
} from '../event-log-queries'

const COLUMNS = ROW_COLUMNS.map((name) => `[${name}]`).join(', ')
/** People's words follow the database's own collation, which may tell cases apart. */
const ANY_CASE = 'COLLATE Latin1_General_100_CI_AS'

export const eventLogQueriesOfSqlServer: EventLogQueries = {
  search: (read, { filter, after, limit }) => {
    const { values, add } = parameters()
    const top = `TOP (CAST(${add(limit)} AS INT))`
    const conditions = conditionsOf(filter, add)
    if (after !== null) {
      const at = add(new Date(after.atMs))
      // The first condition seeks in the index, the second tells entries of one instant apart.
      conditions.push(`[at] <= ${at}`, `([at] < ${at} OR [id] < ${ascii(add(after.id))})`)
    }
    return read.$queryRawUnsafe<EventLogRow[]>(
      `SELECT ${top} ${COLUMNS} FROM [EventLogEntry] ${where(conditions)} ORDER BY [at] DESC, [id] DESC`,
      ...values,
    )
  },

  histogram: async (read, histogram) => {
    const { values, add } = parameters()
    const { filter, bucketSeconds } = histogram
    const elapsedMs = `DATEDIFF_BIG(millisecond, CAST(${add(new Date(filter.fromMs))} AS DATETIME2), [at])`
    const bucket = `${elapsedMs} / CAST(${add(bucketSeconds * 1_000)} AS BIGINT)`
    const rows = await read.$queryRawUnsafe<BucketRow[]>(
      `SELECT [bucket], COUNT(*) AS [count]
       FROM (SELECT ${bucket} AS [bucket] FROM [EventLogEntry] ${where(conditionsOf(filter, add))}) AS [entries]
       GROUP BY [bucket] ORDER BY [bucket]`,
      ...values,
    )
    return toBuckets(rows, histogram)
  },

  top: async (read, filter, field, limit) => {
    const { values, add } = parameters()
    const top = `TOP (CAST(${add(limit)} AS INT))`
    const conditions = [...conditionsOf(filter, add), `[${field}] IS NOT NULL`]
    const rows = await read.$queryRawUnsafe<CountedRow[]>(
      `SELECT ${top} [value], [count], SUM([count]) OVER () AS [total] FROM (
         SELECT [${field}] AS [value], COUNT(*) AS [count] FROM [EventLogEntry] ${where(conditions)} GROUP BY [${field}]
       ) AS [counted] ORDER BY [count] DESC, [value]`,
      ...values,
    )
    return toTop(rows)
  },
}

type Value = string | number | Date
type Add = (value: Value) => string

function parameters(): { readonly values: Value[]; readonly add: Add } {
  const values: Value[] = []
  return { values, add: (value) => `@P${values.push(value)}` }
}

/**
 * Texts are sent as NVARCHAR, which outranks VARCHAR: the column would be converted row by row instead of sought in its
 * index. Longer than every such column, so that nothing is cut to a value that fits.
 */
function ascii(parameter: string): string {
  return `CAST(${parameter} AS VARCHAR(400))`
}

function conditionsOf(filter: EventLogFilter, add: Add): string[] {
  const conditions: string[] = []
  if (filter.fromMs !== null) conditions.push(`[at] >= ${add(new Date(filter.fromMs))}`)
  if (filter.untilMs !== null) conditions.push(`[at] < ${add(new Date(filter.untilMs))}`)
  for (const field of LOG_TOP_FIELDS) {
    const given = filter[field].map((value) => ascii(add(value)))
    if (given.length > 0) conditions.push(`[${field}] IN (${given.join(', ')})`)
  }
  for (const word of filter.words) conditions.push(`[text] ${ANY_CASE} LIKE ${add(likePattern(word))} ESCAPE '\\'`)
  return conditions
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
}

/** In T-SQL a bracket opens a set of characters. */
function likePattern(word: string): string {
  return `%${word.replace(/[\\%_[]/g, '\\$&')}%`
}
