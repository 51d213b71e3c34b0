/** One phone of the preview in Chromium, against a running server: what end-to-end tests drive. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { PhoneSettings } from '../../preview/settings'
import type {} from '../../preview/browser/window'

/** How long a test waits for something to appear, on a busy machine. */
const PATIENCE_MS = 30_000

export interface PhoneOptions {
  /** WeCom user id. */
  readonly person: string
  /** Phones of one context share nothing but the server when their ids differ. */
  readonly phoneId?: string
  /** `pages/home/home?x=1`; absent: the app's first page. */
  readonly page?: string
  readonly settings?: Partial<PhoneSettings>
  /** CSS pixels. */
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly reducedMotion?: boolean
}

export interface BrowserPhone {
  readonly page: Page
  /** What is on top: the newest dialog or sheet, else the page. */
  readonly screen: Locator
  /** Changes what surrounds the phone, as the side panel does. */
  set(changes: Partial<PhoneSettings>): Promise<void>
  settings(): Promise<PhoneSettings>
  /** A tap on what says this; waits for it to be there. */
  tap(text: string | RegExp): Promise<void>
  /** Waits until the phone shows this text. */
  see(text: string | RegExp): Promise<void>
  /** Fills the field that is labelled, or asks, like this. */
  type(label: string, text: string): Promise<void>
  /** With the system's camera, which a page has opened. */
  shoot(): Promise<void>
  /** Path of the page on top. */
  path(): Promise<string>
  /** As `wx.navigateTo`, or `wx.switchTab` for tabs. */
  go(url: string): Promise<void>
  back(): Promise<void>
  /** As after the system killed the mini-program. @param at page to start with; absent: the one on top */
  restart(at?: string): Promise<void>
  /** Another screen for the same phone; takes hold of everything after `restart`. */
  look(width: number, height: number, colorScheme: 'light' | 'dark'): Promise<void>
  background(): Promise<void>
  foreground(): Promise<void>
  /** Errors that no code caught, of this start and the ones before. */
  errors(): Promise<readonly string[]>
  close(): Promise<void>
}

/** @param serverUrl without a slash at its end */
export async function openPhone(browser: Browser, serverUrl: string, options: PhoneOptions): Promise<BrowserPhone> {
  const { width = 375, height = 812, colorScheme = 'light', reducedMotion = true } = options
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  })
  return openPhoneIn(context, serverUrl, options)
}

async function openPhoneIn(context: BrowserContext, serverUrl: string, options: PhoneOptions): Promise<BrowserPhone> {
  const { person, phoneId = '1', page: startPage = '', settings = {} } = options
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const past: string[] = []
  page.on('pageerror', (error) => past.push(error.stack ?? error.message))
  // What tsx compiles names its functions by a helper, which the page lacks.
  await page.addInitScript('globalThis.__name ??= (value) => value')
  const first: Partial<PhoneSettings> = { person, ...settings }
  await page.addInitScript((given) => {
    window.FIRST_SETTINGS = given
  }, first)
  await page.goto(`${serverUrl}/preview/phone?phone=${phoneId}${startPage === '' ? '' : `#/${startPage}`}`)
  await untilReady(page)

  const screen = page.locator('.phone-cover, .page-view:not([hidden])').last()
  const shown = page.locator('#phone')
  /** What a test waited for in vain is seldom told by its text alone. */
  const withScreen = async (error: unknown): Promise<never> => {
    throw new Error(`The phone shows:\n${await shown.innerText()}`, { cause: error })
  }
  return {
    page,
    screen,
    set: (changes) => page.evaluate((given) => window.runningPhone?.settings.change(given), changes),
    settings: () => page.evaluate(() => window.runningPhone!.settings.current),
    async tap(text) {
      const target = shown
        .getByText(text, { exact: typeof text === 'string' })
        .filter({ visible: true })
        .last()
      await target.tap().catch(withScreen)
    },
    async see(text) {
      await shown.getByText(text).filter({ visible: true }).first().waitFor().catch(withScreen)
    },
    async type(label, text) {
      const field = shown.locator('textarea, input').filter({ visible: true })
      const named = field.and(page.getByLabel(label, { exact: true })).or(field.and(page.getByPlaceholder(label)))
      await named.last().fill(text).catch(withScreen)
    },
    async shoot() {
      const shutter = page.getByRole('dialog', { name: '相机' }).getByRole('button', { name: '拍照' })
      await shutter.tap().catch(withScreen)
    },
    path: () => page.evaluate(() => window.runningPhone?.stack.top()?.path ?? ''),
    async go(url) {
      await page.evaluate(async (target) => {
        const wx = window.runningPhone!.wx as Record<string, (options: unknown) => Promise<unknown>>
        await wx['navigateTo']!({ url: target }).catch(() => wx['switchTab']!({ url: target }))
      }, url)
    },
    async back() {
      await page.getByRole('button', { name: '返回' }).tap()
    },
    async look(newWidth, newHeight, newScheme) {
      await page.setViewportSize({ width: newWidth, height: newHeight })
      await page.emulateMedia({ colorScheme: newScheme })
    },
    async restart(at) {
      past.push(...(await page.evaluate(() => window.runningPhone?.errors ?? [])))
      if (at !== undefined) await page.evaluate((path) => history.replaceState(null, '', `#/${path}`), at)
      await page.reload()
      await untilReady(page)
    },
    background: () => page.evaluate(() => window.runningPhone?.background()),
    foreground: () => page.evaluate(() => window.runningPhone?.foreground()),
    errors: async () => [...new Set([...past, ...(await page.evaluate(() => window.runningPhone?.errors ?? []))])],
    close: () => context.close(),
  }
}

async function untilReady(page: Page): Promise<void> {
  const problems = page.locator('.problems')
  await Promise.race([
    page.waitForFunction(() => window.runningPhone !== undefined),
    problems.waitFor().catch(() => undefined),
  ])
  if (await problems.isVisible()) throw new Error(await problems.innerText())
}
