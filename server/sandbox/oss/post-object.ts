import { checkSignature, checkSkew, type Keyring } from './access-keys'
import type { BucketSettings } from './bucket-settings'
import { parseForm } from './multipart'
import type { Objects, SandboxObject } from './objects'
import { OssRefusal } from './oss-refusal'
import { judgeByPolicy } from './post-policy'

export interface PostedObject {
  readonly key: string
  readonly object: SandboxObject
  readonly status: 200 | 201 | 204
}

/** PostObject with a V4 form: signature, skew, token, policy, length, then the object. @throws OssRefusal */
export function postObject(
  { contentType, body }: { readonly contentType: string; readonly body: Buffer },
  {
    bucket,
    objects,
    settings,
  }: { readonly bucket: string; readonly objects: Objects; readonly settings: BucketSettings },
  ring: Keyring,
): PostedObject {
  const { fields, file, fileType } = parseForm(contentType, body)
  const policy = required(fields, 'policy')
  const given = {
    version: fields.get('x-oss-signature-version'),
    credential: fields.get('x-oss-credential'),
    date: fields.get('x-oss-date'),
    signature: fields.get('x-oss-signature'),
    securityToken: fields.get('x-oss-security-token'),
  }
  checkSkew(
    checkSignature(given, () => policy, ring),
    ring.nowMs,
  )
  const objectType = fields.get('Content-Type') ?? fileType
  const valueOf = (name: string) => {
    if (name === 'bucket') return bucket
    return name.toLowerCase() === 'content-type' ? objectType : fields.get(name)
  }
  judgeByPolicy(policy, { valueOf, fieldNames: [...fields.keys()], byteLength: file.length, nowMs: ring.nowMs })
  const key = objectKey(required(fields, 'key'))
  const encryption = fields.get('x-oss-server-side-encryption') ?? null
  const object = objects.put(
    key,
    { bytes: Buffer.from(file), contentType: objectType, modifiedAtMs: ring.nowMs, encryption: algorithm(encryption) },
    forbidsOverwrite(fields.get('x-oss-forbid-overwrite'), settings),
  )
  const wanted = fields.get('success_action_status')
  return { key, object, status: wanted === '200' ? 200 : wanted === '201' ? 201 : 204 }
}

/** OSS takes nearly everything of up to 1 023 bytes that begins with neither slash. @throws OssRefusal */
export function objectKey(key: string): string {
  if (key !== '' && Buffer.byteLength(key) <= 1_023 && !/^[/\\]/.test(key)) return key
  throw new OssRefusal('InvalidObjectName', 'The specified object is not valid.')
}

/** In a bucket that has, or had, versions OSS takes no notice of it. */
export function forbidsOverwrite(value: string | undefined, { versioning }: BucketSettings): boolean {
  return value === 'true' && versioning === null
}

/** @throws OssRefusal InvalidArgument */
export function algorithm(name: string | null): string | null {
  if (name === null || name === 'AES256' || name === 'KMS' || name === 'SM4') return name
  throw new OssRefusal('InvalidArgument', 'The value of x-oss-server-side-encryption is invalid.')
}

function required(fields: ReadonlyMap<string, string>, name: string): string {
  const value = fields.get(name)
  if (value !== undefined && value !== '') return value
  throw new OssRefusal('InvalidArgument', `Bucket POST must contain a field named '${name}'.`)
}
