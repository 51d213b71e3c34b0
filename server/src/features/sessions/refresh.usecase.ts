import { AppError } from '../../app-error'
import { NO_CHALLENGE } from '#contract/signing'
import type { DeviceSignatures } from '../../ports/device-signature'
import type { DeviceStore } from '../../ports/device-store'
import type { SessionStore, StoredRefreshToken } from '../../ports/session-store'
import type { Clock } from '../../ports/system'
import type { RefreshTokens, TokenSigner } from '../../ports/token-signer'
import { deviceStanding, sessionProblem, type SessionFacts } from './caller.rules'
import type { EndSession } from './end-session.usecase'
import { grantTokens, type OpenedSession } from './open-session.usecase'
import { judgeRefresh } from './refresh.rules'

export interface RefreshDependencies {
  readonly sessions: SessionStore
  readonly devices: Pick<DeviceStore, 'ofEmployee'>
  readonly tokens: TokenSigner
  readonly refreshTokens: RefreshTokens
  readonly signatures: DeviceSignatures
  readonly endSession: EndSession
  readonly consentGraceDays: number
  readonly clock: Clock
}

/** The signature headers with the exact bytes received; not yet verified. */
export interface SignedInput {
  readonly method: string
  readonly path: string
  readonly keyThumbprint: string
  readonly timestampMs: number
  readonly challengeId: string
  readonly challengePosition: number
  readonly signature: Uint8Array
  readonly body: Uint8Array
}

export interface RefreshInput {
  readonly refreshToken: string
  readonly signed: SignedInput
  readonly requestId: string
}

export type Refresh = (input: RefreshInput) => Promise<OpenedSession>

/**
 * Trades a refresh token for its successor and a new access token. The signature by the session's key comes before the
 * judgement of reuse, so that a stolen token alone can neither be used nor end the session of its owner.
 * @throws AppError REFRESH_TOKEN_INVALID, DEVICE_SIGNATURE_INVALID, SESSION_REVOKED, EMPLOYEE_LEFT, REFRESH_TOKEN_REUSED
 */
export function createRefresh(dependencies: RefreshDependencies): Refresh {
  const { sessions, refreshTokens, endSession, clock } = dependencies

  async function storedToken(hash: string): Promise<StoredRefreshToken> {
    const stored = await sessions.findRefreshToken(hash)
    if (stored === null) throw new AppError('REFRESH_TOKEN_INVALID')
    return stored
  }

  return async ({ refreshToken, signed, requestId }) => {
    if (refreshTokens.sessionIdOf(refreshToken) === null) throw new AppError('REFRESH_TOKEN_INVALID')
    const hash = refreshTokens.hash(refreshToken)
    const stored = await storedToken(hash)
    const session = await sessions.loadCaller(stored.sessionId)
    if (session === null) throw new AppError('REFRESH_TOKEN_INVALID')
    await requireSignature(dependencies, session, signed)
    const nowMs = clock.nowMs()
    requireLiving(session, nowMs)

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

async function requireSignature(
  { devices, signatures }: Pick<RefreshDependencies, 'devices' | 'signatures'>,
  session: SessionFacts,
  signed: SignedInput,
): Promise<void> {
  const isForm = signed.challengeId === NO_CHALLENGE && signed.challengePosition === 0
  if (!isForm || session.keyThumbprint === null || signed.keyThumbprint !== session.keyThumbprint) {
    throw new AppError('DEVICE_SIGNATURE_INVALID')
  }
  const own = await devices.ofEmployee(session.employee.id)
  const publicKey = own.find((device) => device.keyThumbprint === session.keyThumbprint)?.publicKey
  const request = { ...signed, challenge: signed.challengeId, position: signed.challengePosition }
  const valid = publicKey !== undefined && (await signatures.verify(publicKey, request, signed.signature))
  if (!valid) throw new AppError('DEVICE_SIGNATURE_INVALID')
}

function requireLiving(session: SessionFacts, nowMs: number): void {
  const problem = sessionProblem(session, nowMs)
  if (problem === 'TOKEN_INVALID') throw new AppError('REFRESH_TOKEN_INVALID')
  if (problem !== null) throw new AppError(problem)
  const standing = deviceStanding(session.keyThumbprint, session.devices, nowMs)
  if (standing !== 'bound' && standing !== 'candidate') throw new AppError('SESSION_REVOKED')
}
