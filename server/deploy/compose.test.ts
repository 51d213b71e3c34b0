/** compose.yaml without Docker: what it refers to is there, what it sets is what the program reads, nobody is root. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { makeTempFolder, type TempFolder } from '../test/temp-folder'
import { loadConfig, loadPresenceSettings } from '../src/config'
import { VARIABLES } from '../src/config.variables'

interface Service {
  readonly image: string
  readonly user?: string
  readonly command?: readonly string[]
  readonly entrypoint?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
  readonly networks: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck: { readonly disable?: boolean; readonly test?: readonly string[] }
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly restart?: string
  readonly stop_grace_period?: string
  readonly logging?: { readonly options: Readonly<Record<string, string>> }
  readonly profiles?: readonly string[]
  readonly deploy: { readonly resources: { readonly limits: { readonly cpus?: string; readonly memory?: string } } }
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>
  readonly volumes: Readonly<Record<string, unknown>>
}

const text = readFileSync('compose.yaml', 'utf8')
const compose = parse(text, { merge: true }) as Compose
const { services, networks } = compose
const all = Object.entries(services)
const ours = all.filter(([, { image }]) => image.startsWith('waiqin:'))
const servers = ours.filter(([name]) => /^(web\d|worker|migrate)$/.test(name))

/** Of Node.js and our own scripts, not of the program. */
const OTHERS = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'COMPANY_NAME']

let folder: TempFolder
let made: Readonly<Record<string, string>>
beforeAll(() => {
  folder = makeTempFolder()
  execFileSync('sh', ['server/deploy/make-secrets.sh', 'waiqin.example.com', join(folder.path, 'secrets')])
  made = readEnv(readFileSync(join(folder.path, 'secrets', 'waiqin.env'), 'utf8'))
}, 60_000)
afterAll(() => folder.remove())

function readEnv(file: string): Record<string, string> {
  const lines = file.split('\n').filter((line) => /^[A-Z]/.test(line))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}

/** As compose puts values in: `${A}`, `${A:-default}`, `${A:?why}`, `$$`. */
function filledIn(value: string, env: Readonly<Record<string, string>>): string {
  return value.replace(
    /\$\$|\$\{(\w+)(?::([-?])([^{}]*))?\}/g,
    (whole, name?: string, kind?: string, rest?: string) => {
      if (name === undefined) return whole.slice(1)
      const given = env[name] ?? ''
      if (given === '' && kind === '?') throw new Error(`${name}: ${rest ?? ''}`)
      return given === '' && kind === '-' ? (rest ?? '') : given
    },
  )
}

/** What an operator fills in. */
const WECOM = { WECOM_CORP_ID: 'ww0123456789abcdef', WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'of the admin console' }

function environmentOf({ environment = {} }: Service, changes: Readonly<Record<string, string>> = WECOM) {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, filledIn(value, { ...made, ...changes })]),
  )
}

/** Certificates lie elsewhere outside a container. */
const here = (env: Record<string, string>) => ({
  ...env,
  ELASTICSEARCH_CA_FILE: join(folder.path, 'secrets', 'ca.crt'),
})

