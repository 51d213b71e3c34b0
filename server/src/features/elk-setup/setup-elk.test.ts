import type { FoundTemplate, LogSetupTarget, LogStream, LogTemplate } from '../../ports/log-setup'
import { describeOnElasticsearch, openElasticsearch, RETENTION } from '../../../test/ports/event-log-elasticsearch'
import { logStreams, logTemplates } from '../../adapters/elasticsearch/templates'
import { createLogSetupTarget } from '../../adapters/elasticsearch/log-setup'
import { isServerGoodEnough, stepFor } from './setup-elk.rules'
import { setUpElk } from './setup-elk.usecase'

describe('stepFor', () => {
  const wanted = { version: 2, digest: 'd' }
  it.each([
    ['nothing there', null, 'create'],
    ['the same', { version: 2, digest: 'd' }, 'keep'],
    ['an older one', { version: 1, digest: 'c' }, 'update'],
    ['changed by hand', { version: 2, digest: null }, 'update'],
    ['without a version', { version: null, digest: null }, 'update'],
    ['a newer one', { version: 3, digest: 'd' }, 'refuse'],
  ] as const)('%s', (_, found, step) => {
    expect(stepFor(wanted, found)).toBe(step)
  })
})

it.each([
  ['8.13.4', false],
  ['8.14.0', true],
  ['8.19.7', true],
  ['9.1.0', true],
  ['7.17.0', false],
  ['10.0.0', false],
])('takes a server of %s: %s', (version, isGood) => {
  expect(isServerGoodEnough(version)).toBe(isGood)
})

describe('setUpElk', () => {
  const plan = { templates: logTemplates(RETENTION), streams: logStreams('default', RETENTION) }

  /** Keeps what it is told, as Elasticsearch would. */
  function memory(version = '8.19.2') {
    const templates = new Map<string, FoundTemplate>()
    const streams = new Map<string, { version: number; retention: string }>()
    const calls: string[] = []
    const put = (call: string, { name, mappingVersion, retention }: LogStream) => {
      calls.push(`${call} ${name}`)
      streams.set(name, { version: mappingVersion, retention: streams.get(name)?.retention ?? retention })
    }
    const target: LogSetupTarget = {
      serverVersion: async () => version,
      findTemplate: async ({ kind, name }) => templates.get(`${kind} ${name}`) ?? null,
      putTemplate: async (template: LogTemplate) => {
        const key = `${template.kind} ${template.name}`
        calls.push(`put ${key}`)
        templates.set(key, { version: template.version, digest: template.digest })
      },
      streamVersion: async (name) => streams.get(name)?.version ?? null,
      createStream: async (stream) => put('create', stream),
      updateStream: async (stream) => put('update', stream),
      streamRetention: async (name) => streams.get(name)?.retention ?? null,
      setRetention: async ({ name, retention }) => {
        calls.push(`keep ${name} ${retention}`)
        streams.set(name, { version: 1, retention })
      },
    }
    return { target, templates, streams, calls }
  }

  it('puts components before what is made of them, then the streams; a second run does nothing', async () => {
    const { target, calls } = memory()
    const steps = (await setUpElk(target, plan)).map(({ step }) => step)
    expect(new Set(steps)).toEqual(new Set(['create']))
    expect(calls).toEqual([
      ...['put component waiqin-base', 'put component waiqin-events', 'put component waiqin-app'],
      ...['put index waiqin-events', 'put index waiqin-app'],
      ...['create logs-attendance.events-default', 'create logs-waiqin.app-default'],
    ])
    calls.length = 0
    expect(new Set((await setUpElk(target, plan)).map(({ step }) => step))).toEqual(new Set(['keep']))
    expect(calls).toEqual([])
  })

  it('applies another retention to what is there already', async () => {
    const { target, calls } = memory()
    await setUpElk(target, plan)
    calls.length = 0
    const retention = { eventDays: 90, appDays: 30 }
    const changed = { templates: logTemplates(retention), streams: logStreams('default', retention) }
    const lines = await setUpElk(target, changed)
    expect(calls).toContain('keep logs-attendance.events-default 90d')
    expect(lines).toContainEqual({
      step: 'update',
      what: 'logs-attendance.events-default retention',
      from: '180d',
      to: '90d',
    })
  })

  it.each<[string, (there: ReturnType<typeof memory>) => void]>([
    ['template', ({ templates }) => templates.set('index waiqin-app', { version: 9, digest: 'x' })],
    ['stream', ({ streams }) => streams.set('logs-attendance.events-default', { version: 9, retention: '1d' })],
  ])('changes nothing when a %s is newer', async (_, prepare) => {
    const there = memory()
    prepare(there)
    const steps = (await setUpElk(there.target, plan)).map(({ step }) => step)
    expect(new Set(steps)).toEqual(new Set(['refuse']))
    expect(there.calls).toEqual([])
  })

  it('changes nothing on a server that is too old', async () => {
    const { target, calls } = memory('7.17.0')
    expect((await setUpElk(target, plan)).map(({ step }) => step)).toEqual(['refuse'])
    expect(calls).toEqual([])
  })
})

describeOnElasticsearch('elk:setup on a real Elasticsearch', (url) => {
  it('prepares an empty stream, and says the second time that all is there', async () => {
    const { client, stream, plan, setUp, close } = openElasticsearch(url)
    try {
      const first = await setUp()
      expect(first.filter(({ step }) => step === 'refuse')).toEqual([])
      expect((await client.count({ index: stream })).count).toBe(0)
      const again = await setUp()
      expect(new Set(again.map(({ step }) => step))).toEqual(new Set(['keep']))
      const newer = plan.streams.map((one) => ({ ...one, mappingVersion: 2 }))
      const updated = await setUpElk(createLogSetupTarget(client), { ...plan, streams: newer })
      expect(updated.filter(({ step }) => step === 'update').map(({ what }) => what)).toEqual(
        newer.map(({ name }) => name),
      )
    } finally {
      await close()
    }
  })
})
