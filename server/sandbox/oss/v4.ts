/**
 * OSS's V4 signature from its published formulas, for the side that checks: help.aliyun.com, "在 Header 中包含 V4 签名",
 * "在 URL 中包含 V4 签名" and "PostObject". Nothing here comes from an SDK.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export const ALGORITHM = 'OSS4-HMAC-SHA256'

export interface V4Request {
  readonly method: string
  readonly bucket: string
  /** Empty: the bucket itself. */
  readonly key: string
  readonly query: readonly (readonly [name: string, value: string])[]
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Names in lower case, sorted. */
  readonly additionalHeaders: readonly string[]
}

/** Key ← secret, day, region, service; then hex over the text. */
export function v4Signature(secret: string, day: string, region: string, text: string): string {
  let key = createHmac('sha256', `aliyun_v4${secret}`).update(day).digest()
  for (const step of [region, 'oss', 'aliyun_v4_request']) key = createHmac('sha256', key).update(step).digest()
  return createHmac('sha256', key).update(text).digest('hex')
}

/** Algorithm, time, scope and the canonical request's hash, a line each. */
export function v4StringToSign(request: V4Request, date: string, region: string): string {
  const hash = createHash('sha256').update(canonicalRequest(request)).digest('hex')
  return `${ALGORITHM}\n${date}\n${date.slice(0, 8)}/${region}/oss/aliyun_v4_request\n${hash}`
}

export function isSameText(given: string, expected: string): boolean {
  const hashes = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(hashes[0] ?? Buffer.alloc(0), hashes[1] ?? Buffer.alloc(1))
}

function canonicalRequest({ method, bucket, key, query, headers, additionalHeaders }: V4Request): string {
  const isSigned = (name: string) =>
    name === 'content-type' || name === 'content-md5' || name.startsWith('x-oss-') || additionalHeaders.includes(name)
  const names = Object.keys(headers).filter(isSigned).sort()
  const headerLines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('')
  const parameters = query
    .map(([name, value]) => (value === '' ? percent(name) : `${percent(name)}=${percent(value)}`))
    .sort()
  const uri = `/${bucket}/${key}`.split('/').map(percent).join('/')
  const payload = headers['x-oss-content-sha256'] ?? 'UNSIGNED-PAYLOAD'
  return [method, uri, parameters.join('&'), headerLines, additionalHeaders.join(';'), payload].join('\n')
}

/** Every octet but letters, digits, `-`, `_`, `.` and `~`. */
function percent(text: string): string {
  let encoded = ''
  for (const octet of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(octet)
    const isPlain = /[A-Za-z0-9\-_.~]/.test(character)
    encoded += isPlain ? character : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return encoded
}
