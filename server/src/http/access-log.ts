import type { Middleware } from 'koa'
import type { Log } from '../ports/log'
import type { Metrics } from './metrics'
import { stateOf } from './state'

/**
 * One line and one observation per answered request, in ECS names. Ids only: no path (it may carry anything), no query
 * (positions stand there), no header, no address.
 */
export function accessLog(parts: { readonly log: Log; readonly metrics: Pick<Metrics, 'observeRequest'> }): Middleware {
  return async (context, next) => {
    const startedAt = process.hrtime.bigint()
    await next()
    const durationNs = Number(process.hrtime.bigint() - startedAt)
    const state = stateOf(context)
    const route = state.pattern ?? 'none'
    parts.metrics.observeRequest({ method: context.method, route, status: context.status, seconds: durationNs / 1e9 })
    if (state.quiet) return
    parts.log.info(
      {
        'http.request.id': state.request.requestId,
        'http.request.method': context.method,
        'http.route': route,
        'http.response.status_code': context.status,
        'event.duration': durationNs,
        'user.id': state.caller?.employeeId,
        'session.id': state.caller?.sessionId,
        'error.code': state.errorCode ?? undefined,
      },
      `${context.method} ${route} ${context.status}`,
    )
  }
}
