import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { noRightToAccess, OssError } from './oss-error'
import {
  credentialOf,
  ossDate,
  requireSignature,
  scopeOf,
  SIGNATURE_VERSION,
  signV4,
  type AccessKey,
} from './signature-v4'

const LONGEST_SECONDS = 604_800
const LARGEST_SKEW_MS = 15 * 60_000
const SIGNATURE_PARAMETER = 'x-oss-signature'

type Pairs = readonly (readonly [name: string, value: string])[]

export interface RequestToSign {
  readonly method: string
  readonly bucket: string
  readonly key: string
  /** Without `x-oss-signature`. */
  readonly query: Pairs
  /** Names in lower case; only those that OSS signs count. */
  readonly headers: Pairs
}

/**
 * The path below the store's address and the query of an OSS V4 presigned GET.
 * @param expiresAtMs at most 7 days from now, else it ends then
 */
export function presignedPath(
  object: { readonly bucket: string; readonly key: string },
  expiresAtMs: number,
  nowMs: number,
  key: AccessKey,
): string {
  const date = ossDate(nowMs)
  // The date says whole seconds: it ends within the second before `expiresAtMs`, never after it.
  const wholeSeconds = Math.floor(expiresAtMs / 1_000) - Math.floor(nowMs / 1_000)
  const seconds = Math.min(LONGEST_SECONDS, Math.max(1, wholeSeconds))
  const query: Pairs = [
    ['x-oss-signature-version', SIGNATURE_VERSION],
    ['x-oss-credential', credentialOf(date, key)],
    ['x-oss-date', date],
    ['x-oss-expires', String(seconds)],
  ]
  const signature = signV4(stringToSign({ ...object, method: 'GET', query, headers: [] }, date, key), date, key)
  const text = [...query, [SIGNATURE_PARAMETER, signature] as const].map(([name, value]) => `${name}=${encode(value)}`)
  return `/${encodePath(object.key)}?${text.join('&')}`
}

/**
 * Lets a presigned read through. OSS signs the method; a HEAD passes here with the signature of the GET, because it
 * tells less.
 * @throws OssError
 */
export function checkPresignedRead(
  object: { readonly bucket: string; readonly key: string },
  query: URLSearchParams,
  headers: IncomingHttpHeaders,
  nowMs: number,
  key: AccessKey,
): void {
  const given = {
    version: query.get('x-oss-signature-version'),
    credential: query.get('x-oss-credential'),
    date: query.get('x-oss-date'),
    signature: query.get(SIGNATURE_PARAMETER),
  }
  const { version, credential, date, signature } = given
  if (version === null || credential === null || date === null || signature === null) throw noRightToAccess()
  const request: RequestToSign = {
    ...object,
    method: 'GET',
    query: [...query].filter(([name]) => name !== SIGNATURE_PARAMETER),
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
  }
  const signedAtMs = requireSignature({ version, credential, date, signature }, stringToSign(request, date, key), key)
  const seconds = Number(query.get('x-oss-expires'))
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_SECONDS) {
    throw new OssError('InvalidArgument', 'The value of x-oss-expires is invalid.')
  }
  if (signedAtMs - nowMs > LARGEST_SKEW_MS) throw new OssError('AccessDenied', 'Request is not valid yet.')
  if (nowMs >= signedAtMs + seconds * 1_000) throw new OssError('AccessDenied', 'Request has expired.')
}

/** OSS's V4 string to sign of a request whose payload is not signed; the SDKs' published example is the test's. */
export function stringToSign(request: RequestToSign, date: string, key: AccessKey): string {
  const query = request.query
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(byName)
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
  const headers = request.headers
    .filter(([name]) => name.startsWith('x-oss-') || name === 'content-type' || name === 'content-md5')
    .sort(byName)
    .map(([name, value]) => `${name}:${value.trim()}\n`)
  const canonical = [
    request.method,
    `/${encodePath(`${request.bucket}/${request.key}`)}`,
    query.join('&'),
    headers.join(''),
    // Additional signed headers: none.
    '',
    'UNSIGNED-PAYLOAD',
  ].join('\n')
  const digest = createHash('sha256').update(canonical).digest('hex')
  return [SIGNATURE_VERSION, date, scopeOf(date, key), digest].join('\n')
}

function byName([left]: readonly [string, string], [right]: readonly [string, string]): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

function encodePath(path: string): string {
  return path.split('/').map(encode).join('/')
}

/** RFC 3986: all but letters, digits and `-_.~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
