import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { describeInChromium, launchChromium } from '../test/preview/chromium'
import { addPerson, startApp, type App, type Person } from '../test/start-app'
import { APP, CHAT_PAGE, CORP_ID, serveSandbox } from '../test/wecom-bench'
import { countingRandom } from '../test/fakes'
import { createWecomSandbox, type WecomSandbox } from '../sandbox/wecom/wecom-sandbox'
import { consolePolicy } from './console-page'
import { TEXTS } from './texts'

const WECOM_AGENT = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 wxwork/4.1.20'
const PATIENCE_MS = 120_000

describe('the console’s page', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp({ environment: { WECOM_DOMAIN_FILE: 'WW_verify_a1B2c3.txt' } })
  }, PATIENCE_MS)
  afterAll(() => app.close())

  it('frames nothing but WeCom’s panel, and runs nothing of others', async () => {
    expect(consolePolicy('https://login.work.weixin.qq.com')).toContain('frame-src https://login.work.weixin.qq.com;')
    const answer = await fetch(`${app.url}/console`)
    expect(answer.headers.get('content-security-policy')).toBe(consolePolicy(null))
    expect(consolePolicy(null)).toContain("frame-src 'none'")
    const text = await answer.text()
    expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/)|<style|\sstyle=|https?:\/\/(?!127\.0\.0\.1)/)
    expect(text).toContain(`data-origin="${app.url}"`)
  })

  it('stands beside the file that proves the domain', async () => {
    const file = await fetch(`${app.url}/WW_verify_a1B2c3.txt`)
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['text/plain; charset=utf-8', 'a1B2c3'])
    expect((await fetch(`${app.url}/WW_verify_other.txt`)).status).toBe(404)
  })

  it('brings its script along, with the SDK in it', async () => {
    const script = await fetch(`${app.url}/console/console.js`)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toContain('/wwlogin/sso/login')
  })
})

describeInChromium('the console in development', () => {
  it(
    'goes to the sandbox to ask who one is, and to the address that cookies are good at',
    async () => {
      const app = await startApp()
      await addPerson(app, { userId: 'LiTing', name: '李婷' })
      const browser = await launchChromium()
      const page = await browser.newPage()
      await page.goto(`${app.url.replace('127.0.0.1', 'localhost')}/console`)
      await page.getByRole('button', { name: TEXTS.login.button }).click()
      await page.getByRole('link', { name: '李婷' }).click()
      await page.getByRole('heading', { name: TEXTS.signedIn.heading('李婷') }).waitFor()
      expect(page.url()).toBe(`${app.url}/console`)
      await browser.close()
      await app.close()
    },
    PATIENCE_MS,
  )
})

/** WeCom's own hosts, played by a sandbox: the browser believes that it is there. */
describeInChromium('the console’s page in Chromium', () => {
  let browser: Browser
  let sandbox: WecomSandbox
  let served: Awaited<ReturnType<typeof serveSandbox>>
  let app: App
  let person: Person
  const trustedDomains: string[] = []
  const contexts: BrowserContext[] = []
  const said: string[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    sandbox = createWecomSandbox({
      corpId: CORP_ID,
      apps: [{ ...APP, trustedDomains: () => trustedDomains }],
      directory: {
        read: () =>
          Promise.resolve({
            departments: [{ id: 1, name: '公司', parentId: 0, order: 0 }],
            members: [{ userId: 'LiTing', name: '李婷', departments: [{ id: 1, isLeader: false }] }],
          }),
      },
      clock: { nowMs: () => Date.now() },
      random: countingRandom(5),
      chatPage: CHAT_PAGE,
    })
    served = await serveSandbox(sandbox)
    app = await startApp({
      environment: {
        WECOM_BASE_URL: served.url,
        WECOM_CORP_ID: CORP_ID,
        WECOM_AGENT_ID: String(APP.agentId),
        WECOM_SECRET: APP.secret,
      },
      seed: async (tx) => {
        await tx.department.create({ data: { id: 'hr', name: '人事行政部' } })
      },
    })
    trustedDomains.push(new URL(app.url).host)
    person = await addPerson(app, { userId: 'LiTing', name: '李婷', departmentId: 'hr', roles: ['hr'] })
  }, PATIENCE_MS)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await served?.close()
  })
  beforeEach(() => {
    said.length = 0
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
  })

  async function open(userAgent?: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...(userAgent === undefined ? {} : { userAgent }),
    })
    contexts.push(context)
    await context.route(/^https:\/\/(open\.weixin|login\.work\.weixin)\.qq\.com\//, playWecom)
    const page = await context.newPage()
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(`${app.url}/console`)
    return page
  }

  async function playWecom(route: Route): Promise<void> {
    const { pathname, search } = new URL(route.request().url())
    const answer = await fetch(served.url + pathname + search, { redirect: 'manual' })
    const headers = Object.fromEntries(answer.headers)
    await route.fulfill({ status: answer.status, headers, body: await answer.text() })
  }

  const signedIn = (page: Page) => page.getByRole('heading', { name: TEXTS.signedIn.heading('李婷') }).waitFor()

  it('on a PC shows the panel, logs in by its code, stays logged in over a reload, and logs out', async () => {
    const page = await open()
    await page.getByRole('heading', { name: TEXTS.login.scanHeading }).waitFor()
    const panel = page.frameLocator('.panel iframe')
    await panel.getByRole('link', { name: '李婷' }).click()
    await signedIn(page)
    expect(await page.getByText('人事行政部').count()).toBe(1)
    expect(await page.getByText('员工、人事').count()).toBe(1)
    await page.reload()
    await signedIn(page)
    const stored = await page.evaluate('JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])')
    expect(stored).toBe('[0,0,""]')
    await page.getByRole('button', { name: TEXTS.signedIn.logOut }).click()
    await page.getByText(TEXTS.signedIn.loggedOut).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: TEXTS.login.scanHeading }).waitFor()
    // A page without a session hears so from the server, and Chromium says it.
    expect(said.filter((line) => !line.includes('401'))).toEqual([])
    const ended = await app.database.read.session.findFirst({
      where: { employeeId: person.id },
      orderBy: { id: 'desc' },
    })
    expect(ended?.revokedReason).toBe('logout')
  })

  it('inside WeCom goes to WeCom and comes back logged in, without the code in the address', async () => {
    const page = await open(WECOM_AGENT)
    await page.getByRole('link', { name: '李婷' }).click()
    await signedIn(page)
    expect(page.url()).toBe(`${app.url}/console`)
  })

  it('says so when somebody declines, and goes round in no circle', async () => {
    const page = await open(WECOM_AGENT)
    await page.getByRole('link', { name: '拒绝' }).click()
    await page.getByRole('alert').getByText(TEXTS.problem.declined).waitFor()
    await page.getByRole('button', { name: TEXTS.login.button }).click()
    await page.getByRole('link', { name: '李婷' }).click()
    await signedIn(page)
  })

  it('takes no code that it did not ask for', async () => {
    const page = await open()
    await page.getByRole('heading', { name: TEXTS.login.scanHeading }).waitFor()
    const code = sandbox.loginCode('LiTing', 'web')
    await page.goto(`${app.url}/console?code=${code}&state=${'a'.repeat(64)}`)
    await page.getByRole('alert').getByText(TEXTS.problem.expired).waitFor()
    expect(page.url()).toBe(`${app.url}/console`)
  })
})
