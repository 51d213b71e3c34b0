import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ConfigError, loadConfig, loadPresenceSettings, publicUrl, wecomBaseUrl } from './config'
import { VARIABLES } from './config.variables'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waiqin-config-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

type Env = Record<string, string | undefined>
const key = () => randomBytes(32).toString('base64')
const development = (changes: Env = {}): Env => ({ DATA_DIR: folder, ...changes })
const production = (changes: Env = {}): Env => ({
  NODE_ENV: 'production',
  DATA_DIR: folder,
  DATABASE_URL: 'sqlserver://db:1433;database=waiqin',
  ALLOW_EMBEDDED: 'photos, event-log',
  FIELD_KEYS: `2026b:${key()},2026a:${key()}`,
  FIELD_HASH_KEY: key(),
  REFRESH_SECRET: key(),
  KEY_ENCRYPTION_KEY: key(),
  PHOTO_STORE_SECRET: key(),
  PUBLIC_URL: 'https://waiqin.example.com',
  WECOM_CORP_ID: 'ww1234567890abcdef',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'of-the-wecom-console',
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

describe('in development', () => {
  it('needs nothing at all', () => {
    const config = loadConfig(development())
    expect(config).toMatchObject({
      environment: 'development',
      host: '127.0.0.1',
      port: 8787,
      database: { engine: 'sqlite', url: `file:${join(folder, 'waiqin.db')}`, groupCommit: true },
      wecom: { baseUrl: null },
      attemptsPerHour: 60,
      metricsToken: null,
      publicUrl: null,
      photoStore: { folder: join(folder, 'photos'), leastFreeBytes: 256 * 1_048_576 },
    })
    expect(wecomBaseUrl(config)).toBe('http://127.0.0.1:8787/sandbox/wecom')
    expect(wecomBaseUrl(config, 40_001)).toBe('http://127.0.0.1:40001/sandbox/wecom')
  })

  it('makes its secrets once, at random, for the owner alone', () => {
    const first = loadConfig(development()).secrets
    expect(loadConfig(development()).secrets).toEqual(first)
    const texts = [
      first.fieldKeys[0]?.keyBase64,
      first.fieldHashKeyBase64,
      first.refreshSecretBase64,
      first.keyEncryptionKeyBase64,
      loadConfig(development()).photoStore.secret,
    ]
    expect(new Set(texts).size).toBe(5)
    expect(loadConfig(development()).photoStore.secret).toBe(texts[4])
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
    const elsewhere = mkdtempSync(join(tmpdir(), 'waiqin-config-'))
    expect(loadConfig({ DATA_DIR: elsewhere }).secrets.refreshSecretBase64).not.toBe(first.refreshSecretBase64)
    rmSync(elsewhere, { recursive: true })
  })

  it('begins at the time of a demo, with data of its own', () => {
    const usual = loadConfig(development())
    const demo = loadConfig(development({ DEMO_TIME: '2026-11-18T08:45:00+08:00' }))
    expect(usual).toMatchObject({ demoTimeMs: null, dataFolder: folder })
    expect(demo.demoTimeMs).toBe(Date.UTC(2026, 10, 18, 0, 45))
    expect(demo).toMatchObject({
      dataFolder: join(folder, 'demo-time'),
      database: { url: `file:${join(folder, 'demo-time', 'waiqin.db')}` },
      photoStore: { folder: join(folder, 'demo-time', 'photos') },
      secrets: usual.secrets,
    })
  })

  it.each(['2026-11-18 08:45', '2026-11-18T08:45:00', '08:45', '2026-02-30T08:45:00+08:00'])(
    'takes no time of a demo such as %s',
    (DEMO_TIME) =>
      expect(problemsOf(development({ DEMO_TIME }))).toEqual([expect.stringMatching(/^DEMO_TIME: .*offset/)]),
  )

  it('mixes no demo with a database that was named', () => {
    const env = { DEMO_TIME: '2026-11-18T08:45:00+08:00', DATABASE_URL: 'file:own.db' }
    expect(problemsOf(development(env))).toEqual([expect.stringContaining('DATABASE_URL: leave it out with DEMO_TIME')])
  })

  it('says so when the secrets file is damaged, and does not replace it', () => {
    writeFileSync(join(folder, 'secrets.json'), '{}')
    expect(problemsOf(development())).toEqual([expect.stringContaining('secrets.json is damaged')])
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{}')
  })

  it.each<[string, Env, string]>([
    ['by default', {}, 'http://127.0.0.1:40001'],
    ['on every address', { HOST: '0.0.0.0' }, 'http://127.0.0.1:40001'],
    ['on a name', { HOST: 'waiqin.local' }, 'http://waiqin.local:40001'],
    ['over IPv6', { HOST: '::1' }, 'http://[::1]:40001'],
    ['behind a proxy', { PUBLIC_URL: 'https://example.com/waiqin/' }, 'https://example.com/waiqin'],
  ])('is reached %s', (_, changes, url) => {
    expect(publicUrl(loadConfig(development(changes)), 40_001)).toBe(url)
  })

  it('takes empty variables for absent ones', () => {
    expect(loadConfig(development({ PORT: '', HOST: ' ', DATABASE_URL: '' })).port).toBe(8787)
  })
})

it('is frozen all the way down', () => {
  const config = loadConfig(development())
  const isFrozen = (value: unknown): boolean =>
    typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  expect(isFrozen(config)).toBe(true)
  expect(() => Object.assign(config.database, { url: 'file:other' })).toThrow(TypeError)
})

describe('in production', () => {
  it('has no other clock than its own', () => {
    const demo = production({ DEMO_TIME: '2026-11-18T08:45:00+08:00' })
    expect(problemsOf(demo)).toEqual([expect.stringMatching(/^DEMO_TIME: is for trying/)])
  })

  it('starts with all real sides and secrets', () => {
    const config = loadConfig(production())
    expect(config.wecom).toMatchObject({ baseUrl: 'https://qyapi.weixin.qq.com', agentId: 1_000_002 })
    expect(config.database).toMatchObject({ engine: 'sqlserver', groupCommit: false })
    expect(config.secrets.fieldKeys.map(({ id }) => id)).toEqual(['2026b', '2026a'])
    expect(() => statSync(join(folder, 'secrets.json'))).toThrow()
  })

  it('takes the sandbox and SQLite only when they are named', () => {
    const embedded = { DATABASE_URL: undefined, ALLOW_EMBEDDED: 'database,photos,event-log,wecom' }
    expect(loadConfig(production(embedded))).toMatchObject({ database: { engine: 'sqlite' }, wecom: { baseUrl: null } })
  })

  it('lists everything that is missing, a line each', () => {
    expect(problemsOf({ NODE_ENV: 'production' }).map((line) => line.split(':')[0])).toEqual([
      'FIELD_KEYS',
      'FIELD_HASH_KEY',
      'REFRESH_SECRET',
      'KEY_ENCRYPTION_KEY',
      'WECOM_CORP_ID',
      'WECOM_AGENT_ID',
      'WECOM_SECRET',
      'DATABASE_URL',
      'PUBLIC_URL',
      'PHOTO_STORE',
      'ALLOW_EMBEDDED',
    ])
  })

  const same = key()
  it.each<[string, Env, string]>([
    ['plain HTTP to WeCom', { WECOM_BASE_URL: 'http://wecom.example' }, 'WECOM_BASE_URL: must be https'],
    ['an unnamed SQLite', { DATABASE_URL: 'file:waiqin.db' }, 'DATABASE_URL: must be sqlserver'],
    ['embedded photos without a secret', { PHOTO_STORE_SECRET: undefined }, 'PHOTO_STORE_SECRET: is required'],
    ['no address of its own', { PUBLIC_URL: undefined }, 'PUBLIC_URL: must be the https'],
    ['an address in the clear', { PUBLIC_URL: 'http://waiqin.example.com' }, 'PUBLIC_URL: must be the https'],
    [
      'a photo secret used again',
      { REFRESH_SECRET: same, PHOTO_STORE_SECRET: same },
      'PHOTO_STORE_SECRET: must differ from REFRESH_SECRET',
    ],
    ['an unnamed event log', { ALLOW_EMBEDDED: 'photos' }, 'ALLOW_EMBEDDED: must name event-log'],
    [
      'the same secret twice',
      { REFRESH_SECRET: same, FIELD_HASH_KEY: same },
      'REFRESH_SECRET: must differ from FIELD_HASH_KEY',
    ],
    [
      'a field key used again',
      { FIELD_KEYS: `a:${same}`, KEY_ENCRYPTION_KEY: same },
      'KEY_ENCRYPTION_KEY: must differ from FIELD_KEYS (a)',
    ],
  ])('refuses %s', (_, changes, problem) => {
    expect(problemsOf(production(changes))).toEqual([expect.stringContaining(problem)])
  })
})

describe('refuses', () => {
  it.each<[string, Env, string]>([
    ['an unknown environment', { NODE_ENV: 'staging' }, 'NODE_ENV'],
    ['a port that is a word', { PORT: 'http' }, 'PORT'],
    ['a port beyond the last', { PORT: '65536' }, 'PORT'],
    ['a negative port', { PORT: '-1' }, 'PORT'],
    ['a host with a scheme', { HOST: 'http://localhost' }, 'HOST'],
    ['another database', { DATABASE_URL: 'postgres://db' }, 'DATABASE_URL'],
    ['an unknown embedded side', { ALLOW_EMBEDDED: 'database,mail' }, 'ALLOW_EMBEDDED'],
    ['a switch that is neither', { GROUP_COMMIT: 'yes' }, 'GROUP_COMMIT'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    ['a short token', { METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    ['a short key', { REFRESH_SECRET: randomBytes(16).toString('base64') }, 'REFRESH_SECRET'],
    ['a key in hex', { REFRESH_SECRET: randomBytes(32).toString('hex') }, 'REFRESH_SECRET'],
    ['a key of one byte repeated', { REFRESH_SECRET: Buffer.alloc(32, 7).toString('base64') }, 'REFRESH_SECRET'],
    [
      'a key made of words',
      { REFRESH_SECRET: Buffer.from('correct horse battery staple 123').toString('base64') },
      'REFRESH_SECRET',
    ],
    ['field keys without ids', { FIELD_KEYS: key() }, 'FIELD_KEYS'],
    ['a field key id twice', { FIELD_KEYS: `a:${key()},a:${key()}` }, 'FIELD_KEYS'],
    ['no limit at all', { ATTEMPTS_PER_HOUR: '0' }, 'ATTEMPTS_PER_HOUR'],
    ['a public address that is none', { PUBLIC_URL: 'waiqin.example.com' }, 'PUBLIC_URL'],
    ['a weak photo secret', { PHOTO_STORE_SECRET: Buffer.alloc(32, 7).toString('base64') }, 'PHOTO_STORE_SECRET'],
    ['a WeCom address that is none', { WECOM_BASE_URL: 'wecom' }, 'WECOM_BASE_URL'],
  ])('%s', (_, changes, name) => {
    const problems = problemsOf(development(changes))
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: .`))])
    const value = Object.values(changes)[0] ?? ''
    if (name.includes('SECRET') || name.includes('KEY') || name.includes('TOKEN'))
      expect(problems.join()).not.toContain(value)
  })

  it('a real WeCom without its credentials', () => {
    const problems = problemsOf(development({ WECOM_BASE_URL: 'https://qyapi.weixin.qq.com' }))
    expect(problems.map((line) => line.split(':')[0])).toEqual(['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET'])
  })

  it('several mistakes at once, a line each', () => {
    expect(problemsOf(development({ PORT: 'x', LOG_LEVEL: 'x' }))).toHaveLength(2)
  })

  it('settings of the presence gateway in the same way', () => {
    expect(() => loadPresenceSettings({ PRESENCE_PORT: 'x', PRESENCE_SERVER_URL: 'x' })).toThrow(ConfigError)
  })
})

describe('.env.example', () => {
  const example = readFileSync(resolve('.env.example'), 'utf8')
  const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const)

  it('names every variable once, and no other', () => {
    const presence = readFileSync(resolve('server/src/presence/settings.ts'), 'utf8')
    const presenceNames = new Set([...presence.matchAll(/'(PRESENCE_[A-Z_]+)'/g)].map(([, name]) => name ?? ''))
    const expected = [...Object.keys(VARIABLES.shape), ...presenceNames]
    expect(lines.map(([name]) => name).sort()).toEqual(expected.sort())
  })

  it('shows the defaults', () => {
    const shown = loadConfig({ ...Object.fromEntries(lines), DATA_DIR: folder })
    expect(shown).toEqual(loadConfig(development()))
    const presence = Object.fromEntries(lines.filter(([name]) => name.startsWith('PRESENCE_')))
    expect(loadPresenceSettings(presence)).toEqual(loadPresenceSettings({}))
  })
})
