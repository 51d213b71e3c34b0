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

/** Read once: none of it changes while the mini-program runs. */
export function createDevice(): Device {
  const facts = {
    ...attempt(() => wx.getDeviceInfo()),
    ...attempt(() => wx.getAppBaseInfo()),
    ...attempt(() => wx.getWindowInfo()),
    ...systemInfo(),
  }
  return {
    brand: facts.brand ?? '',
    model: facts.model ?? '',
    platform: facts.platform ?? '',
    system: facts.system ?? '',
    insideWecom: facts.environment === 'wxwork' && wx.qy !== undefined,
    appVersion: facts.version ?? '',
    baseLibraryVersion: facts.SDKVersion ?? '',
    textScale: Math.min(LARGEST_SCALE, Math.max(1, (facts.fontSizeSetting ?? DEFAULT_TEXT_SIZE) / DEFAULT_TEXT_SIZE)),
    windowWidthPixels: facts.windowWidth ?? DEFAULT_WIDTH_PIXELS,
    hasMap: hasMap(),
    release: release(),
  }
}

function hasMap(): boolean {
  try {
    return wx.canIUse('map')
  } catch {
    return false
  }
}

function systemInfo(): Facts {
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
