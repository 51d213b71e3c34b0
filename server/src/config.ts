import { resolve } from 'node:path'
import { ossConfig, ossProblems, type OssConfig } from './config.oss'
import { elasticsearchConfig, elasticsearchProblems, type ElasticsearchConfig } from './config.elasticsearch'
import { databaseConfig, databaseProblems, type DatabaseConfig } from './config.database'
import { developmentProblems, duplicateSecrets, present, productionProblems } from './config.problems'
import { VARIABLES, type Variables } from './config.variables'
import { wecomConfig, type WecomConfig } from './config.wecom'
import { presenceSettings, type PresenceSettings } from './presence/settings'
import { developmentSecrets, type DevelopmentSecrets } from './development-secrets'

/** Read once from the environment, checked, and frozen all the way down; `.env.example` documents each variable. */
export interface Config {
  readonly environment: 'development' | 'test' | 'production'
  readonly host: string
  /** 0: the system picks a free port. */
  readonly port: number
  /** Where the worker answers `/metrics`, `/healthz` and `/readyz`, 0: a free port; null: it does not listen. */
  readonly workerPort: number | null
  /** Where phones reach this server; null: `HOST` and the port that it listens on. See `publicUrl`. */
  readonly publicUrl: string | null
  /** How many reverse proxies of ours stand in front; 0: `X-Forwarded-For` and `X-Request-Id` are not believed. */
  readonly trustProxyHops: number
  /** Absolute path: embedded database, photos, keys of this computer. */
  readonly dataFolder: string
  /** What the clock shows when a demo begins, in milliseconds since the epoch; null: the clock is the system's. */
  readonly demoTimeMs: number | null
  readonly database: DatabaseConfig
  readonly secrets: Secrets
  readonly wecom: WecomConfig
  readonly photoStore: PhotoStoreConfig
  /** Null: photos lie in the embedded store. */
  readonly oss: OssConfig | null
  /** Null: the embedded event log serves. */
  readonly elasticsearch: ElasticsearchConfig | null
  readonly rateLimits: {
    readonly perSessionPerMinute: number
    readonly perAddressPerMinute: number
  }
  /** Judged check-ins per employee and hour; then 429. */
  readonly attemptsPerHour: number
  readonly logLevel: LogLevel
  /** How long a web process that stops still serves, while it is not ready and keeps no connection. */
  readonly shutdownDrainSeconds: number
  readonly shutdownGraceSeconds: number
  /** Bearer token of `/metrics`; null: open in development, closed in production. */
  readonly metricsToken: string | null
}

/** Keys are 32 bytes as base64: strings, because a frozen object cannot hold bytes. */
export interface Secrets {
  /** AES-256-GCM keys of encrypted fields; the first encrypts, all decrypt. Ids match `[a-z0-9-]{1,16}`. */
  readonly fieldKeys: readonly { readonly id: string; readonly keyBase64: string }[]
  /** HMAC-SHA-256 key of the keyed hashes that stand beside encrypted fields. */
  readonly fieldHashKeyBase64: string
  /** HMAC-SHA-256 key of refresh tokens (their hashes, and the successor that a repeat gets again). */
  readonly refreshSecretBase64: string
  /** AES-256-GCM key under which the session signing keys lie in the database. */
  readonly keyEncryptionKeyBase64: string
}

/** The embedded photo store. */
export interface PhotoStoreConfig {
  /** Absolute path, shared by web and worker. */
  readonly folder: string
  /** Signs upload forms and addresses of photos. */
  readonly secret: string
  /** Uploads are refused when they would leave less than this on the disk. */
  readonly leastFreeBytes: number
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** In `DATA_DIR`: the data of a demo with `DEMO_TIME`. */
const DEMO_FOLDER = 'demo-time'

/** Where the web process mounts the WeCom sandbox. */
export const SANDBOX_WECOM_PATH = '/sandbox/wecom'

/** The configuration is wrong: one line per problem, none of which repeats a secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
  }
}

/**
 * Reads, checks and freezes the configuration. In development missing secrets are made once and kept in `DATA_DIR`.
 * An empty variable counts as absent.
 * @throws ConfigError with a line for each problem
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(VARIABLES.shape).flatMap((name) => {
      const value = env[name]?.trim()
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const parsed = VARIABLES.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`))
  }
  const variables = parsed.data
  const problems = variables.NODE_ENV === 'production' ? productionProblems(variables) : developmentProblems(variables)
  problems.push(...databaseProblems(variables, variables.NODE_ENV === 'production'))
  problems.push(...elasticsearchProblems(variables, variables.NODE_ENV === 'production'))
  problems.push(...ossProblems(variables, variables.NODE_ENV === 'production'), ...duplicateSecrets(variables))
  if (problems.length > 0) throw new ConfigError(problems)
  return deepFreeze(buildConfig(variables))
}

/** The settings of a presence gateway, which shares no variable with the server. @throws ConfigError */
export function loadPresenceSettings(
  env: Readonly<Record<string, string | undefined>> = process.env,
): PresenceSettings {
  try {
    return presenceSettings(env)
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message.split('\n') : [String(error)])
  }
}

