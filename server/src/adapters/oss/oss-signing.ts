import signUtils from 'ali-oss/lib/common/signUtils.js'
import type { SignedUpload, UploadTerms } from '../../ports/photo-store'
import type { OssConfig } from '../../config.oss'
import type { Credential } from './credentials'

/** https://help.aliyun.com/zh/oss: "PostObject", "在 URL 中包含 V4 签名". */
const VERSION = 'OSS4-HMAC-SHA256'
const LONGEST_SECONDS = 604_800

export interface Signer {
  readonly config: Pick<OssConfig, 'bucket' | 'region' | 'domain' | 'encryption'>
  readonly credential: Credential
}

/** Where phones and browsers reach the bucket, without a slash at its end. */
export function publicBaseUrl({ bucket, region, domain }: Pick<OssConfig, 'bucket' | 'region' | 'domain'>): string {
  return domain ?? `https://${bucket}.oss-${region}.aliyuncs.com`
}

/** The headers that have an object encrypted, also as form fields. */
export function encryptionHeaders({ encryption }: Pick<OssConfig, 'encryption'>): Record<string, string> {
  const { algorithm, kmsKeyId } = encryption
  return {
    'x-oss-server-side-encryption': algorithm,
    ...(kmsKeyId !== null && { 'x-oss-server-side-encryption-key-id': kmsKeyId }),
  }
}

/**
 * The fields of a PostObject V4 form whose policy fixes key, type, exact length, encryption and status, and forbids to
 * overwrite. The string to sign is the policy in base64.
 * @returns fields in the order in which they are sent; the file follows as the last part
 */
export function uploadFields(
  terms: UploadTerms,
  nowMs: number,
  { config, credential }: Signer,
): SignedUpload['fields'] {
  const date = ossDate(nowMs)
  const day = date.slice(0, 8)
  const { accessKeyId, accessKeySecret, securityToken } = credential
  const bound: Record<string, string> = {
    key: terms.key,
    'Content-Type': terms.contentType,
    success_action_status: '200',
    'x-oss-forbid-overwrite': 'true',
    ...encryptionHeaders(config),
    'x-oss-signature-version': VERSION,
    'x-oss-credential': signUtils.getCredential(day, config.region, accessKeyId),
    'x-oss-date': date,
    ...(securityToken !== null && { 'x-oss-security-token': securityToken }),
  }
  const document = {
    expiration: new Date(terms.expiresAtMs).toISOString(),
    conditions: [
      { bucket: config.bucket },
      ['content-length-range', terms.byteLength, terms.byteLength],
      ...Object.entries(bound).map(([name, value]) => ['eq', `$${conditionName(name)}`, value]),
    ],
  }
  const policy = Buffer.from(JSON.stringify(document)).toString('base64')
  const signature = signUtils.getSignatureV4(accessKeySecret, day, config.region, policy)
  return { ...bound, policy, 'x-oss-signature': signature }
}

/**
 * A presigned V4 GET at the public address.
 * @param expiresAtMs at most 7 days from now, else it ends then; with STS it also ends with its credential
 */
export function presignedUrl(key: string, expiresAtMs: number, nowMs: number, { config, credential }: Signer): string {
  const date = ossDate(nowMs)
  const day = date.slice(0, 8)
  // The date says whole seconds: it ends within the second before `expiresAtMs`, never after it.
  const seconds = Math.floor(expiresAtMs / 1_000) - Math.floor(nowMs / 1_000)
  const queries: Record<string, string> = {
    'x-oss-signature-version': VERSION,
    'x-oss-credential': signUtils.getCredential(day, config.region, credential.accessKeyId),
    'x-oss-date': date,
    'x-oss-expires': String(Math.min(LONGEST_SECONDS, Math.max(1, seconds))),
    ...(credential.securityToken !== null && { 'x-oss-security-token': credential.securityToken }),
  }
  const canonical = signUtils.getCanonicalRequest('GET', { headers: {}, queries }, config.bucket, key, [])
  const text = signUtils.getStringToSign(config.region, date, canonical)
  const signature = signUtils.getSignatureV4(credential.accessKeySecret, day, config.region, text)
  const query = new URLSearchParams({ ...queries, 'x-oss-signature': signature })
  return `${publicBaseUrl(config)}/${key.split('/').map(encodeURIComponent).join('/')}?${query}`
}

function conditionName(field: string): string {
  return field === 'Content-Type' ? 'content-type' : field
}

/** `yyyymmddTHHMMSSZ`, UTC. */
function ossDate(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')
}
