import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { describeInChromium, launchChromium } from '../../test/preview/chromium'
import {
  APP,
  buttonCard,
  cardMessage,
  CORP_ID,
  openBench,
  sealed,
  serveSandbox,
  startFakeApp,
  type Bench,
  type FakeApp,
} from '../../test/wecom-bench'

const LEAST_TARGET_PIXELS = 44

describeInChromium('the chats in Chromium', () => {
  let browser: Browser
  let app: FakeApp
  let bench: Bench
  let server: Awaited<ReturnType<typeof serveSandbox>>
  const pages: Page[] = []
  const said: string[] = []

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    app = await startFakeApp()
    bench = openBench({ app: { callback: app.settings }, behaviour: { callbackRetries: 0 } })
    server = await serveSandbox(bench.sandbox)
    said.length = 0
  })
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()))
    await server.close()
    await app.close()
  })

  async function open(userId: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })
    const page = await context.newPage()
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    pages.push(page)
    await page.goto(`${server.url}/chats?person=${userId}`)
    return page
  }
  const send = (body: unknown) => bench.post('message/send', body)
  const message = (touser: string, msgtype: string, part: object) =>
    send({ touser, msgtype, agentid: APP.agentId, [msgtype]: part })

  it('shows what arrives, presses a button, and draws the reply on this card alone', async () => {
    const page = await open('WangJianGuo')
    await page.getByText('还没有消息').waitFor()
    await message('WangJianGuo', 'text', {
      content: '昨天应到 23 人\n<a href="https://app.example.com/1">查看明细</a>',
    })
    await page.getByRole('link', { name: '查看明细' }).waitFor()
    await send(cardMessage(buttonCard('t1'), { touser: 'WangJianGuo|ZhouLi' }))
    app.reply((_, response) =>
      response.end(
        sealed([
          ['MsgType', 'update_button'],
          ['Button', [['ReplaceName', '王建国已同意']]],
        ]),
      ),
    )
    await page.getByRole('button', { name: '同意换机' }).click()
    await page.getByText('王建国已同意').waitFor()
    expect(await page.getByRole('button', { name: '驳回' }).count()).toBe(0)
    expect(app.received[0]?.plain).toContain('<FromUserName><![CDATA[WangJianGuo]]></FromUserName>')
    const other = await open('ZhouLi')
    await other.getByRole('button', { name: '同意换机' }).waitFor()
    expect(said).toEqual([])
  })

  it('draws an update that the app makes later', async () => {
    const { response_code } = await send(cardMessage(buttonCard('t1')))
    const page = await open('WangJianGuo')
    await page.getByRole('button', { name: '驳回' }).waitFor()
    const template_card = buttonCard('t1', { main_title: { title: '申请已过期' }, replace_text: '已过期' })
    await bench.post('message/update_template_card', { agentid: APP.agentId, atall: 1, response_code, template_card })
    await page.getByRole('link', { name: '申请已过期' }).waitFor()
    expect(await page.getByRole('button', { name: '驳回' }).count()).toBe(0)
  })

  it('says when the app does not answer, and lets one press again', async () => {
    app.reply((_, response) => response.writeHead(500).end())
    await send(cardMessage(buttonCard('t1')))
    const page = await open('WangJianGuo')
    await page.getByRole('button', { name: '驳回' }).click()
    await page.getByText('应用没有按时回应').waitFor()
    expect(await page.getByRole('button', { name: '驳回' }).isEnabled()).toBe(true)
  })

  it('sends what is chosen, the corner menu, and words', async () => {
    await send(
      cardMessage(
        buttonCard('t1', {
          action_menu: { action_list: [{ text: '不再提醒', key: 'mute' }] },
          button_selection: {
            question_key: 'q',
            title: '时长',
            option_list: [
              { id: '1', text: '一天' },
              { id: '2', text: '两天' },
            ],
          },
        }),
      ),
    )
    const page = await open('WangJianGuo')
    await page.getByLabel('时长').selectOption('两天')
    await page.getByRole('button', { name: '同意换机' }).click()
    await page.getByRole('button', { name: '同意换机', disabled: false }).waitFor()
    await page.getByLabel('更多操作').click()
    await page.getByRole('button', { name: '不再提醒' }).click()
    await page.getByRole('button', { name: '不再提醒', disabled: false }).waitFor()
    app.reply((_, response) =>
      response.end(
        sealed([
          ['MsgType', 'text'],
          ['Content', '收到了'],
        ]),
      ),
    )
    await page.getByLabel('给应用发消息').fill('在吗')
    await page.getByLabel('给应用发消息').press('Enter')
    await page.locator('#messages').getByText('收到了').waitFor()
    const [press, menu, words] = app.received.map(({ plain }) => plain)
    expect(press).toContain('<OptionId><![CDATA[2]]></OptionId>')
    expect(menu).toContain('template_card_menu_event')
    expect(words).toContain('<Content><![CDATA[在吗]]></Content>')
  })

  it('opens pages of the mini-program on the phone of this person', async () => {
    await send(cardMessage(buttonCard('t1')))
    const page = await open('WangJianGuo')
    await page.evaluate(`localStorage.setItem('preview:2:settings', '{"person":"WangJianGuo"}')`)
    const hrefOf = async (name: string) => {
      const [opened] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name }).click(),
      ])
      await opened.waitForURL(/phone=/)
      const url = opened.url()
      await opened.close()
      return url.slice(server.url.length)
    }
    expect(await hrefOf('陈雨桐申请换手机')).toBe('/preview/phone?phone=2#/packages/manage/approval/approval?id=7')
    await page.getByLabel('切换人员').selectOption('周立')
    await page.waitForURL(/person=ZhouLi/)
    expect(await hrefOf('我的签到')).toBe('/preview/phone?phone=wecom-ZhouLi#/pages/records/records')
    expect(await page.evaluate(`localStorage.getItem('preview:wecom-ZhouLi:settings')`)).toBe('{"person":"ZhouLi"}')
  })

  it.each([
    { width: 390, height: 844, colorScheme: 'light' as const },
    { width: 390, height: 844, colorScheme: 'dark' as const },
    { width: 1_280, height: 900, colorScheme: 'light' as const },
  ])('fits %j', async ({ colorScheme, ...viewport }) => {
    await message('WangJianGuo', 'textcard', {
      title: '昨日汇总',
      description: '<div class="gray">11月17日</div><div class="highlight">缺卡 1</div>',
      url: 'https://app.example.com/',
    })
    await message('WangJianGuo', 'miniprogram_notice', {
      appid: APP.miniProgramAppId,
      page: 'pages/a',
      title: '换机结果通知',
      emphasis_first_item: true,
      content_item: [
        { key: '结果', value: '已同意' },
        { key: '处理人', value: '王建国' },
      ],
    })
    await send(cardMessage(buttonCard('t1')))
    const page = await open('WangJianGuo', { viewport, colorScheme })
    await page.getByRole('button', { name: '驳回' }).waitFor()
    const found = await page.evaluate(`(() => {
      const wide = [...document.querySelectorAll('main *')].filter((element) => {
        const box = element.getBoundingClientRect()
        return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5)
      })
      const small = [...document.querySelectorAll('button, select, footer a, .card-main')].filter((element) => {
        const box = element.getBoundingClientRect()
        return box.width > 0 && box.height < ${LEAST_TARGET_PIXELS} && !element.classList.contains('card-main')
      })
      return { wide: wide.map(({ outerHTML }) => outerHTML), small: small.map(({ outerHTML }) => outerHTML) }
    })()`)
    expect(found).toEqual({ wide: [], small: [] })
    expect(await page.locator('aside').isVisible()).toBe(viewport.width > 900)
    expect(said).toEqual([])
  })

  it('shows text as text', async () => {
    const nasty = '<img src=x onerror="document.title=1"><script>1</script><a href="javascript:alert(1)">x</a>'
    await message('WangJianGuo', 'text', { content: nasty })
    const page = await open('WangJianGuo')
    await page.getByText(nasty).waitFor()
    expect(await page.locator('#messages img, #messages script, #messages .bubble a').count()).toBe(0)
  })

  describe('the scan panel of @wecom/jssdk', () => {
    const sdk = join(dirname(createRequire(import.meta.url).resolve('@wecom/jssdk')), 'wecom.js')
    const HOST = 'http://127.0.0.1:8787'

    /** A page of the company with the panel in it; WeCom's login host is the sandbox. */
    async function openPanel(redirectType: string): Promise<Page> {
      const context = await browser.newContext()
      const page = await context.newPage()
      pages.push(page)
      await page.route(`${HOST}/**`, (route) => {
        const { pathname } = new URL(route.request().url())
        if (pathname === '/sdk.js')
          return route.fulfill({ contentType: 'text/javascript', body: readFileSync(sdk, 'utf8') })
        if (pathname === '/back') return route.fulfill({ contentType: 'text/html', body: 'back' })
        const params = JSON.stringify({
          login_type: 'CorpApp',
          appid: CORP_ID,
          agentid: String(APP.agentId),
          redirect_uri: `${HOST}/back`,
          state: 's1',
          redirect_type: redirectType,
        })
        return route.fulfill({
          contentType: 'text/html',
          body: `<div id="panel"></div><ol id="said"></ol><script type="module">
            import { createWWLoginPanel } from '/sdk.js'
            const say = (name) => (given) => said.append(name + JSON.stringify(given) + ';')
            createWWLoginPanel({ el: '#panel', params: ${params}, onCheckWeComLogin: say('check'),
              onLoginSuccess: say('success'), onLoginFail: say('fail') })</script>`,
        })
      })
      await page.route('https://login.work.weixin.qq.com/**', async (route) => {
        const { pathname, search } = new URL(route.request().url())
        const answer = await fetch(`${server.url}${pathname}${search}`, { redirect: 'manual' })
        await route.fulfill({
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: Buffer.from(await answer.arrayBuffer()),
        })
      })
      await page.goto(`${HOST}/`)
      return page
    }

    it('is there to be tried', () => {
      expect(existsSync(sdk)).toBe(true)
    })

    it('calls back with a code that says who it is', async () => {
      const page = await openPanel('callback')
      await page.getByText('check{"isWeComLogin":false}').waitFor()
      await page.frameLocator('iframe').getByRole('link', { name: '王建国' }).click()
      await page.getByText('success{').waitFor()
      const code = /"code":"([\w-]+)"/.exec(await page.locator('#said').innerText())?.[1] ?? ''
      expect(await bench.get('auth/getuserinfo', { code })).toMatchObject({ errcode: 0, userid: 'WangJianGuo' })
    })

    it('calls back who refuses', async () => {
      const page = await openPanel('callback')
      await page.frameLocator('iframe').getByRole('link', { name: '拒绝' }).click()
      await page.getByText('fail{"errCode":-1,"errMsg":"已拒绝登录"}').waitFor()
    })

    it('takes the whole page along', async () => {
      const page = await openPanel('top')
      await page.frameLocator('iframe').getByRole('link', { name: '王建国' }).click()
      await page.waitForURL(/\/back\?code=[\w-]+&state=s1$/)
    })
  })
})
