/** Pages, the screen and the app's life: small calls whose failing nobody has to hear of. */
import { callWx } from './call-wx'
import { allowed, systemAuthorizations } from './system-authorizations'
import type { Lifecycle, Navigation, Screen, Settings, Stop, Time } from './platform'

const TIMEOUT_MS = 5_000
/** A person reads before answering. */
const PATIENCE_MS = 30 * 60_000

export function createLifecycle(): Lifecycle {
  return {
    onShow: (listener) => subscribe(listener, wx.onAppShow, wx.offAppShow),
    onHide: (listener) => subscribe(listener, wx.onAppHide, wx.offAppHide),
  }
}

function subscribe(
  listener: () => void,
  on: ((handle: () => void) => void) | undefined,
  off: ((handle: () => void) => void) | undefined,
): Stop {
  const handle = () => listener()
  on?.(handle)
  return () => off?.(handle)
}

export function createNavigation(): Navigation {
  const run = (start: Parameters<typeof callWx>[0]) => void callWx(start, TIMEOUT_MS)
  return {
    open: (url) => run((callbacks) => wx.navigateTo({ url, ...callbacks })),
    replace: (url) => run((callbacks) => wx.redirectTo({ url, ...callbacks })),
    restart: (url) => run((callbacks) => wx.reLaunch({ url, ...callbacks })),
    tab: (url) => run((callbacks) => wx.switchTab({ url, ...callbacks })),
    back: () => run((callbacks) => wx.navigateBack({ ...callbacks })),
    title: (title) => run((callbacks) => wx.setNavigationBarTitle({ title, ...callbacks })),
    badge(tabIndex, count) {
      if (count === 0) run((callbacks) => wx.removeTabBarBadge({ index: tabIndex, ...callbacks }))
      else run((callbacks) => wx.setTabBarBadge({ index: tabIndex, text: String(Math.min(count, 99)), ...callbacks }))
    },
    tabItem(tabIndex, { text, icon }) {
      const shade = shadeNow()
      run((callbacks) =>
        wx.setTabBarItem({
          index: tabIndex,
          text,
          iconPath: `/images/tab/${icon}-${shade}.png`,
          selectedIconPath: `/images/tab/${icon}-selected-${shade}.png`,
          ...callbacks,
        }),
      )
    },
  }
}

/** The names of `theme.json` are not for calls: the pictures of the present theme are named themselves. */
function shadeNow(): 'light' | 'dark' {
  try {
    return (wx.getSystemInfoSync() as { theme?: string }).theme === 'dark' ? 'dark' : 'light'
  } catch {
    return 'light'
  }
}

export function createScreen(): Screen {
  return {
    toast: (title) => void callWx((callbacks) => wx.showToast({ title, icon: 'none', ...callbacks }), TIMEOUT_MS),
    vibrate: () => void callWx((callbacks) => wx.vibrateShort({ type: 'medium', ...callbacks }), TIMEOUT_MS),
    async copy(data) {
      return (await callWx((callbacks) => wx.setClipboardData({ data, ...callbacks }), TIMEOUT_MS)).ok
    },
    async preview(urls, current) {
      const shown = await callWx(
        (callbacks) => wx.previewImage({ urls: urls.slice(), current, ...callbacks }),
        TIMEOUT_MS,
      )
      return shown.ok
    },
    async ask({ title, text, agree, decline }) {
      const answered = await callWx<{ confirm?: boolean }>(
        (callbacks) => wx.showModal({ title, content: text, confirmText: agree, cancelText: decline, ...callbacks }),
        PATIENCE_MS,
      )
      return answered.ok && answered.value.confirm === true
    },
    endPullDown: () => void callWx((callbacks) => wx.stopPullDownRefresh(callbacks), TIMEOUT_MS),
    isDark: () => shadeNow() === 'dark',
  }
}

export function createSettings(): Settings {
  return {
    async permissions() {
      const known = await callWx<{ authSetting?: { 'scope.userLocation'?: boolean; 'scope.camera'?: boolean } }>(
        (callbacks) => wx.getSetting(callbacks),
        TIMEOUT_MS,
      )
      const scopes = (known.ok ? known.value.authSetting : undefined) ?? {}
      const { locationAuthorized, cameraAuthorized, locationEnabled } = systemAuthorizations()
      return {
        location: scopes['scope.userLocation'] ?? null,
        camera: scopes['scope.camera'] ?? null,
        wecomLocation: allowed(locationAuthorized),
        wecomCamera: allowed(cameraAuthorized),
        locationService: locationEnabled ?? null,
      }
    },

    async open() {
      await callWx((callbacks) => wx.openSetting(callbacks), PATIENCE_MS)
    },
  }
}

export function createTime(): Time {
  return {
    nowMs: Date.now,
    after(delayMs, action) {
      const timer = setTimeout(action, delayMs)
      return () => clearTimeout(timer)
    },
    every(periodMs, action) {
      const timer = setInterval(action, periodMs)
      return () => clearInterval(timer)
    },
  }
}
