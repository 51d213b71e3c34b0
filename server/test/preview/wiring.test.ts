import { hasPreview } from '../../src/wiring/preview'
import { seedSite } from '../../../prisma/seed/builders'
import { addPerson, send, startApp, type App } from '../start-app'

let app: App
beforeAll(async () => {
  app = await startApp({
    seed: async (tx) => {
      await seedSite(tx, {
        name: '仓库',
        fence: { kind: 'circle', centre: { latitude: 31, longitude: 121 }, radiusMetres: 80 },
      })
    },
  })
  await addPerson(app, { userId: 'LiLei', name: '李雷' })
})
afterAll(() => app.close())

it('has its page, with nothing inline', async () => {
  const { status, headers, text } = await send(app, { path: '/preview?phones=2' })
  expect(status).toBe(200)
  expect(headers.get('content-security-policy')).toContain("frame-src 'self'")
  expect(text).not.toMatch(/<script>|style=/)
})

it("shows the company's people and places", async () => {
  const { text } = await send(app, { path: '/preview/world.json' })
  const world = JSON.parse(text) as { people: unknown[]; sites: unknown[] }
  expect(world.people).toContainEqual({ userId: 'LiLei', name: '李雷', situation: '' })
  expect(world.sites).toContainEqual(
    expect.objectContaining({ name: '仓库', latitude: 31, longitude: 121, edgeMetres: 80, hasGateway: false }),
  )
})

it('asks no gateway that the company does not have', async () => {
  const headers = { 'x-gateway-url': 'http://127.0.0.1:1/presence' }
  const { status } = await send(app, { method: 'POST', path: '/preview/gateway', headers, body: '{}' })
  expect(status).toBe(502)
})

it('is linked from the start page', async () => {
  expect((await send(app, { path: '/' })).text).toContain('href="/preview"')
})

it('is absent in production, and where WeCom is the real one', () => {
  const { wecom } = app.config
  expect(hasPreview(app.config)).toBe(true)
  expect(hasPreview({ ...app.config, environment: 'production' })).toBe(false)
  expect(hasPreview({ ...app.config, wecom: { ...wecom, baseUrl: 'https://qyapi.weixin.qq.com' } })).toBe(false)
})
