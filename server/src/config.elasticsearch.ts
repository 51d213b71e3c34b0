import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Where the event log lies when `EVENT_LOG` is `elasticsearch`. */
export interface ElasticsearchConfig {
  readonly nodeUrls: readonly string[]
  readonly auth: { readonly apiKey: string } | { readonly username: string; readonly password: string } | null
  /** PEM of the authority behind the nodes' certificates; null: those that Node.js knows. */
  readonly caPem: string | null
  /** Last part of the data streams' names. */
  readonly namespace: string
  readonly retention: { readonly eventDays: number; readonly appDays: number }
}

const MOST_DAYS = 3_650

const days = z
  .string()
  .refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_DAYS, {
    error: `must be a whole number from 1 to ${MOST_DAYS}`,
  })
  .transform(Number)

const nodeUrls = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim().replace(/\/+$/, ''))
      .filter((part) => part !== ''),
  )
  .refine((urls) => urls.length > 0 && urls.every(isNodeUrl), {
    error: 'must be http(s) addresses without user, query or fragment, commas between',
  })

/** Its variables, by name; part of `VARIABLES`. */
export const ELASTICSEARCH_VARIABLES = {
  EVENT_LOG: z.enum(['embedded', 'elasticsearch'], { error: 'must be embedded or elasticsearch' }).default('embedded'),
  ELASTICSEARCH_URLS: nodeUrls.optional(),
  ELASTICSEARCH_API_KEY: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  ELASTICSEARCH_USER: z.string().optional(),
  ELASTICSEARCH_PASSWORD: z.string().min(8, { error: 'must have at least 8 characters' }).optional(),
  ELASTICSEARCH_CA_FILE: z.string().optional(),
  ELASTICSEARCH_NAMESPACE: z
    .string()
    .regex(/^[a-z0-9_.]{1,60}$/, { error: 'must be a-z, 0-9, _ and . only' })
    .default('default'),
  ELASTICSEARCH_EVENT_DAYS: days.default(180),
  ELASTICSEARCH_APP_DAYS: days.default(30),
}

type Variables = z.output<z.ZodObject<typeof ELASTICSEARCH_VARIABLES>>

/** What does not go together, a line each; none repeats a secret. */
export function elasticsearchProblems(variables: Variables, isProduction: boolean): string[] {
  if (variables.EVENT_LOG !== 'elasticsearch') return []
  const problems: string[] = []
  const {
    ELASTICSEARCH_URLS: urls,
    ELASTICSEARCH_API_KEY: apiKey,
    ELASTICSEARCH_USER: user,
    ELASTICSEARCH_PASSWORD: password,
    ELASTICSEARCH_CA_FILE: caFile,
  } = variables
  if (urls === undefined) problems.push('ELASTICSEARCH_URLS: is required when EVENT_LOG is elasticsearch')
  if ((user === undefined) !== (password === undefined)) {
    problems.push('ELASTICSEARCH_USER: goes with ELASTICSEARCH_PASSWORD, both or neither')
  }
  if (apiKey !== undefined && user !== undefined) {
    problems.push('ELASTICSEARCH_API_KEY: set this or ELASTICSEARCH_USER, not both')
  }
  if (isProduction) {
    if (urls?.some((url) => url.startsWith('http:')) === true) {
      problems.push('ELASTICSEARCH_URLS: must be https in production')
    }
    if (apiKey === undefined && user === undefined) {
      problems.push('ELASTICSEARCH_API_KEY: this, or user and password, is required in production')
    }
  }
  if (caFile !== undefined && readPem(caFile) === null) {
    problems.push('ELASTICSEARCH_CA_FILE: is not a PEM file that can be read')
  }
  return problems
}

/** Null: the embedded event log serves. */
export function elasticsearchConfig(variables: Variables): ElasticsearchConfig | null {
  const { ELASTICSEARCH_API_KEY: apiKey, ELASTICSEARCH_USER: username, ELASTICSEARCH_PASSWORD: password } = variables
  if (variables.EVENT_LOG !== 'elasticsearch') return null
  const caFile = variables.ELASTICSEARCH_CA_FILE
  return {
    nodeUrls: variables.ELASTICSEARCH_URLS ?? [],
    auth:
      apiKey !== undefined
        ? { apiKey }
        : username !== undefined && password !== undefined
          ? { username, password }
          : null,
    caPem: caFile === undefined ? null : readPem(caFile),
    namespace: variables.ELASTICSEARCH_NAMESPACE,
    retention: { eventDays: variables.ELASTICSEARCH_EVENT_DAYS, appDays: variables.ELASTICSEARCH_APP_DAYS },
  }
}

function isNodeUrl(text: string): boolean {
  try {
    const { protocol, username, search, hash } = new URL(text)
    return /^https?:$/.test(protocol) && username === '' && search === '' && hash === ''
  } catch {
    return false
  }
}

function readPem(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8')
    return text.includes('-----BEGIN CERTIFICATE-----') ? text : null
  } catch {
    return null
  }
}
