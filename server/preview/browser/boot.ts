import type { CompiledApp } from '../compiled-app'
import type { PhoneSettings } from '../settings'
import { builtInTags } from './built-ins'
import { photograph } from './camera/scene'
import { openDisk, type Disk } from './files/disk'
import { openFileStore } from './files/file-store'
import { createCodeSpace, type UnitEnvironment } from './framework/code-space'
import type { UnitInstance } from './framework/glass-easel'
import { createModules } from './framework/modules'
import { createPageStack, type PageStack } from './framework/page-stack'
import { parseUrl } from './framework/parse-url'
import type { Phone } from './phone'
import { createPhoneClock } from './phone-clock'
import { createFrame } from './screen/frame'
import { createScreen } from './screen/screen'
import { createTabMarks } from './screen/tab-marks'
import { openSettings, type SettingsStore } from './settings-store'
import { createWx } from './wx'
import { createListeners } from './wx/listeners'

export interface BootOptions {
  readonly app: CompiledApp
  readonly phoneId: string
  readonly host: HTMLElement
  /** Of a phone that nobody has set yet. */
  readonly settings?: Partial<PhoneSettings>
  /** `pages/a/a?b=c`; absent: the app's first page. */
  readonly startUrl?: string
  /** Address of the mini-program's own files. */
  readonly assets: string
  /** The server's clock minus the computer's; the phone's own error comes on top. */
  readonly clockOffsetMs?: number
  /** Replace parts of `wx`. */
  readonly wx?: Readonly<Record<string, unknown>>
  readonly disk?: Disk
  readonly takePicture?: Phone['takePicture']
}

/** What the side panel and tests do with a running phone. */
export interface RunningPhone {
  readonly settings: SettingsStore
  readonly wx: Readonly<Record<string, unknown>>
  readonly stack: PageStack
  /** As when the user leaves the app for another one. */
  background(): void
  foreground(): void
  pullDown(): void
  /** Forgets storage and files, as deleting the app does. */
  forget(): Promise<void>
  /** Errors that no code caught. */
  readonly errors: readonly string[]
}

type AppInstance = Record<string, unknown>

/** Runs the compiled mini-program as one phone. */
export async function bootPhone(options: BootOptions): Promise<RunningPhone> {
  const { app, phoneId, host, assets, clockOffsetMs = 0 } = options
  const settings = openSettings(phoneId, localStorage, options.settings ?? {})
  const clock = createPhoneClock(() => clockOffsetMs + settings.current.clockOffsetMs)
  const files = await openFileStore(options.disk ?? (await openDisk(phoneId)), assets)
  const screen = createScreen(host)
  const takePicture = options.takePicture ?? (() => photograph(clock.nowMs(), settings.current))
  const phone: Phone = { id: phoneId, settings, clock, files, screen, takePicture }

  const errors: string[] = []
  const listeners = createListeners()
  let instance: AppInstance = {}
  const callApp = (name: string, parameter?: unknown) => {
    const method = instance[name]
    if (typeof method !== 'function') return
    try {
      const result: unknown = (method as (given: unknown) => unknown).call(instance, parameter)
      if (result instanceof Promise) result.catch(onError)
    } catch (error) {
      onError(error)
    }
  }
  function onError(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)
    errors.push(text)
    // The browser's console is where whoever writes a page looks.
    // eslint-disable-next-line no-console
    console.error(error)
    if (typeof instance['onError'] === 'function') (instance['onError'] as (text: string) => void)(text)
    listeners.emit('Error', { message: text })
  }
  window.addEventListener('unhandledrejection', ({ reason }) => {
    errors.push(reason instanceof Error ? (reason.stack ?? reason.message) : JSON.stringify(reason))
    listeners.emit('UnhandledRejection', { reason: reason as unknown })
  })
  window.addEventListener('error', ({ error, message }) => onError(error ?? message))

  const code = createCodeSpace(app, builtInTags(phone))
  const tabMarks = createTabMarks()
  const frame = createFrame(host, app, phone, tabMarks, () => stack)
  const paint = () => {
    frame.paint(stack)
    const page = stack.top()
    if (page !== undefined) history.replaceState(null, '', `#/${page.path}${page.query}`)
  }
  const stack: PageStack = createPageStack({ app, code, host: frame.pages, changed: paint, onError })
  const start = options.startUrl || app.app.entryPagePath || app.pages[0] || ''
  const launch = { path: parseUrl(start).path, query: parseUrl(start).parameters, scene: 1001 }
  const wx = createWx({ phone, app, stack, listeners, launch, tabMarks, repaint: () => frame.paint(stack) })
  Object.assign(wx, options.wx)

  let unit: UnitEnvironment | null = null
  // A library registers all its components through one module: they belong to the unit that runs at the call.
  const register = (kind: keyof UnitEnvironment) => (definition: Parameters<UnitEnvironment['Page']>[0]) =>
    unit?.[kind](definition)
  const load = createModules(app, () => ({
    wx,
    App: (definition: AppInstance) => (instance = definition),
    Page: register('Page'),
    Component: register('Component'),
    Behavior: register('Behavior'),
    getApp: () => instance,
    getCurrentPages: () => stack.pages.map((page): UnitInstance => page.instance),
    Date: clock.Date,
  }))
  const run = (path: string, script: string) =>
    code.inUnit(path, (environment) => {
      unit = environment
      try {
        load(script)
      } catch (error) {
        onError(error)
      }
    })
  Object.assign(globalThis, { wx })
  if (app.appScript !== null) run('app', app.appScript)
  for (const [path, { script }] of Object.entries(app.units)) run(path, script)

  callApp('onLaunch', launch)
  callApp('onShow', launch)
  try {
    stack.open(`/${start.replace(/^\//, '')}`)
  } catch (error) {
    onError(error)
    stack.open(`/${app.pages[0] ?? ''}`)
  }
  return {
    settings,
    wx,
    stack,
    errors,
    background() {
      stack.hide()
      callApp('onHide')
      listeners.emit('AppHide', {})
    },
    foreground() {
      callApp('onShow', launch)
      listeners.emit('AppShow', launch)
      stack.show()
    },
    pullDown() {
      const page = stack.top()
      const refresh = page?.instance['onPullDownRefresh']
      if (typeof refresh === 'function') (refresh as () => void).call(page?.instance)
    },
    async forget() {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(`preview:${phoneId}:data:`)) localStorage.removeItem(key)
      }
      await files.clear()
    },
  }
}