/** Where WeCom is reached. @param webPort the port that the web process listens on (differs from `config.port` when that is 0) */
export function wecomBaseUrl(config: Config, webPort: number = config.port): string {
  return config.wecom.baseUrl ?? `http://127.0.0.1:${webPort}${SANDBOX_WECOM_PATH}`
}

/** Where phones reach the web process, without a slash at its end. @param webPort see `wecomBaseUrl` */
export function publicUrl(config: Config, webPort: number): string {
  const { host } = config
  if (config.publicUrl !== null) return config.publicUrl
  // 0.0.0.0 and :: are everywhere, which is nowhere to go to.
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${webPort}`
}

function buildConfig(variables: Variables): Config {
  const ownFolder = resolve(variables.DATA_DIR)
  const generated = variables.NODE_ENV === 'production' ? null : readDevelopmentSecrets(ownFolder)
  const demoTimeMs = variables.DEMO_TIME ?? null
  // Time goes back at each start: what was written before would lie in the future.
  const dataFolder = demoTimeMs === null ? ownFolder : resolve(ownFolder, DEMO_FOLDER)
  return {
    environment: variables.NODE_ENV,
    host: variables.HOST,
    port: variables.PORT,
    workerPort: variables.WORKER_PORT ?? null,
    publicUrl: variables.PUBLIC_URL ?? null,
    trustProxyHops: variables.TRUST_PROXY_HOPS,
    dataFolder,
    demoTimeMs,
    database: databaseConfig(variables, dataFolder),
    secrets: {
      fieldKeys: variables.FIELD_KEYS ?? [{ id: 'dev', keyBase64: present(generated?.fieldKey) }],
      fieldHashKeyBase64: variables.FIELD_HASH_KEY ?? present(generated?.fieldHashKey),
      refreshSecretBase64: variables.REFRESH_SECRET ?? present(generated?.refreshSecret),
      keyEncryptionKeyBase64: variables.KEY_ENCRYPTION_KEY ?? present(generated?.keyEncryptionKey),
    },
    wecom: wecomConfig(variables, generated),
    photoStore: {
      folder: resolve(dataFolder, 'photos'),
      // Whoever keeps photos in OSS needs none.
      secret: variables.PHOTO_STORE_SECRET ?? generated?.photoStoreSecret ?? '',
      leastFreeBytes: variables.PHOTO_STORE_FREE_MEGABYTES * 1_048_576,
    },
    oss: ossConfig(variables),
    elasticsearch: elasticsearchConfig(variables),
    rateLimits: {
      perSessionPerMinute: variables.RATE_LIMIT_PER_SESSION,
      perAddressPerMinute: variables.RATE_LIMIT_PER_ADDRESS,
    },
    attemptsPerHour: variables.ATTEMPTS_PER_HOUR,
    logLevel: variables.LOG_LEVEL ?? (variables.NODE_ENV === 'production' ? 'info' : 'warn'),
    shutdownDrainSeconds: variables.SHUTDOWN_DRAIN_SECONDS,
    shutdownGraceSeconds: variables.SHUTDOWN_GRACE_SECONDS,
    metricsToken: variables.METRICS_TOKEN ?? null,
  }
}

function readDevelopmentSecrets(dataFolder: string): DevelopmentSecrets {
  try {
    return developmentSecrets(dataFolder)
  } catch (error) {
    throw new ConfigError([`DATA_DIR: ${error instanceof Error ? error.message : String(error)}`])
  }
}

function deepFreeze<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part)
  return Object.freeze(value)
}
