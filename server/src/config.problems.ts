import type { EmbeddedSide, Variables } from './config.variables'

const SECRET_NAMES = ['FIELD_KEYS', 'FIELD_HASH_KEY', 'REFRESH_SECRET', 'KEY_ENCRYPTION_KEY'] as const
const WECOM_NAMES = ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET'] as const

/** One line for each thing that is missing or unsafe in production. */
export function productionProblems(variables: Variables): string[] {
  const problems = [...SECRET_NAMES, ...WECOM_NAMES]
    .filter((name) => variables[name] === undefined)
    .map((name) => `${name}: is required in production`)
  const unnamed = (side: EmbeddedSide) => !variables.ALLOW_EMBEDDED.includes(side)
  if ((variables.DATABASE_URL ?? 'file:').startsWith('file:') && unnamed('database')) {
    problems.push('DATABASE_URL: must be sqlserver://… in production, or ALLOW_EMBEDDED must name database (SQLite)')
  }
  if (variables.DEMO_TIME !== undefined) {
    problems.push('DEMO_TIME: is for trying the product out; production has no other clock than its own')
  }
  if (variables.PUBLIC_URL?.startsWith('https:') !== true) {
    problems.push('PUBLIC_URL: must be the https address of this server in production')
  }
  if (variables.WECOM_BASE_URL?.startsWith('http:') === true)
    problems.push('WECOM_BASE_URL: must be https in production')
  if (variables.PHOTO_STORE !== 'oss') {
    if (unnamed('photos')) problems.push('PHOTO_STORE: must be oss in production, or ALLOW_EMBEDDED must name photos')
    else problems.push(...embeddedPhotoProblems(variables))
  }
  if (variables.EVENT_LOG !== 'elasticsearch' && unnamed('event-log')) {
    problems.push('ALLOW_EMBEDDED: must name event-log in production, or EVENT_LOG must be elasticsearch')
  }
  return problems
}

/** The embedded photo store signs by itself, and phones go to it by the address that its tickets name. */
function embeddedPhotoProblems({ PHOTO_STORE_SECRET }: Variables): string[] {
  const problems: string[] = []
  if (PHOTO_STORE_SECRET === undefined) {
    problems.push('PHOTO_STORE_SECRET: is required in production when ALLOW_EMBEDDED names photos')
  }
  return problems
}

/** One line for each thing that does not fit together in development. */
export function developmentProblems(variables: Variables): string[] {
  if (variables.DEMO_TIME !== undefined && variables.DATABASE_URL !== undefined) {
    return ['DATABASE_URL: leave it out with DEMO_TIME, whose data lie in a folder of their own']
  }
  if (variables.WECOM_BASE_URL === undefined) return []
  return WECOM_NAMES.filter((name) => variables[name] === undefined).map(
    (name) => `${name}: is required when WECOM_BASE_URL is set`,
  )
}

/** One line for each secret that stands in two places: whoever learns one must not hold the other. */
export function duplicateSecrets(variables: Variables): string[] {
  const owners = new Map<string, string>()
  const named = [
    ...(variables.FIELD_KEYS ?? []).map(({ id, keyBase64 }) => [`FIELD_KEYS (${id})`, keyBase64] as const),
    ...SECRET_NAMES.slice(1).map((name) => [name, variables[name]] as const),
    ['PHOTO_STORE_SECRET', variables.PHOTO_STORE_SECRET] as const,
    ['OSS_ACCESS_KEY_SECRET', variables.OSS_ACCESS_KEY_SECRET] as const,
    ['METRICS_TOKEN', variables.METRICS_TOKEN] as const,
    ['WECOM_SECRET', variables.WECOM_SECRET] as const,
    ['WECOM_CONTACT_SECRET', variables.WECOM_CONTACT_SECRET] as const,
    ['ELASTICSEARCH_API_KEY', variables.ELASTICSEARCH_API_KEY] as const,
    ['ELASTICSEARCH_PASSWORD', variables.ELASTICSEARCH_PASSWORD] as const,
  ]
  return named.flatMap(([name, value]) => {
    if (typeof value !== 'string') return []
    const owner = owners.get(value)
    owners.set(value, owner ?? name)
    return owner === undefined ? [] : [`${name}: must differ from ${owner}`]
  })
}

/** Production checks ran before: a value that is absent here is a mistake of ours. */
export function present(value: string | undefined): string {
  if (value === undefined) throw new Error('a required secret passed the checks unset')
  return value
}
