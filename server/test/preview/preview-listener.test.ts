import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPreviewListener, type PreviewOptions } from '../../preview/preview-listener'
import { makeTempFolder, type TempFolder } from '../temp-folder'
import { SAMPLE, writeSample } from './sample-app'

const asked: { url: string; body: string }[] = []
let sample: TempFolder
let server: Server
let url: string

beforeAll(async () => {
  sample = writeSample({ 'images/dot.png': 'a picture', 'secret.ts': 'const secret = 1' })
  const options: PreviewOptions = {
    folder: sample.path,
    world: () => Promise.resolve({ clockOffsetMs: 0, people: [{ userId: 'a', name: '甲', situation: '' }], sites: [] }),
    askGateway: (gateway, body) => {
      asked.push({ url: gateway, body: Buffer.from(body).toString() })
      return Promise.resolve(gateway === 'http://known/presence' ? { status: 200, body: '{"proof":"x"}' } : null)
    },
  }
  const handle = createPreviewListener(options)
  server = createServer((request, response) => {
    handle(request, response, request.headers['x-refused'] === undefined ? null : 'stopping')
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((done) => server.close(done))
  sample.remove()
})

const get = (path: string, init?: RequestInit) => fetch(url + path, init)

it('serves the phone under a policy without anything inline', async () => {
  const response = await get('/phone?phone=2')
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const html = await response.text()
  expect(html).toContain('id="phone"')
  expect(html).not.toMatch(/<script>|style=|onload=/)
})

it('serves the build and its own scripts and styles', async () => {
  expect(await (await get('/app.js')).text()).toContain('COMPILED_APP')
  expect(await (await get('/app.css')).text()).toContain('data-page="pages/home/home"')
  expect(await (await get('/phone.js')).text()).toContain('runningPhone')
  expect(await (await get('/panel.js')).text()).toContain('我是谁')
  expect((await get('/phone.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(await (await get('/world.json')).json()).toEqual({
    clockOffsetMs: 0,
    people: [{ userId: 'a', name: '甲', situation: '' }],
    sites: [],
  })
})

it.each(['/assets/images/gone.png', '/assets/secret.ts', '/assets/..%2F..%2Fetc%2Fpasswd.png', '/gone'])(
  'has no %s',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)

it("serves the mini-program's pictures", async () => {
  const response = await get('/assets/images/dot.png')
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(await response.text()).toBe('a picture')
})

it('passes requests on to gateways that the company has', async () => {
  const ask = (gateway: string, body = '{"a":1}') =>
    get('/gateway', { method: 'POST', headers: { 'x-gateway-url': gateway }, body })
  const known = await ask('http://known/presence')
  expect([known.status, await known.text()]).toEqual([200, '{"proof":"x"}'])
  expect(asked.at(-1)).toEqual({ url: 'http://known/presence', body: '{"a":1}' })
  expect((await ask('http://elsewhere/')).status).toBe(502)
  const before = asked.length
  expect((await ask('http://known/presence', 'x'.repeat(5_000))).status).toBe(502)
  expect(asked).toHaveLength(before)
  expect((await get('/phone', { method: 'DELETE' })).status).toBe(405)
})

it('refuses what the edge wants refused', async () => {
  expect((await get('/phone', { headers: { 'x-refused': '1' } })).status).toBe(503)
})

it('compiles again after a change, and shows what is wrong', async () => {
  const page = join(sample.path, 'pages/list/list.wxml')
  writeFileSync(page, '<view>\n  <gone')
  const html = await (await get('/phone')).text()
  expect(html).toContain('miniprogram/pages/list/list.wxml:2:')
  writeFileSync(page, SAMPLE['pages/list/list.wxml'] ?? '')
  expect(await (await get('/phone')).text()).toContain('id="phone"')
})

it('shows what is missing altogether', async () => {
  const empty = makeTempFolder()
  const handle = createPreviewListener({
    folder: empty.path,
    world: () => Promise.resolve({ clockOffsetMs: 0, people: [], sites: [] }),
    askGateway: () => Promise.resolve(null),
  })
  const other = createServer((request, response) => handle(request, response, null)).listen(0, '127.0.0.1')
  await new Promise((done) => other.once('listening', done))
  const response = await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/phone`)
  expect(await response.text()).toContain('app.json is missing')
  await new Promise((done) => other.close(done))
  empty.remove()
})
