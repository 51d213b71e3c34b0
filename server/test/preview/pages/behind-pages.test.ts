import type { CheckInReply, ContextReply } from '../../../../miniprogram/contract/api'
import { recordReply } from '../../../../miniprogram/test/record-replies'
import { challengeReply, checkInReply, contextReply, slotReply } from '../../../../miniprogram/test/replies'
import { openRendered, type RenderedPhone } from '../rendered'
import { handTimers } from './hand-timers'
import { loggedIn, recordingWx, refusal, type Answers } from './recording-wx'

const OPEN = { opensAt: '2026-11-18T00:00:00+08:00', closesAt: '2099-11-18T00:00:00+08:00', dueAt: null }
const PLACE_MS = 30_000
const PLACE = { name: '', latitude: 31.2041, longitude: 121.5906, mainlandChina: true }
const GRANTED = { location: 'granted', camera: 'granted' } as const
const SOMEWHERE = '/pages/start/start?why=unreachable'
const APPLICATION = `/pages/application/application?slot=${encodeURIComponent('2026-11-18/early-1')}`
const VISIT = `/pages/visit/visit?slot=${encodeURIComponent('2026-11-18/visit-0')}&siteId=`
const ATTEMPT_ID = '019a94f2-0000-7000-8000-0000000000a1'
const CHECK_IN = 'POST /api/v1/check-ins'

/** Begins on a page where nothing goes on; what follows sets its timers by hand. */
async function open(change: Partial<ContextReply> = {}, answers: Answers = {}, settings: object = {}) {
  const serverTime = new Date().toISOString().replace('Z', '+00:00')
  const slots = [slotReply(OPEN), slotReply({ ...OPEN, kind: 'visit', span: 0 })]
  const context = contextReply({
    serverTime,
    slots,
    challenge: challengeReply({ issuedAt: serverTime }),
    ...change,
  })
  const recording = recordingWx({ 'GET /api/v1/context': context, ...answers })
  const known = { context, receivedAtMs: Date.now(), clockOffsetMs: 0, employeeId: 'employee-1' }
  const phone = await openRendered({
    page: SOMEWHERE.slice(1),
    storage: {
      ...loggedIn(),
      'plain:device-key': JSON.stringify({ secretSeed: 'A'.repeat(43) }),
      'plain:context': JSON.stringify(known),
      'plain:challenge': JSON.stringify({ challenge: context.challenge, nextPosition: 0 }),
    },
    settings: { place: PLACE, permissions: GRANTED, ...settings },
    wx: recording.wx,
  })
  const timers = handTimers(phone.window)
  return { phone, timers, ...recording }
}

type Call = (options: { url?: string; delta?: number }) => unknown
const go = (phone: RenderedPhone, name: 'navigateTo' | 'redirectTo' | 'navigateBack' | 'switchTab', url = '') =>
  void (phone.wx[name] as Call)(url === '' ? { delta: 1 } : { url })
const at = (phone: RenderedPhone, page: string) => phone.until(() => expect(phone.page()).toBe(page))
const watches = ({ delays }: { delays(): number[] }) => delays().filter((delayMs) => delayMs === PLACE_MS).length

/** A server that answers a check-in when it is told to. */
function slowServer(reply: CheckInReply) {
  const waiting: (() => void)[] = []
  const slow =
    (request: (options: { url: string; method: string }) => unknown) => (options: { url: string; method: string }) => {
      if (options.method === 'POST' && options.url.endsWith('/check-ins')) waiting.push(() => void request(options))
      else return request(options)
      return { abort() {} }
    }
  return { waiting, slow, answers: { [CHECK_IN]: reply } }
}

