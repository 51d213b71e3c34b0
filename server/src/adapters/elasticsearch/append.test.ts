import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  describeOnElasticsearch,
  openElasticsearch,
  SILENT,
  type OpenedElasticsearch,
} from '../../../test/ports/event-log-elasticsearch'
import { AppError } from '../../app-error'
import type { EventLogDocument } from '../../ports/event-log'
import { createElasticsearchClient } from './client'
import { createElasticsearchEventLog } from './event-log'
import { DocumentsRefused } from './documents-refused'
import { NotSetUp, withoutValue } from './problems'

const AT_MS = Date.UTC(2026, 10, 18, 1)
let count = 0
function entry(fields: EventLogDocument['fields'] = {}): EventLogDocument {
  const id = `019a94f2-0000-7000-9000-${(++count).toString(16).padStart(12, '0')}`
  const [nobody, nothing] = [
    { employeeId: null, userId: null, siteId: null },
    { outcome: null, code: null },
  ]
  return { id, atMs: AT_MS, action: 'check_in.decided', text: 'x', fields, ...nobody, ...nothing }
}

/** Answers nothing but what a test says, and keeps what it was asked. */
async function listen(status: number) {
  const asked: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders }[] = []
  const server = createServer(({ url, headers }, response) => {
    asked.push({ url, headers })
    response.writeHead(status, { 'x-elastic-product': 'Elasticsearch', 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, asked, close: () => new Promise((resolve) => server.close(resolve)) }
}

it.each([
  ['an API key', { apiKey: 'opens' }, 'ApiKey opens'],
  ['user and password', { username: 'u', password: 'p' }, `Basic ${Buffer.from('u:p').toString('base64')}`],
  ['nothing', null, undefined],
])('shows %s to the node', async (_, auth, authorization) => {
  const { url, asked, close } = await listen(200)
  const client = createElasticsearchClient({ nodeUrls: [url], auth, caPem: null })
  await client.info()
  await client.close()
  await close()
  expect(asked.map(({ headers }) => headers.authorization)).toEqual([authorization])
})

it.each([
  ['leaves a node alone that keeps failing', 1_000_000, 2],
  ['asks it again when the pause is over', 0, 5],
])('%s', async (_, breakMs, askedCount) => {
  const { url, asked, close } = await listen(503)
  const client = createElasticsearchClient({ nodeUrls: [url], auth: null, caPem: null })
  const eventLog = createElasticsearchEventLog({ client, namespace: 'x', log: SILENT, failuresToBreak: 2, breakMs })
  for (let tries = 0; tries < 5; tries++) await expect(eventLog.append([entry()])).rejects.toThrow()
  await client.close()
  await close()
  expect(asked).toHaveLength(askedCount)
})

const NOBODY = { action: [], outcome: [], code: [], employeeId: [], siteId: [] }
const ANY = { words: [], fromMs: 0, untilMs: 1_000, ...NOBODY }

it.each<[number, string]>([
  [503, 'EVENT_LOG_UNAVAILABLE'],
  [429, 'EVENT_LOG_UNAVAILABLE'],
  [403, 'EVENT_LOG_UNAVAILABLE'],
  // Our own mistake: it does not pass by itself, and says nothing about the node.
  [400, 'no AppError'],
])(
  'tells whoever searches what an answer of %s means, and stops asking only for the first kind',
  async (status, code) => {
    const { url, asked, close } = await listen(status)
    const client = createElasticsearchClient({ nodeUrls: [url], auth: null, caPem: null })
    const options = { client, namespace: 'x', log: SILENT, failuresToBreak: 3, breakMs: 4_000 }
    const { search, histogram, top } = createElasticsearchEventLog(options)
    const questions = [
      () => search({ filter: ANY, after: null, limit: 1 }),
      () => histogram({ filter: ANY, bucketSeconds: 60 }),
      () => top(ANY, 'code', 1),
      () => search({ filter: ANY, after: null, limit: 1 }),
    ]
    const isOutage = code !== 'no AppError'
    for (const ask of questions) {
      const error: unknown = await ask().catch((thrown: unknown) => thrown)
      if (isOutage) expect(error).toMatchObject({ code, retryAfterSeconds: 4 })
      else expect(error).not.toBeInstanceOf(AppError)
    }
    await client.close()
    await close()
    expect(asked).toHaveLength(isOutage ? 3 : 4)
  },
)

it('tells whoever searches when there is no node at all', async () => {
  const { url, close } = await listen(200)
  await close()
  const client = createElasticsearchClient({ nodeUrls: [url], auth: null, caPem: null })
  const { top } = createElasticsearchEventLog({ client, namespace: 'x', log: SILENT })
  await expect(top(ANY, 'code', 1)).rejects.toMatchObject({ code: 'EVENT_LOG_UNAVAILABLE' })
  await client.close()
})

it('tells why a document was refused without its value', () => {
  const reason = "failed to parse field [n] of type [integer] in document with id 'b'. Preview of field's value: '张敏'"
  expect(withoutValue('document_parsing_exception', reason)).toBe(
    "document_parsing_exception: failed to parse field [n] of type [integer] in document with id 'b'.",
  )
})

describeOnElasticsearch('appending to a real Elasticsearch', (url) => {
  let opened: OpenedElasticsearch
  beforeEach(async () => {
    opened = openElasticsearch(url)
  })
  afterEach(() => opened.close())

  const idsThere = async () => {
    const { hits } = await opened.client.search<{ event: { id: string } }>({ index: opened.stream, size: 1_000 })
    return hits.hits.map(({ _source }) => _source?.event.id).sort()
  }

  it('writes nothing before elk:setup', async () => {
    await expect(opened.eventLog.append([entry()])).rejects.toThrow(NotSetUp)
    expect(await opened.client.indices.exists({ index: opened.stream })).toBe(false)
  })

  it('sets a bad document aside, says which, and takes its neighbours', async () => {
    await opened.setUp()
    const [good, bad, other] = [entry(), entry({ lateMinutes: 'many' }), entry()]
    const refusal = opened.eventLog.append([good, bad, other])
    await expect(refusal).rejects.toThrow(DocumentsRefused)
    await expect(refusal).rejects.toMatchObject({
      refused: [{ id: bad.id, reason: expect.stringMatching(/^document_parsing/) }],
    })
    await opened.eventLog.append([good, other])
    expect(await idsThere()).toEqual([good.id, other.id])
  })

  it('keeps one of each over rollovers, the first, and may be repeated at any point', async () => {
    await opened.setUp()
    const documents = Array.from({ length: 20 }, () => entry())
    const rollover = () => opened.client.indices.rollover({ alias: opened.stream })
    await opened.eventLog.append(documents.slice(0, 5))
    await rollover()
    await opened.eventLog.append(documents.slice(0, 10))
    await opened.eventLog.append(documents.slice(0, 10))
    await rollover()
    await opened.eventLog.append(documents)
    expect(await idsThere()).toEqual(documents.map(({ id }) => id))
    const { hits } = await opened.client.search({ index: opened.stream, size: 100 })
    const generations = hits.hits.map(({ _index }) => Number(_index.slice(-6))).sort()
    expect(generations).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, ...Array<number>(10).fill(3)])
  })

  it('takes what a copy that was left behind by a crash stood for', async () => {
    await opened.setUp()
    const document = entry()
    await opened.eventLog.append([document])
    await opened.client.indices.rollover({ alias: opened.stream })
    // As a writer leaves it that dies right after writing.
    const source = { '@timestamp': new Date(AT_MS).toISOString(), event: { id: document.id } }
    await opened.client.create({ index: opened.stream, id: document.id, document: source, refresh: true })
    expect(await idsThere()).toHaveLength(2)
    await opened.eventLog.append([document])
    expect(await idsThere()).toEqual([document.id])
  })
})
