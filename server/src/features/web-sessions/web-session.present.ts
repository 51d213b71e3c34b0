import type { WebSessionReply } from '#contract/api-web'
import { presentSession, type PresentableSession } from '../sessions/session-reply.rules'

/** The refresh token goes into its cookie, never into the reply. */
export function presentWebSession(opened: PresentableSession): WebSessionReply {
  const { accessToken, accessTokenExpiresAt, refreshTokenExpiresAt, employee, roles, consent } = presentSession(opened)
  return {
    accessToken,
    accessTokenExpiresAt,
    sessionExpiresAt: refreshTokenExpiresAt ?? accessTokenExpiresAt,
    employee,
    roles,
    consent,
  }
}
