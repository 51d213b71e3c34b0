import type { RevocationReason, SessionStore } from '../../ports/session-store'
import type { Clock, Random } from '../../ports/system'

export interface EndSessionDependencies {
  readonly sessions: Pick<SessionStore, 'revoke'>
  readonly random: Random
  readonly clock: Clock
}

export interface EndSessionInput {
  readonly sessionId: string
  readonly employeeId: string
  readonly reason: RevocationReason
  readonly requestId: string
}

export type EndSession = (input: EndSessionInput) => Promise<void>

/** Revokes a session and with it every refresh token of its family; once is enough. */
export function createEndSession({ sessions, random, clock }: EndSessionDependencies): EndSession {
  return async ({ sessionId, employeeId, reason, requestId }) => {
    const payload = { sessionId, employeeId, reason }
    const audit = {
      actor: { kind: 'employee', id: employeeId },
      action: 'session.revoked',
      subject: { kind: 'session', id: sessionId },
      requestId,
      detail: payload,
    } as const
    const event = {
      id: random.id(),
      aggregateKey: `employee:${employeeId}`,
      type: 'session.revoked',
      payload,
    } as const
    await sessions.revoke(sessionId, reason, { audit: [audit], events: [event] }, clock.nowMs())
  }
}
