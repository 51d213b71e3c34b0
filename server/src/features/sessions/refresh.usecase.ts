import { AppError } from '../../app-error'
import { NO_CHALLENGE } from '#contract/signing'
import type { DeviceSignatures } from '../../ports/device-signature'
import type { DeviceStore } from '../../ports/device-store'
import { deviceStanding, type SessionFacts } from './caller.rules'
import type { OpenedSession } from './open-session.usecase'
import { createRotateRefresh, requireLivingSession, type RotateRefreshDependencies } from './rotate-refresh.usecase'

export interface RefreshDependencies extends RotateRefreshDependencies {
  readonly devices: Pick<DeviceStore, 'ofEmployee'>
  readonly signatures: DeviceSignatures
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
 * Refreshes a phone's session. The signature by the session's key comes before the judgement of reuse, so that a stolen
 * token alone can neither be used nor end the session of its owner.
 * @throws AppError REFRESH_TOKEN_INVALID, DEVICE_SIGNATURE_INVALID, SESSION_REVOKED, EMPLOYEE_LEFT, REFRESH_TOKEN_REUSED
 */
export function createRefresh(dependencies: RefreshDependencies): Refresh {
  const rotate = createRotateRefresh(dependencies)
  return ({ refreshToken, signed, requestId }) =>
    rotate({
      refreshToken,
      requestId,
      admit: async (session) => {
        await requireSignature(dependencies, session, signed)
        requireLivingPhone(session, dependencies.clock.nowMs())
      },
    })
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

function requireLivingPhone(session: SessionFacts, nowMs: number): void {
  requireLivingSession(session, nowMs)
  const standing = deviceStanding(session.keyThumbprint, session.devices, nowMs)
  if (standing !== 'bound' && standing !== 'candidate') throw new AppError('SESSION_REVOKED')
}
