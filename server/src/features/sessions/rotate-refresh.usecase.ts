import { AppError } from '../../app-error'
import type { SessionStore, StoredRefreshToken } from '../../ports/session-store'
import type { Clock } from '../../ports/system'
import type { RefreshTokens, TokenSigner } from '../../ports/token-signer'
import { sessionProblem, type SessionFacts } from './caller.rules'
import type { EndSession } from './end-session.usecase'
import { grantTokens, type OpenedSession } from './open-session.usecase'
import { judgeRefresh } from './refresh.rules'

export interface RotateRefreshDependencies {
  readonly sessions: SessionStore
  readonly tokens: TokenSigner
  readonly refreshTokens: RefreshTokens
  readonly endSession: EndSession
  readonly consentGraceDays: number
  readonly clock: Clock
}

export interface RotateRefreshInput {
  readonly refreshToken: string
  /** Whether the sender is who the session belongs to, by something beside the token. Comes before everything else. */
  readonly admit: (session: SessionFacts) => void | Promise<void>
  readonly requestId: string
}

export type RotateRefresh = (input: RotateRefreshInput) => Promise<OpenedSession>

/**
 * Trades a refresh token for its successor and a new access token.
 * @throws AppError REFRESH_TOKEN_INVALID, SESSION_REVOKED, EMPLOYEE_LEFT, REFRESH_TOKEN_REUSED, and what `admit` throws
 */
export function createRotateRefresh(dependencies: RotateRefreshDependencies): RotateRefresh {
  const { sessions, refreshTokens, endSession, clock } = dependencies

  async function storedToken(hash: string): Promise<StoredRefreshToken> {
    const stored = await sessions.findRefreshToken(hash)
    if (stored === null) throw new AppError('REFRESH_TOKEN_INVALID')
    return stored
  }

  return async ({ refreshToken, admit, requestId }) => {
    if (refreshTokens.sessionIdOf(refreshToken) === null) throw new AppError('REFRESH_TOKEN_INVALID')
    const hash = refreshTokens.hash(refreshToken)
    const stored = await storedToken(hash)
    const session = await sessions.loadCaller(stored.sessionId)
    if (session === null) throw new AppError('REFRESH_TOKEN_INVALID')
    await admit(session)
    const nowMs = clock.nowMs()

    const successor = refreshTokens.successor(refreshToken)
    let verdict = judgeRefresh(stored.replacedAtMs, nowMs)
    if (verdict === 'rotate') {
      const replaced = await sessions.replaceRefreshToken({ hash, successorHash: refreshTokens.hash(successor) }, nowMs)
      // Somebody else was faster: the same successor, unless the session was revoked meanwhile.
      if (!replaced) verdict = judgeRefresh((await storedToken(hash)).replacedAtMs, nowMs)
      if (!replaced && verdict === 'rotate') throw new AppError('SESSION_REVOKED')
    }
    if (verdict === 'reuse') {
      const { sessionId, employee } = session
      await endSession({ sessionId, employeeId: employee.id, reason: 'refresh_reuse', requestId })
      throw new AppError('REFRESH_TOKEN_REUSED')
    }
    return grantTokens(dependencies, session, successor, nowMs)
  }
}

/** @throws AppError REFRESH_TOKEN_INVALID, SESSION_REVOKED, EMPLOYEE_LEFT */
export function requireLivingSession(session: SessionFacts, nowMs: number): void {
  const problem = sessionProblem(session, nowMs)
  if (problem === 'TOKEN_INVALID') throw new AppError('REFRESH_TOKEN_INVALID')
  if (problem !== null) throw new AppError(problem)
}
