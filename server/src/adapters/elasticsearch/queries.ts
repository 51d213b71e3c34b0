import type { estypes } from '@elastic/elasticsearch'
import { LOG_TOP_FIELDS, type LogTopField } from '#contract/api-logs'
import type { EventLogFilter, EventLogHistogram, EventLogSearch } from '../../ports/event-log'

const TOP_FIELD_PATHS: Readonly<Record<LogTopField, string>> = {
  action: 'event.action',
  outcome: 'attendance.outcome',
  code: 'event.code',
  employeeId: 'user.id',
  siteId: 'attendance.site_id',
}

/** Each shard names so many values: exact for codes, actions and sites, and close for people of a large company. */
const SHARD_SIZE = 10_000

export function searchBody({ filter, after, limit }: EventLogSearch): estypes.SearchRequest {
  return {
    query: queryOf(filter),
    sort: [{ '@timestamp': 'desc' }, { 'event.id': 'desc' }],
    ...(after === null ? {} : { search_after: [after.atMs, after.id] }),
    size: limit,
    track_total_hits: false,
  }
}

export function histogramBody({ filter, bucketSeconds }: EventLogHistogram): estypes.SearchRequest {
  return {
    query: queryOf(filter),
    size: 0,
    aggs: {
      buckets: {
        date_histogram: {
          field: '@timestamp',
          fixed_interval: `${bucketSeconds}s`,
          // Buckets begin at the range's beginning, not at whole hours of UTC.
          offset: `${filter.fromMs % (bucketSeconds * 1_000)}ms`,
          min_doc_count: 1,
        },
      },
    },
  }
}

export function topBody(filter: EventLogFilter, field: LogTopField, limit: number): estypes.SearchRequest {
  return {
    query: queryOf(filter),
    size: 0,
    aggs: {
      values: {
        terms: {
          field: TOP_FIELD_PATHS[field],
          size: limit,
          shard_size: SHARD_SIZE,
          order: [{ _count: 'desc' }, { _key: 'asc' }],
        },
      },
    },
  }
}

function queryOf(filter: EventLogFilter): estypes.QueryDslQueryContainer {
  const conditions: estypes.QueryDslQueryContainer[] = []
  const { fromMs, untilMs } = filter
  if (fromMs !== null || untilMs !== null) {
    const range = { ...(fromMs === null ? {} : { gte: fromMs }), ...(untilMs === null ? {} : { lt: untilMs }) }
    conditions.push({ range: { '@timestamp': { ...range, format: 'epoch_millis' } } })
  }
  for (const field of LOG_TOP_FIELDS) {
    if (filter[field].length > 0) conditions.push({ terms: { [TOP_FIELD_PATHS[field]]: [...filter[field]] } })
  }
  for (const word of filter.words) {
    conditions.push({ wildcard: { 'message.raw': { value: `*${escaped(word)}*`, case_insensitive: true } } })
  }
  return { bool: { filter: conditions } }
}

function escaped(word: string): string {
  return word.replace(/[\\*?]/g, '\\$&')
}
