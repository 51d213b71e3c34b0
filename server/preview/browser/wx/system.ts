import { themeNow } from '../screen/theme'
import { call } from './api'
import type { WxParts } from './index'

const USUAL_TEXT_PIXELS = 16
/** Of the drawn status bar and navigation bar (phone.css). */
const STATUS_BAR_HEIGHT = 24
const NAVIGATION_HEIGHT = 44

/** What the phone says about itself. */
export function systemCalls({ phone, launch }: Pick<WxParts, 'phone' | 'launch'>) {
  const read = () => {
    const { platform, brand, model, host, textScale, locationService, wecomPermissions, wifiTrouble } =
      phone.settings.current
    const height = innerHeight
    return {
      brand,
      model,
      platform,
      system: platform === 'ios' ? 'iOS 17.5' : 'Android 14',
      pixelRatio: devicePixelRatio,
      screenWidth: innerWidth,
      screenHeight: height,
      windowWidth: innerWidth,
      windowHeight: height - STATUS_BAR_HEIGHT - NAVIGATION_HEIGHT,
      statusBarHeight: STATUS_BAR_HEIGHT,
      safeArea: { left: 0, right: innerWidth, top: STATUS_BAR_HEIGHT, bottom: height, width: innerWidth, height },
      language: 'zh_CN',
      version: '4.1.36',
      SDKVersion: '2.30.4',
      fontSizeSetting: USUAL_TEXT_PIXELS * textScale,
      benchmarkLevel: 40,
      theme: themeNow(),
      deviceOrientation: 'portrait',
      locationEnabled: locationService,
      wifiEnabled: wifiTrouble !== 'switched-off',
      locationAuthorized: wecomPermissions.location,
      cameraAuthorized: wecomPermissions.camera,
      enableDebug: false,
      ...(host === 'wechat' ? {} : { environment: 'wxwork' }),
    }
  }
  return {
    getSystemInfoSync: read,
    getSystemInfo: call('getSystemInfo', read),
    getSystemInfoAsync: call('getSystemInfoAsync', read),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => {
      const [width, height, top] = [87, 32, STATUS_BAR_HEIGHT + 6]
      const right = innerWidth - 10
      return { width, height, top, bottom: top + height, left: right - width, right }
    },
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getLogManager: () => console,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    arrayBufferToBase64: (buffer: ArrayBuffer) => {
      const bytes = new Uint8Array(buffer)
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    },
    base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer,
  }
}
