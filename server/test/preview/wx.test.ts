import { openRendered, type RenderedPhone, type RenderOptions } from './rendered'
import { writeSample } from './sample-app'
import type { TempFolder } from '../temp-folder'

type Call = (options?: unknown) => Promise<Record<string, unknown>>

let sample: TempFolder
beforeAll(() => {
  sample = writeSample()
})
afterAll(() => sample.remove())

const PLACE = { name: '张江总部', latitude: 31.2041, longitude: 121.5907, mainlandChina: true }

async function phoneWith(settings: RenderOptions['settings'] = {}, more: RenderOptions = {}) {
  const phone = await openRendered({ folder: sample.path, settings, ...more })
  return { phone, ask: (name: string, options?: unknown) => (phone.wx[name] as Call)(options) }
}

async function answerDialog(phone: RenderedPhone, button: string): Promise<void> {
  await phone.tap(await phone.until(() => phone.byText(button)))
}

describe('location', () => {
  it('asks once, and gives the place of the panel', async () => {
    const { phone, ask } = await phoneWith({ place: PLACE, accuracyMetres: 35 })
    const asked = ask('getLocation', { type: 'gcj02' })
    await answerDialog(phone, '允许')
    const fix = await asked
    expect(fix['accuracy']).toBe(35)
    expect(fix['latitude']).toBeCloseTo(31.2041, 4)
    expect(fix['longitude']).toBeCloseTo(121.5907, 4)
    await expect(ask('getLocation', { type: 'gcj02' })).resolves.toMatchObject({ accuracy: 35 })
    await expect(ask('getSetting')).resolves.toMatchObject({ authSetting: { 'scope.userLocation': true } })
  })

  it('gives WGS-84 beside it where the two differ', async () => {
    const permissions = { location: 'granted', camera: 'ask' } as const
    const { ask } = await phoneWith({ place: PLACE, permissions })
    const fix = await ask('getLocation', { type: 'wgs84' })
    expect(Math.abs(Number(fix['longitude']) - PLACE.longitude)).toBeGreaterThan(0.003)
  })

  it('is refused for good', async () => {
    const { phone, ask } = await phoneWith({ place: PLACE })
    const asked = ask('getLocation').catch((failure: unknown) => failure)
    await answerDialog(phone, '拒绝')
    await expect(asked).resolves.toMatchObject({ errMsg: 'getLocation:fail auth deny' })
    await expect(ask('getLocation')).rejects.toMatchObject({ errMsg: 'getLocation:fail auth deny' })
  })

  it.each([
    [{ locationService: false }, 'LOCATIONSWITCHOFF'],
    [{ place: null }, 'timeout'],
  ])('fails where it cannot be had: %j', async (changes, words) => {
    const permissions = { location: 'granted', camera: 'ask' } as const
    const { ask } = await phoneWith({ place: PLACE, permissions, ...changes })
    await expect(ask('getLocation')).rejects.toMatchObject({ errMsg: expect.stringContaining(words) as string })
  })
})

describe('Wi-Fi', () => {
  const wifi = { ssid: 'CJ-Office', bssid: '3c:06:a7:10:2b:01' }

  it('reads what the phone is on, after it was started', async () => {
    const { ask } = await phoneWith({ wifi })
    await expect(ask('getConnectedWifi')).rejects.toMatchObject({ errCode: 12000 })
    await ask('startWifi')
    await expect(ask('getConnectedWifi')).resolves.toMatchObject({ wifi: { SSID: 'CJ-Office', BSSID: wifi.bssid } })
  })

  it.each([
    ['switched-off', 12005],
    ['location-off', 12006],
    ['unreadable', 12010],
  ] as const)('fails as WeChat does: %s', async (wifiTrouble, errCode) => {
    const { ask } = await phoneWith({ wifi, wifiTrouble })
    await ask('startWifi')
    await expect(ask('getConnectedWifi')).rejects.toMatchObject({ errCode })
  })

  it('does not start where it is not supported', async () => {
    const { ask } = await phoneWith({ wifi, wifiTrouble: 'unsupported' })
    await expect(ask('startWifi')).rejects.toMatchObject({ errCode: 12001 })
  })
})

