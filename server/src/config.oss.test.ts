import { randomBytes } from 'node:crypto'
import { ConfigError, loadConfig } from './config'

type Env = Record<string, string | undefined>
const key = () => randomBytes(32).toString('base64')
const OSS: Env = {
  PHOTO_STORE: 'oss',
  OSS_BUCKET: 'company-photos',
  OSS_REGION: 'oss-cn-hangzhou',
  OSS_ACCESS_KEY_ID: 'LTAI5tExample',
  OSS_ACCESS_KEY_SECRET: 'thirty-characters-of-a-secret',
}
const production = (changes: Env = {}): Env => ({
  NODE_ENV: 'production',
  DATABASE_URL: 'sqlserver://db:1433;database=waiqin',
  ALLOW_EMBEDDED: 'event-log',
  FIELD_KEYS: `a:${key()}`,
  FIELD_HASH_KEY: key(),
  REFRESH_SECRET: key(),
  KEY_ENCRYPTION_KEY: key(),
  PUBLIC_URL: 'https://waiqin.example.com',
  WECOM_CORP_ID: 'ww1234567890abcdef',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'of-the-wecom-console',
  ...OSS,
  ...changes,
})

function problemsOf(env: Env): readonly string[] {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

it('production with OSS needs nothing of the embedded store', () => {
  expect(loadConfig(production()).oss).toEqual({
    bucket: 'company-photos',
    region: 'cn-hangzhou',
    endpoint: null,
    domain: null,
    credentials: { kind: 'key', accessKeyId: 'LTAI5tExample', accessKeySecret: 'thirty-characters-of-a-secret' },
    encryption: { algorithm: 'AES256', kmsKeyId: null },
  })
})

it('takes a role, or a file, instead of a lasting key', () => {
  const roleArn = 'acs:ram::1234567890:role/waiqin-photos'
  expect(loadConfig(production({ OSS_ROLE_ARN: roleArn })).oss?.credentials).toMatchObject({ kind: 'role', roleArn })
  const file = { OSS_ACCESS_KEY_ID: undefined, OSS_ACCESS_KEY_SECRET: undefined, OSS_CREDENTIALS_FILE: '/run/oss.json' }
  expect(loadConfig(production(file)).oss?.credentials).toEqual({ kind: 'file', path: '/run/oss.json' })
})

it.each<[string, Env, string]>([
  ['no store in production', { PHOTO_STORE: undefined }, 'PHOTO_STORE: must be oss in production'],
  ['an embedded store that is not allowed', { PHOTO_STORE: 'embedded' }, 'PHOTO_STORE: must be oss in production'],
  ['an unknown store', { PHOTO_STORE: 's3' }, 'PHOTO_STORE: must be embedded or oss'],
  ['no bucket', { OSS_BUCKET: undefined }, 'OSS_BUCKET: is required'],
  ['no region', { OSS_REGION: undefined }, 'OSS_REGION: is required'],
  ['no key', { OSS_ACCESS_KEY_SECRET: undefined }, 'OSS_ACCESS_KEY_SECRET: is required'],
  ['a bucket that can be none', { OSS_BUCKET: 'Company_Photos' }, 'OSS_BUCKET: must be the name of a bucket'],
  ['a domain in the clear', { OSS_DOMAIN: 'http://photos.example.com' }, 'OSS_DOMAIN: must be https'],
  ['a domain with a path', { OSS_DOMAIN: 'https://photos.example.com/x' }, 'OSS_DOMAIN: must be an address alone'],
  ['an endpoint in the clear', { OSS_ENDPOINT: 'http://oss.example.com' }, 'OSS_ENDPOINT: must be https'],
  ['a key beside a file', { OSS_ROLE_ARN: undefined, OSS_CREDENTIALS_FILE: 'x' }, 'OSS_ACCESS_KEY_ID: leave it out'],
  ['a KMS key without KMS', { OSS_KMS_KEY_ID: '9468da86-3509' }, 'OSS_KMS_KEY_ID: is for OSS_ENCRYPTION=KMS'],
  ['a role that is none', { OSS_ROLE_ARN: 'waiqin' }, 'OSS_ROLE_ARN: must be acs:ram'],
])('refuses %s', (_, changes, problem) => {
  expect(problemsOf(production(changes))[0]).toContain(problem)
})

it('OSS is used only when it is asked for, and with the real time alone', () => {
  const { PHOTO_STORE, ...settings } = OSS
  expect(
    loadConfig(
      production({
        ...settings,
        PHOTO_STORE: undefined,
        ALLOW_EMBEDDED: 'event-log,photos',
        PHOTO_STORE_SECRET: key(),
      }),
    ).oss,
  ).toBeNull()
  expect(problemsOf({ PHOTO_STORE, ...settings, DEMO_TIME: '2026-11-18T08:45:00+08:00' })).toEqual([
    expect.stringContaining('DEMO_TIME: OSS takes no time but the real one'),
  ])
})
