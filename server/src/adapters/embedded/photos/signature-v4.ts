import { createHmac, timingSafeEqual } from 'node:crypto'
import { OssError } from './oss-error'

export const SIGNATURE_VERSION = 'OSS4-HMAC-SHA256'
const SERVICE = 'oss'
const TERMINATOR = 'aliyun_v4_request'

export interface AccessKey {
  readonly id: string
  readonly secret: string
  /** Without `oss-`, e.g. `cn-hangzhou`. */
  readonly region: string
}

/** What a form or a query says about its own signature. */
export interface GivenSignature {
  readonly version: string
  readonly credential: string
  /** `yyyymmddTHHMMSSZ`. */
  readonly date: string
  /** Lower-case hex. */
  readonly signature: string
}

/** `yyyymmddTHHMMSSZ`, UTC. */
export function ossDate(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Milliseconds since the epoch; null when the text is no date in OSS's form. */
export function parseOssDate(text: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (parts === null) return null
  const [, year, month, day, hour, minute, second] = parts
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(ms) ? null : ms
}

/** `yyyymmdd/region/oss/aliyun_v4_request`. */
export function scopeOf(date: string, { region }: AccessKey): string {
  return `${date.slice(0, 8)}/${region}/${SERVICE}/${TERMINATOR}`
}

export function credentialOf(date: string, key: AccessKey): string {
  return `${key.id}/${scopeOf(date, key)}`
}

/** OSS V4: the key is derived by day, region and service; the result is lower-case hex. */
export function signV4(text: string, date: string, key: AccessKey): string {
  const signingKey = [date.slice(0, 8), key.region, SERVICE, TERMINATOR].reduce<string | Buffer>(
    hmac,
    `aliyun_v4${key.secret}`,
  )
  return hmac(signingKey, text).toString('hex')
}

/**
 * Checks version, key id, scope and the signature over `stringToSign`, the signature in constant time. The date's
 * distance from now is the caller's to judge.
 * @returns when it was signed, in milliseconds since the epoch
 * @throws OssError InvalidArgument, InvalidAccessKeyId, SignatureDoesNotMatch
 */
export function requireSignature(given: GivenSignature, stringToSign: string, key: AccessKey): number {
  if (given.version !== SIGNATURE_VERSION) throw invalid('x-oss-signature-version', given.version)
  const signedAtMs = parseOssDate(given.date)
  if (signedAtMs === null) throw invalid('x-oss-date', given.date)
  const [id, ...scope] = given.credential.split('/')
  if (scope.length !== 4) throw invalid('x-oss-credential', given.credential)
  if (id !== key.id) {
    throw new OssError('InvalidAccessKeyId', 'The OSS Access Key Id you provided does not exist in our records.')
  }
  if (scope.join('/') !== scopeOf(given.date, key)) throw invalid('x-oss-credential', given.credential)
  if (!isSame(given.signature, signV4(stringToSign, given.date, key))) {
    throw new OssError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    )
  }
  return signedAtMs
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function invalid(name: string, value: string): OssError {
  return new OssError('InvalidArgument', `The value of ${name} is invalid: ${value.slice(0, 200)}`)
}
