import { jest } from '@jest/globals'
import { failure, success } from '../result'
import { failing, givenUp, silent, useWx } from '../test/fake-wx'
import { createPlatform } from './create-platform'
import type { Platform } from './platform'

const FILE_CALLS = ['saveFile', 'getFileInfo', 'readFile', 'unlink']
const CALLS = [
  'chooseImage',
  'getLocation',
  'getConnectedWifi',
  'startWifi',
  'getNetworkType',
  'getStorage',
  'setStorage',
  'removeStorage',
  'getStorageInfo',
  'getRandomValues',
  'setClipboardData',
  'showModal',
  'openSetting',
  'request',
  'uploadFile',
]

const request = { method: 'GET', url: 'https://server/x', headers: {}, timeoutMs: 5_000 } as const
const upload = { url: 'https://photos', filePath: 'p', fileField: 'file', fields: {}, timeoutMs: 5_000 }

/** Every call that answers: what it comes to where it does not exist, and where it never answers. */
const TABLE: readonly (readonly [
  string,
  (platform: Platform) => Promise<unknown>,
  { readonly absent: unknown; readonly silent: unknown; readonly failed: unknown },
])[] = [
  [
    'location',
    ({ location }) => location.read(),
    { absent: failure('unsupported'), silent: failure('timeout'), failed: failure('failed') },
  ],
  [
    'Wi-Fi',
    ({ wifi }) => wifi.read(),
    { absent: failure('unsupported'), silent: failure('timeout'), failed: failure('failed') },
  ],
  ['network', ({ network }) => network.read(), { absent: 'unknown', silent: 'unknown', failed: 'unknown' }],
  [
    'camera',
    ({ camera }) => camera.takePhoto(),
    { absent: failure('unsupported'), silent: failure('cancelled'), failed: failure('failed') },
  ],
  [
    'request',
    ({ http }) => http.send(request).reply,
    { absent: failure('unreachable'), silent: failure('timeout'), failed: failure('unreachable') },
  ],
  [
    'upload',
    ({ http }) => http.upload(upload).reply,
    { absent: failure('unreachable'), silent: failure('timeout'), failed: failure('unreachable') },
  ],
  ['reading storage', ({ storage }) => storage.read('a'), { absent: null, silent: null, failed: null }],
  ['writing storage', ({ storage }) => storage.write('a', 'b'), { absent: false, silent: false, failed: false }],
  [
    'removing from storage',
    ({ storage }) => storage.remove('a'),
    { absent: undefined, silent: undefined, failed: undefined },
  ],
  ['listing storage', ({ storage }) => storage.keys(''), { absent: [], silent: [], failed: [] }],
  [
    'keeping a file',
    ({ files }) => files.keep('a'),
    { absent: failure('failed'), silent: failure('failed'), failed: failure('failed') },
  ],
  [
    'a file’s facts',
    ({ files }) => files.facts('a'),
    { absent: failure('failed'), silent: failure('failed'), failed: failure('failed') },
  ],
  ['removing a file', ({ files }) => files.remove('a'), { absent: undefined, silent: undefined, failed: undefined }],
  ['random bytes', ({ random }) => random.bytes(32), { absent: null, silent: null, failed: null }],
  ['copying', ({ screen }) => screen.copy('a'), { absent: false, silent: false, failed: false }],
  [
    'asking',
    ({ screen }) => screen.ask({ title: '', text: '', agree: '', decline: '' }),
    { absent: false, silent: false, failed: false },
  ],
  ['settings', ({ settings }) => settings.open(), { absent: undefined, silent: undefined, failed: undefined }],
  [
    'login',
    ({ login }) => login.code(),
    { absent: failure('outside_wecom'), silent: failure('outside_wecom'), failed: failure('outside_wecom') },
  ],
]

function allCalls(answer: () => unknown): Record<string, unknown> {
  const files = Object.fromEntries(FILE_CALLS.map((name) => [name, answer()]))
  return {
    ...Object.fromEntries(CALLS.map((name) => [name, answer()])),
    getFileSystemManager: () => files,
  }
}

describe('a client that has none of the calls', () => {
  it.each(TABLE)('%s', async (_, run, { absent }) => {
    useWx({})
    await expect(run(createPlatform())).resolves.toEqual(absent)
  })

  it('moves between pages, speaks and listens all the same', () => {
    useWx({})
    const { navigation, screen, lifecycle, network } = createPlatform()
    navigation.open('/a')
    navigation.replace('/a')
    navigation.restart('/a')
    navigation.tab('/a')
    navigation.back()
    navigation.title('a')
    navigation.badge(0, 0)
    navigation.badge(0, 3)
    screen.toast('a')
    screen.vibrate()
    screen.endPullDown()
    lifecycle.onShow(() => {})()
    lifecycle.onHide(() => {})()
    network.onChange(() => {})()
  })
})

describe('a client whose calls never answer', () => {
  it.each(TABLE)('%s', async (_, run, expected) => {
    useWx(allCalls(silent))
    await expect(givenUp(() => run(createPlatform()))).resolves.toEqual(expected.silent)
  })
})

describe('a client whose calls fail without a word that is known', () => {
  it.each(TABLE)('%s', async (_, run, { failed }) => {
    useWx(allCalls(() => failing({ errMsg: 'x:fail' })))
    await expect(run(createPlatform())).resolves.toEqual(failed)
  })

  it.each(TABLE)('%s, with nothing at all', async (_, run, { failed }) => {
    useWx(allCalls(() => failing(undefined)))
    await expect(run(createPlatform())).resolves.toEqual(failed)
  })
})

describe('a client whose calls answer with nothing', () => {
  it.each(TABLE)('%s', async (_, run) => {
    useWx(allCalls(() => jest.fn(({ success: answer }: { success: (reply: unknown) => void }) => answer({}))))
    const answer = await run(createPlatform())
    expect(answer).not.toEqual(success(undefined))
  })
})
