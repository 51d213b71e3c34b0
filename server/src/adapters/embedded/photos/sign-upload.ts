import type { SignedUpload, UploadTerms } from '../../../ports/photo-store'
import { encodePolicy } from './post-policy'
import { credentialOf, ossDate, SIGNATURE_VERSION, signV4, type AccessKey } from './signature-v4'

/**
 * The fields of a PostObject V4 form whose policy fixes key, type, exact length and status, and forbids to overwrite.
 * The type has a field of its own: clients choose the file part's type themselves.
 * @returns fields in the order in which they are sent; the file follows as the last part
 */
export function uploadFields(
  terms: UploadTerms,
  nowMs: number,
  key: AccessKey,
  bucket: string,
): SignedUpload['fields'] {
  const date = ossDate(nowMs)
  const bound = {
    key: terms.key,
    'Content-Type': terms.contentType,
    success_action_status: '200',
    'x-oss-forbid-overwrite': 'true',
    'x-oss-signature-version': SIGNATURE_VERSION,
    'x-oss-credential': credentialOf(date, key),
    'x-oss-date': date,
  }
  const policy = encodePolicy({
    expiration: new Date(terms.expiresAtMs).toISOString(),
    conditions: [
      { bucket },
      ['content-length-range', terms.byteLength, terms.byteLength],
      ...Object.entries(bound).map(([name, value]): ['eq', string, string] => ['eq', conditionName(name), value]),
    ],
  })
  return { ...bound, policy, 'x-oss-signature': signV4(policy, date, key) }
}

function conditionName(field: string): string {
  return `$${field === 'Content-Type' ? 'content-type' : field}`
}
