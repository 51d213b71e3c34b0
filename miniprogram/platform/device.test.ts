import { useWx } from '../test/fake-wx'
import { createDevice } from './device'

const throwing = () => {
  throw new Error('getDeviceInfo:fail not supported')
}

describe('the phone', () => {
  it.each([
    [
      'WeCom on Android, with the older call alone',
      {
        qy: {},
        getSystemInfoSync: () => ({
          environment: 'wxwork',
          brand: 'HUAWEI',
          model: 'NOH-AN00',
          platform: 'android',
          system: 'Android 12',
          version: '4.1.36',
          SDKVersion: '2.32.3',
          fontSizeSetting: 17,
          windowWidth: 360,
        }),
      },
      {
        brand: 'HUAWEI',
        model: 'NOH-AN00',
        platform: 'android',
        system: 'Android 12',
        insideWecom: true,
        appVersion: '4.1.36',
        baseLibraryVersion: '2.32.3',
        textScale: 1,
        windowWidthPixels: 360,
      },
    ],
    [
      'WeCom on iOS, where the newer calls throw',
      {
        qy: {},
        getDeviceInfo: throwing,
        getAppBaseInfo: throwing,
        getWindowInfo: throwing,
        getSystemInfoSync: () => ({
          environment: 'wxwork',
          brand: 'iPhone',
          model: 'iPhone 15<iPhone15,4>',
          platform: 'ios',
          system: 'iOS 18.1',
          fontSizeSetting: 23,
        }),
      },
      {
        brand: 'iPhone',
        model: 'iPhone 15<iPhone15,4>',
        platform: 'ios',
        insideWecom: true,
        appVersion: '',
        textScale: 1.3,
        windowWidthPixels: 375,
      },
    ],
    [
      'WeChat: outside WeCom',
      { getSystemInfoSync: () => ({ brand: 'Xiaomi', platform: 'android' }) },
      { brand: 'Xiaomi', insideWecom: false },
    ],
    ['WeCom without its own calls', { getSystemInfoSync: () => ({ environment: 'wxwork' }) }, { insideWecom: false }],
    ['a client with WeCom’s calls that is none', { qy: {}, getSystemInfoSync: () => ({}) }, { insideWecom: false }],
    [
      'the newer calls alone',
      {
        getDeviceInfo: () => ({ brand: 'OPPO', model: 'PHZ110', platform: 'android', system: 'Android 14' }),
        getAppBaseInfo: () => ({ version: '8.0.50', SDKVersion: '3.8.12', fontSizeSetting: 19 }),
        getWindowInfo: () => ({ windowWidth: 412 }),
      },
      {
        brand: 'OPPO',
        model: 'PHZ110',
        appVersion: '8.0.50',
        baseLibraryVersion: '3.8.12',
        windowWidthPixels: 412,
        insideWecom: false,
      },
    ],
    [
      'nothing at all',
      {},
      { brand: '', model: '', platform: '', system: '', insideWecom: false, textScale: 1, release: 'release' },
    ],
  ])('%s', (_, calls, expected) => {
    useWx(calls)
    expect(createDevice()).toMatchObject(expected)
  })

  it('tells nothing of the phone before it is asked for', () => {
    const asked: string[] = []
    const getDeviceInfo = () => {
      asked.push('device')
      return { brand: 'OPPO' }
    }
    const getSystemInfoSync = () => {
      asked.push('system')
      return { environment: 'wxwork' }
    }
    const getAppBaseInfo = () => ({ fontSizeSetting: 20.4 })
    useWx({ qy: {}, getDeviceInfo, getSystemInfoSync, getAppBaseInfo, getWindowInfo: () => ({ windowWidth: 412 }) })
    const device = createDevice()
    expect(device.windowWidthPixels).toBe(412)
    expect(device.textScale).toBeCloseTo(1.2)
    expect(asked).toEqual([])
    expect([device.brand, device.brand, device.insideWecom]).toEqual(['OPPO', 'OPPO', true])
    expect(asked).toEqual(['device', 'system'])
  })

  it.each([
    ['develop', 'develop'],
    ['trial', 'trial'],
    ['release', 'release'],
    [undefined, 'release'],
  ])('runs a package of kind %s', (envVersion, release) => {
    useWx({ getAccountInfoSync: () => ({ miniProgram: { envVersion } }) })
    expect(createDevice().release).toBe(release)
  })

  it.each([
    [12, 1],
    [17, 1],
    [20.4, 1.2],
    [40, 1.3],
    [0, 1],
  ])('shows text of size %d at %d', (fontSizeSetting, textScale) => {
    useWx({ getSystemInfoSync: () => ({ fontSizeSetting }) })
    expect(createDevice().textScale).toBeCloseTo(textScale)
  })
})
