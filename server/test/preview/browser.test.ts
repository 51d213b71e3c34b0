import type { Browser } from 'playwright-core'
import type { PreviewWorld } from '../../preview/settings'
import type { TempFolder } from '../temp-folder'
import { openPhone, type BrowserPhone, type PhoneOptions } from './browser-phone'
import { describeInChromium, launchChromium } from './chromium'
import { writeSample } from './sample-app'
import { startSampleServer, type SampleServer } from './sample-server'
import { screenProblems } from './screen-checks'

const WORLD: PreviewWorld = {
  clockOffsetMs: 0,
  people: [
    { userId: 'LiLei', name: '李雷', situation: '外勤' },
    { userId: 'HanMeiMei', name: '韩梅梅', situation: '' },
  ],
  sites: [
    {
      id: 's1',
      name: '总部',
      latitude: 31.2,
      longitude: 121.5,
      mainlandChina: true,
      edgeMetres: 150,
      wifi: [{ ssid: 'Office', bssid: '3c:06:a7:10:2b:01' }],
      hasGateway: true,
    },
  ],
}
const GRANTED = { location: 'granted', camera: 'granted' } as const

describeInChromium('the preview in Chromium', () => {
  let browser: Browser
  let sample: TempFolder
  let server: SampleServer
  const open = (options: Partial<PhoneOptions> = {}) => openPhone(browser, server.url, { person: 'LiLei', ...options })

  beforeAll(async () => {
    sample = writeSample({
      'pages/list/list.wxml': `<view style="width: 200vw">wide</view><button style="width: 60rpx; line-height: 1">小</button>
<view class="unset">{{ words }}</view><view style="color: #999; background: #fff">淡</view>`,
    })
    server = await startSampleServer(sample.path, WORLD)
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    sample?.remove()
  })

  it('runs without breaking its own policy', async () => {
    const phone = await open()
    const said: string[] = []
    phone.page.on('console', (message) => said.push(message.text()))
    await phone.tap('加')
    await phone.see('合计：¥4')
    await phone.tap('去')
    await phone.see('来自 home')
    await phone.back()
    expect(await phone.path()).toBe('pages/home/home')
    expect(said.filter((text) => text.includes('Content Security Policy'))).toEqual([])
    expect(await phone.errors()).toEqual([])
    await phone.close()
  })

  it('keeps its own files and storage over a restart, and forgets temporary ones', async () => {
    const phone = await open()
    const kept = await phone.page.evaluate(async () => {
      const wx = window.runningPhone!.wx as Record<string, (...given: unknown[]) => unknown>
      const files = wx['getFileSystemManager']!() as Record<string, (given: unknown) => Promise<unknown>>
      await files['writeFile']!({ filePath: 'wxfile://usr/a.txt', data: '甲' })
      wx['setStorageSync']!('b', { c: 1 })
      const canvas = wx['createOffscreenCanvas']!({ type: '2d', width: 20, height: 10 })
      return ((await wx['canvasToTempFilePath']!({ canvas })) as { tempFilePath: string }).tempFilePath
    })
    // The write goes to the disk behind the call's back.
    await phone.page.waitForFunction(async () => (await indexedDB.databases()).length > 0)
    await phone.restart()
    const found = await phone.page.evaluate(async (temporary) => {
      const wx = window.runningPhone!.wx as Record<string, (...given: unknown[]) => unknown>
      const files = wx['getFileSystemManager']!() as Record<string, (given: unknown) => Promise<{ data: string }>>
      const { data } = await files['readFile']!({ filePath: 'wxfile://usr/a.txt', encoding: 'utf8' })
      const lost = await files['readFile']!({ filePath: temporary }).then(
        () => false,
        () => true,
      )
      return { data, stored: wx['getStorageSync']!('b'), lost }
    }, kept)
    expect(found).toEqual({ data: '甲', stored: { c: 1 }, lost: true })
    await phone.close()
  })

  it('takes pictures that differ, and uploads with progress', async () => {
    const phone = await open({ settings: { permissions: GRANTED } })
    const uploaded = await takeAndUpload(phone)
    expect(uploaded.statusCode).toBe(200)
    expect(uploaded.progress.at(-1)).toBe(100)
    expect(uploaded.size).toBeGreaterThan(20_000)
    expect(server.asked).toContain('POST /embedded-photos/ with bytes')
    await phone.set({ uploadsFail: true })
    await expect(takeAndUpload(phone)).rejects.toThrow('ERR_CONNECTION_RESET')
    await phone.close()
  })

  it('logs in, asks the server, and asks a gateway on Wi-Fi alone', async () => {
    const phone = await open({ settings: { wifi: WORLD.sites[0]?.wifi[0] ?? null } })
    const ask = (url: string, method = 'GET') =>
      phone.page.evaluate(
        ([target, by]) =>
          new Promise<unknown>((done) => {
            const { request } = window.runningPhone!.wx as { request(options: object): void }
            const data = by === 'POST' ? { a: 1 } : undefined
            request({
              url: target,
              method: by,
              data,
              success: (answer: { data: unknown }) => done(answer.data),
              fail: (failure: { errMsg: string }) => done(failure.errMsg),
            })
          }),
        [url, method] as const,
      )
    expect(await ask('https://checkin.example.com/api/v1/me?x=1')).toEqual({ said: 'yes' })
    expect(server.asked).toContain('GET /api/v1/me?x=1 empty')
    expect(await ask('http://10.2.0.5:8790/presence', 'POST')).toEqual({ proof: 'http://10.2.0.5:8790/presence' })
    await phone.set({ gatewayReachable: false })
    expect(await ask('http://10.2.0.5:8790/presence', 'POST')).toContain('ERR_CONNECTION_REFUSED')
    const code = await phone.page.evaluate(() => {
      const { qy } = window.runningPhone!.wx as { qy: { login(): Promise<{ code: string }> } }
      return qy.login()
    })
    expect(code).toMatchObject({ code: 'a code', errMsg: 'qy.login:ok' })
    await phone.close()
  })

  it('finds what is too wide and too small', async () => {
    const phone = await open({ page: 'pages/list/list' })
    const problems = await screenProblems(phone)
    expect(problems.map(({ what }) => what)).toEqual(expect.arrayContaining(['overflow', 'tap target', 'contrast']))
    const home = await open()
    expect((await screenProblems(home)).filter(({ what }) => what === 'overflow')).toEqual([])
    await phone.close()
    await home.close()
  })

  it('shows two phones, each with a panel and a storage of its own', async () => {
    const page = await browser.newPage({ viewport: { width: 1_500, height: 900 } })
    const problems: string[] = []
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await page.goto(`${server.url}/preview?phones=2`)
    const first = page.getByRole('region', { name: '手机 1' })
    const second = page.getByRole('region', { name: '手机 2' })
    await first.getByLabel('本人').selectOption({ label: '韩梅梅' })
    await first.getByLabel('离线（飞行模式）').check()
    // A phone whose person was chosen starts anew.
    const state = async (number: number) => {
      const told = await page.waitForFunction((index) => {
        const phone = document.querySelectorAll('iframe')[index]?.contentWindow?.runningPhone
        if (phone === undefined) return null
        const { person, offline, place } = phone.settings.current
        return { person, offline, place: place?.name }
      }, number - 1)
      return told.jsonValue()
    }
    await expect(state(1)).resolves.toEqual({ person: 'HanMeiMei', offline: true, place: '总部' })
    expect(await state(2)).toMatchObject({ offline: false })
    await second.getByLabel('站在').selectOption({ label: '外面 86 m' })
    const north = await page.evaluate(
      () => document.querySelectorAll('iframe')[1]!.contentWindow!.runningPhone!.settings.current.place!.latitude,
    )
    expect((north - 31.2) * 111_195).toBeCloseTo(236, 0)
    expect(problems).toEqual([])
    await page.close()
  })

  it('fits a phone, with the panel below', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.goto(`${server.url}/preview`)
    await page.getByLabel('本人').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.close()
  })
})

