import type { Permissions } from '../../../platform/platform'
import { settingsView } from './settings.view'

const all: Permissions = {
  location: true,
  camera: null,
  wecomLocation: true,
  wecomCamera: null,
  locationService: true,
}
const states = (change: Partial<Permissions>) =>
  settingsView({ ...all, ...change }, true).permissions.map(({ state, isRefused }) => [state, isRefused])

it.each<[string, Partial<Permissions>, unknown[]]>([
  [
    'allowed, and not asked yet',
    {},
    [
      ['已允许', false],
      ['用到时会问你', false],
    ],
  ],
  [
    'refused',
    { location: false, camera: false },
    [
      ['已关闭', true],
      ['已关闭', true],
    ],
  ],
  [
    'WeCom itself has none',
    { wecomLocation: false, camera: true },
    [
      ['企业微信没有权限', true],
      ['已允许', false],
    ],
  ],
])('permissions: %s', (_, change, wanted) => {
  expect(states(change)).toEqual(wanted)
})

it('says that location is off on the phone', () => {
  expect(settingsView({ ...all, locationService: false }, true).service).toContain('手机定位关着')
  expect(settingsView({ ...all, locationService: null }, true).service).toBe('')
})
