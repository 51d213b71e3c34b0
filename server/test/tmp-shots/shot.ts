import { startApp, addPerson } from '../start-app'
import { openBrowser } from '../web-browser'
import { launchChromium } from '../preview/chromium'
import { serveSandbox, APP, CORP_ID, CHAT_PAGE } from '../wecom-bench'
import { createWecomSandbox } from '../../sandbox/wecom/wecom-sandbox'
import { countingRandom } from '../fakes'
const trusted: string[] = []
const sandbox = createWecomSandbox({ corpId: CORP_ID, apps: [{ ...APP, trustedDomains: () => trusted }], directory: { read: async () => ({ departments: [{ id: 1, name: 'x', parentId: 0, order: 0 }], members: [{ userId: 'LiTing', name: '李婷', departments: [{ id: 1, isLeader: false }] }] }) }, clock: { nowMs: () => Date.now() }, random: countingRandom(5), chatPage: CHAT_PAGE })
const served = await serveSandbox(sandbox)
const app = await startApp({ environment: { WECOM_BASE_URL: served.url, WECOM_CORP_ID: CORP_ID, WECOM_AGENT_ID: String(APP.agentId), WECOM_SECRET: APP.secret } })
trusted.push(new URL(app.url).host)
await addPerson(app, { userId: 'LiTing', name: '李婷', roles: ['hr'] })
const browser = await launchChromium()
for (const [name, options] of [['pc', { viewport: { width: 1440, height: 900 } }], ['dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }], ['phone', { viewport: { width: 390, height: 844 } }]] as const) {
  const context = await browser.newContext(options as never)
  await context.route(/^https:\/\/(open\.weixin|login\.work\.weixin)\.qq\.com\//, async (route) => {
    const { pathname, search } = new URL(route.request().url())
    const answer = await fetch(served.url + pathname + search, { redirect: 'manual' })
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() })
  })
  const page = await context.newPage()
  await page.goto(app.url + '/console')
  await page.frameLocator('.panel iframe').getByRole('link', { name: '李婷' }).waitFor()
  await page.screenshot({ path: `/tmp/shots-web/${name}.png` })
  if (name === 'pc') {
    await page.frameLocator('.panel iframe').getByRole('link', { name: '李婷' }).click()
    await page.getByRole('button', { name: '退出' }).waitFor()
    await page.screenshot({ path: `/tmp/shots-web/in.png` })
  }
  await context.close()
}
await browser.close(); await app.close(); await served.close(); process.exit(0)
