import { MODELS, type Permission, type PhoneSettings } from '../../settings'
import { check, choose, group, press, row } from './fields'
import type { PaneParts } from './phone-pane'

const PERMISSIONS: readonly { readonly value: Permission; readonly text: string }[] = [
  { value: 'ask', text: '还没问过' },
  { value: 'granted', text: '允许' },
  { value: 'denied', text: '拒绝' },
]

export function permissionGroup({ phone: { settings } }: PaneParts): HTMLElement {
  const { permissions, wecomPermissions, locationService } = settings.current
  const set = (changes: Partial<PhoneSettings['permissions']>) =>
    settings.change({ permissions: { ...settings.current.permissions, ...changes } })
  const setWecom = (changes: Partial<PhoneSettings['wecomPermissions']>) =>
    settings.change({ wecomPermissions: { ...settings.current.wecomPermissions, ...changes } })
  return group(
    '权限',
    row(
      choose('位置', PERMISSIONS, permissions.location, (value) => set({ location: value as Permission })),
      choose('相机', PERMISSIONS, permissions.camera, (value) => set({ camera: value as Permission })),
    ),
    check('企业微信能用位置', wecomPermissions.location, (value) => setWecom({ location: value })),
    check('企业微信能用相机', wecomPermissions.camera, (value) => setWecom({ camera: value })),
    check('手机的定位服务开着', locationService, (value) => settings.change({ locationService: value })),
  )
}

const TEXT_SCALES = [
  { value: '1', text: '标准' },
  { value: '1.15', text: '大' },
  { value: '1.3', text: '最大' },
]

export function deviceGroup({ phone, restart }: PaneParts): HTMLElement {
  const { settings } = phone
  const { model, textScale } = settings.current
  const models = MODELS.map((item) => ({ value: item.model, text: item.model }))
  let isAway = false
  const away = press('切到后台', () => {
    isAway = !isAway
    if (isAway) phone.background()
    else phone.foreground()
    away.textContent = isAway ? '回到前台' : '切到后台'
  })
  return group(
    '手机',
    row(
      choose('机型', models, model, (value) => {
        settings.change(MODELS.find((item) => item.model === value) ?? {})
        restart()
      }),
      choose('字号', TEXT_SCALES, String(textScale), (value) => {
        settings.change({ textScale: Number(value) })
        restart()
      }),
    ),
    row(
      press('下拉刷新', () => phone.pullDown()),
      away,
    ),
    row(
      press('杀掉重开', restart),
      press('清空这部手机', () => void phone.forget().then(restart)),
    ),
  )
}
