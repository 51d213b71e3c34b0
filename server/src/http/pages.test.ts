import { z } from 'zod'
import { ERRORS } from '#contract/error-codes'
import { sampleRoutes, startEdgeApp, type EdgeApp } from '../../test/edge-app'
import { fixedClock } from '../../test/fakes'
import { docsPages } from './docs-pages'
import { healthPages } from './health'
import { createLifecycle } from './lifecycle'
import { createMetrics, metricsPage } from './metrics'
import { openApiDocument, openApiPage } from './openapi'
import type { Page } from './page'

let app: EdgeApp | null = null
async function open(pages: readonly Page[]): Promise<string> {
  app = await startEdgeApp([], { pages })
  return app.url
}
afterEach(async () => {
  await app?.close()
  app = null
})

describe('health', () => {
  it('is ready when every check holds', async () => {
    const url = await open(healthPages({ database: async () => undefined }, createLifecycle()))
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' })
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', checks: { database: 'ok' } }])
    expect(app?.log).toEqual([])
  })

  it('stays ready whatever a remark says, or if it fails', async () => {
    const remarks = { wecom: async () => 'failing', other: () => Promise.reject(new Error('password wrong')) }
    const url = await open(healthPages({ database: async () => undefined }, createLifecycle(), remarks))
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', checks: { database: 'ok', wecom: 'failing', other: 'unknown' } },
    ])
  })

  it('names the check that fails, not why', async () => {
    const checks = { database: () => Promise.reject(new Error('password wrong')), relay: async () => undefined }
    const url = await open(healthPages(checks, createLifecycle()))
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'unready', checks: { database: 'failing', relay: 'ok' } },
    ])
  })

  it('is not ready while stopping', async () => {
    const lifecycle = createLifecycle()
    const url = await open(healthPages({}, lifecycle))
    lifecycle.stop()
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})

describe('metrics', () => {
  it('count requests by pattern, decisions by code, and ask the queue at each scrape', async () => {
    const metrics = createMetrics()
    let waiting = 3
    metrics.watchWriteQueue(() => waiting)
    metrics.observeRequest({ method: 'GET', route: '/api/v1/things/:thingId', status: 200, seconds: 0.02 })
    metrics.countDecision('refused', 'OUT_OF_RANGE')
    const url = await open([metricsPage(metrics, { environment: 'development', metricsToken: null })])
    const text = await (await fetch(`${url}/metrics`)).text()
    expect(text).toContain(
      'waiqin_http_request_duration_seconds_count{method="GET",route="/api/v1/things/:thingId",status="200"} 1',
    )
    expect(text).toContain('waiqin_check_in_decisions_total{outcome="refused",code="OUT_OF_RANGE"} 1')
    expect(text).toContain('waiqin_database_write_queue_length 3')
    expect(text).toContain('nodejs_eventloop_lag_seconds')
    waiting = 0
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('waiqin_database_write_queue_length 0')
  })

  it('tell the relay’s backlog, read once for each scrape', async () => {
    const metrics = createMetrics()
    const log = { name: 'event-log', waitingCount: 5, deadCount: 1, oldestWaitingAtMs: 10_000 }
    const backlogs = [
      { unnumberedCount: 2, oldestUnnumberedAtMs: null, subscribers: [log] },
      { unnumberedCount: 0, oldestUnnumberedAtMs: null, subscribers: [] },
    ]
    let reads = 0
    metrics.watchOutbox(async () => backlogs[reads++] as (typeof backlogs)[number], fixedClock(40_000))
    const first = await metrics.render()
    for (const line of [
      'waiqin_outbox_unnumbered 2',
      'waiqin_outbox_waiting{subscriber="event-log"} 5',
      'waiqin_outbox_dead{subscriber="event-log"} 1',
      'waiqin_outbox_oldest_seconds{subscriber="event-log"} 30',
    ]) {
      expect(first).toContain(line)
    }
    expect(reads).toBe(1)
    expect(await metrics.render()).not.toContain('subscriber="event-log"')
  })

  it('count calls to WeCom, and tell what waits for it, read once for each scrape', async () => {
    const metrics = createMetrics()
    metrics.countWecomCall('1000002', '/cgi-bin/message/send', 'limited')
    const queue = { waitingCount: 3, retriedCount: 2, failedCount: 1 }
    let reads = 0
    let isBroken = true
    const readBacklog = async () => {
      reads++
      return { callbacks: queue, cards: queue, notices: queue, write_backs: { ...queue, waitingCount: 0 } }
    }
    metrics.watchWecom({ readBacklog, isBroken: () => isBroken })
    const first = await metrics.render()
    for (const line of [
      'waiqin_wecom_calls_total{app="1000002",path="/cgi-bin/message/send",outcome="limited"} 1',
      'waiqin_wecom_waiting{queue="cards"} 3',
      'waiqin_wecom_waiting{queue="write_backs"} 0',
      'waiqin_wecom_retried{queue="callbacks"} 2',
      'waiqin_wecom_failed{queue="notices"} 1',
      'waiqin_wecom_broken 1',
    ]) {
      expect(first).toContain(line)
    }
    expect(reads).toBe(1)
    isBroken = false
    expect(await metrics.render()).toContain('waiqin_wecom_broken 0')
  })

  it.each([
    ['production', null, undefined, 404],
    ['production', 'a-token-for-metrics', undefined, 401],
    ['production', 'a-token-for-metrics', 'Bearer another-token', 401],
    ['production', 'a-token-for-metrics', 'Bearer a-token-for-metrics', 200],
    ['development', 'a-token-for-metrics', undefined, 401],
    ['development', null, undefined, 200],
  ] as const)(
    'in %s with token %s and header %s answer %i',
    async (environment, metricsToken, authorization, status) => {
      const url = await open([metricsPage(createMetrics(), { environment, metricsToken })])
      const answer = await fetch(`${url}/metrics`, authorization === undefined ? {} : { headers: { authorization } })
      expect(answer.status).toBe(status)
    },
  )
})

