import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { mappedFields } from '../../../test/ports/elk-mapping'
import { describeOnElasticsearch, openElasticsearch } from '../../../test/ports/event-log-elasticsearch'
import { fieldsOfQuery, requestsOf } from '../../../test/ports/kibana-queries'
import { toStored } from '../../adapters/elasticsearch/document'
import { kibanaFiles, ndjson } from './kibana-content.rules'
import type { SavedObject } from './kibana-objects.rules'

const FOLDER = resolve('server/elk/kibana')
const files = readdirSync(FOLDER)
const objects = files.flatMap((file) =>
  readFileSync(resolve(FOLDER, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SavedObject),
)
const requests = objects.flatMap((object) =>
  requestsOf(object).map((request) => ({ id: object.id, view: viewOf(object), ...request })),
)

function viewOf({ references }: SavedObject): 'waiqin-events' | 'waiqin-app' {
  const id = references.find(({ type }) => type === 'index-pattern')?.id
  return id === 'waiqin-app' ? 'waiqin-app' : 'waiqin-events'
}

it('is what npm run elk:kibana writes', () => {
  const expected = [...kibanaFiles()].map(([name, content]) => [`${name}.ndjson`, ndjson(content)])
  const found = files.map((file) => [file, readFileSync(resolve(FOLDER, file), 'utf8')])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
})

it('has every object once, and every reference leads to one', () => {
  const keys = objects.map(({ type, id }) => `${type} ${id}`)
  expect(new Set(keys).size).toBe(keys.length)
  const lost = objects.flatMap(({ references }) => references.filter(({ type, id }) => !keys.includes(`${type} ${id}`)))
  expect(lost).toEqual([])
})

it('names in its texts each reference that it has, and no other', () => {
  for (const { id, type, attributes, references } of objects) {
    const text = JSON.stringify(attributes)
    const named = [...text.matchAll(/(?:indexRefName|indexPatternRefName|panelRefName)\\*":\\*"([\w.]+)/g)]
    const expected = references.map(({ name }) => (type === 'dashboard' ? name.split(':')[1] : name))
    expect([id, named.map(([, name]) => name).sort()]).toEqual([id, expected.sort()])
  }
})

it('has panels that do not lie on each other', () => {
  for (const { attributes } of objects.filter(({ type }) => type === 'dashboard')) {
    const panels = JSON.parse(attributes['panelsJSON'] as string) as {
      gridData: Record<'x' | 'y' | 'w' | 'h', number>
    }[]
    const cells = panels.flatMap(({ gridData: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
  }
})

it('asks only for fields that the mapping has, and aggregates no text', () => {
  expect(requests.length).toBeGreaterThan(30)
  const problems = requests.flatMap(({ id, view, query, fields }) => {
    const mapped = mappedFields(view)
    const lost = [...fieldsOfQuery(query), ...fields].filter((field) => !mapped.has(field))
    return lost.map((field) => `${id}: ${field}`)
  })
  expect(problems).toEqual([])
})

describeOnElasticsearch('Kibana on a real Elasticsearch', (url) => {
  it('runs every query and aggregation, and those of check-ins find one', async () => {
    const { client, namespace, stream, appStream, setUp, eventLog, close } = openElasticsearch(url)
    try {
      await setUp()
      const document = {
        ...{ id: '019a94f2-0000-7000-8000-0000000000aa', atMs: Date.UTC(2026, 10, 18, 1), action: 'check_in.decided' },
        ...{ outcome: 'refused', code: 'OUT_OF_RANGE', employeeId: 'e1', userId: 'zhang', siteId: 's1', text: 'x' },
        fields: {
          lateMinutes: 7,
          findings: ['A'],
          presenceBy: 'fence',
          networkType: '5g',
          slotKind: 'visit',
          keyThumbprint: 'k',
          cell: { latitude: 31.2, longitude: 121.5 },
        },
      }
      await eventLog.append([document])
      expect(toStored(document, namespace)).toHaveProperty('client.geo.location')
      for (const { id, view, query, aggs } of requests) {
        const asked = await client.search({
          index: view === 'waiqin-events' ? stream : appStream,
          query: query === '' ? { match_all: {} } : { query_string: { query, analyze_wildcard: true } },
          aggs: aggs as Record<string, object>,
          size: 1,
        })
        const found = (asked.hits.total as { value: number }).value
        const isOfCheckIns = view === 'waiqin-events' && query.startsWith('event.action:"check_in.decided"')
        expect([id, asked._shards.failed, found]).toEqual([id, 0, isOfCheckIns && !query.includes(' NOT ') ? 1 : found])
      }
    } finally {
      await close()
    }
  })
})
