import type { Context } from 'koa'
import { mayDo } from '#contract/roles'
import { AppError } from '../app-error'
import type { RateLimits } from './rate-limit'
import type { Caller, RequestFacts, Route } from './route'
import { stateOf } from './state'

/**
 * Verifies an access token and reads its session, person, roles, device and consent from the database.
 * @throws AppError TOKEN_INVALID, TOKEN_EXPIRED, SESSION_REVOKED, EMPLOYEE_LEFT
 */
export type Authenticate = (token: string, request: RequestFacts) => Promise<Caller>

/** The caller of a route that is not public, with every access level of the route met. @throws AppError 401, 403, 429 */
export async function authenticateCaller(
  context: Context,
  route: Route,
  parts: { readonly authenticate: Authenticate; readonly rateLimits: RateLimits },
): Promise<Caller> {
  const state = stateOf(context)
  await parts.rateLimits.peekAddress(state)
  const caller = await verifyToken(context, parts)
  state.caller = caller
  await parts.rateLimits.forSession(state, caller.sessionId)
  await parts.rateLimits.forRoute(state, route, caller.sessionId)
  checkAccess(route, caller)
  return caller
}

async function verifyToken(
  context: Context,
  parts: { readonly authenticate: Authenticate; readonly rateLimits: RateLimits },
): Promise<Caller> {
  const state = stateOf(context)
  try {
    return await parts.authenticate(bearerToken(context), state.request)
  } catch (error) {
    if (error instanceof AppError && error.status === 401) await parts.rateLimits.forAddress(state)
    throw error
  }
}

/** RFC 6750, `Authorization: Bearer <token>`; tokens in queries are not read. */
function bearerToken(context: Context): string {
  const header = context.get('authorization')
  if (header === '') throw new AppError('TOKEN_MISSING')
  const token = /^Bearer ([A-Za-z0-9\-._~+/]{1,4096}=*)$/i.exec(header)?.[1]
  if (token === undefined) throw new AppError('TOKEN_INVALID')
  return token
}

function checkAccess(route: Route, caller: Caller): void {
  const roles = caller.roles.map(({ role }) => role)
  if (route.permission !== null && !mayDo(roles, route.permission)) throw new AppError('NOT_ALLOWED')
  const needsConsent = route.access === 'consented' || route.access === 'device'
  if (needsConsent && !caller.consentSufficient) throw new AppError('CONSENT_NEEDED')
  if (route.signed && caller.sessionKind === 'web') throw new AppError('DEVICE_NEEDED')
  const hasDevice = caller.device === 'bound' || caller.device === 'candidate'
  if (route.access === 'device' && !hasDevice) throw new AppError('DEVICE_NEEDED')
}
