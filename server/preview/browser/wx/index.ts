import type { CompiledApp } from '../../compiled-app'
import type { PageStack } from '../framework/page-stack'
import type { Phone } from '../phone'
import type { TabMarks } from '../screen/tab-marks'
import { cameraCalls } from './camera'
import { canvasCalls } from './canvas'
import { createCanIUse } from './can-i-use'
import { fileCalls } from './files'
import { locationCalls } from './location'
import { loginCalls } from './login'
import type { Listeners } from './listeners'
import { navigationCalls } from './navigation'
import { networkCalls } from './network'
import { permissionCalls } from './permissions'
import { requestCalls } from './request'
import { storageCalls } from './storage'
import { systemCalls } from './system'
import { tabBarCalls } from './tab-bar'
import { uploadCalls } from './upload'
import { viewCalls } from './view'
import { wifiCalls } from './wifi'

export interface WxParts {
  readonly phone: Phone
  readonly app: CompiledApp
  readonly stack: PageStack
  readonly listeners: Listeners
  readonly launch: object
  readonly tabMarks: TabMarks
  /** Title or colours of the navigation bar changed, or a tab. */
  readonly repaint: () => void
}

/**
 * `wx` as WeCom has it, over the browser's abilities. What WeCom lacks is absent here too, so that feature tests take the
 * same way: getWindowInfo, getAppBaseInfo, getSystemSetting, getAppAuthorizeSetting, chooseMedia, previewMedia,
 * onThemeChange, getRandomValues, SOTER and WeChat's privacy calls.
 */
export function createWx(parts: WxParts): Record<string, unknown> {
  const { phone, listeners } = parts
  const wx: Record<string, unknown> = {
    ...navigationCalls(parts),
    ...tabBarCalls(parts),
    ...viewCalls(parts),
    ...systemCalls(parts),
    ...permissionCalls(phone),
    ...locationCalls(phone),
    ...wifiCalls(phone),
    ...networkCalls(phone, listeners),
    ...requestCalls(phone),
    ...uploadCalls(phone),
    ...storageCalls(phone),
    ...fileCalls(phone),
    ...cameraCalls(phone),
    ...canvasCalls(phone),
    ...loginCalls(phone),
    ...listeners.pair('AppShow'),
    ...listeners.pair('AppHide'),
    ...listeners.pair('Error'),
    ...listeners.pair('UnhandledRejection'),
    ...listeners.pair('KeyboardHeightChange'),
    ...listeners.pair('WindowResize'),
    ...listeners.pair('MemoryWarning'),
    ...listeners.pair('UserCaptureScreen'),
  }
  return Object.assign(wx, { canIUse: createCanIUse(wx) })
}
