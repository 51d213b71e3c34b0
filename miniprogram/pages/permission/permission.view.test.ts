import type { Permissions } from '../../platform/platform'
import { isGranted, needOf, permissionView } from './permission.view'

const UNKNOWN: Permissions = {
  location: null,
  camera: null,
  wecomLocation: null,
  wecomCamera: null,
  locationService: null,
}

describe('a permission that was refused', () => {
  it.each([
    ['location', UNKNOWN, 'android', '没有定位权限', '打开设置', '点「位置信息」'],
    ['location', { ...UNKNOWN, location: false }, 'ios', '没有定位权限', '打开设置', '点「位置信息」'],
    [
      'location',
      { ...UNKNOWN, location: true },
      'android',
      '企业微信没有定位权限',
      '回去试试',
      '点「权限」，再点「位置信息」',
    ],
    ['wecom_location', UNKNOWN, 'android', '企业微信没有定位权限', '回去试试', '点「权限」，再点「位置信息」'],
    ['wecom_location', UNKNOWN, 'ios', '企业微信没有定位权限', '回去试试', '选「使用 App 期间」，打开「精确位置」'],
    ['precise', { ...UNKNOWN, wecomLocation: true }, 'android', '「精确位置」没有打开', '回去试试', '打开「精确位置」'],
    ['precise', UNKNOWN, 'ios', '「精确位置」没有打开', '回去试试', '打开「精确位置」'],
    ['camera', { ...UNKNOWN, camera: false }, 'ios', '没有相机权限', '打开设置', '打开「摄像头」'],
    ['camera', { ...UNKNOWN, camera: true }, 'ios', '企业微信没有相机权限', '回去试试', '打开「企业微信」右边的开关'],
    [
      'camera',
      { ...UNKNOWN, camera: true },
      'android',
      '企业微信没有相机权限',
      '回去试试',
      '点「相机」，选「仅使用期间允许」',
    ],
  ] as const)('%s, %j on %s', (need, permissions, phonePlatform, title, action, step) => {
    const view = permissionView(need, permissions, phonePlatform)
    expect(view).toMatchObject({ title, action, opensSettings: action === '打开设置' })
    expect(view.steps.map(({ text }) => text)).toContain(step)
    expect(view.without.length).toBeGreaterThan(0)
  })

  it('is explained before anything is known', () => {
    expect(permissionView('location', null, '')).toMatchObject({ title: '没有定位权限', opensSettings: true })
  })

  it.each([
    ['location', { ...UNKNOWN, location: true }, true],
    ['location', { ...UNKNOWN, location: false }, false],
    ['location', UNKNOWN, false],
    ['location', { ...UNKNOWN, location: true, wecomLocation: false }, false],
    ['location', { ...UNKNOWN, location: true, locationService: false }, false],
    ['wecom_location', { ...UNKNOWN, wecomLocation: true }, true],
    ['wecom_location', { ...UNKNOWN, location: true }, false],
    ['wecom_location', { ...UNKNOWN, wecomLocation: true, locationService: false }, false],
    ['precise', { ...UNKNOWN, wecomLocation: true }, false],
    ['camera', { ...UNKNOWN, camera: true }, true],
    ['camera', { ...UNKNOWN, camera: true, wecomCamera: false }, false],
    ['camera', { ...UNKNOWN, location: true }, false],
  ] as const)('%s, %j: granted %s', (need, permissions, granted) => {
    expect(isGranted(need, permissions)).toBe(granted)
  })

  it.each([
    ['location', 'location'],
    ['wecom_location', 'wecom_location'],
    ['camera', 'camera'],
    ['precise', 'precise'],
    ['', 'location'],
  ])('is named in the address: %s', (what, need) => {
    expect(needOf(what)).toBe(need)
  })
})
