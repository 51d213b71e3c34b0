import { ERRORS } from '#contract/error-codes'
import { EDGE_NOW_MS, sampleRoutes, startEdgeApp, type EdgeApp } from '../../test/edge-app'
import { createLifecycle } from './lifecycle'
import type { AppParts } from './app'

const running: EdgeApp[] = []
async function start(changes: Partial<AppParts> = {}): Promise<EdgeApp> {
  const app = await startEdgeApp(sampleRoutes(), changes)
  running.push(app)
  return app
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close()))
})

const STAFF = { authorization: 'Bearer staff' }
const JSON_STAFF = { ...STAFF, 'content-type': 'application/json' }

describe('the error envelope', () => {
  it.each([
    ['zh', undefined],
    ['zh', 'zh-CN,zh;q=0.9,en;q=0.8'],
    ['zh', 'fr'],
    ['en', 'en-GB,en;q=0.9'],
    ['en', 'en;q=0.9,zh;q=0.5'],
  ] as const)('speaks %s for Accept-Language %s', async (language, header) => {
    const { url } = await start()
    const answer = await fetch(`${url}/nowhere`, header === undefined ? {} : { headers: { 'accept-language': header } })
    expect(await answer.json()).toEqual({
      code: 'ROUTE_UNKNOWN',
      ...ERRORS.ROUTE_UNKNOWN[language],
      requestId: answer.headers.get('x-request-id'),
      details: [],
    })
    expect(answer.headers.get('content-language')).toBe(language)
  })

  it('says problems of fields in the same language', async () => {
    const { url } = await start()
    const problems = async (language: string) => {
      const headers = { ...JSON_STAFF, 'accept-language': language }
      const answer = await fetch(`${url}/api/v1/echo`, { method: 'POST', headers, body: '{"text":1,"more":1}' })
      return ((await answer.json()) as { details: { path: string; problem: string }[] }).details
    }
    expect(await problems('zh')).toContainEqual({ path: 'more', problem: '没有这个字段' })
    expect(await problems('en')).toContainEqual({ path: 'more', problem: 'No such field' })
  })

  it('tells nothing of a fault, and logs all of it', async () => {
    const app = await start()
    const answer = await fetch(`${app.url}/api/v1/broken`)
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL', details: [] })
    expect(text).not.toContain('secret internals')
    const fault = app.log.find(({ level }) => level === 'error')
    expect(fault?.fields).toMatchObject({ 'http.route': '/api/v1/broken', 'error.code': 'INTERNAL' })
    expect((fault?.fields['err'] as Error).message).toContain('secret internals')
  })

  it('stands when its audit line cannot be written', async () => {
    const app = await start({ auditRefusal: () => Promise.reject(new Error('database away')) })
    const answer = await fetch(`${app.url}/api/v1/echo`, { method: 'POST', headers: JSON_STAFF, body: '{}' })
    expect(answer.status).toBe(400)
    expect(app.log.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  it('names the allowed methods', async () => {
    const { url } = await start()
    const answer = await fetch(`${url}/api/v1/things/1`, { method: 'POST' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, PUT'])
  })
})

describe('the audit line of a refusal', () => {
  it('names who, what and why, and no values', async () => {
    const app = await start()
    const answer = await fetch(`${app.url}/api/v1/echo`, {
      method: 'POST',
      headers: JSON_STAFF,
      body: '{"text":13800138000}',
    })
    expect(app.audit).toEqual([
      {
        actor: { kind: 'employee', id: 'employee-1' },
        action: 'request.refused',
        subject: { kind: 'route', id: 'echo' },
        requestId: answer.headers.get('x-request-id'),
        detail: { method: 'post', path: '/api/v1/echo', status: 400, code: 'BODY_INVALID', fields: ['text'] },
      },
    ])
  })

  it('takes a key from headers for a claim only', async () => {
    const app = await start()
    await fetch(`${app.url}/api/v1/signed`, { method: 'POST', headers: { 'x-waiqin-key': 'c'.repeat(64) } })
    expect(app.audit.map(({ actor }) => actor)).toEqual([{ kind: 'anonymous', id: `claimed:${'c'.repeat(64)}` }])
  })
})

describe('request ids and addresses', () => {
  const given = { 'x-request-id': 'gateway-4711', 'x-forwarded-for': '198.51.100.7, 203.0.113.9' }
  const addresses: string[] = []
  const seesAddresses: Partial<AppParts> = {
    authenticate: async (_, request) => {
      addresses.push(request.networkAddress)
      throw new Error('seen')
    },
  }
  beforeEach(() => addresses.splice(0))

  it('believes neither without a trusted proxy', async () => {
    const { url } = await start(seesAddresses)
    const answer = await fetch(`${url}/api/v1/limited`, { headers: { ...given, ...STAFF } })
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(addresses).toEqual(['127.0.0.1'])
  })

  it.each([
    [1, '203.0.113.9'],
    [2, '198.51.100.7'],
  ])('behind %i proxies takes their word', async (trustProxyHops, address) => {
    const rateLimits = { perSessionPerMinute: 100, perAddressPerMinute: 100 }
    const { url } = await start({ ...seesAddresses, config: { environment: 'test', trustProxyHops, rateLimits } })
    const answer = await fetch(`${url}/api/v1/limited`, { headers: { ...given, ...STAFF } })
    expect(answer.headers.get('x-request-id')).toBe('gateway-4711')
    const strange = { ...STAFF, 'x-request-id': '<script>', 'x-forwarded-for': 'me' }
    const other = await fetch(`${url}/api/v1/limited`, { headers: strange })
    expect(other.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(addresses).toEqual([address, '127.0.0.1'])
  })

  it('tells the handler when the phone sent, if that is an instant', async () => {
    const { url } = await start()
    const sentAt = async (value: string) => {
      const headers = { ...JSON_STAFF, 'x-waiqin-sent-at': value }
      const answer = await fetch(`${url}/api/v1/echo`, { method: 'POST', headers, body: '{"text":""}' })
      return ((await answer.json()) as { sentAtMs: number | null }).sentAtMs
    }
    expect(await sentAt(String(EDGE_NOW_MS))).toBe(EDGE_NOW_MS)
    expect(await sentAt('yesterday')).toBeNull()
    expect(await sentAt('1e15')).toBeNull()
  })
})

describe('limits', () => {
  const limited = (perSessionPerMinute: number, perAddressPerMinute: number): Partial<AppParts> => ({
    config: { environment: 'test', trustProxyHops: 0, rateLimits: { perSessionPerMinute, perAddressPerMinute } },
  })
  const statuses = async (count: number, ask: () => Promise<Response>) => {
    const found: number[] = []
    for (let index = 0; index < count; index++) found.push((await ask()).status)
    return found
  }

  it('of a route', async () => {
    const app = await start()
    const ask = () => fetch(`${app.url}/api/v1/limited`, { headers: STAFF })
    expect(await statuses(4, ask)).toEqual([204, 204, 429, 429])
    const answer = await ask()
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    // One line for the whole flood.
    expect(app.audit.map(({ detail }) => detail['code'])).toEqual(['TOO_MANY_REQUESTS'])
  })

  it('of a session leave other sessions alone', async () => {
    const { url } = await start(limited(2, 100))
    const ask = (token: string) => () =>
      fetch(`${url}/api/v1/things/x`, { headers: { authorization: `Bearer ${token}` } })
    expect(await statuses(3, ask('staff'))).toEqual([400, 400, 429])
    expect(await statuses(1, ask('admin'))).toEqual([400])
  })

  it('of an address count public requests and failed log-ins, not sessions', async () => {
    const { url } = await start(limited(100, 3))
    const ask = (headers: Record<string, string>) => () => fetch(`${url}/api/v1/things/x`, { headers })
    expect(await statuses(5, ask(STAFF))).toEqual([400, 400, 400, 400, 400])
    expect(await statuses(5, ask({ authorization: 'Bearer forged' }))).toEqual([401, 401, 401, 429, 429])
    expect(await statuses(1, () => fetch(`${url}/api/v1/broken`))).toEqual([429])
  })
})

describe('what is noted', () => {
  it('has ids and patterns, no paths, queries or tokens', async () => {
    const app = await start()
    await fetch(`${app.url}/api/v1/things/7f9c1e52-3a64-4b1e-9d1f-0a53a4a0c001?limit=5`, { headers: STAFF })
    await fetch(`${app.url}/31.2304,121.4737?near=31.2304,121.4737`)
    expect(app.log.map(({ text }) => text)).toEqual(['GET /api/v1/things/:thingId 200', 'GET none 404'])
    expect(app.log[0]?.fields).toMatchObject({ 'user.id': 'employee-1', 'http.response.status_code': 200 })
    expect(JSON.stringify(app.log)).not.toMatch(/31\.23|limit|Bearer|张敏|7f9c1e52/)
    expect(app.observed.map(({ route, status }) => [route, status])).toEqual([
      ['/api/v1/things/:thingId', 200],
      ['none', 404],
    ])
  })

  it('comes with headers that forbid what JSON does not need', async () => {
    const { url } = await start()
    const { headers } = await fetch(`${url}/api/v1/limited`, { headers: STAFF })
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  })
})

describe('mounts', () => {
  it('get the path below theirs, and nothing beside it', async () => {
    const handle: AppParts['mounts'][number]['handle'] = (request, response) => void response.end(request.url)
    const { url } = await start({ mounts: [{ prefix: '/sandbox/wecom', handle }] })
    expect(await (await fetch(`${url}/sandbox/wecom/cgi-bin/gettoken?corpid=a`)).text()).toBe(
      '/cgi-bin/gettoken?corpid=a',
    )
    expect((await fetch(`${url}/sandbox/wecomx`)).status).toBe(404)
  })
})

describe('while stopping', () => {
  it('refuses new requests and says that connections end', async () => {
    const lifecycle = createLifecycle()
    const { url } = await start({ lifecycle })
    lifecycle.stop()
    const answer = await fetch(`${url}/api/v1/limited`, { headers: STAFF })
    expect([answer.status, answer.headers.get('connection'), answer.headers.get('retry-after')]).toEqual([
      503,
      'close',
      '5',
    ])
    expect(await answer.json()).toMatchObject({ code: 'SHUTTING_DOWN' })
  })
})
