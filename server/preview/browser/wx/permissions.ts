import { button, element } from '../screen/screen'
import { askDialog } from '../screen/dialogs'
import type { Phone } from '../phone'
import type { Permission } from '../../settings'
import { call, WxFault } from './api'

type Name = 'location' | 'camera'

const SCOPES: Readonly<Record<string, Name>> = { 'scope.userLocation': 'location', 'scope.camera': 'camera' }
const QUESTIONS: Readonly<Record<Name, string>> = {
  location: '申请获取你的位置信息',
  camera: '申请使用你的摄像头',
}
const NAMES: Readonly<Record<Name, string>> = { location: '位置信息', camera: '摄像头' }

/** Asks as WeCom does: once; what was answered stands until the settings say otherwise. @throws WxFault when refused */
export async function requirePermission({ settings, screen }: Phone, name: Name): Promise<void> {
  if (settings.current.permissions[name] === 'ask') {
    const texts = { title: '外勤签到', content: QUESTIONS[name], confirm: '允许', cancel: '拒绝' }
    setPermission({ settings }, name, (await askDialog(screen, texts)) ? 'granted' : 'denied')
  }
  if (settings.current.permissions[name] === 'denied') throw new WxFault('auth deny', { errno: 103 })
  if (!settings.current.wecomPermissions[name]) throw new WxFault('system permission denied', { errno: 3 })
}

function setPermission({ settings }: Pick<Phone, 'settings'>, name: Name, value: Permission): void {
  settings.change({ permissions: { ...settings.current.permissions, [name]: value } })
}

export function permissionCalls(phone: Phone) {
  const { settings, screen } = phone
  /** Only what was asked for once. */
  const authSetting = () =>
    Object.fromEntries(
      Object.entries(SCOPES)
        .map(([scope, name]) => [scope, settings.current.permissions[name]] as const)
        .filter(([, permission]) => permission !== 'ask')
        .map(([scope, permission]) => [scope, permission === 'granted']),
    )
  return {
    getSetting: call('getSetting', () => ({ authSetting: authSetting() })),
    authorize: call<{ scope: string }, void>('authorize', async ({ scope }) => {
      const name = SCOPES[scope]
      if (name === undefined) throw new WxFault('invalid scope')
      await requirePermission(phone, name)
    }),
    openSetting: call('openSetting', () => {
      return new Promise<{ authSetting: object }>((resolve) => {
        screen.sheet((box, close) => {
          box.setAttribute('role', 'dialog')
          box.append(element('b', 'dialog-title', '设置'))
          for (const name of Object.values(SCOPES)) {
            const label = element('label', 'setting-row', NAMES[name])
            const field = element('input')
            field.type = 'checkbox'
            field.checked = settings.current.permissions[name] === 'granted'
            field.addEventListener('change', () => setPermission(phone, name, field.checked ? 'granted' : 'denied'))
            label.append(field)
            box.append(label)
          }
          const done = () => {
            close()
            resolve({ authSetting: authSetting() })
          }
          box.append(button('返回', 'sheet-item', done))
        })
      })
    }),
  }
}