describe('network', () => {
  it('tells of changes', async () => {
    const { phone, ask } = await phoneWith()
    const told: unknown[] = []
    ;(phone.wx['onNetworkStatusChange'] as (listener: (event: unknown) => void) => void)((event) => told.push(event))
    await expect(ask('getNetworkType')).resolves.toMatchObject({ networkType: '5g' })
    phone.phone.settings.change({ wifi: { ssid: 'a', bssid: 'b' } })
    phone.phone.settings.change({ offline: true })
    expect(told).toEqual([
      { isConnected: true, networkType: 'wifi' },
      { isConnected: false, networkType: 'none' },
    ])
  })

  it('sends nothing while offline', async () => {
    const { phone } = await phoneWith({ offline: true })
    const failure = await new Promise((fail) =>
      (phone.wx['request'] as (options: unknown) => void)({ url: 'https://server.example/api/v1/me', fail }),
    )
    expect(failure).toMatchObject({ errMsg: expect.stringContaining('ERR_INTERNET_DISCONNECTED') as string })
  })
})

describe('storage', () => {
  it('is apart for each person, and encrypted entries are read as such', async () => {
    const { phone, ask } = await phoneWith({ person: 'a' })
    await ask('setStorage', { key: 'seed', data: { x: 1 }, encrypt: true })
    await expect(ask('getStorage', { key: 'seed' })).rejects.toMatchObject({ errMsg: 'getStorage:fail data not found' })
    await expect(ask('getStorage', { key: 'seed', encrypt: true })).resolves.toMatchObject({ data: { x: 1 } })
    phone.phone.settings.change({ person: 'b' })
    await expect(ask('getStorage', { key: 'seed', encrypt: true })).rejects.toBeDefined()
  })

  it('starts with what a test puts in', async () => {
    const { phone } = await phoneWith({ person: 'a' }, { storage: { seen: true } })
    expect((phone.wx['getStorageSync'] as (key: string) => unknown)('seen')).toBe(true)
  })
})

describe('files and camera', () => {
  interface Files {
    readonly writeFile: Call
    readonly readFile: Call
    readonly unlink: Call
    readonly saveFile: Call
    readonly readdirSync: (folder: string) => string[]
  }

  it('keeps, reads and removes files', async () => {
    const { phone } = await phoneWith()
    const files = (phone.wx['getFileSystemManager'] as () => Files)()
    const filePath = 'wxfile://usr/queue/a.json'
    await files.writeFile({ filePath, data: '{"a":"甲"}', encoding: 'utf8' })
    await expect(files.readFile({ filePath, encoding: 'utf8' })).resolves.toMatchObject({ data: '{"a":"甲"}' })
    expect(files.readdirSync('wxfile://usr')).toEqual(['queue'])
    await files.unlink({ filePath })
    await expect(files.readFile({ filePath })).rejects.toMatchObject({
      errMsg: expect.stringContaining('no such file') as string,
    })
    await expect(files.writeFile({ filePath: 'wxfile://tmp/a', data: '' })).rejects.toBeDefined()
  })

  it('takes a new picture each time, by the camera alone', async () => {
    const permissions = { location: 'ask', camera: 'granted' } as const
    const { phone, ask } = await phoneWith({ permissions })
    const files = (phone.wx['getFileSystemManager'] as () => Files)()
    const pictures: unknown[] = []
    for (let count = 0; count < 2; count++) {
      const chosen = ask('chooseImage', { count: 1, sourceType: ['camera'] })
      await answerDialog(phone, '拍照')
      const { tempFilePaths } = (await chosen) as unknown as { tempFilePaths: string[] }
      pictures.push((await files.readFile({ filePath: tempFilePaths[0], encoding: 'utf8' }))['data'])
    }
    expect(new Set(pictures).size).toBe(2)
    await expect(ask('chooseImage', { sourceType: ['album'] })).rejects.toMatchObject({
      errMsg: 'chooseImage:fail cancel',
    })
    const left = ask('chooseImage', { sourceType: ['camera'] }).catch((failure: unknown) => failure)
    await answerDialog(phone, '取消')
    await expect(left).resolves.toMatchObject({ errMsg: 'chooseImage:fail cancel' })
  })
})

describe('WeCom', () => {
  it('lacks what WeCom lacks', async () => {
    const { phone } = await phoneWith()
    const absent = ['getWindowInfo', 'getAppBaseInfo', 'getSystemSetting', 'getRandomValues', 'chooseMedia']
    expect(absent.filter((name) => phone.wx[name] !== undefined)).toEqual([])
    const canIUse = phone.wx['canIUse'] as (schema: string) => boolean
    expect([canIUse('getLocation'), canIUse('qy.login'), canIUse('map'), canIUse('video')]).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('is recognised by the environment, and absent outside', async () => {
    const inside = await phoneWith()
    const outside = await phoneWith({ host: 'wechat' })
    const environment = ({ phone }: { phone: RenderedPhone }) =>
      (phone.wx['getSystemInfoSync'] as () => { environment?: string })().environment
    expect([environment(inside), environment(outside)]).toEqual(['wxwork', undefined])
    expect(outside.phone.wx['qy']).toBeUndefined()
  })
})
