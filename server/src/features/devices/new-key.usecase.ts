import type { DeviceFacts } from '#contract/api'
import { NO_CHALLENGE } from '#contract/signing'
import { AppError } from '../../app-error'
import type { DeviceSignatures } from '../../ports/device-signature'
import type { TokenSigner } from '../../ports/token-signer'
import type { SessionCaller } from '../sessions/caller.rules'

/** What a phone sends that shows a new key: to bind it, or to ask for a change of phones. */
export interface NewKeyInput {
  readonly caller: SessionCaller
  readonly enrolmentToken: string
  /** Raw Ed25519 key, base64url. */
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

export interface NewKeyDependencies {
  readonly tokens: Pick<TokenSigner, 'verify'>
  readonly signatures: DeviceSignatures
}

/** A session bound to a key, as the sessions feature opens it. */
export type OpenKeySession<Session> = (input: {
  readonly employeeId: string
  readonly keyThumbprint: string
  readonly loggedInAtMs: number
  readonly requestId: string
  readonly nowMs: number
}) => Promise<Session>

/**
 * The caller was handed a seed within ten minutes, and the request is signed by the very key that it brings.
 * @returns the key's thumbprint
 * @throws AppError BODY_INVALID, DEVICE_SIGNATURE_INVALID
 */
export async function requireNewKey(
  { tokens, signatures }: NewKeyDependencies,
  input: NewKeyInput,
  nowMs: number,
): Promise<string> {
  await requireEnrolment(tokens, input, nowMs)
  return requireOwnSignature(signatures, input)
}

/** A key that was revoked never comes back. */
export function keyWasRevoked(): AppError {
  return invalid('publicKey', '这把密钥已停用，请在手机上重新生成')
}

async function requireEnrolment(tokens: Pick<TokenSigner, 'verify'>, input: NewKeyInput, nowMs: number): Promise<void> {
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

async function requireOwnSignature(signatures: DeviceSignatures, input: NewKeyInput): Promise<string> {
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
