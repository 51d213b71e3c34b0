import { startEdgeApp, type EdgeApp } from '../../../test/edge-app'
import { startHtml, startPages, type StartContent } from './start.page'
import { START_TEXTS } from './start.texts'

const CONTENT: StartContent = {
  people: [{ userId: 'ChenYuTong', name: '陈雨桐', role: '外勤工程师', situation: '<b>两家</b> & "客户"' }],
  places: { docs: '/api/docs', health: '/readyz' },
}

let app: EdgeApp
beforeAll(async () => {
  app = await startEdgeApp([], { pages: startPages(CONTENT) })
})
afterAll(() => app.close())

it.each([
  ['/', undefined, 'zh'],
  ['/', 'en-US', 'en'],
  ['/?lang=en', 'zh-CN', 'en'],
  ['/?lang=zh', 'en-US', 'zh'],
  ['/?lang=xx', 'zh-CN', 'zh'],
] as const)('GET %s with Accept-Language %s speaks %s', async (path, header, language) => {
  const answer = await fetch(app.url + path, header === undefined ? {} : { headers: { 'accept-language': header } })
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await answer.text()).toContain(START_TEXTS[language].headline)
})

it('needs nothing from elsewhere and nothing inline', async () => {
  const answer = await fetch(`${app.url}/`)
  const text = await answer.text()
  expect(answer.headers.get('content-security-policy')).toContain("style-src 'self'")
  expect(text).not.toMatch(/<script|<style|style="|https?:/)
  const [, style = ''] = /rel="stylesheet" href="([^"]+)"/.exec(text) ?? []
  const css = await fetch(app.url + style)
  expect([css.status, css.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
})

it('shows the people, their texts escaped', () => {
  const text = startHtml(CONTENT, 'zh')
  expect(text).toContain('陈雨桐')
  expect(text).toContain('ChenYuTong')
  expect(text).toContain('&lt;b&gt;两家&lt;/b&gt; &amp; &quot;客户&quot;')
})

it('leaves out what an installation does not have', () => {
  const text = startHtml({ people: [], places: { docs: '/api/docs' } }, 'zh')
  expect(text).not.toContain(START_TEXTS.zh.people.heading)
  expect(text).not.toContain(START_TEXTS.zh.tour.heading)
  expect(text).not.toContain(START_TEXTS.zh.facts[0]?.term)
  expect(text).not.toContain('/metrics')
})

it('gives both languages the same tour', () => {
  const ways = (language: 'zh' | 'en') => START_TEXTS[language].tour.steps.map(({ command, link }) => [command, link])
  expect(ways('en')).toEqual(ways('zh'))
  expect(ways('zh')).toHaveLength(5)
})
