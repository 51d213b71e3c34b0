import type { ContextReply } from '../../../../miniprogram/contract/api'
import { challengeReply, checkInReply, contextReply, siteReply, slotReply } from '../../../../miniprogram/test/replies'
import { placeAt } from '../../../preview/settings'
import { openRendered, type RenderedPhone, type RenderOptions } from '../rendered'
import { loggedIn, recordingWx, type Answers } from './recording-wx'

const OPEN = { opensAt: '2026-11-18T00:00:00+08:00', closesAt: '2099-11-18T00:00:00+08:00', dueAt: null }
const EARLY = slotReply(OPEN)
const VISIT = slotReply({ ...OPEN, kind: 'visit', span: 0 })
const CUSTOMER = siteReply({
  id: 'customer',
  name: '嘉澜纸业',
  kind: 'customer',
  planned: true,
  fence: { kind: 'circle', centre: { latitude: 31.3041, longitude: 121.5906 }, radiusMetres: 150 },
})
const GRANTED = { location: 'granted', camera: 'granted' } as const
const OFFICE = placeAt(
  {
    id: 'site-1',
    name: '张江总部',
    latitude: 31.2041,
    longitude: 121.5906,
    mainlandChina: true,
    edgeMetres: 150,
    wifi: [],
    hasGateway: false,
  },
  30,
)
const CHECK_IN = 'POST /api/v1/check-ins'

async function open(
  change: Partial<ContextReply> = {},
  settings: RenderOptions['settings'] = {},
  storage: Record<string, string> = loggedIn(),
) {
  const serverTime = new Date().toISOString().replace('Z', '+00:00')
  const context = contextReply({ serverTime, slots: [EARLY, VISIT], ...change })
  const answers: Answers = {
    'GET /api/v1/context': { ...context, challenge: challengeReply({ issuedAt: serverTime }) },
    'GET /api/v1/devices/mine': {
      items: [{ id: 'd', keyThumbprint: '', state: 'active', facts: { model: 'Mate 60' }, boundAt: serverTime }],
      nextCursor: null,
    },
    [CHECK_IN]: checkInReply(),
  }
  const recording = recordingWx(answers)
  const phone = await openRendered({
    page: 'pages/home/home',
    storage: { 'plain:device-key': JSON.stringify({ secretSeed: 'A'.repeat(43) }), ...storage },
    settings: { place: OFFICE, permissions: GRANTED, ...settings },
    wx: recording.wx,
  })
  const checkIns = () => recording.sent.filter(({ line }) => line === CHECK_IN)
  return { phone, checkIns, answers, ...recording }
}

const slab = (phone: RenderedPhone) => phone.find('.slab')
const slabSays = (phone: RenderedPhone, text: string) =>
  phone.until(() => expect(slab(phone).textContent).toContain(text))
const top = (phone: RenderedPhone) => phone.phone.stack.top()!