describe('each service', () => {
  it.each(all)('%s is bounded, watched and least privileged', (name, service) => {
    const { limits } = service.deploy.resources
    expect([limits.cpus, limits.memory]).toEqual([expect.any(String), expect.any(String)])
    expect(service.user ?? 'root').not.toMatch(/^(root|0)(:|$)/)
    expect(service.security_opt).toEqual(['no-new-privileges:true'])
    expect(service.cap_drop).toEqual(name === 'sqlserver' ? undefined : ['ALL'])
    expect(service.logging?.options['max-size']).toBeDefined()
    const isOneShot = service.restart === 'no'
    expect(service.healthcheck.disable ?? false).toBe(isOneShot)
    if (!isOneShot) expect(service.healthcheck.test?.length).toBeGreaterThan(1)
    expect(service.image).not.toMatch(/:latest$|^[^:]+$/)
  })

  it('waits only for what can be waited for', () => {
    const wrong = all.flatMap(([name, { depends_on = {} }]) =>
      Object.entries(depends_on).flatMap(([other, { condition }]) => {
        const isOneShot = services[other]?.restart === 'no'
        // One web that does not become healthy must not keep nginx from serving by the other.
        const lasting = name === 'nginx' ? 'service_started' : 'service_healthy'
        const fitting = isOneShot ? 'service_completed_successfully' : lasting
        return services[other] !== undefined && condition === fitting ? [] : [`${name} → ${other}: ${condition}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('mounts what is there, or what make-secrets.sh makes', () => {
    const mounts = all.flatMap(([, { volumes = [] }]) =>
      volumes.map((volume) => filledIn(volume, made).split(':')[0] ?? ''),
    )
    const missing = mounts.filter((mount) => {
      // The operator makes it, and gives it to SQL Server.
      if (mount === '/var/backups/waiqin') return false
      if (!mount.startsWith('./')) return !Object.hasOwn(compose.volumes, mount)
      const secret = /^\.\/server\/deploy\/secrets\/(.+)$/.exec(mount)?.[1]
      return !existsSync(secret === undefined ? mount : join(folder.path, 'secrets', secret))
    })
    expect(missing).toEqual([])
  })

  it('runs without another profile where nothing waits for one that has a profile', () => {
    const always = all.filter(([, { profiles }]) => profiles === undefined)
    const waitsFor = always.flatMap(([, { depends_on = {} }]) => Object.keys(depends_on))
    expect(waitsFor.filter((name) => services[name]?.profiles !== undefined)).toEqual([])
    expect(services['logstash']?.profiles).toEqual(['logstash'])
  })

  it('keeps its root read-only where it is ours', () => {
    expect(ours.filter(([, { read_only }]) => read_only !== true)).toEqual([])
  })
})

describe('networks', () => {
  it('leave the data unreachable from outside', () => {
    const open = (name: string) => networks[name]?.internal !== true
    for (const name of ['sqlserver', 'elasticsearch']) {
      expect([name, services[name]?.ports, services[name]?.networks.filter(open)]).toEqual([name, undefined, []])
    }
    const published = all.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`))
    expect(published.sort()).toEqual([
      'kibana 127.0.0.1:5601:5601',
      'logstash 127.0.0.1:8443:8443',
      'nginx 443:8443',
      'nginx 80:8080',
      'presence-gateway 8790:8790',
      'prometheus 127.0.0.1:9090:9090',
    ])
  })

  it('are all declared', () => {
    expect(all.flatMap(([, service]) => service.networks).filter((name) => !Object.hasOwn(networks, name))).toEqual([])
  })
})

describe('settings', () => {
  it('each variable that compose asks for is made, or has a default', () => {
    const asked = [...text.matchAll(/(?<!\$)\$\{(\w+)(:-)?/g)].flatMap(([, name, hasDefault]) =>
      hasDefault === undefined ? [name ?? ''] : [],
    )
    expect(asked.filter((name) => !Object.hasOwn(made, name))).toEqual([])
  })

  it('each variable that is made is used', () => {
    const used = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name))
    // Compose's own.
    expect(Object.keys(made).filter((name) => !used.has(name) && name !== 'COMPOSE_PROFILES')).toEqual([])
  })

  it('no process of ours gets a variable that it does not read', () => {
    const known = new Set([...Object.keys(VARIABLES.shape), ...OTHERS])
    const unknown = servers.flatMap(([name, { environment = {} }]) =>
      Object.keys(environment).flatMap((variable) => (known.has(variable) ? [] : [`${name} ${variable}`])),
    )
    expect(unknown).toEqual([])
  })

  it.each(servers)('%s starts with them', (_, service) => {
    const config = loadConfig(here(environmentOf(service)))
    expect(config).toMatchObject({
      environment: 'production',
      trustProxyHops: 1,
      publicUrl: 'https://waiqin.example.com',
      database: { engine: 'sqlserver' },
      elasticsearch: { nodeUrls: ['https://elasticsearch:9200'] },
    })
    expect(config.database.url).toContain('encrypt=true;trustServerCertificate=false')
  })

  it.each([
    [{ OSS_ACCESS_KEY_ID: 'LTAI0123456789', OSS_ACCESS_KEY_SECRET: 'of-sixteen-letters' }, 'key'],
    [
      {
        OSS_ACCESS_KEY_ID: 'LTAI0123456789',
        OSS_ACCESS_KEY_SECRET: 'of-sixteen-letters',
        OSS_ROLE_ARN: 'acs:ram::123456:role/waiqin',
      },
      'role',
    ],
    [{ OSS_CREDENTIALS_FILE: '/run/oss/credentials.json' }, 'file'],
  ])('photos may lie in OSS, with %o', (credentials, kind) => {
    const oss = { PHOTO_STORE: 'oss', ALLOW_EMBEDDED: '', OSS_BUCKET: 'waiqin-photos', OSS_REGION: 'cn-hangzhou' }
    const changes = { ...WECOM, ...oss, ...credentials, OSS_ENCRYPTION: 'KMS' }
    const config = loadConfig(here(environmentOf(services['web1'] as Service, changes)))
    expect(config.oss).toMatchObject({ credentials: { kind }, encryption: { algorithm: 'KMS' } })
  })

  it('rate limits are those of the operator, or the usual ones', () => {
    const web = services['web1'] as Service
    const limits = { RATE_LIMIT_PER_SESSION: '60', RATE_LIMIT_PER_ADDRESS: '9000', ATTEMPTS_PER_HOUR: '7' }
    expect(loadConfig(here(environmentOf(web))).rateLimits).toEqual(loadConfig({ NODE_ENV: 'test' }).rateLimits)
    expect(loadConfig(here(environmentOf(web, { ...WECOM, ...limits })))).toMatchObject({
      rateLimits: { perSessionPerMinute: 60, perAddressPerMinute: 9_000 },
      attemptsPerHour: 7,
    })
  })

  it('does not start without what WeCom gives out', () => {
    const [[, web] = [undefined, undefined]] = servers
    expect(() => environmentOf(web as Service, {})).toThrow(/WECOM_/)
  })

  it('is never made twice the same', () => {
    execFileSync('sh', ['server/deploy/make-secrets.sh', 'waiqin.example.com', join(folder.path, 'other')])
    const other = readEnv(readFileSync(join(folder.path, 'other', 'waiqin.env'), 'utf8'))
    const secret = /KEY|SECRET|PASSWORD|TOKEN/
    const same = Object.keys(made).filter(
      (name) => secret.test(name) && made[name] !== '' && made[name] === other[name],
    )
    expect(same).toEqual([])
    expect(() =>
      execFileSync('sh', ['server/deploy/make-secrets.sh', 'x', join(folder.path, 'other')], { stdio: 'ignore' }),
    ).toThrow()
  })

  it('a gateway starts with them', () => {
    const { environment } = services['presence-gateway'] as Service
    expect(loadPresenceSettings(environmentOf({ environment } as Service)).port).toBe(8_790)
  })

  it('the web stops after it has drained, and before it is killed', () => {
    const { environment = {}, stop_grace_period: patience = '' } = services['web1'] as Service
    const seconds = Number(environment['SHUTDOWN_DRAIN_SECONDS']) + Number(environment['SHUTDOWN_GRACE_SECONDS'])
    expect(seconds).toBeLessThan(Number.parseInt(patience, 10))
  })
})