async function takeAndUpload(phone: BrowserPhone): Promise<{ statusCode: number; progress: number[]; size: number }> {
  await phone.page.evaluate(() => {
    const { chooseImage } = window.runningPhone!.wx as { chooseImage(options: object): Promise<unknown> }
    Object.assign(window, { chosen: chooseImage({ sourceType: ['camera'] }) })
  })
  await phone.tap('拍照')
  return phone.page.evaluate(async () => {
    const { chosen } = window as unknown as { chosen: Promise<{ tempFiles: { path: string; size: number }[] }> }
    const [file] = (await chosen).tempFiles
    const { uploadFile } = window.runningPhone!.wx as {
      uploadFile(options: object): { onProgressUpdate(on: unknown): void }
    }
    const progress: number[] = []
    const { statusCode } = await new Promise<{ statusCode: number }>((done, failed) => {
      const task = uploadFile({
        url: 'https://photos.example.com/embedded-photos/',
        filePath: file!.path,
        name: 'file',
        formData: { key: 'x' },
        success: done,
        fail: (failure: { errMsg: string }) => failed(new Error(failure.errMsg)),
      })
      task.onProgressUpdate((event: { progress: number }) => progress.push(event.progress))
    })
    return { statusCode, progress, size: file!.size }
  })
}
