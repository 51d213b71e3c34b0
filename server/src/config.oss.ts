import { z } from 'zod'

/** A bucket of Aliyun OSS that keeps the photos. */
export interface OssConfig {
  readonly bucket: string
  /** Without `oss-`, e.g. `cn-hangzhou`. */
  readonly region: string
  /** Where this server reaches OSS, e.g. inside Aliyun's network; null: as phones do. */
  readonly endpoint: string | null
  /** The bucket's own domain (CNAME), which phones and browsers are sent to; null: the bucket's name at OSS. */
  readonly domain: string | null
  readonly credentials: OssCredentialsConfig
  /** Of each object; `kmsKeyId` null: the key that KMS made for OSS. */
  readonly encryption: { readonly algorithm: 'AES256' | 'KMS'; readonly kmsKeyId: string | null }
}

export type OssCredentialsConfig =
  | { readonly kind: 'key'; readonly accessKeyId: string; readonly accessKeySecret: string }
  /** The key may do nothing but take the role; short-lived credentials are fetched from STS with it. */
  | {
      readonly kind: 'role'
      readonly accessKeyId: string
      readonly accessKeySecret: string
      readonly roleArn: string
      readonly stsEndpoint: string
    }
  /** Absolute or relative path of a file that somebody else keeps fresh. */
  | { readonly kind: 'file'; readonly path: string }

const address = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .refine((text) => new URL(text).pathname === '/' && !/[?#@]/.test(text), { error: 'must be an address alone' })
  .transform((text) => text.replace(/\/+$/, ''))

/** Part of `VARIABLES`; `.env.example` explains each. */
export const OSS_VARIABLES = {
  PHOTO_STORE: z.enum(['embedded', 'oss'], { error: 'must be embedded or oss' }).optional(),
  OSS_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, { error: 'must be the name of a bucket' })
    .optional(),
  OSS_REGION: z
    .string()
    .regex(/^(oss-)?[a-z]{2}-[a-z0-9-]{2,30}$/, { error: 'must be a region, e.g. cn-hangzhou' })
    .transform((text) => text.replace(/^oss-/, ''))
    .optional(),
  OSS_ENDPOINT: address.optional(),
  OSS_DOMAIN: address.optional(),
  OSS_ACCESS_KEY_ID: z
    .string()
    .regex(/^[A-Za-z0-9._-]{8,64}$/, { error: 'must be the id of an access key' })
    .optional(),
  OSS_ACCESS_KEY_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,128}$/, { error: 'must be the secret of an access key' })
    .optional(),
  OSS_ROLE_ARN: z
    .string()
    .regex(/^acs:ram::\d+:role\/[\w.@-]+$/, { error: 'must be acs:ram::<account>:role/<name>' })
    .optional(),
  OSS_STS_ENDPOINT: address.default('https://sts.aliyuncs.com'),
  OSS_CREDENTIALS_FILE: z.string().optional(),
  OSS_ENCRYPTION: z.enum(['AES256', 'KMS'], { error: 'must be AES256 or KMS' }).default('AES256'),
  OSS_KMS_KEY_ID: z
    .string()
    .regex(/^[\w-]{8,128}$/, { error: 'must be the id of a KMS key' })
    .optional(),
} as const

export type OssVariables = z.output<z.ZodObject<typeof OSS_VARIABLES>>

/** One line for each thing that is amiss with `PHOTO_STORE=oss`; none otherwise. */
export function ossProblems(
  variables: OssVariables & { readonly DEMO_TIME?: number | undefined },
  isProduction: boolean,
): string[] {
  if (variables.PHOTO_STORE !== 'oss') return []
  const required = (names: readonly (keyof OssVariables)[]) =>
    names.filter((name) => variables[name] === undefined).map((name) => `${name}: is required with PHOTO_STORE=oss`)
  const problems = required(['OSS_BUCKET', 'OSS_REGION'])
  if (variables.OSS_CREDENTIALS_FILE === undefined) {
    problems.push(...required(['OSS_ACCESS_KEY_ID', 'OSS_ACCESS_KEY_SECRET']))
  } else {
    for (const name of ['OSS_ACCESS_KEY_ID', 'OSS_ACCESS_KEY_SECRET', 'OSS_ROLE_ARN'] as const) {
      if (variables[name] !== undefined) problems.push(`${name}: leave it out with OSS_CREDENTIALS_FILE`)
    }
  }
  if (variables.DEMO_TIME !== undefined) problems.push('DEMO_TIME: OSS takes no time but the real one')
  if (variables.OSS_KMS_KEY_ID !== undefined && variables.OSS_ENCRYPTION !== 'KMS') {
    problems.push('OSS_KMS_KEY_ID: is for OSS_ENCRYPTION=KMS')
  }
  for (const name of ['OSS_DOMAIN', 'OSS_ENDPOINT', 'OSS_STS_ENDPOINT'] as const) {
    if (isProduction && variables[name]?.startsWith('http:') === true) {
      problems.push(`${name}: must be https in production`)
    }
  }
  return problems
}

/** Null: the embedded store. After `ossProblems` found none. */
export function ossConfig(variables: OssVariables): OssConfig | null {
  const { OSS_BUCKET: bucket, OSS_REGION: region } = variables
  if (variables.PHOTO_STORE !== 'oss' || bucket === undefined || region === undefined) return null
  return {
    bucket,
    region,
    endpoint: variables.OSS_ENDPOINT ?? null,
    domain: variables.OSS_DOMAIN ?? null,
    credentials: credentialsConfig(variables),
    encryption: { algorithm: variables.OSS_ENCRYPTION, kmsKeyId: variables.OSS_KMS_KEY_ID ?? null },
  }
}

function credentialsConfig(variables: OssVariables): OssCredentialsConfig {
  const { OSS_CREDENTIALS_FILE: path, OSS_ROLE_ARN: roleArn, OSS_STS_ENDPOINT: stsEndpoint } = variables
  if (path !== undefined) return { kind: 'file', path }
  const key = {
    accessKeyId: variables.OSS_ACCESS_KEY_ID ?? '',
    accessKeySecret: variables.OSS_ACCESS_KEY_SECRET ?? '',
  }
  return roleArn === undefined ? { kind: 'key', ...key } : { kind: 'role', ...key, roleArn, stsEndpoint }
}
