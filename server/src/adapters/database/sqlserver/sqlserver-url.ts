/**
 * Addresses of SQL Server as Prisma's adapter reads them: `sqlserver://host:port;key=value;key={value;with semicolon}`.
 * Keys tell cases apart, and Prisma passes over one that it does not know: `Encrypt=false` would change nothing.
 */

const PREFIX = 'sqlserver://'

/** The names of each setting; of several the first is ours. */
const SETTINGS = {
  database: ['database', 'initial catalog'],
  user: ['user', 'username', 'uid', 'userid'],
  password: ['password', 'pwd'],
  encrypt: ['encrypt'],
  trustServerCertificate: ['trustServerCertificate'],
  multiSubnetFailover: ['multiSubnetFailover'],
  /** Most connections of one process. */
  connectionLimit: ['connectionLimit'],
  /** Milliseconds for one connection to be made, login included. */
  connectTimeout: ['connectTimeout', 'connectionTimeout', 'loginTimeout'],
  /** Milliseconds for one statement. */
  socketTimeout: ['socketTimeout'],
  /** Seconds to wait for a free connection. */
  poolTimeout: ['poolTimeout'],
  applicationName: ['applicationName', 'application name'],
  authentication: ['authentication'],
  userName: ['userName'],
  clientId: ['clientId'],
  tenantId: ['tenantId'],
  msiEndpoint: ['msiEndpoint'],
  msiSecret: ['msiSecret'],
} as const satisfies Record<string, readonly string[]>

export type SqlServerSetting = keyof typeof SETTINGS

const SWITCHES = ['encrypt', 'trustServerCertificate', 'multiSubnetFailover'] as const
const NUMBERS = ['connectionLimit', 'connectTimeout', 'socketTimeout', 'poolTimeout'] as const
const KNOWN: ReadonlySet<string> = new Set(Object.values(SETTINGS).flat())

export function isSqlServerUrl(url: string): boolean {
  return url.startsWith('sqlserver:')
}

/** The value of a setting; null where the address has none. */
export function settingOf(url: string, setting: SqlServerSetting): string | null {
  const names: readonly string[] = SETTINGS[setting]
  const part = partsOf(url).find((one) => names.includes(keyOf(one)))
  return part === undefined ? null : valueOf(part)
}

/** `host:port` without the settings, for people to read. */
export function serverOf(url: string): string {
  return url.slice(PREFIX.length).split(';')[0] ?? ''
}

/** The same address with another value of a setting; all others stay letter by letter. */
export function withSetting(url: string, setting: SqlServerSetting, value: string): string {
  const names: readonly string[] = SETTINGS[setting]
  const [name = setting] = names
  const kept = partsOf(url).filter((one) => !names.includes(keyOf(one)))
  return [`${PREFIX}${serverOf(url)}`, ...kept, `${name}=${escaped(value)}`].join(';')
}

/** What is amiss with an address, without its values: they may be secret. Null: it can be read. */
export function sqlServerUrlProblem(url: string): string | null {
  if (!url.startsWith(PREFIX) || !/^[^;:\s]+(:\d{1,5})?$/.test(serverOf(url))) {
    return 'must be sqlserver://<host>:<port>;<setting>=<value>;…'
  }
  const seen = new Set<string>()
  let parts: string[]
  try {
    parts = partsOf(url)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  for (const part of parts) {
    const key = keyOf(part)
    // What follows a semicolon in a password looks like a setting: it must not be repeated.
    if (!part.includes('=')) return 'has a part that is no <setting>=<value>; put a password with ; into braces: {…}'
    if (!KNOWN.has(key)) {
      const meant = [...KNOWN].find((known) => known.toLowerCase() === key.toLowerCase())
      return meant === undefined ? 'has a setting that is not known' : `has ${meant} in other letters: cases count`
    }
    if (seen.has(key)) return `has ${key} twice`
    seen.add(key)
  }
  for (const setting of SWITCHES) {
    const value = settingOf(url, setting)
    // Prisma takes all else for false: `encrypt=strict` would be no encryption.
    if (value !== null && !/^(true|false)$/i.test(value)) return `must have true or false as ${setting}`
  }
  for (const setting of NUMBERS) {
    const value = settingOf(url, setting)
    if (value !== null && !/^\d{1,9}$/.test(value)) return `must have a whole number as ${setting}`
  }
  if (settingOf(url, 'database') === null) return 'must name a database: …;database=waiqin'
  return null
}

/** The settings, each as it is written; a semicolon inside braces ends none. @throws Error without any value in it */
function partsOf(url: string): string[] {
  const text = url.slice(PREFIX.length + serverOf(url).length + 1)
  const parts: string[] = []
  for (let start = 0; start < text.length;) {
    const equals = text.indexOf('=', start)
    const isBraced = equals >= 0 && text[equals + 1] === '{' && !text.slice(start, equals).includes(';')
    const brace = isBraced ? text.indexOf('}', equals) : start
    if (brace < 0) throw new Error('has a { that is not closed')
    if (isBraced && text.slice(equals + 2, brace).includes('{')) throw new Error('has a { inside { }')
    const semicolon = text.indexOf(';', brace)
    const end = semicolon < 0 ? text.length : semicolon
    if (text.slice(start, end).trim() !== '') parts.push(text.slice(start, end))
    start = end + 1
  }
  return parts
}

function keyOf(part: string): string {
  return (part.split('=')[0] ?? '').trim()
}

function valueOf(part: string): string {
  const value = part.slice(part.indexOf('=') + 1).trim()
  return value.length >= 2 && value.startsWith('{') && value.endsWith('}') ? value.slice(1, -1) : value
}

function escaped(value: string): string {
  if (!/[;{}]/.test(value) && value.trim() === value) return value
  if (/[{}]/.test(value)) throw new Error('A setting of an address of SQL Server cannot hold braces')
  return `{${value}}`
}
