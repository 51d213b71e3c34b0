import { isIP } from 'node:net'
import { z } from 'zod'
import { DATABASE_VARIABLES } from './config.database'
import { OSS_VARIABLES } from './config.oss'
import { ELASTICSEARCH_VARIABLES } from './config.elasticsearch'

/** What may run embedded in production when `ALLOW_EMBEDDED` names it. */
const EMBEDDED_SIDES = ['database', 'photos', 'event-log', 'wecom'] as const
export type EmbeddedSide = (typeof EMBEDDED_SIDES)[number]

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `must be a whole number from ${min} to ${max}`,
    })
    .transform(Number)

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)

const host = z.string().refine((text) => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text), {
  error: 'must be an address or host name, e.g. 127.0.0.1',
})

const address = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .refine((text) => !/[?#]/.test(text), { error: 'must have no query' })
  .transform((text) => text.replace(/\/+$/, ''))

/** Milliseconds since the epoch. */
const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant with its offset, e.g. 2026-11-18T08:45:00+08:00' })
  .transform((text) => Date.parse(text))

const secretText = (minLength: number) =>
  z.string().min(minLength, { error: `must have at least ${minLength} characters` })

/** A key of 32 bytes. The problem never repeats the value. */
const key = z.string().superRefine((text, context) => {
  const problem = keyProblem(text)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem })
})

const fieldKeys = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .transform((parts, context) =>
    parts.map((part) => {
      const [id = '', keyBase64 = ''] = part.split(':')
      const problem = /^[a-z0-9-]{1,16}$/.test(id) ? keyProblem(keyBase64) : 'must be <id>:<key>, id of a-z, 0-9 and -'
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
      return { id, keyBase64 }
    }),
  )
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, { error: 'names a key id twice' })

/** Every variable that the server reads, by name, with the shape of its value. `.env.example` explains each. */
export const VARIABLES = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: host.default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8787),
  PUBLIC_URL: address.optional(),
  TRUST_PROXY_HOPS: wholeNumber(0, 5).default(0),
  WORKER_PORT: wholeNumber(0, 65_535).optional(),
  DATA_DIR: z.string().default('.data'),
  ...DATABASE_VARIABLES,
  DEMO_TIME: instant.optional(),
  ALLOW_EMBEDDED: list
    .pipe(z.array(z.enum(EMBEDDED_SIDES, { error: `may name ${EMBEDDED_SIDES.join(', ')}` })))
    .default([]),
  FIELD_KEYS: fieldKeys.optional(),
  FIELD_HASH_KEY: key.optional(),
  REFRESH_SECRET: key.optional(),
  KEY_ENCRYPTION_KEY: key.optional(),
  ...OSS_VARIABLES,
  PHOTO_STORE_SECRET: key.optional(),
  PHOTO_STORE_FREE_MEGABYTES: wholeNumber(0, 100_000_000).default(256),
  WECOM_BASE_URL: address.optional(),
  WECOM_CORP_ID: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{4,64}$/, { error: 'must be a WeCom corp id' })
    .optional(),
  WECOM_AGENT_ID: wholeNumber(1, 999_999_999).optional(),
  WECOM_SECRET: secretText(8).optional(),
  WECOM_CONTACT_SECRET: secretText(8).optional(),
  WECOM_CALLBACK_TOKEN: z
    .string()
    .regex(/^[0-9A-Za-z]{3,32}$/, { error: 'must be 3 to 32 letters and digits, as in the admin console' })
    .optional(),
  WECOM_CALLBACK_AES_KEY: z
    .string()
    .regex(/^[0-9A-Za-z+/]{43}$/, { error: 'must be the 43 characters of the admin console' })
    .optional(),
  WECOM_MINIPROGRAM_APPID: z
    .string()
    .regex(/^[0-9a-z]{18}$/, { error: 'must be the appid of a mini-program' })
    .optional(),
  WECOM_DOMAIN_FILE: z
    .string()
    .regex(/^WW_verify_[0-9A-Za-z]{4,64}\.txt$/, { error: 'must be the name of the file, e.g. WW_verify_a1B2c3.txt' })
    .optional(),
  WECOM_WRITE_BACK: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  RATE_LIMIT_PER_SESSION: wholeNumber(1, 100_000_000).default(240),
  RATE_LIMIT_PER_ADDRESS: wholeNumber(1, 100_000_000).default(1_200),
  ATTEMPTS_PER_HOUR: wholeNumber(1, 100_000_000).default(60),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional(),
  SHUTDOWN_DRAIN_SECONDS: wholeNumber(0, 600).default(0),
  SHUTDOWN_GRACE_SECONDS: wholeNumber(0, 600).default(15),
  METRICS_TOKEN: secretText(16).optional(),
  ...ELASTICSEARCH_VARIABLES,
})

export type Variables = z.output<typeof VARIABLES>

/** Why this is no key of 32 random bytes in base64; null when it could be one. */
function keyProblem(text: string): string | null {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== text) {
    return 'must be 32 bytes in base64; make one with: openssl rand -base64 32'
  }
  // 32 random bytes hold fewer than 20 different values, or only printable ones, less than once in 10^9.
  const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f)
  if (isText || new Set(bytes).size < 20) return 'is weak; make one with: openssl rand -base64 32'
  return null
}