describe('the check-in page', () => {
  it('checks in once for two taps, and shows the result', async () => {
    const { phone, checkIns } = await open()
    await slabSays(phone, '现在可以签')
    const button = slab(phone)
    await Promise.all([phone.tap(button), phone.tap(button)])
    await phone.until(() => expect(phone.page()).toBe('pages/result/result'))
    expect(checkIns()).toHaveLength(1)
    expect(phone.phone.errors).toEqual([])
  })

  it('sends the place that is allowed now, not the one that was when the page was loaded', async () => {
    const { phone, checkIns, answers } = await open({ slots: [VISIT], sites: [siteReply()] })
    await slabSays(phone, '今天没有上下班签到')
    await phone.tap(slab(phone))
    await slabSays(phone, '范围内')
    const before = answers['GET /api/v1/context'] as ContextReply
    answers['GET /api/v1/context'] = { ...before, sites: [siteReply({ id: 'site-of-now' })] }
    // Old enough to be asked for again before anything is sent.
    phone.phone.settings.change({ clockOffsetMs: 200_000 })
    await phone.tap(slab(phone))
    await phone.until(() => expect(checkIns()).toHaveLength(1))
    expect(JSON.parse(checkIns()[0]?.body ?? '')).toMatchObject({ siteId: 'site-of-now' })
  })

  it('leads a visit to its form where a record is asked for, with the only site that comes into question', async () => {
    const policy = { ...contextReply().policy, visitRecordRequired: true }
    const { phone, checkIns } = await open({
      slots: [VISIT],
      policy,
      plans: [{ siteId: 'site-1', siteName: '张江总部', note: null }],
    })
    await slabSays(phone, '拜访签到')
    await slabSays(phone, '范围内')
    await phone.tap(slab(phone))
    await phone.until(() => expect(phone.page()).toBe('pages/visit/visit'))
    expect(top(phone).query).toContain('siteId=site-1')
    expect(checkIns()).toEqual([])
  })

  it('speaks of the place that is tapped in the plan, until it is tapped again', async () => {
    const plans = [{ siteId: 'customer', siteName: '嘉澜纸业', note: null }]
    const { phone } = await open({ sites: [siteReply(), CUSTOMER], plans })
    await slabSays(phone, '现在可以签')
    await phone.tap(phone.byText('嘉澜纸业'))
    await phone.until(() => expect(phone.text()).toContain('离「嘉澜纸业」范围还差'))
    await slabSays(phone, '拜访签到：未到范围')
    const chosen = phone.find('.cell--chosen')
    expect(chosen.getAttribute('aria-label')).toBe('嘉澜纸业，已选，再点一次取消')
    await phone.tap(chosen)
    await phone.until(() => expect(phone.text()).toContain('在「张江总部」范围内'))
  })

  it('leads to the permission that is missing', async () => {
    const { phone } = await open({}, { permissions: { location: 'denied', camera: 'granted' } })
    await slabSays(phone, '没有定位权限')
    await phone.tap(slab(phone))
    await phone.until(() => expect(phone.page()).toBe('pages/permission/permission'))
    expect(top(phone).query).toBe('?what=location')
  })

  it('offers a visit on a day off', async () => {
    const { phone } = await open({ slots: [VISIT], off: 'week' })
    await slabSays(phone, '今天休息')
    await phone.tap(slab(phone))
    await slabSays(phone, '拜访签到')
  })

  it('draws the figure itself when the map fails', async () => {
    const { phone } = await open()
    const map = await phone.until(() => phone.find('wx-map'))
    expect(map.textContent).toContain('地图底图在真机显示')
    const { instance } = top(phone)
    ;(instance['onMapFail'] as () => void).call(instance)
    await phone.until(() => expect(phone.findAll('wx-map')).toEqual([]))
    expect(phone.findAll('.figure')).toHaveLength(1)
  })

  it('begins to check in by itself where that was chosen, and a tap calls it off', async () => {
    const { phone, checkIns } = await open(
      { capabilities: { ...contextReply().capabilities, quickCheckIn: true } },
      {},
      { ...loggedIn(), 'plain:preferences:employee-1': JSON.stringify({ quickCheckIn: true }) },
    )
    await slabSays(phone, '2 秒后自动早签到')
    await phone.tap(slab(phone))
    await slabSays(phone, '现在可以签')
    expect(checkIns()).toEqual([])
  })

  it('hands nothing over when nothing has changed', async () => {
    const { phone } = await open({}, {}, loggedIn({ device: 'other_bound' }))
    await slabSays(phone, '旧手机是 Mate 60')
    const calls = countSetData(phone)
    render(phone, 20)
    expect(calls).toEqual([])
  })

  it('hands over clock and age alone while the place stays as it is', async () => {
    const { phone } = await open()
    await slabSays(phone, '现在可以签')
    await phone.until(() => expect(phone.text()).toContain('在「张江总部」范围内'))
    const calls = countSetData(phone)
    render(phone, 20)
    expect(calls.length).toBeLessThanOrEqual(2)
    for (const name of calls.flat()) expect(['view.slab', 'view.corner']).toContain(name)
  })
})

/** The names that go over from now on, a list for each call. */
function countSetData(phone: RenderedPhone): string[][] {
  const { instance } = top(phone)
  const calls: string[][] = []
  const setData = instance['setData'] as (data: object) => void
  Object.assign(instance, {
    setData(data: object) {
      calls.push(Object.keys(data))
      setData.call(instance, data)
    },
  })
  return calls
}

function render(phone: RenderedPhone, times: number): void {
  const { instance } = top(phone)
  for (let count = 0; count < times; count++) (instance['render'] as () => void).call(instance)
}
