import type { SelectorQuery, UnitInstance } from '../framework/glass-easel'
import { askActionSheet, askDialog } from '../screen/dialogs'
import { button, element } from '../screen/screen'
import { call, WxFault } from './api'
import type { WxParts } from './index'

const TOAST_MS = 1_500

interface ModalOptions {
  readonly title?: string
  readonly content?: string
  readonly showCancel?: boolean
  readonly confirmText?: string
  readonly cancelText?: string
}

/** Toasts, dialogs, queries about the page, and what a phone does that no browser can. */
export function viewCalls({ phone, stack }: Pick<WxParts, 'phone' | 'stack'>) {
  const { screen } = phone
  const shownPage = (): UnitInstance => {
    const page = stack.top()
    if (page === undefined) throw new Error('there is no page')
    return page.instance
  }
  return {
    showToast: call<{ title: string; duration?: number }, void>('showToast', ({ title, duration = TOAST_MS }) =>
      screen.toast(title, duration),
    ),
    hideToast: call('hideToast', () => screen.hideToast()),
    showLoading: call<{ title: string }, void>('showLoading', ({ title }) => screen.toast(title, null)),
    hideLoading: call('hideLoading', () => screen.hideToast()),
    showModal: call<ModalOptions, object>('showModal', async (options) => {
      const { title = '', content = '', showCancel = true, confirmText = '确定', cancelText = '取消' } = options
      const cancel = showCancel ? cancelText : null
      const confirm = await askDialog(screen, { title, content, confirm: confirmText, cancel })
      return { confirm, cancel: !confirm }
    }),
    showActionSheet: call<{ itemList: readonly string[] }, object>('showActionSheet', async ({ itemList }) => {
      const tapIndex = await askActionSheet(screen, itemList)
      if (tapIndex === null) throw new WxFault('cancel')
      return { tapIndex }
    }),
    previewImage: call<{ urls: readonly string[]; current?: string }, void>('previewImage', ({ urls, current }) => {
      screen.sheet((box, close) => {
        const picture = element('img', 'preview-image')
        picture.src = phone.files.addressOf(current ?? urls[0] ?? '')
        picture.alt = ''
        box.append(picture, button('关闭', 'sheet-item', close))
      })
    }),
    hideKeyboard: call('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
    vibrateShort: call('vibrateShort', () => undefined),
    vibrateLong: call('vibrateLong', () => undefined),
    setKeepScreenOn: call('setKeepScreenOn', () => undefined),
    setClipboardData: call<{ data: string }, void>('setClipboardData', ({ data }) => {
      clipboard = data
      screen.toast('内容已复制', TOAST_MS)
    }),
    getClipboardData: call('getClipboardData', () => ({ data: clipboard })),
    makePhoneCall: call<{ phoneNumber: string }, void>('makePhoneCall', ({ phoneNumber }) =>
      screen.toast(`拨打 ${phoneNumber}`, TOAST_MS),
    ),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    createSelectorQuery: (): SelectorQuery => shownPage().createSelectorQuery(),
    createIntersectionObserver: (component: UnitInstance | undefined, options: unknown) =>
      (component ?? shownPage()).createIntersectionObserver(options),
    createAnimation: () => motionless(),
  }
}

let clipboard = ''

/** Animations of this kind show their end at once. */
function motionless(): object {
  const steps: object = new Proxy({}, { get: (_target, name) => (name === 'export' ? () => ({}) : () => steps) })
  return steps
}
