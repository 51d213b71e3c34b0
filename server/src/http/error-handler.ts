import type { Context, Middleware } from 'koa'
import { ERRORS, type ErrorEnvelope } from '#contract/error-codes'
import { AppError } from '../app-error'
import type { Log } from '../ports/log'
import type { AuditEntry } from '../ports/trail'
import { refusalEntry } from './refusal-audit'
import { stateOf } from './state'

/** Writes one audit line in a transaction of its own. */
export type AuditRefusal = (entry: AuditEntry) => Promise<void>

/** The only place that turns codes and faults into status and body; what is no AppError never reaches the client. */
export function errorHandler(parts: { readonly log: Log; readonly auditRefusal: AuditRefusal }): Middleware {
  return async (context, next) => {
    try {
      await next()
    } catch (thrown) {
      const error = thrown instanceof AppError ? thrown : new AppError('INTERNAL', { cause: thrown })
      logFault(parts.log, context, error)
      await audit(parts, context, error)
      answer(context, error)
    }
  }
}

function answer(context: Context, error: AppError): void {
  const state = stateOf(context)
  state.errorCode = error.code
  const envelope: ErrorEnvelope = {
    code: error.code,
    ...ERRORS[error.code][state.language],
    requestId: state.request.requestId,
    details: error.status < 500 ? error.details : [],
  }
  if (error.retryAfterSeconds !== undefined) context.set('Retry-After', String(error.retryAfterSeconds))
  // The rest of an oversized body is not worth reading; a server that shuts down wants no further requests.
  if (error.code === 'BODY_TOO_LARGE' || error.code === 'SHUTTING_DOWN') context.set('Connection', 'close')
  context.set('Cache-Control', 'no-store')
  context.set('Content-Language', state.language)
  context.status = error.status
  context.type = 'application/json; charset=utf-8'
  context.body = JSON.stringify(envelope)
}

function logFault(log: Log, context: Context, error: AppError): void {
  if (error.status < 500 && error.internalText === undefined) return
  const { request, pattern } = stateOf(context)
  const fields = { 'http.request.id': request.requestId, 'http.route': pattern, 'error.code': error.code }
  if (error.code === 'INTERNAL') log.error({ ...fields, err: error.cause ?? error }, 'a request failed')
  else log.warn({ ...fields, reason: error.internalText }, 'a request was refused')
}

async function audit(
  parts: { readonly log: Log; readonly auditRefusal: AuditRefusal },
  context: Context,
  error: AppError,
): Promise<void> {
  const state = stateOf(context)
  const entry = refusalEntry(state, context.headers, error)
  if (entry === null) return
  try {
    await parts.auditRefusal(entry)
  } catch (err) {
    // The refusal stands: what was refused must not turn into a fault because its line could not be written.
    parts.log.error({ 'http.request.id': state.request.requestId, err }, 'the audit line of a refusal was not written')
  }
}
