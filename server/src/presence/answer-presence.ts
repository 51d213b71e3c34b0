import { CompactSign } from 'jose'
import {
  isChallengePosition,
  PRESENCE_PROOF_TYPE,
  presenceSignedRequest,
  type PresenceClaims,
  type PresenceErrorCode,
  type PresenceReply,
  type PresenceRequest,
} from '#contract/presence-proof'
import type { DeviceSignatures } from '../ports/device-signature'
import type { GatewayKey } from './gateway-key'

export type PresenceAnswer =
  | { readonly reply: PresenceReply }
  | { readonly refusal: Extract<PresenceErrorCode, 'BODY_INVALID' | 'SIGNATURE_INVALID'> }

/**
 * Signs the challenge of a phone that shows it holds the device key it names. The network was checked before.
 * @param body the raw request body
 */
export async function answerPresence(
  body: Uint8Array,
  gateway: { readonly siteId: string; readonly key: GatewayKey; readonly signatures: DeviceSignatures },
  nowMs: number,
): Promise<PresenceAnswer> {
  const request = readRequest(body)
  if (request === null) return { refusal: 'BODY_INVALID' }
  const { challenge, position, deviceKeyThumbprint, publicKey } = request
  const signature = Buffer.from(request.signature, 'base64url')
  const isOwnKey = gateway.signatures.thumbprint(publicKey) === deviceKeyThumbprint
  if (!isOwnKey || !(await gateway.signatures.verify(publicKey, presenceSignedRequest(request), signature))) {
    return { refusal: 'SIGNATURE_INVALID' }
  }
  const claims: PresenceClaims = {
    siteId: gateway.siteId,
    challenge,
    position,
    deviceKeyThumbprint,
    iat: nowMs / 1000,
  }
  const proof = await new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', kid: gateway.key.kid, typ: PRESENCE_PROOF_TYPE })
    .sign(gateway.key.privateKey)
  return { reply: { proof } }
}

const MEMBERS = ['challenge', 'position', 'deviceKeyThumbprint', 'publicKey', 'signature', 'timestampMs']

/** Null unless the body is UTF-8 JSON of exactly the agreed members. */
function readRequest(body: Uint8Array): PresenceRequest | null {
  const value = parseJson(body)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const members = value as Record<string, unknown>
  if (Object.keys(members).some((name) => !MEMBERS.includes(name))) return null
  const { challenge, position, deviceKeyThumbprint, publicKey, signature, timestampMs } = members
  if (!fits(challenge, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)) return null
  if (typeof position !== 'number' || !isChallengePosition(position)) return null
  if (!fits(deviceKeyThumbprint, /^[0-9a-f]{64}$/)) return null
  if (!fits(publicKey, /^[A-Za-z0-9_-]{43}$/) || !fits(signature, /^[A-Za-z0-9_-]{86}$/)) return null
  if (typeof timestampMs !== 'number' || !Number.isSafeInteger(timestampMs)) return null
  return { challenge, position, deviceKeyThumbprint, publicKey, signature, timestampMs }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}

function fits(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value)
}
