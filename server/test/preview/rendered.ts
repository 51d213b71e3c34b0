/** The compiled mini-program inside jsdom: real templates, real page code, and a `wx` whose parts a test replaces. */
import { resolve } from 'node:path'
import { JSDOM, VirtualConsole, type DOMWindow } from 'jsdom'
import type { RunningPhone } from '../../preview/browser/boot'
import { bundleBoot } from '../../preview/bundle'
import { compileMiniProgram } from '../../preview/compile/compile'
import { formatProblem } from '../../preview/compile/problem'
import type { PhoneSettings } from '../../preview/settings'

export interface RenderOptions {
  /** `pages/home/home?x=1`; absent: the first page. */
  readonly page?: string
  readonly settings?: Partial<PhoneSettings>
  /** Replace parts of `wx`, e.g. `{ request: fakeRequest }`. */
  readonly wx?: Readonly<Record<string, unknown>>
  /** What lies in the phone's storage at the start. */
  readonly storage?: Readonly<Record<string, unknown>>
  /** Where the server is, for requests that are not replaced. */
  readonly serverUrl?: string
  /** Another mini-program; absent: ours. */
  readonly folder?: string
}

export interface RenderedPhone {
  readonly window: DOMWindow
  readonly phone: RunningPhone
  readonly wx: Readonly<Record<string, unknown>>
  /** The text of the page on top, white space collapsed. */
  text(): string
  /** The first match on the page on top. @throws Error when there is none */
  find(selector: string): HTMLElement
  findAll(selector: string): HTMLElement[]
  /** The innermost element with this text. @throws Error when there is none */
  byText(text: string): HTMLElement
  /** As a finger does. */
  tap(target: HTMLElement | string): Promise<void>
  /** Types into an input or textarea, tag or field. */
  type(target: HTMLElement | string, text: string): Promise<void>
  /** Until it no longer throws, checked after each step of the page. @throws its last error */
  until<Value>(check: () => Value): Promise<Value>
  /** Path of the page on top. */
  page(): string
  close(): void
}

const OUR_FOLDER = resolve('miniprogram')
const MOST_STEPS = 400
const PHONE_ID = '1'
let boot: Promise<string> | null = null
const scripts = new Map<string, Promise<string>>()

/** Boots the mini-program; the window is closed after the test. @throws Error with its problems when it does not compile */
export async function openRendered(options: RenderOptions = {}): Promise<RenderedPhone> {
  const { folder = OUR_FOLDER, settings = {}, wx = {}, storage = {}, serverUrl = 'http://phone.invalid' } = options
  const script = scripts.get(folder) ?? compiledScript(folder)
  scripts.set(folder, script)
  boot ??= bundleBoot()
  const dom = new JSDOM('<!doctype html><div id="phone"></div>', {
    url: `${serverUrl}/preview/phone`,
    pretendToBeVisual: true,
    runScripts: 'outside-only',
    // What the page writes there is in `phone.errors` too.
    virtualConsole: new VirtualConsole(),
  })
  open.add(dom)
  const { window } = dom
  addMissing(window)
  const person = settings.person ?? 'test'
  for (const [key, data] of Object.entries(storage)) {
    const entry = JSON.stringify({ data, encrypted: false })
    window.localStorage.setItem(`preview:${PHONE_ID}:data:${person}:${key}`, entry)
  }
  window.eval(await script)
  window.eval(await boot)
  const { preview, COMPILED_APP } = window as unknown as {
    preview: { bootPhone(options: unknown): Promise<RunningPhone> }
    COMPILED_APP: unknown
  }
  const phone = await preview.bootPhone({
    app: COMPILED_APP,
    phoneId: PHONE_ID,
    host: window.document.getElementById('phone'),
    settings: { person, ...settings },
    startUrl: options.page ?? '',
    assets: '/preview/assets/',
    wx,
    takePicture: () => Promise.resolve(new window.Blob([`picture ${String(pictures++)}`], { type: 'image/jpeg' })),
  })
  return driver(dom, phone)
}

let pictures = 0
const open = new Set<JSDOM>()

// A phone's clock ticks until its window is closed, and a test run does not end before.
afterEach(() => {
  for (const { window } of open) window.close()
  open.clear()
})

async function compiledScript(folder: string): Promise<string> {
  const { problems, script } = await compileMiniProgram(folder)
  if (problems.length > 0) throw new Error(problems.map((problem) => formatProblem(problem)).join('\n'))
  return script
}

function driver(dom: JSDOM, phone: RunningPhone): RenderedPhone {
  const { window } = dom
  const shown = () => {
    const view = window.document.querySelector<HTMLElement>('.page-view:not([hidden])')
    if (view === null) throw new Error(`no page is shown; ${phone.errors.join('\n')}`)
    return view
  }
  /** Also what lies above the page: dialogs and sheets. */
  const areas = () => [...window.document.querySelectorAll<HTMLElement>('.phone-cover'), shown()]
  const findAll = (selector: string) => areas().flatMap((area) => [...area.querySelectorAll<HTMLElement>(selector)])
  const find = (selector: string) => {
    const found = findAll(selector)[0]
    if (found === undefined) throw new Error(`nothing matches ${selector} in: ${text()}`)
    return found
  }
  const text = () =>
    areas()
      .map((area) => area.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
  const element = (target: HTMLElement | string) => (typeof target === 'string' ? find(target) : target)
  const step = () => new Promise<void>((done) => setTimeout(done, 5))

  return {
    window,
    phone,
    wx: phone.wx,
    text,
    find,
    findAll,
    page: () => phone.stack.top()?.path ?? '',
    byText(wanted) {
      const found = findAll('*').filter(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() === wanted)
      const innermost = found.find(
        (candidate) => !found.some((other) => other !== candidate && candidate.contains(other)),
      )
      if (innermost === undefined) throw new Error(`no element says "${wanted}" in: ${text()}`)
      return innermost
    },
    async tap(target) {
      const at = { bubbles: true, cancelable: true, composed: true, clientX: 1, clientY: 1 }
      const touched = element(target)
      for (const type of ['mousedown', 'mouseup', 'click']) touched.dispatchEvent(new window.MouseEvent(type, at))
      await step()
    },
    async type(target, typed) {
      const given = element(target)
      const field = (
        given.matches('input,textarea') ? given : given.querySelector('input,textarea')
      ) as HTMLInputElement
      field.value = typed
      field.dispatchEvent(new window.Event('input', { bubbles: true }))
      field.dispatchEvent(new window.Event('blur'))
      await step()
    },
    async until(check) {
      for (let steps = 0; ; steps++) {
        try {
          return check()
        } catch (error) {
          if (steps >= MOST_STEPS) throw error
        }
        await step()
      }
    },
    close: () => window.close(),
  }
}

/** What browsers have and jsdom lacks. */
function addMissing(window: DOMWindow): void {
  class Observer {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  let urls = 0
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener() {}, addListener() {} }),
    ResizeObserver: Observer,
    IntersectionObserver: Observer,
    CSS: { escape: (text: string) => text },
    TextDecoder,
    reportError: (error: unknown) => window.dispatchEvent(new window.ErrorEvent('error', { error })),
  })
  Object.assign(window.URL, {
    createObjectURL: () => `blob:${window.location.origin}/${String(urls++)}`,
    revokeObjectURL() {},
  })
  Object.assign(window.Element.prototype, { scrollTo() {}, scrollIntoView() {} })
}
