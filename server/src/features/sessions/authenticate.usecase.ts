import { AppError } from '../../app-error'
import type { SessionStore } from '../../ports/session-store'
import type { TokenSigner } from '../../ports/token-signer'
import { callerOf, sessionProblem, type SessionCaller } from './caller.rules'

export interface AuthenticateDependencies {
  readonly sessions: Pick<SessionStore, 'loadCaller'>
  readonly tokens: Pick<TokenSigner, 'verify'>
  readonly consentGraceDays: number
}

export type Authenticate = (token: string, request: { readonly receivedAtMs: number }) => Promise<SessionCaller>

/**
 * Who an access token belongs to. The token's signature may be remembered; session, person, roles, device and consent
 * are read each time, so revocation holds at once.
 * @throws AppError TOKEN_INVALID, TOKEN_EXPIRED, SESSION_REVOKED, EMPLOYEE_LEFT
 */
export function createAuthenticate({ sessions, tokens, consentGraceDays }: AuthenticateDependencies): Authenticate {
  return async (token, { receivedAtMs }) => {
    const claims = await tokens.verify(token, 'access', receivedAtMs)
    const session = await sessions.loadCaller(claims.sessionId)
    const fits =
      session !== null && session.employee.id === claims.employeeId && session.keyThumbprint === claims.keyThumbprint
    if (!fits) throw new AppError('TOKEN_INVALID', { internalText: 'token and session do not belong together' })
    const problem = sessionProblem(session, receivedAtMs)
    if (problem !== null) throw new AppError(problem)
    return callerOf(session, receivedAtMs, consentGraceDays)
  }
}
