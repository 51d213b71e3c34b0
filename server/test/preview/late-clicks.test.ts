import type { Browser } from 'playwright-core'
import type { TempFolder } from '../temp-folder'
import { openPhone } from './browser-phone'
import { describeInChromium, launchChromium } from './chromium'
import { SAMPLE, writeSample } from './sample-app'
import { startSampleServer, type SampleServer } from './sample-server'

const FOOT = 'style="position: fixed; left: 0; right: 0; bottom: 0; height: 50px; margin: 0"'

describeInChromium('a tap that changes the page', () => {
  let browser: Browser
  let sample: TempFolder
  let server: SampleServer

  beforeAll(async () => {
    sample = writeSample({
      'app.json': (SAMPLE['app.json'] ?? '').replace('"pages/form/form"]', '"pages/form/form", "pages/foot/foot"]'),
      'pages/foot/foot.json': '{}',
      'pages/foot/foot.wxml': `<button id="left" ${FOOT} bind:tap="leave">去家</button>`,
      'pages/foot/foot.ts': `Page({ leave() { wx.switchTab({ url: '/pages/home/home' }) } })`,
    })
    server = await startSampleServer(sample.path, { clockOffsetMs: 0, people: [], sites: [] })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    sample?.remove()
  })

  it('does not press the tab that is then below the finger', async () => {
    const phone = await openPhone(browser, server.url, { person: 'LiLei' })
    for (const share of [0.25, 0.75]) {
      await phone.go('/pages/foot/foot')
      const box = await phone.screen.locator('#left').boundingBox()
      if (box === null) throw new Error('the button is not shown')
      // Where the tab bar will be: its first tab, then its second.
      await phone.page.touchscreen.tap(box.x + box.width * share, box.y + box.height / 2)
      await phone.see('合计')
      await clicksArrive(phone.page)
      expect(await phone.path()).toBe('pages/home/home')
    }
    await phone.tap('单')
    expect(await phone.path()).toBe('pages/list/list')
    await phone.close()
  })
})

/** A click of a tap comes within a frame or two of it. */
async function clicksArrive(page: { evaluate(run: () => Promise<void>): Promise<void> }): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 10; frames++) await new Promise((done) => requestAnimationFrame(done))
  })
}
