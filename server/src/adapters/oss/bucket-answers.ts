import { z } from 'zod'
import type { BucketFacts, CorsRule, LifecycleRule } from '../../ports/photo-bucket-probe'

/** The package hands on what it finds in OSS's XML: one element as a text, several as a list. */
const texts = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))

const INFO = z.object({
  bucket: z.object({ Location: z.string(), AccessControlList: z.object({ Grant: z.string() }) }),
})
const VERSIONING = z.object({ versionStatus: z.string().optional() })
const ENCRYPTION = z.object({ encryption: z.object({ SSEAlgorithm: z.string() }) })
const CORS = z.object({
  rules: z.array(
    z.object({
      allowedOrigin: texts,
      allowedMethod: texts,
      allowedHeader: texts,
      exposeHeader: texts,
      maxAgeSeconds: z.string().optional(),
    }),
  ),
})
const LIFECYCLE = z.object({
  rules: z
    .array(
      z.object({
        id: z.string().optional(),
        prefix: z.string().optional(),
        status: z.string(),
        expiration: z.object({ days: z.string().optional() }).optional(),
      }),
    )
    .nullable(),
})

export function readBucketInfo(answer: unknown): BucketFacts {
  const { Location, AccessControlList } = INFO.parse(answer).bucket
  return { region: Location.replace(/^oss-/, ''), acl: AccessControlList.Grant }
}

export function readVersioning(answer: unknown): 'off' | 'enabled' | 'suspended' {
  const { versionStatus } = VERSIONING.parse(answer)
  if (versionStatus === undefined) return 'off'
  return versionStatus === 'Enabled' ? 'enabled' : 'suspended'
}

export function readEncryption(answer: unknown): string {
  return ENCRYPTION.parse(answer).encryption.SSEAlgorithm
}

export function readCors(answer: unknown): CorsRule[] {
  return CORS.parse(answer).rules.map((rule) => ({
    origins: rule.allowedOrigin,
    methods: rule.allowedMethod,
    headers: rule.allowedHeader,
    exposed: rule.exposeHeader,
    maxAgeSeconds: rule.maxAgeSeconds === undefined ? null : Number(rule.maxAgeSeconds),
  }))
}

/** As the package takes it. */
export function writtenCors({ origins, methods, headers, exposed, maxAgeSeconds }: CorsRule) {
  return {
    allowedOrigin: [...origins],
    allowedMethod: [...methods],
    allowedHeader: [...headers],
    exposeHeader: [...exposed],
    ...(maxAgeSeconds !== null && { maxAgeSeconds: String(maxAgeSeconds) }),
  }
}

export function readLifecycle(answer: unknown): LifecycleRule[] {
  return (LIFECYCLE.parse(answer).rules ?? []).map(({ id = '', prefix = '', status, expiration }) => ({
    id,
    prefix,
    isEnabled: status === 'Enabled',
    expiresAfterDays: expiration?.days === undefined ? null : Number(expiration.days),
  }))
}

/** As the package takes it; its types are of an older form. The rule expires something. */
export function writtenLifecycle({ id, prefix, isEnabled, expiresAfterDays }: LifecycleRule) {
  return { id, prefix, status: isEnabled ? 'Enabled' : 'Disabled', expiration: { days: String(expiresAfterDays) } }
}
