import { checkSignature, checkSkew, type Keyring } from './access-keys'
import { OssRefusal } from './oss-refusal'
import { v4StringToSign, type V4Request } from './v4'

const LONGEST_SECONDS = 604_800
const FORM = /^OSS4-HMAC-SHA256 Credential=([^,]+),(?:AdditionalHeaders=([^,]+),)?Signature=([0-9a-f]+)$/

export type Caller = 'owner' | 'anonymous'

/** Judges a request by its `Authorization` header or by its query. @throws OssRefusal */
export function authorize(request: Omit<V4Request, 'additionalHeaders'>, ring: Keyring): Caller {
  const parameters = new Map(request.query)
  if (request.headers['authorization'] !== undefined) return byHeader(request, ring)
  if (parameters.has('x-oss-signature')) return byQuery(request, parameters, ring)
  return 'anonymous'
}

function byHeader(request: Omit<V4Request, 'additionalHeaders'>, ring: Keyring): Caller {
  const { headers } = request
  const found = FORM.exec(headers['authorization'] ?? '')
  if (found === null) throw new OssRefusal('InvalidArgument', 'The value of Authorization is invalid.')
  if (headers['x-oss-content-sha256'] !== 'UNSIGNED-PAYLOAD') {
    throw new OssRefusal('InvalidArgument', 'The value of x-oss-content-sha256 is invalid.')
  }
  const [, credential, additional, signature] = found
  const additionalHeaders = additional?.split(';') ?? []
  const given = {
    version: 'OSS4-HMAC-SHA256',
    credential,
    signature,
    date: headers['x-oss-date'],
    securityToken: headers['x-oss-security-token'],
  }
  const text = (date: string) => v4StringToSign({ ...request, additionalHeaders }, date, ring.region)
  checkSkew(checkSignature(given, text, ring), ring.nowMs)
  return 'owner'
}

function byQuery(
  request: Omit<V4Request, 'additionalHeaders'>,
  parameters: ReadonlyMap<string, string>,
  ring: Keyring,
): Caller {
  const signed = {
    ...request,
    query: request.query.filter(([name]) => name !== 'x-oss-signature'),
    additionalHeaders: parameters.get('x-oss-additional-headers')?.split(';') ?? [],
  }
  const given = {
    version: parameters.get('x-oss-signature-version'),
    credential: parameters.get('x-oss-credential'),
    date: parameters.get('x-oss-date'),
    signature: parameters.get('x-oss-signature'),
    securityToken: parameters.get('x-oss-security-token'),
  }
  const signedAtMs = checkSignature(given, (date) => v4StringToSign(signed, date, ring.region), ring)
  const seconds = Number(parameters.get('x-oss-expires'))
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_SECONDS) {
    throw new OssRefusal('InvalidArgument', 'The value of x-oss-expires is invalid.')
  }
  // An address may be older than the skew, never much younger than now.
  if (signedAtMs > ring.nowMs) checkSkew(signedAtMs, ring.nowMs)
  if (ring.nowMs >= signedAtMs + seconds * 1_000) throw new OssRefusal('AccessDenied', 'Request has expired.')
  return 'owner'
}
