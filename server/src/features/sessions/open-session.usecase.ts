import { AppError } from '../../app-error'
import type { Random } from '../../ports/system'
import type { SessionStore } from '../../ports/session-store'
import type { RefreshTokens, TokenSigner } from '../../ports/token-signer'
import type { Trail } from '../../ports/trail'
import { ACCESS_TOKEN_MS, consentOf, deviceStanding, type SessionFacts } from './caller.rules'
import { effectiveRoles } from '../people/roles.rules'
import type { PresentableSession } from './session-reply.rules'

const BOUND_SESSION_MS = 30 * 86_400_000
/** A working day: the next one begins with another scan. See `sessionKind`, which knows a browser's session by this. */
const WEB_SESSION_MS = 12 * 3_600_000
const FIRST_REFRESH_SECRET_BYTES = 32

export interface OpenSessionDependencies {
  readonly sessions: SessionStore
  readonly tokens: TokenSigner
  readonly refreshTokens: RefreshTokens
  readonly random: Random
  readonly consentGraceDays: number
}

export interface OpenSessionInput {
  readonly employeeId: string
  /** Of the phone's key when it is bound or a candidate: makes the session refreshable. */
  readonly keyThumbprint: string | null
  /** A browser's: refreshable without a key, by its cookie. */
  readonly web?: true
  readonly loggedInAtMs: number
  readonly requestId: string
  readonly nowMs: number
}

export type OpenedSession = PresentableSession

export type OpenSession = (input: OpenSessionInput) => Promise<OpenedSession>

/**
 * Opens a session (a refresh token family). A phone's lives 30 days from now with a key, however often it is refreshed,
 * and as long as one access token without; a browser's lives 12 hours.
 */
export function createOpenSession(dependencies: OpenSessionDependencies): OpenSession {
  const { sessions, refreshTokens, random } = dependencies
  return async ({ employeeId, keyThumbprint, web = false, loggedInAtMs, requestId, nowMs }) => {
    if (web && keyThumbprint !== null) throw new RangeError('a web session has no device key')
    const id = random.id()
    const bound = keyThumbprint !== null
    const lifeMs = web ? WEB_SESSION_MS : bound ? BOUND_SESSION_MS : ACCESS_TOKEN_MS
    const refreshToken = bound || web ? refreshTokens.first(id, random.bytes(FIRST_REFRESH_SECRET_BYTES)) : null
    await sessions.open(
      {
        id,
        employeeId,
        keyThumbprint,
        loggedInAtMs,
        expiresAtMs: nowMs + lifeMs,
        refreshTokenHash: refreshToken === null ? null : refreshTokens.hash(refreshToken),
      },
      openedTrail(random.id(), requestId, { employeeId, sessionId: id, bound, ...(web ? { web } : {}) }),
      nowMs,
    )
    const facts = await sessions.loadCaller(id)
    if (facts === null) throw new AppError('INTERNAL', { internalText: `session ${id} was not stored` })
    return grantTokens(dependencies, facts, refreshToken, nowMs)
  }
}

/** The tokens of a living session, with what its phone shows first. */
export async function grantTokens(
  { tokens, consentGraceDays }: Pick<OpenSessionDependencies, 'tokens' | 'consentGraceDays'>,
  facts: SessionFacts,
  refreshToken: string | null,
  nowMs: number,
): Promise<OpenedSession> {
  const accessTokenExpiresAtMs = Math.min(nowMs + ACCESS_TOKEN_MS, facts.expiresAtMs)
  const accessToken = await tokens.sign({
    kind: 'access',
    employeeId: facts.employee.id,
    sessionId: facts.sessionId,
    keyThumbprint: facts.keyThumbprint,
    issuedAtMs: nowMs,
    expiresAtMs: accessTokenExpiresAtMs,
  })
  return {
    accessToken,
    accessTokenExpiresAtMs,
    refreshToken,
    refreshTokenExpiresAtMs: refreshToken === null ? null : facts.expiresAtMs,
    employee: facts.employee,
    roles: effectiveRoles(facts),
    device: deviceStanding(facts.keyThumbprint, facts.devices, nowMs),
    consent: consentOf(facts, nowMs, consentGraceDays),
  }
}

type OpenedDetail = {
  readonly employeeId: string
  readonly sessionId: string
  readonly bound: boolean
  readonly web?: true
}

function openedTrail(eventId: string, requestId: string, detail: OpenedDetail): Trail {
  const { employeeId, sessionId } = detail
  return {
    audit: [
      {
        actor: { kind: 'employee', id: employeeId },
        action: 'session.opened',
        subject: { kind: 'session', id: sessionId },
        requestId,
        detail,
      },
    ],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type: 'session.opened', payload: detail }],
  }
}
