import { defineRoute, type Caller, type RequestFacts, type Route } from '../../http/route'
import { presentHistogram, presentLogEntry, presentPlace } from './logs.present'
import {
  logHistogramQuerySchema,
  logHistogramReplySchema,
  logPageSchema,
  logsQuerySchema,
  logTopQuerySchema,
  logTopReplySchema,
  type LogFilterQuery,
} from './logs.schema'
import { countLogOverTime, readLogTop, searchLog, type LogPorts, type LogReader } from './logs.usecase'

/** A search may read the whole table; the embedded database does nothing else meanwhile. */
const REQUESTS_PER_MINUTE = 60
const common = {
  method: 'get',
  tag: 'logs',
  access: 'session',
  permission: 'logs.search',
  requestsPerMinute: REQUESTS_PER_MINUTE,
  errors: ['EVENT_LOG_UNAVAILABLE'],
} as const

export function logRoutes(ports: LogPorts): Route[] {
  return [
    defineRoute({
      ...common,
      path: '/api/v1/logs',
      operationId: 'searchLogs',
      summary: '搜索日志，最近的在前；每次搜索记入审计',
      query: logsQuerySchema,
      reply: logPageSchema,
      handle: async ({ caller, request, query }) => {
        const { entries, next } = await searchLog(ports, readerOf(caller, request), {
          filter: filterOf(query),
          after: query.cursor ?? null,
          limit: query.limit,
        })
        return { json: { items: entries.map(presentLogEntry), nextCursor: presentPlace(next) } }
      },
    }),
    defineRoute({
      ...common,
      path: '/api/v1/logs/histogram',
      operationId: 'countLogsOverTime',
      summary: '符合条件的日志按时间的分布，最多 500 段',
      query: logHistogramQuerySchema,
      reply: logHistogramReplySchema,
      handle: async ({ caller, request, query }) => {
        const filter = { ...filterOf(query), fromMs: query.from, untilMs: query.until }
        const bucketSeconds = query.bucketSeconds ?? null
        const found = await countLogOverTime(ports, readerOf(caller, request), { filter, bucketSeconds })
        return { json: presentHistogram(found) }
      },
    }),
    defineRoute({
      ...common,
      path: '/api/v1/logs/top',
      operationId: 'listTopOfLogs',
      summary: '符合条件的日志里某个字段最常见的值',
      query: logTopQuerySchema,
      reply: logTopReplySchema,
      handle: async ({ caller, request, query }) => {
        const { field, limit } = query
        const filter = filterOf(query)
        return { json: await readLogTop(ports, readerOf(caller, request), { filter, field, limit }) }
      },
    }),
  ]
}

function filterOf(query: LogFilterQuery) {
  const { q, action, outcome, code, employeeId, siteId, from, until } = query
  return {
    words: q ?? [],
    fromMs: from ?? null,
    untilMs: until ?? null,
    action: action ?? [],
    outcome: outcome ?? [],
    code: code ?? [],
    employeeId: employeeId ?? [],
    siteId: siteId ?? [],
  }
}

function readerOf(caller: Caller, { requestId }: RequestFacts): LogReader {
  return { employeeId: caller.employeeId, roles: caller.roles, requestId }
}
