/**
 * The bytes that a device signs (Ed25519). Specified with a worked example in docs/api.md.
 *
 * `WAIQIN1 LF METHOD LF path-with-query LF timestampMs LF challenge LF position LF` followed by the exact body bytes.
 * The head is ASCII; requests that carry no challenge use `-` and 0.
 */

export const SIGNATURE_VERSION = 'WAIQIN1'
export const NO_CHALLENGE = '-'
/** One challenge serves a queue of attempts: positions 0 to 31. */
export const POSITIONS_PER_CHALLENGE = 32

/** Names of the headers that carry a signature; values are ASCII. */
export const SIGNATURE_HEADERS = {
  /** SHA-256 of the raw public key, lower-case hex. */
  key: 'x-waiqin-key',
  /** The phone's clock when it signed, milliseconds since the epoch: the claimed time of capture. */
  timestamp: 'x-waiqin-timestamp',
  challenge: 'x-waiqin-challenge',
  position: 'x-waiqin-position',
  /** 64 bytes as base64url without padding. */
  signature: 'x-waiqin-signature',
  /** The phone's clock when it sent (not signed): gives the clock offset kept with the next challenge. */
  sentAt: 'x-waiqin-sent-at',
} as const

export interface SignedRequest {
  readonly method: string
  /** Path with query string, exactly as sent, percent-encoded ASCII. */
  readonly path: string
  readonly timestampMs: number
  readonly challenge: string
  readonly position: number
  readonly body: Uint8Array
}

/** @throws RangeError when a part of the head is not printable ASCII or a number is not a safe whole number. */
export function signingBytes(request: SignedRequest): Uint8Array {
  const { method, path, timestampMs, challenge, position, body } = request
  if (!Number.isSafeInteger(timestampMs) || !Number.isSafeInteger(position)) {
    throw new RangeError('timestamp and position must be whole numbers')
  }
  const parts = [SIGNATURE_VERSION, method.toUpperCase(), path, String(timestampMs), challenge, String(position)]
  const head = parts.map(printableAscii).join('\n') + '\n'
  const bytes = new Uint8Array(head.length + body.length)
  for (let index = 0; index < head.length; index++) bytes[index] = head.charCodeAt(index)
  bytes.set(body, head.length)
  return bytes
}

function printableAscii(part: string): string {
  if (!/^[\x21-\x7e]+$/.test(part)) throw new RangeError('signed head must be printable ASCII without blanks')
  return part
}