describe('a page that is hidden', () => {
  it.each([
    ['visit', VISIT, 'pages/visit/visit'],
    ['application', `${APPLICATION}&applies=1`, 'pages/application/application'],
  ])('the %s page stops reading the place, and reads it anew when it is shown again', async (_, url, path) => {
    const { phone, timers } = await open()
    go(phone, 'navigateTo', url)
    await at(phone, path)
    await phone.until(() => expect(watches(timers)).toBe(1))
    go(phone, 'navigateTo', SOMEWHERE)
    await at(phone, 'pages/start/start')
    expect(watches(timers)).toBe(0)
    go(phone, 'navigateBack')
    await phone.until(() => expect(watches(timers)).toBe(1))
    phone.phone.background()
    expect(watches(timers)).toBe(0)
    phone.phone.foreground()
    await phone.until(() => expect(watches(timers)).toBe(1))
    go(phone, 'navigateBack')
    await at(phone, 'pages/start/start')
    expect(watches(timers)).toBe(0)
  })

  it('the check-in page leaves nothing behind when two answers refuse it at once', async () => {
    let isRefused = false
    const { phone, timers, sent } = await open(
      {},
      {
        'GET /api/v1/context': () => (isRefused ? refusal(403, 'DEVICE_NEEDED') : contextReply()),
        'POST /api/v1/sessions': () => {
          isRefused = false
          return JSON.parse(loggedIn()['plain:session'] ?? '{}').session as unknown
        },
      },
    )
    go(phone, 'switchTab', '/pages/home/home')
    await phone.until(() => expect(watches(timers)).toBe(1))
    const asked = () => sent.filter(({ line }) => line.startsWith('GET /api/v1/context')).length
    await phone.until(() => expect(asked()).toBeGreaterThan(0))
    isRefused = true
    const before = sent.length
    phone.phone.pullDown()
    phone.phone.pullDown()
    await phone.until(() => expect(sent.slice(before).map(({ line }) => line)).toContain('POST /api/v1/sessions'))
    await phone.until(() => expect(watches(timers)).toBe(1))
    go(phone, 'switchTab', '/pages/records/records')
    await at(phone, 'pages/records/records')
    expect(watches(timers)).toBe(0)
  })

  it('the requests page does not name the page that was opened meanwhile', async () => {
    const answers: (() => void)[] = []
    const { phone } = await open()
    const { request } = phone.wx as { request: (options: { url: string }) => unknown }
    Object.assign(phone.wx, {
      request(options: { url: string }) {
        if (!options.url.includes('/approvals')) return request(options)
        answers.push(() => void request(options))
        return { abort() {} }
      },
    })
    go(phone, 'switchTab', '/pages/requests/requests')
    await at(phone, 'pages/requests/requests')
    await phone.until(() => expect(answers.length).toBeGreaterThan(1))
    go(phone, 'navigateTo', SOMEWHERE)
    await at(phone, 'pages/start/start')
    const titles: unknown[] = []
    Object.assign(phone.wx, { setNavigationBarTitle: ({ title }: { title: string }) => void titles.push(title) })
    const below = phone.phone.stack.pages[0]?.instance as unknown as { enter(): Promise<void> }
    const entering = below.enter()
    for (const answer of answers.splice(0)) answer()
    await phone.until(() => expect(answers.length).toBeGreaterThan(0))
    for (const answer of answers.splice(0)) answer()
    await entering
    expect(titles).toEqual([])
  })
})

describe('an answer that comes late', () => {
  const judged = checkInReply({ attemptId: ATTEMPT_ID })
  async function sending(url: string, path: string) {
    const server = slowServer(judged)
    const opened = await open({ policy: { ...contextReply().policy, visitRecordRequired: false } }, server.answers)
    const { phone } = opened
    Object.assign(phone.wx, { request: server.slow(phone.wx['request'] as Parameters<typeof server.slow>[0]) })
    go(phone, 'navigateTo', url)
    await at(phone, path)
    const foot = await phone.until(() => {
      const button = phone.findAll('.foot wx-button').pop() as HTMLElement
      expect(button.hasAttribute('disabled')).toBe(false)
      return button
    })
    await phone.tap(foot)
    await phone.until(() => expect(server.waiting).toHaveLength(1))
    return { ...opened, answer: () => server.waiting.forEach((one) => one()) }
  }

  it.each([
    ['visit', `${VISIT}site-1`, 'pages/visit/visit'],
    ['application', `${APPLICATION}&applies=0`, 'pages/application/application'],
  ])('takes no other page away when the %s page is closed', async (_, url, path) => {
    const { phone, toasts, answer } = await sending(url, path)
    go(phone, 'navigateBack')
    await at(phone, 'pages/start/start')
    answer()
    await phone.until(() => expect(toasts).toEqual(['早签到已通过，到「记录」里看']))
    expect(phone.page()).toBe('pages/start/start')
  })

  it('leads to the result once the page is shown again', async () => {
    const { phone, toasts, answer } = await sending(`${VISIT}site-1`, 'pages/visit/visit')
    phone.phone.background()
    answer()
    await phone.until(() => expect(toasts).toHaveLength(1))
    expect(phone.page()).toBe('pages/visit/visit')
    phone.phone.foreground()
    await at(phone, 'pages/result/result')
  })

  it('opens no result above another page when the check-in page was left', async () => {
    const server = slowServer(judged)
    const { phone, toasts } = await open({}, server.answers)
    Object.assign(phone.wx, { request: server.slow(phone.wx['request'] as Parameters<typeof server.slow>[0]) })
    go(phone, 'switchTab', '/pages/home/home')
    await phone.until(() => expect(phone.find('.slab').textContent).toContain('现在可以签'))
    await phone.tap(phone.find('.slab'))
    await phone.until(() => expect(server.waiting).toHaveLength(1))
    go(phone, 'switchTab', '/pages/records/records')
    await at(phone, 'pages/records/records')
    server.waiting.forEach((one) => one())
    await phone.until(() => expect(toasts).toEqual(['早签到已通过，到「记录」里看']))
    expect(phone.page()).toBe('pages/records/records')
  })
})

