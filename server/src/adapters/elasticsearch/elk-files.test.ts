import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { leavesOf, mappedFields } from '../../../test/ports/elk-mapping'
import { createLog } from '../system/log'
import { toStored } from './document'

const DOCUMENT = {
  ...{ id: 'a', atMs: Date.UTC(2026, 10, 18, 1), action: 'check_in.decided', outcome: 'refused', code: 'X' },
  ...{ employeeId: 'e', userId: 'u', siteId: 's', text: 'x' },
}
/** All that the event log's subscriber hands on, by name. */
const LOGGED = [
  ...readFileSync(resolve('server/src/worker/event-log-subscriber.ts'), 'utf8')
    .split('const LOGGED')[1]!
    .split('const SEARCHED')[0]!
    .matchAll(/'(\w+)'/g),
].map(([, name = '']) => name)

/** Columns of their own: they stand elsewhere. */
const COLUMNS = ['employeeId', 'userId', 'siteId', 'outcome', 'code']
const core = ['keyword', 'text', 'date', 'long', 'integer', 'boolean', 'geo_point', 'object']

describe('the mapping', () => {
  it.each(['waiqin-events', 'waiqin-app'] as const)('%s has core field types only', (name) => {
    expect([...mappedFields(name)].filter(([, type]) => !core.includes(type))).toEqual([])
  })

  it('has a field for everything that is logged of an event', () => {
    expect(LOGGED.length).toBeGreaterThan(40)
    const names = LOGGED.filter((name) => !COLUMNS.includes(name))
    const mapped = mappedFields('waiqin-events')
    for (const name of names) {
      const [plain, full] = [
        toStored({ ...DOCUMENT, fields: {} }, 'd'),
        toStored({ ...DOCUMENT, fields: { [name]: 1 } }, 'd'),
      ]
      const added = leavesOf(full, mapped).filter((leaf) => !leavesOf(plain, mapped).includes(leaf))
      expect([name, added.length, added.filter((leaf) => !mapped.has(leaf))]).toEqual([name, 1, []])
    }
  })
})

describe('a place', () => {
  const placeOf = (cell: unknown) => toStored({ ...DOCUMENT, fields: { cell } }, 'd')['client']

  it.each([
    // 外滩: GCJ-02 lies about 200 m south and 400 m east of WGS-84 there.
    [
      'of the mainland is shifted',
      { latitude: 31.24, longitude: 121.49, mainlandSystem: true },
      { lat: 31.242, lon: 121.486 },
    ],
    ['of elsewhere stays', { latitude: 22.28, longitude: 114.16, mainlandSystem: false }, { lat: 22.28, lon: 114.16 }],
    ['without a system stays', { latitude: 31.24, longitude: 121.49 }, { lat: 31.24, lon: 121.49 }],
    ['is rounded to about 100 m', { latitude: 1.23456, longitude: 2.34567 }, { lat: 1.235, lon: 2.346 }],
  ])('%s', (_, cell, location) => {
    expect(placeOf(cell)).toEqual({ geo: { location } })
  })

  it('is left out where there is none', () => {
    expect([placeOf(null), placeOf({ latitude: 'x' }), placeOf(undefined)]).toEqual([undefined, undefined, undefined])
  })
})

describe('Logstash', () => {
  const sections = parseLogstash(readFileSync(resolve('server/elk/logstash/waiqin-events.conf'), 'utf8'))

  it('writes each entry once under its own id, into the stream that elk:setup prepares', () => {
    expect(sections['output']?.['elasticsearch']).toMatchObject({
      ...{ action: 'create', document_id: '%{[event][id]}', data_stream: 'false', manage_template: 'false' },
      index: 'logs-attendance.events-${ELASTICSEARCH_NAMESPACE:default}',
    })
  })

  it('takes entries from known senders over TLS', () => {
    const { user, password, ssl_enabled } = sections['input']?.['http'] ?? {}
    expect([user, password, ssl_enabled]).toEqual(['${LOGSTASH_HTTP_USER}', '${LOGSTASH_HTTP_PASSWORD}', 'true'])
  })

  it('removes what the input adds, and nothing that the mapping has', () => {
    const removed = (sections['filter']?.['mutate']?.['remove_field'] ?? '').match(/[\w@]+(\]\[\w+)*/g) ?? []
    const paths = removed.map((one) => one.replaceAll('][', '.'))
    expect(paths).toEqual(['@version', 'host', 'http', 'url', 'user_agent', 'tags', 'event.original'])
    const mapped = [...mappedFields('waiqin-events').keys()]
    expect(mapped.filter((field) => paths.some((path) => field === path || field.startsWith(`${path}.`)))).toEqual([])
  })
})

describe('Filebeat', () => {
  const text = readFileSync(resolve('server/elk/filebeat/filebeat.yml'), 'utf8')

  it.each([
    '- type: filestream',
    'target: ""',
    'overwrite_keys: true',
    'expand_keys: true',
    'setup.template.enabled: false',
    'setup.ilm.enabled: false',
    'index: "logs-waiqin.app-${ELASTICSEARCH_NAMESPACE:default}"',
  ])('says %s', (line) => {
    expect(text.split('\n').map((one) => one.trim())).toContain(line)
  })

  it('drops nothing that the mapping has', () => {
    const dropped = [...(/fields: \[(.*)\]/.exec(text)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)
    expect(dropped).toContain('agent')
    const mapped = [...mappedFields('waiqin-app').keys()]
    expect(mapped.filter((field) => dropped.some((name) => field === name || field.startsWith(`${name}.`)))).toEqual([])
  })

  it('finds a field for every name that our lines have', () => {
    const lines: string[] = []
    const log = createLog({ environment: 'production', logLevel: 'info' }, 'web', {
      write: (line) => void lines.push(line),
    })
    log.info(
      {
        ...{
          'http.request.id': 'r',
          'http.request.method': 'GET',
          'http.route': '/x',
          'http.response.status_code': 200,
        },
        ...{ 'event.duration': 1, 'user.id': 'e', 'session.id': 's', 'error.code': 'X' },
      },
      'GET /x 200',
    )
    log.error({ err: new TypeError('broken') }, 'a request failed')
    const mapped = mappedFields('waiqin-app')
    const names = lines.flatMap((line) => leavesOf(JSON.parse(line), mapped))
    expect(names.length).toBeGreaterThan(20)
    expect([...new Set(names)].filter((name) => !mapped.has(name))).toEqual([])
  })
})

/** `section { plugin { key => value } }`, as far as our file goes: comments and conditions around a plugin are let pass. */
function parseLogstash(text: string): Record<string, Record<string, Record<string, string>>> {
  const bare = text.replace(/^\s*#.*$/gm, '')
  expect(bare.split('{').length).toBe(bare.split('}').length)
  const sections = [...bare.matchAll(/^(\w+) \{\n([\s\S]*?)^\}/gm)]
  return Object.fromEntries(
    sections.map(([, section = '', body = '']) => [
      section,
      Object.fromEntries(
        [...body.matchAll(/^ {2}(\w+) \{\n([\s\S]*?)^ {2}\}/gm)].map(([, plugin = '', settings = '']) => [
          plugin,
          Object.fromEntries(
            [...settings.matchAll(/^ {4}(\w+) => "?(.*?)"?$/gm)].map(([, key = '', value = '']) => [key, value]),
          ),
        ]),
      ),
    ]),
  )
}
