import type { IncomingHttpHeaders } from 'node:http'
import { POSITIONS_PER_CHALLENGE, SIGNATURE_HEADERS } from '#contract/signing'
import { AppError } from '../app-error'
import type { SignedBytes } from './route'

/** The last instant that a database column can hold: 9999-12-31. A phone's clock may be wrong, not beyond this. */
const LAST_INSTANT_MS = 253_402_300_799_999

type ReadHeader = (name: string) => string | null

/**
 * The signature headers as SignedBytes; form only, nothing is verified here.
 * @param target path with query exactly as received
 * @throws AppError SIGNATURE_HEADERS_INVALID with one detail per header
 */
export function parseSignedBytes(
  request: { readonly method: string; readonly target: string; readonly headers: IncomingHttpHeaders },
  body: Uint8Array,
): SignedBytes {
  const details: { path: string; problem: string }[] = []
  const read = <Value>(
    name: string,
    parse: (text: string) => Value | null,
    problem: string,
    otherwise: Value,
  ): Value => {
    const text = oneHeader(request.headers)(name)
    const value = text === null ? null : parse(text)
    if (value === null) details.push({ path: name, problem: text === null ? 'missing' : problem })
    return value ?? otherwise
  }
  const signed: SignedBytes = {
    method: request.method.toUpperCase(),
    path: request.target,
    keyThumbprint: read(SIGNATURE_HEADERS.key, parseThumbprint, '64 lower-case hex digits', ''),
    timestampMs: read(SIGNATURE_HEADERS.timestamp, parseInstantMs, 'milliseconds since 1970, whole', 0),
    challengeId: read(SIGNATURE_HEADERS.challenge, parseChallenge, '1 to 64 printable ASCII characters', ''),
    challengePosition: read(SIGNATURE_HEADERS.position, parsePosition, `0 to ${POSITIONS_PER_CHALLENGE - 1}`, 0),
    signature: read(SIGNATURE_HEADERS.signature, parseSignature, '64 bytes as base64url', new Uint8Array()),
    body,
  }
  if (!/^[\x21-\x7e]+$/.test(request.target)) details.push({ path: 'path', problem: 'percent-encoded ASCII' })
  if (details.length > 0) throw new AppError('SIGNATURE_HEADERS_INVALID', { details })
  return signed
}

/** The thumbprint that a request claims to be signed by; null when there is none of the right form. */
export function claimedThumbprint(headers: IncomingHttpHeaders): string | null {
  const text = oneHeader(headers)(SIGNATURE_HEADERS.key)
  return text === null ? null : parseThumbprint(text)
}

/** The phone's clock when it sent; null when the header is absent or no instant. */
export function parseSentAt(headers: IncomingHttpHeaders): number | null {
  const text = oneHeader(headers)(SIGNATURE_HEADERS.sentAt)
  return text === null ? null : parseInstantMs(text)
}

function oneHeader(headers: IncomingHttpHeaders): ReadHeader {
  return (name) => {
    const value = headers[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
}

function parseThumbprint(text: string): string | null {
  return /^[0-9a-f]{64}$/.test(text) ? text : null
}

function parseInstantMs(text: string): number | null {
  const value = /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : NaN
  return value <= LAST_INSTANT_MS ? value : null
}

function parseChallenge(text: string): string | null {
  return /^[\x21-\x7e]{1,64}$/.test(text) ? text : null
}

function parsePosition(text: string): number | null {
  const value = /^(0|[1-9]\d?)$/.test(text) ? Number(text) : NaN
  return value < POSITIONS_PER_CHALLENGE ? value : null
}

/** One spelling only: other spellings of the same bytes (padding, spare bits) are refused. */
function parseSignature(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === 64 && bytes.toString('base64url') === text ? bytes : null
}
