/** What every story plays on: the demo company on a Wednesday morning, a browser, and people of the story's own. */
import { jest } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { PhoneSettings } from '../../../preview/settings'
import type { Platform } from '../../../src/wiring'
import { openPhone, type BrowserPhone, type PhoneOptions } from '../browser-phone'
import { launchChromium } from '../chromium'
import { createCompany, type Company } from '../company'
import { startDemo, WORKING_MORNING, type DemoServer } from '../demo-server'

export interface Stage {
  readonly demo: DemoServer
  readonly platform: Platform
  readonly company: Company
  /** A phone at the office with every permission, unless told otherwise. */
  phone(person: { readonly userId: string }, options?: StoryPhoneOptions): Promise<BrowserPhone>
  /** This person's chat with the app, as the sandbox shows it. */
  chat(person: { readonly userId: string }): Promise<Page>
}

export type StoryPhoneOptions = Omit<Partial<PhoneOptions>, 'person'>

/** Seeding, compiling and starting a browser, on a busy machine. */
const STAGE_TIMEOUT_MS = 180_000
const STORY_TIMEOUT_MS = 120_000
const PERMITTED: Partial<PhoneSettings> = { permissions: { location: 'granted', camera: 'granted' } }

/** Opens and closes the stage around the tests of a file. After each story, no phone may have had an error. */
export function onStage(): Stage {
  let demo: DemoServer
  let platform: Platform
  let company: Company
  let browser: Browser
  const phones: BrowserPhone[] = []
  const chats: Page[] = []
  jest.setTimeout(STORY_TIMEOUT_MS)

  beforeAll(async () => {
    ;[demo, browser] = await Promise.all([startDemo({ at: WORKING_MORNING }), launchChromium()])
    platform = await demo.openPlatform()
    company = createCompany(demo, platform)
  }, STAGE_TIMEOUT_MS)
  afterEach(async () => {
    const open = phones.splice(0)
    const errors = await Promise.all(open.map((phone) => phone.errors()))
    await Promise.all(open.map((phone) => phone.close()))
    await Promise.all(chats.splice(0).map((chat) => chat.context().close()))
    expect(errors.flat()).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.close()
    await demo?.close()
  })

  return {
    get demo() {
      return demo
    },
    get platform() {
      return platform
    },
    get company() {
      return company
    },
    async phone({ userId }, { settings, ...options } = {}) {
      // Handsets of the same kind on one network would be a sign of a shared one.
      const model = `Model ${userId}${options.phoneId ?? ''}`
      const surroundings = { place: demo.office, model, ...PERMITTED, ...settings }
      const phone = await openPhone(browser, demo.url, { person: userId, ...options, settings: surroundings })
      phones.push(phone)
      return phone
    },
    async chat({ userId }) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
      const page = await context.newPage()
      chats.push(page)
      await page.goto(`${demo.url}/sandbox/wecom/chats?person=${userId}`)
      return page
    },
  }
}
