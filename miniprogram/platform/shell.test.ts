import { jest } from '@jest/globals'
import { failing, optionsOf, succeeding, useWx } from '../test/fake-wx'
import { createLifecycle, createNavigation, createScreen, createSettings, createTime } from './shell'

describe('pages', () => {
  it.each([
    ['open', 'navigateTo', { url: '/a' }],
    ['replace', 'redirectTo', { url: '/a' }],
    ['restart', 'reLaunch', { url: '/a' }],
    ['tab', 'switchTab', { url: '/a' }],
    ['title', 'setNavigationBarTitle', { title: '/a' }],
  ] as const)('%s', (name, call, options) => {
    const called = succeeding()
    useWx({ [call]: called })
    createNavigation()[name]('/a')
    expect(optionsOf(called)).toMatchObject(options)
  })

  it('go back', () => {
    const navigateBack = failing({ errMsg: 'navigateBack:fail cannot navigate back at first page' })
    useWx({ navigateBack })
    createNavigation().back()
    expect(navigateBack).toHaveBeenCalledTimes(1)
  })

  it.each([
    [1, { index: 2, text: '1' }],
    [150, { index: 2, text: '99' }],
  ])('a tab shows %d', (count, options) => {
    const setTabBarBadge = succeeding()
    useWx({ setTabBarBadge })
    createNavigation().badge(2, count)
    expect(optionsOf(setTabBarBadge)).toMatchObject(options)
  })

  it('a tab shows nothing for none', () => {
    const removeTabBarBadge = succeeding()
    useWx({ removeTabBarBadge })
    createNavigation().badge(2, 0)
    expect(optionsOf(removeTabBarBadge)).toMatchObject({ index: 2 })
  })
})

describe('the app’s life', () => {
  it.each([
    ['onShow', 'onAppShow', 'offAppShow'],
    ['onHide', 'onAppHide', 'offAppHide'],
  ] as const)('%s', (name, on, off) => {
    const handles = new Set<() => void>()
    useWx({
      [on]: (handle: () => void) => handles.add(handle),
      [off]: (handle: () => void) => handles.delete(handle),
    })
    const listener = jest.fn()
    const stop = createLifecycle()[name](listener)
    handles.forEach((handle) => handle())
    expect(listener).toHaveBeenCalledTimes(1)
    stop()
    expect(handles.size).toBe(0)
  })
})

describe('the screen', () => {
  it.each([
    [{ confirm: true }, true],
    [{ confirm: false, cancel: true }, false],
    [{}, false],
  ])('asks: %j', async (reply, agreed) => {
    const showModal = succeeding(reply)
    useWx({ showModal })
    const question = { title: '撤回？', text: '正文', agree: '撤回', decline: '先不' }
    await expect(createScreen().ask(question)).resolves.toBe(agreed)
    expect(optionsOf(showModal)).toMatchObject({
      title: '撤回？',
      content: '正文',
      confirmText: '撤回',
      cancelText: '先不',
    })
  })

  it('copies', async () => {
    const setClipboardData = succeeding()
    useWx({ setClipboardData })
    await expect(createScreen().copy('WQ-1')).resolves.toBe(true)
    expect(optionsOf(setClipboardData)['data']).toBe('WQ-1')
  })

  it('confirms without an icon of the system', () => {
    const showToast = succeeding()
    useWx({ showToast })
    createScreen().toast('已复制')
    expect(optionsOf(showToast)).toMatchObject({ title: '已复制', icon: 'none' })
  })
})

describe('permissions', () => {
  const nothing = { location: null, camera: null, wecomLocation: null, wecomCamera: null, locationService: null }
  it.each([
    ['nothing asked yet', { getSetting: succeeding({ authSetting: {} }) }, nothing],
    ['a client that tells nothing', {}, nothing],
    ['a client that fails', { getSetting: failing({ errMsg: 'getSetting:fail' }) }, nothing],
    ['an answer without figures', { getSetting: succeeding({}) }, nothing],
    [
      'what the person answered',
      { getSetting: succeeding({ authSetting: { 'scope.userLocation': false, 'scope.camera': true } }) },
      { ...nothing, location: false, camera: true },
    ],
    [
      'what the system allows, by the older call as in WeCom',
      { getSystemInfoSync: () => ({ locationAuthorized: false, cameraAuthorized: true, locationEnabled: false }) },
      { ...nothing, wecomLocation: false, wecomCamera: true, locationService: false },
    ],
    [
      'what the system allows, by the newer calls',
      {
        getSystemSetting: () => ({ locationEnabled: true }),
        getAppAuthorizeSetting: () => ({ locationAuthorized: 'authorized', cameraAuthorized: 'not determined' }),
      },
      { ...nothing, wecomLocation: true, locationService: true },
    ],
  ])('%s', async (_, calls, expected) => {
    useWx(calls)
    await expect(createSettings().permissions()).resolves.toEqual(expected)
  })
})

describe('the settings', () => {
  it.each([
    ['come back', succeeding({ authSetting: {} })],
    ['fail', failing({ errMsg: 'openSetting:fail can only be invoked by user TAP gesture.' })],
  ])('%s', async (_, openSetting) => {
    useWx({ openSetting })
    await createSettings().open()
    expect(openSetting).toHaveBeenCalledTimes(1)
  })
})

describe('time', () => {
  it('runs once after, and on every, until it is stopped', () => {
    jest.useFakeTimers()
    const time = createTime()
    const once = jest.fn()
    const often = jest.fn()
    const never = jest.fn()
    time.after(100, once)
    time.after(100, never)()
    const stop = time.every(100, often)
    jest.advanceTimersByTime(350)
    stop()
    jest.advanceTimersByTime(350)
    expect([once, often, never].map(({ mock }) => mock.calls.length)).toEqual([1, 3, 0])
  })
})
