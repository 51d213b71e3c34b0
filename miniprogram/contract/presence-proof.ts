/**
 * The presence proof: a phone asks the gateway on a site's network to sign the server's challenge for its device key.
 *
 * The phone posts a `PresenceRequest` to `<gatewayUrl>/presence`, signed by its device key over the bytes of
 * `presenceSigningBytes`; the gateway answers a compact JWS (EdDSA, Ed25519) over `PresenceClaims`. It shows that
 * someone on that network asked for this device's challenge, not who stood there.
 */
import type { Sha256Hex } from './api'
import { POSITIONS_PER_CHALLENGE, signingBytes, type SignedRequest } from './signing'

export const PRESENCE_PATH = '/presence'
/** `typ` in the header of the JWS. */
export const PRESENCE_PROOF_TYPE = 'waiqin-presence+jws'
/** A longer proof is malformed; a true one has about 430 characters. */
export const PRESENCE_PROOF_MAX_LENGTH = 1024

/** The body of `POST /presence`. */
export interface PresenceRequest {
  /** Id of the challenge (UUID) and the position that the check-in will use. */
  readonly challenge: string
  readonly position: number
  /** SHA-256 of the raw public key. */
  readonly deviceKeyThumbprint: Sha256Hex
  /** Raw Ed25519 public key, 32 bytes as base64url. */
  readonly publicKey: string
  /** 64 bytes as base64url, over `presenceSigningBytes`. */
  readonly signature: string
  /** The phone's clock; signed, never refused for age. */
  readonly timestampMs: number
}

export interface PresenceReply {
  /** Compact JWS; goes into the check-in as `presenceProof`. */
  readonly proof: string
}

/** What the gateway vouches for. */
export interface PresenceClaims {
  readonly siteId: string
  readonly challenge: string
  readonly position: number
  readonly deviceKeyThumbprint: Sha256Hex
  /** The gateway's own clock, seconds since the epoch with a fraction of milliseconds. */
  readonly iat: number
}

/** The reply of `GET /healthz` on a gateway; the server measures the gateway's clock by it. */
export interface GatewayHealth {
  readonly status: 'ok'
  readonly siteId: string
  readonly kid: string
  /** The gateway's clock, milliseconds since the epoch. */
  readonly nowMs: number
  /** Gateway clock minus server clock as the gateway measured it; null until it reached the server. */
  readonly skewMs: number | null
}

export const PRESENCE_ERRORS = {
  BODY_INVALID: { status: 400, message: '请求内容不符合要求', hint: '对照接口文档更正后再发' },
  SIGNATURE_INVALID: { status: 401, message: '手机签名不对', hint: '用绑定的密钥对原样内容签名' },
  NETWORK_NOT_ALLOWED: { status: 403, message: '不在这个地点的网络里', hint: '连上办公室 Wi-Fi 再试；不要走 VPN' },
  ROUTE_UNKNOWN: { status: 404, message: '没有这个接口', hint: '只有 POST /presence 和 GET /healthz' },
  METHOD_NOT_ALLOWED: { status: 405, message: '这个接口不支持该方法', hint: '允许的方法见 Allow 头' },
  BODY_TOO_LARGE: { status: 413, message: '请求内容太大', hint: '不超过 4 KB' },
  MEDIA_TYPE_UNSUPPORTED: { status: 415, message: '只接受 JSON', hint: '把 Content-Type 设为 application/json' },
  TOO_MANY_REQUESTS: { status: 429, message: '请求太频繁', hint: '稍等片刻再试，时间见 Retry-After' },
  INTERNAL: { status: 500, message: '签到鉴权服务器出了问题', hint: '再试一次；仍不行请告诉管理员' },
} as const satisfies Record<string, { readonly status: number; readonly message: string; readonly hint: string }>

export type PresenceErrorCode = keyof typeof PRESENCE_ERRORS

/** The body of every 4xx and 5xx answer of a gateway. */
export interface PresenceError {
  readonly code: PresenceErrorCode
  readonly message: string
  readonly hint: string
}

/**
 * What the phone signs: the bytes of signing.ts for `POST /presence` without a body. The thumbprint needs no place in
 * them, since the key that verifies them is the one it is taken from.
 * @throws RangeError as `signingBytes` does
 */
export function presenceSigningBytes(request: SignedPresence): Uint8Array {
  return signingBytes(presenceSignedRequest(request))
}

export function presenceSignedRequest({ challenge, position, timestampMs }: SignedPresence): SignedRequest {
  return { method: 'POST', path: PRESENCE_PATH, timestampMs, challenge, position, body: new Uint8Array(0) }
}

type SignedPresence = Pick<PresenceRequest, 'challenge' | 'position' | 'timestampMs'>

export function isChallengePosition(position: number): boolean {
  return Number.isInteger(position) && position >= 0 && position < POSITIONS_PER_CHALLENGE
}
