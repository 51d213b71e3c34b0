import { AppError } from '../../app-error'
import { sessionKind } from './caller.rules'
import type { OpenedSession } from './open-session.usecase'
import { createRotateRefresh, requireLivingSession, type RotateRefreshDependencies } from './rotate-refresh.usecase'

export type RefreshWeb = (input: {
  readonly refreshToken: string
  readonly requestId: string
}) => Promise<OpenedSession>

/**
 * Refreshes a browser's session. The refresh token of a phone is worth nothing here: its key would not be asked for.
 * @throws AppError REFRESH_TOKEN_INVALID, SESSION_REVOKED, EMPLOYEE_LEFT, REFRESH_TOKEN_REUSED
 */
export function createRefreshWeb(dependencies: RotateRefreshDependencies): RefreshWeb {
  const rotate = createRotateRefresh(dependencies)
  return ({ refreshToken, requestId }) =>
    rotate({
      refreshToken,
      requestId,
      admit: (session) => {
        if (sessionKind(session) !== 'web') throw new AppError('REFRESH_TOKEN_INVALID')
        requireLivingSession(session, dependencies.clock.nowMs())
      },
    })
}