describe('the record of a visit', () => {
  const PHOTOS = `GET /api/v1/check-ins/${ATTEMPT_ID}/photos`
  const photo = (state: string) => ({ sha256: 'a'.repeat(64), byteLength: 1, state, problem: null })
  const record = recordReply({ attemptId: ATTEMPT_ID, slot: { workDay: '2026-11-18', kind: 'visit', span: 0 } })

  it('goes back from no other page when it is saved late', async () => {
    const stands = {
      ...{ attemptId: ATTEMPT_ID, version: 1, customer: '嘉澜纸业', purpose: '维修', edits: [] },
      ...{ updatedAt: '2026-11-18T11:00:00+08:00', editableUntil: '2099-11-19T00:00:00+08:00' },
    }
    const { phone, toasts } = await open(
      {},
      {
        [PHOTOS]: { items: [], deadline: null },
        [`GET /api/v1/records/${ATTEMPT_ID}`]: record,
        [`GET /api/v1/check-ins/${ATTEMPT_ID}/visit-record`]: stands,
        [`PUT /api/v1/check-ins/${ATTEMPT_ID}/visit-record`]: { ...stands, version: 2 },
      },
    )
    const { request } = phone.wx as { request: (options: { method: string }) => unknown }
    const saving: (() => void)[] = []
    Object.assign(phone.wx, {
      request(options: { method: string }) {
        if (options.method !== 'PUT') return request(options)
        saving.push(() => void request(options))
        return { abort() {} }
      },
    })
    go(phone, 'navigateTo', `/pages/visit/visit?attemptId=${ATTEMPT_ID}`)
    await phone.tap(await phone.until(() => phone.byText('安装')))
    const save = await phone.until(() => phone.find('.foot wx-button:not([disabled])'))
    await phone.tap(save)
    await phone.until(() => expect(saving).toHaveLength(1))
    go(phone, 'navigateTo', SOMEWHERE)
    await at(phone, 'pages/start/start')
    saving.forEach((one) => one())
    await phone.until(() => expect(toasts).toEqual(['拜访记录已保存']))
    // A step back would have been taken by the time that the page below is asked once more.
    go(phone, 'navigateBack')
    await at(phone, 'pages/visit/visit')
  })

  it('asks for awaited photos one at a time, ever more rarely, and not behind another page', async () => {
    let state = 'awaited'
    const { phone, timers, sent } = await open(
      {},
      {
        [PHOTOS]: () => ({ items: [photo(state)], deadline: null }),
        [`GET /api/v1/records/${ATTEMPT_ID}`]: record,
      },
    )
    const asked = () => sent.filter(({ line }) => line === PHOTOS).length
    const pauses = () => timers.delays().filter((delayMs) => [4_000, 8_000, 16_000].includes(delayMs))
    go(phone, 'navigateTo', `/pages/visit/visit?attemptId=${ATTEMPT_ID}`)
    await at(phone, 'pages/visit/visit')
    for (const [looks, pauseMs] of [
      [1, 4_000],
      [2, 8_000],
      [3, 16_000],
    ] as const) {
      await phone.until(() => expect([asked(), pauses()]).toEqual([looks, [pauseMs]]))
      if (pauseMs < 16_000) expect(timers.run(pauseMs)).toBe(1)
    }
    go(phone, 'navigateTo', SOMEWHERE)
    await at(phone, 'pages/start/start')
    expect([asked(), pauses()]).toEqual([3, []])
    state = 'failed'
    go(phone, 'navigateBack')
    await phone.until(() => phone.byText('没有通过'))
    expect([asked(), pauses()]).toEqual([4, []])
  })
})

it('explains where WeCom itself may not locate', async () => {
  const { phone } = await open({}, {}, { wecomPermissions: { location: false, camera: true } })
  go(phone, 'navigateTo', `${VISIT}site-1`)
  await at(phone, 'pages/visit/visit')
  const foot = await phone.until(() => phone.byText('还不能签，看怎么办'))
  await phone.tap(foot)
  await phone.tap(await phone.until(() => phone.byText('允许企业微信使用位置')))
  await at(phone, 'pages/permission/permission')
  expect(phone.phone.stack.top()?.query).toBe('?what=wecom_location')
})
