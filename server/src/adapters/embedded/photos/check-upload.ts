import { requireObjectKey } from './object-key'
import { OssError } from './oss-error'
import { decodePolicy, type PolicyCondition } from './post-policy'
import { requireSignature, type AccessKey } from './signature-v4'

/** How far `x-oss-date` may lie from the store's clock, either way. */
const LARGEST_SKEW_MS = 15 * 60_000
/** Fields that no condition needs to name; `file` is no field here. */
const UNBOUND_FIELDS: readonly string[] = ['policy', 'x-oss-signature']
const CONTENT_TYPE = /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/

export interface UploadFields {
  readonly fields: ReadonlyMap<string, string>
  /** What the file's part calls itself; counts when the form has no `Content-Type` field. */
  readonly filePartType: string
}

export interface AllowedUpload {
  readonly key: string
  readonly contentType: string
  readonly leastBytes: number
  readonly mostBytes: number
  /** As asked for by `success_action_status`. */
  readonly successStatus: 200 | 201 | 204
}

/**
 * Judges everything of an upload except the file's bytes. The signature comes first: what is parsed after it is what
 * the holder of the secret wrote. A field that no condition names is refused, as OSS does ("Extra input fields").
 * @throws OssError
 */
export function checkUpload(
  form: UploadFields,
  nowMs: number,
  key: AccessKey,
  store: { readonly bucket: string; readonly largestObjectBytes: number },
): AllowedUpload {
  const { fields } = form
  const policyBase64 = requireField(fields, 'policy')
  const signedAtMs = requireSignature(
    {
      version: requireField(fields, 'x-oss-signature-version'),
      credential: requireField(fields, 'x-oss-credential'),
      date: requireField(fields, 'x-oss-date'),
      signature: requireField(fields, 'x-oss-signature'),
    },
    policyBase64,
    key,
  )
  if (Math.abs(nowMs - signedAtMs) > LARGEST_SKEW_MS) {
    throw new OssError(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    )
  }
  const { expiration, conditions } = decodePolicy(policyBase64)
  if (!(nowMs < Date.parse(expiration))) throw denied('Policy expired.')

  const valueOf = (name: string) => {
    if (name === 'bucket') return store.bucket
    return name === 'content-type' ? (fields.get('Content-Type') ?? form.filePartType) : fields.get(name)
  }
  const failed = conditions.find((condition) => !isMet(condition, valueOf))
  if (failed !== undefined) throw denied(`Policy Condition failed: ${JSON.stringify(failed)}`)
  requireAllBound(fields, conditions)

  const ranges = conditions.flatMap((condition) => (isLengthRange(condition) ? [condition] : []))
  const contentType = (valueOf('content-type') ?? '').toLowerCase()
  if (contentType.length > 64 || !CONTENT_TYPE.test(contentType)) {
    throw new OssError('InvalidArgument', 'The value of Content-Type is invalid.')
  }
  return {
    key: requireObjectKey(requireField(fields, 'key')),
    contentType,
    leastBytes: Math.max(0, ...ranges.map(([, least]) => least)),
    mostBytes: Math.min(store.largestObjectBytes, ...ranges.map(([, , most]) => most)),
    successStatus: successStatus(fields.get('success_action_status')),
  }
}

function isMet(condition: PolicyCondition, valueOf: (name: string) => string | undefined): boolean {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).every(([name, value]) => valueOf(conditionField(name)) === value)
  }
  if (isLengthRange(condition)) return true
  const value = valueOf(conditionField(condition[1]))
  if (value === undefined) return false
  switch (condition[0]) {
    case 'eq':
      return value === condition[2]
    case 'starts-with':
      return value.startsWith(condition[2])
    case 'in':
      return condition[2].includes(value)
    case 'not-in':
      return !condition[2].includes(value)
  }
}

function requireAllBound(fields: ReadonlyMap<string, string>, conditions: readonly PolicyCondition[]): void {
  const named = conditions.flatMap((condition) => {
    if (!Array.isArray(condition)) return Object.keys(condition)
    return isLengthRange(condition) ? [] : [condition[1]]
  })
  const bound = new Set(named.map(conditionField).map((name) => (name === 'content-type' ? 'Content-Type' : name)))
  const extra = [...fields.keys()].filter((name) => !bound.has(name) && !UNBOUND_FIELDS.includes(name))
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ').slice(0, 200)}`)
}

function isLengthRange(condition: PolicyCondition): condition is ['content-length-range', number, number] {
  return Array.isArray(condition) && condition[0] === 'content-length-range'
}

function conditionField(name: string): string {
  return name.startsWith('$') ? name.slice(1) : name
}

function requireField(fields: ReadonlyMap<string, string>, name: string): string {
  const value = fields.get(name)
  if (value === undefined || value === '') {
    throw new OssError('InvalidArgument', `Bucket POST must contain a field named '${name}'.`)
  }
  return value
}

function successStatus(text: string | undefined): 200 | 201 | 204 {
  if (text === '200') return 200
  return text === '201' ? 201 : 204
}

function denied(why: string): OssError {
  return new OssError('AccessDenied', `Invalid according to Policy: ${why}`)
}
