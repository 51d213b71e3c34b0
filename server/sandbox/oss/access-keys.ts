import { OssRefusal } from './oss-refusal'
import { ALGORITHM, isSameText, v4Signature } from './v4'

export interface SandboxKey {
  readonly id: string
  readonly secret: string
  /** Of STS; null: a key of a RAM user. */
  readonly securityToken: string | null
  /** Null: it does not end. */
  readonly expiresAtMs: number | null
}

/** What a request says of its signature. */
export interface GivenSignature {
  readonly version: string | undefined
  readonly credential: string | undefined
  readonly date: string | undefined
  readonly signature: string | undefined
  readonly securityToken: string | undefined
}

export interface Keyring {
  readonly keys: readonly SandboxKey[]
  readonly region: string
  readonly nowMs: number
}

const SKEW_MS = 15 * 60_000

/**
 * Checks key, scope, token and signature. @returns when it was signed
 * @throws OssRefusal
 */
export function checkSignature(given: GivenSignature, textOf: (date: string) => string, ring: Keyring): number {
  const { version, credential = '', date = '', signature = '', securityToken } = given
  if (version !== ALGORITHM) throw invalid('x-oss-signature-version')
  const signedAtMs = timeOf(date)
  const [id, day, region, service, end, ...more] = credential.split('/')
  if (end !== 'aliyun_v4_request' || service !== 'oss' || more.length > 0 || day !== date.slice(0, 8)) {
    throw invalid('x-oss-credential')
  }
  if (region !== ring.region) throw new OssRefusal('InvalidArgument', `Invalid signing region in Authorization header.`)
  const key = ring.keys.find((one) => one.id === id)
  if (key === undefined) {
    throw new OssRefusal('InvalidAccessKeyId', 'The OSS Access Key Id you provided does not exist in our records.')
  }
  if (!isSameText(signature, v4Signature(key.secret, day, region, textOf(date)))) {
    throw new OssRefusal('SignatureDoesNotMatch', 'The request signature we calculated does not match yours.')
  }
  if ((securityToken ?? null) !== key.securityToken) {
    throw new OssRefusal('InvalidSecurityToken', 'The security token you provided is invalid.')
  }
  if (key.expiresAtMs !== null && ring.nowMs >= key.expiresAtMs) {
    throw new OssRefusal('SecurityTokenExpired', 'The security token you provided has expired.')
  }
  return signedAtMs
}

/** @throws OssRefusal RequestTimeTooSkewed */
export function checkSkew(signedAtMs: number, nowMs: number): void {
  if (Math.abs(nowMs - signedAtMs) <= SKEW_MS) return
  throw new OssRefusal('RequestTimeTooSkewed', 'The difference between the request time and ours is too large.')
}

/** `yyyymmddTHHMMSSZ`. @throws OssRefusal InvalidArgument */
function timeOf(date: string): number {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)
  if (found === null) throw invalid('x-oss-date')
  const ms = Date.parse(`${found.slice(1, 4).join('-')}T${found.slice(4).join(':')}Z`)
  if (Number.isNaN(ms)) throw invalid('x-oss-date')
  return ms
}

function invalid(name: string): OssRefusal {
  return new OssRefusal('InvalidArgument', `The value of ${name} is invalid.`)
}
