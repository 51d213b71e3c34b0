import type { DeviceFacts } from '#contract/api'
import { NO_CHALLENGE } from '#contract/signing'
import { AppError } from '../../app-error'
import type { DeviceSignatures } from '../../ports/device-signature'
import type { DeviceStore } from '../../ports/device-store'
import type { Clock, Random } from '../../ports/system'
import type { TokenSigner } from '../../ports/token-signer'
import type { SessionCaller } from '../sessions/caller.rules'
import { judgeBinding, type DeviceRecord } from './binding.rules'
import { deviceBoundTrail } from './device-trail.rules'

/** Both see "no device", one loses at the unique index, and judges again. */
const MOST_TRIES = 3

export interface BindDeviceInput {
  readonly caller: SessionCaller
  readonly enrolmentToken: string
  readonly publicKey: string
  readonly facts: DeviceFacts
  /** By the new key itself. */
  readonly signed: {
    readonly method: string
    readonly path: string
    readonly keyThumbprint: string
    readonly timestampMs: number
    readonly challengeId: string
    readonly challengePosition: number
    readonly signature: Uint8Array
    readonly body: Uint8Array
  }
  readonly requestId: string
}

export interface BindDeviceDependencies<Session> {
  readonly devices: DeviceStore
  readonly tokens: Pick<TokenSigner, 'verify'>
  readonly signatures: DeviceSignatures
  /** A session bound to the key, as the sessions feature opens it. */
  readonly openSession: (input: {
    readonly employeeId: string
    readonly keyThumbprint: string
    readonly loggedInAtMs: number
    readonly requestId: string
    readonly nowMs: number
  }) => Promise<Session>
  readonly random: Random
  readonly clock: Clock
}

export type BindDevice<Session> = (
  input: BindDeviceInput,
) => Promise<{ readonly device: DeviceRecord; readonly session: Session }>

/**
 * Binds a phone's key to the caller. A repeat with the same key gets the same device and a session of its own.
 * @throws AppError BODY_INVALID, DEVICE_SIGNATURE_INVALID, DEVICE_ALREADY_BOUND, DEVICE_OF_ANOTHER
 */
export function createBindDevice<Session>(dependencies: BindDeviceDependencies<Session>): BindDevice<Session> {
  const { devices, openSession, random, clock } = dependencies

  async function boundDevice(input: BindDeviceInput, keyThumbprint: string): Promise<DeviceRecord> {
    const { employeeId } = input.caller
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const [own, withKey] = [await devices.ofEmployee(employeeId), await devices.ofKey(keyThumbprint)]
      const judged = judgeBinding(employeeId, keyThumbprint, own, withKey)
      if (judged.verdict === 'already_mine') return judged.device
      if (judged.verdict === 'key_of_another') throw new AppError('DEVICE_OF_ANOTHER')
      if (judged.verdict === 'other_phone_bound') throw new AppError('DEVICE_ALREADY_BOUND')
      if (judged.verdict === 'key_was_revoked') throw invalid('publicKey', '这把密钥已停用，请在手机上重新生成')
      const candidate = own.find((device) => device.keyThumbprint === keyThumbprint)
      const deviceId = candidate?.id ?? random.id()
      const { publicKey, facts, requestId } = input
      const binding = { deviceId, employeeId, keyThumbprint, publicKey, facts }
      const trail = deviceBoundTrail(random.id(), binding, judged.first, requestId)
      await devices.bind(binding, trail, clock.nowMs())
    }
    throw new AppError('BUSY_TRY_AGAIN')
  }

  return async (input) => {
    await requireEnrolment(dependencies.tokens, input, clock.nowMs())
    const keyThumbprint = await requireOwnSignature(dependencies.signatures, input)
    const device = await boundDevice(input, keyThumbprint)
    const { employeeId, loggedInAtMs } = input.caller
    const nowMs = clock.nowMs()
    const session = await openSession({ employeeId, keyThumbprint, loggedInAtMs, requestId: input.requestId, nowMs })
    return { device, session }
  }
}

async function requireEnrolment(tokens: Pick<TokenSigner, 'verify'>, input: BindDeviceInput, nowMs: number) {
  try {
    const claims = await tokens.verify(input.enrolmentToken, 'enrolment', nowMs)
    if (claims.employeeId === input.caller.employeeId) return
  } catch (fault) {
    // The session itself is good: a 401 would send the phone to log in for nothing.
    const isToken = fault instanceof AppError && (fault.code === 'TOKEN_INVALID' || fault.code === 'TOKEN_EXPIRED')
    if (!isToken) throw fault
  }
  throw invalid('enrolmentToken', '绑定凭证无效或已过期，请重新开始绑定')
}

async function requireOwnSignature(signatures: DeviceSignatures, input: BindDeviceInput): Promise<string> {
  const { publicKey, signed } = input
  const keyThumbprint = signatures.thumbprint(publicKey)
  if (keyThumbprint === null) throw invalid('publicKey', '不是可用的 Ed25519 公钥')
  const request = { ...signed, challenge: signed.challengeId, position: signed.challengePosition }
  const isForm = signed.challengeId === NO_CHALLENGE && signed.challengePosition === 0
  const fits = isForm && signed.keyThumbprint === keyThumbprint
  if (!fits || !(await signatures.verify(publicKey, request, signed.signature))) {
    throw new AppError('DEVICE_SIGNATURE_INVALID')
  }
  return keyThumbprint
}

const invalid = (path: string, problem: string) => new AppError('BODY_INVALID', { details: [{ path, problem }] })
