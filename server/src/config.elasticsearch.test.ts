import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTempFolder, type TempFolder } from '../test/temp-folder'
import { ConfigError, loadConfig } from './config'

let folder: TempFolder
beforeAll(() => {
  folder = makeTempFolder()
})
afterAll(() => folder.remove())

type Env = Readonly<Record<string, string>>

const ON = { EVENT_LOG: 'elasticsearch', ELASTICSEARCH_URLS: 'https://es1:9200' }
const load = (env: Env) => loadConfig({ DATA_DIR: folder.path, ...env })

function problemsOf(env: Env): readonly string[] {
  try {
    load(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}
const elasticProblems = (env: Env) => problemsOf(env).filter((line) => /ELASTICSEARCH_|event-log/.test(line))

it('is embedded until it is asked for', () => {
  expect(load({}).elasticsearch).toBeNull()
  expect(load({ ELASTICSEARCH_URLS: 'https://es1:9200' }).elasticsearch).toBeNull()
})

it('takes several nodes, a key, an authority and days', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n'
  const caFile = join(folder.path, 'ca.pem')
  writeFileSync(caFile, pem)
  const { elasticsearch } = load({
    ...ON,
    ELASTICSEARCH_URLS: 'https://es1:9200/, https://es2:9200',
    ELASTICSEARCH_API_KEY: 'a2V5LWlkOmtleS1zZWNyZXQ=',
    ELASTICSEARCH_CA_FILE: caFile,
    ELASTICSEARCH_EVENT_DAYS: '400',
  })
  expect(elasticsearch).toEqual({
    nodeUrls: ['https://es1:9200', 'https://es2:9200'],
    auth: { apiKey: 'a2V5LWlkOmtleS1zZWNyZXQ=' },
    caPem: pem,
    namespace: 'default',
    retention: { eventDays: 400, appDays: 30 },
  })
})

it('takes user and password', () => {
  const { elasticsearch } = load({ ...ON, ELASTICSEARCH_USER: 'waiqin', ELASTICSEARCH_PASSWORD: 'long-enough' })
  expect(elasticsearch?.auth).toEqual({ username: 'waiqin', password: 'long-enough' })
})

it.each<[string, Env, string]>([
  ['no address', { EVENT_LOG: 'elasticsearch' }, 'ELASTICSEARCH_URLS: is required'],
  ['an address that is none', { ...ON, ELASTICSEARCH_URLS: 'es1:9200' }, 'ELASTICSEARCH_URLS: must be http(s)'],
  ['an address with a user', { ...ON, ELASTICSEARCH_URLS: 'https://u:p@es1' }, 'ELASTICSEARCH_URLS: must be http(s)'],
  ['a user alone', { ...ON, ELASTICSEARCH_USER: 'u' }, 'ELASTICSEARCH_USER: goes with'],
  [
    'key and user',
    {
      ...ON,
      ELASTICSEARCH_API_KEY: 'a2V5LWlkOmtleS1z',
      ...{ ELASTICSEARCH_USER: 'u', ELASTICSEARCH_PASSWORD: 'long-enough' },
    },
    'ELASTICSEARCH_API_KEY: set this or',
  ],
  ['a missing authority', { ...ON, ELASTICSEARCH_CA_FILE: '/nowhere.pem' }, 'ELASTICSEARCH_CA_FILE: is not'],
  ['a namespace with a dash', { ...ON, ELASTICSEARCH_NAMESPACE: 'a-b' }, 'ELASTICSEARCH_NAMESPACE: must be'],
  ['no days', { ...ON, ELASTICSEARCH_EVENT_DAYS: '0' }, 'ELASTICSEARCH_EVENT_DAYS: must be'],
])('refuses %s', (_, env, problem) => {
  expect(problemsOf(env)).toEqual([expect.stringContaining(problem)])
})

describe('in production', () => {
  const production = { NODE_ENV: 'production' }

  it('needs TLS and a key, and no leave for the embedded side', () => {
    expect(elasticProblems({ ...production, ...ON, ELASTICSEARCH_URLS: 'http://es1:9200' })).toEqual([
      'ELASTICSEARCH_URLS: must be https in production',
      'ELASTICSEARCH_API_KEY: this, or user and password, is required in production',
    ])
    expect(elasticProblems({ ...production, ...ON, ELASTICSEARCH_API_KEY: 'a2V5LWlkOmtleS1z' })).toEqual([])
  })

  it('needs leave for the embedded side', () => {
    expect(elasticProblems(production)).toEqual([expect.stringMatching(/^ALLOW_EMBEDDED: must name event-log/)])
  })
})
