import type { IncomingHttpHeaders } from 'node:http'
import type { AppError } from '../app-error'
import type { Actor, AuditEntry } from '../ports/trail'
import { claimedThumbprint } from './signature-headers'
import type { RequestState } from './state'

/**
 * The audit line of a refused request: every 4xx of an authenticated request, and of a changing request that is signed
 * or shows a token. Null for the rest: anonymous noise belongs into the access log.
 */
export function refusalEntry(state: RequestState, headers: IncomingHttpHeaders, error: AppError): AuditEntry | null {
  const { route, caller } = state
  if (route === null || error.status >= 500 || !state.auditable) return null
  const claimsIdentity = route.signed || headers.authorization !== undefined
  if (caller === null && (route.method === 'get' || !claimsIdentity)) return null
  return {
    actor: actorOf(state, headers),
    action: 'request.refused',
    subject: { kind: 'route', id: route.operationId },
    requestId: state.request.requestId,
    detail: {
      method: route.method,
      path: route.path,
      status: error.status,
      code: error.code,
      fields: error.details.map(({ path }) => path),
    },
  }
}

/** A thumbprint from headers is a claim; the line says so by naming the device as `claimed`. */
function actorOf(state: RequestState, headers: IncomingHttpHeaders): Actor {
  if (state.caller !== null) return { kind: 'employee', id: state.caller.employeeId }
  const thumbprint = claimedThumbprint(headers)
  return { kind: 'anonymous', id: thumbprint === null ? '-' : `claimed:${thumbprint}` }
}