describe('the OpenAPI document', () => {
  const document = openApiDocument(sampleRoutes(), '0.1.0')

  it('has the shape of OpenAPI 3.1', () => {
    expect(OPENAPI.safeParse(JSON.parse(JSON.stringify(document))).error?.issues).toBeUndefined()
  })

  it('resolves every reference and repeats no operation id', () => {
    const text = JSON.stringify(document)
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = pointer
        .split('/')
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], document)
      expect([pointer, typeof found]).toEqual([pointer, 'object'])
    }
    const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
    expect(ids).toHaveLength(sampleRoutes().length)
  })

  it('writes path parameters, bodies, signature headers and errors of each route', () => {
    const paths = document.paths as Record<string, Record<string, Record<string, unknown>>>
    const thing = paths['/api/v1/things/{thingId}']?.['get']
    expect(thing?.['parameters']).toMatchObject([
      { in: 'path', name: 'thingId', required: true },
      { in: 'query', name: 'limit' },
    ])
    expect(Object.keys(thing?.['responses'] as object)).toEqual(['200', '400', '401', '404', '429', '500', '503'])
    const changed = paths['/api/v1/things/{thingId}']?.['put']
    expect(Object.keys(changed?.['responses'] as object).slice(0, 2)).toEqual(['202', '204'])
    const signed = paths['/api/v1/signed']?.['post']
    expect(
      (signed?.['parameters'] as { name: string; required?: boolean }[]).map(({ name, required }) => [
        name,
        required ?? false,
      ]),
    ).toEqual([
      ['x-waiqin-key', true],
      ['x-waiqin-timestamp', true],
      ['x-waiqin-challenge', true],
      ['x-waiqin-position', true],
      ['x-waiqin-signature', true],
      ['x-waiqin-sent-at', false],
    ])
    expect(signed?.['security']).toEqual([{ session: [] }])
    expect(JSON.stringify(signed?.['requestBody'])).toContain('"additionalProperties":false')
    expect(paths['/api/v1/broken']?.['get']?.['security']).toEqual([])
    expect(JSON.stringify(document.components)).toContain(Object.keys(ERRORS)[0])
  })

  it('is served', async () => {
    const url = await open([openApiPage(sampleRoutes(), '0.1.0')])
    expect(await (await fetch(`${url}/api/openapi.json`)).json()).toMatchObject({
      openapi: '3.1.0',
      info: { version: '0.1.0' },
    })
  })
})

describe('the documentation page', () => {
  it('loads nothing from elsewhere and runs nothing inline', async () => {
    const url = await open(docsPages())
    const page = await fetch(`${url}/api/docs`)
    const html = await page.text()
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(html).not.toMatch(/<script>|https?:/)
    for (const [, path = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const file = await fetch(url + path)
      expect([path, file.status]).toEqual([path, 200])
    }
  })

  it.each(['package.json', '..%2f..%2fpackage.json', 'constructor'])('serves no other file: %s', async (name) => {
    const url = await open(docsPages())
    expect((await fetch(`${url}/api/docs/${name}`)).status).toBe(404)
  })
})

/** What the specification requires of the parts that we write. */
const PARAMETER = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), schema: z.object({}) })
const CONTENT = z.record(z.string(), z.object({ schema: z.object({}) }))
const OPERATION = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(PARAMETER).optional(),
  requestBody: z.object({ required: z.boolean(), content: CONTENT }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.object({ description: z.string().min(1), content: CONTENT.optional() }),
  ),
  security: z.array(z.object({ session: z.array(z.string()) }).partial()),
})
const OPENAPI = z.object({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().regex(/^\/[^:]*$/), z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), OPERATION)),
  components: z.object({
    schemas: z.object({ ErrorEnvelope: z.object({}) }),
    securitySchemes: z.object({ session: z.object({ type: z.literal('http'), scheme: z.literal('bearer') }) }),
  }),
})
