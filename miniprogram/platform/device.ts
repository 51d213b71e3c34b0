import type { Device } from './platform'

const DEFAULT_TEXT_SIZE = 17
const DEFAULT_WIDTH_PIXELS = 375
const LARGEST_SCALE = 1.3

interface Facts {
  readonly brand?: string
  readonly model?: string
  readonly platform?: string
  readonly system?: string
  readonly version?: string
  readonly SDKVersion?: string
  readonly environment?: string
  readonly fontSizeSetting?: number
  readonly windowWidth?: number
}

/**
 * Each fact is read once, when it is first asked for: brand, model and system belong to the phone's owner, and nobody asks
 * for them before the notice was agreed to. How large text is, every page asks at once.
 */
export function createDevice(): Device {
  const base = once(() => attempt<Facts>(() => wx.getAppBaseInfo()))
  const phone = once(() => attempt<Facts>(() => wx.getDeviceInfo()))
  const window = once(() => attempt<Facts>(() => wx.getWindowInfo()))
  /** The older call tells everything at once: only for what the newer ones do not tell. */
  const whole = once(systemInfo)
  const insideWecom = once(() => wx.qy !== undefined && whole().environment === 'wxwork')
  return {
    get brand() {
      return phone().brand ?? whole().brand ?? ''
    },
    get model() {
      return phone().model ?? whole().model ?? ''
    },
    get platform() {
      return phone().platform ?? whole().platform ?? ''
    },
    get system() {
      return phone().system ?? whole().system ?? ''
    },
    get insideWecom() {
      return insideWecom()
    },
    get appVersion() {
      return base().version ?? whole().version ?? ''
    },
    get baseLibraryVersion() {
      return base().SDKVersion ?? whole().SDKVersion ?? ''
    },
    textScale: textScale(base().fontSizeSetting ?? whole().fontSizeSetting ?? DEFAULT_TEXT_SIZE),
    windowWidthPixels: window().windowWidth ?? whole().windowWidth ?? DEFAULT_WIDTH_PIXELS,
    hasMap: hasMap(),
    release: release(),
  }
}

function textScale(textSize: number): number {
  return Math.min(LARGEST_SCALE, Math.max(1, textSize / DEFAULT_TEXT_SIZE))
}

function once<Value>(read: () => Value): () => Value {
  let held: { readonly value: Value } | null = null
  return () => (held ??= { value: read() }).value
}

function hasMap(): boolean {
  try {
    return wx.canIUse('map')
  } catch {
    return false
  }
}

function systemInfo(): Partial<Facts> {
  return attempt(() => wx.getSystemInfoSync() as Facts)
}

function release(): Device['release'] {
  const { miniProgram } = attempt(() => wx.getAccountInfoSync() as { miniProgram?: { envVersion?: Device['release'] } })
  return miniProgram?.envVersion ?? 'release'
}

function attempt<Facts extends object>(read: () => Facts): Partial<Facts> {
  try {
    return read() ?? {}
  } catch {
    return {}
  }
}
