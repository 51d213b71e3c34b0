import type { DayPlanReply, RecordItem, SlotReply } from '../../contract/api'
import type { KnownContext } from '../../services/context'
import type { PlaceState } from '../../services/place-state'
import { createPlaceWatch } from '../../services/place-watch'
import { createPresence } from '../../services/presence'
import { EMPTY_QUEUE } from '../../services/queue-steps'
import { failure, success } from '../../result'
import { createFakePlatform, reading, START_MS } from '../../test/fake-platform'
import { contextReply, sessionReply, siteReply, slotReply } from '../../test/replies'
import { changedParts } from '../changed-parts'
import { chooseSlot } from './choose-slot'
import { homeView, type HomeInput } from './home.view'

const EARLY = slotReply()
const LATE = slotReply({
  kind: 'late',
  opensAt: '2026-11-18T15:00:00+08:00',
  closesAt: '2026-11-18T23:00:00+08:00',
  dueAt: '2026-11-18T18:00:00+08:00',
})
const VISIT = slotReply({
  kind: 'visit',
  span: 0,
  opensAt: '2026-11-18T00:00:00+08:00',
  closesAt: '2026-11-18T23:59:59+08:00',
  dueAt: null,
})
const DONE = slotReply({ standing: { attemptId: 'a', outcome: 'accepted', capturedAt: '2026-11-18T08:52:09+08:00' } })
const TOMORROW = slotReply({
  workDay: '2026-11-19',
  opensAt: '2026-11-19T07:00:00+08:00',
  closesAt: '2026-11-19T09:30:00+08:00',
})
const at = (time: string) => Date.parse(`2026-11-18T${time}+08:00`)

const known = (change: Parameters<typeof contextReply>[0] = {}): KnownContext => ({
  context: contextReply({ slots: [EARLY, VISIT, LATE], ...change }),
  receivedAtMs: START_MS,
  clockOffsetMs: 0,
  employeeId: 'employee-1',
})

async function place(
  change: { location?: PlaceState['location']; wifi?: PlaceState['wifi']; network?: PlaceState['network'] } = {},
  context = known().context,
  siteId: string | null = null,
) {
  const platform = createFakePlatform()
  platform.controls.location = change.location ?? success(reading())
  platform.controls.wifi = change.wifi ?? failure('not_connected')
  platform.controls.network = change.network ?? '5g'
  const watch = createPlaceWatch(
    platform,
    createPresence(platform, { next: () => Promise.resolve(null) }, { current: () => Promise.resolve(null) }),
    { current: () => Promise.resolve(sessionReply()) },
  )
  watch.judgeBy(context, siteId)
  await watch.refresh()
  return watch.state()
}

const input = async (change: Partial<HomeInput> = {}): Promise<HomeInput> => ({
  phoneNowMs: START_MS + 3_000,
  known: known(),
  isBound: true,
  hasFailed: false,
  place: await place(),
  queue: EMPTY_QUEUE,
  selectedKey: null,
  chosenSiteId: null,
  sendingSinceMs: null,
  quickSeconds: null,
  boundModel: '',
  windowWidthPixels: 375,
  hasMap: false,
  ...change,
})

type ChoiceRow = readonly [
  name: string,
  slots: readonly SlotReply[],
  time: string,
  kind: SlotReply['kind'] | undefined,
  plans?: readonly DayPlanReply[],
]

const CHOICES: readonly ChoiceRow[] = [
  ['early, while it is open', [EARLY, VISIT, LATE], '08:52:07', 'early'],
  ['early done, no visits to make: how it stands', [DONE, VISIT, LATE], '10:00:00', 'early'],
  [
    'early done, a visit planned',
    [DONE, VISIT, LATE],
    '10:00:00',
    'visit',
    [{ siteId: 's', siteName: 'S', note: null }],
  ],
  ['a day off before a working day', [VISIT, TOMORROW], '10:00:00', undefined],
  ['late, once work is over', [DONE, VISIT, LATE], '18:02:00', 'late'],
  ['early missed, at noon', [EARLY, LATE], '12:00:00', 'late'],
  ['before anything opens', [EARLY, LATE], '06:00:00', 'early'],
  ['nothing left', [DONE, VISIT, LATE], '23:10:00', undefined],
]

describe('the slot that a person came for', () => {
  it.each(CHOICES.map(([name, slots, time, kind, plans = []]) => ({ name, slots, time, kind, plans })))(
    '$name',
    ({ slots, time, kind, plans }) => {
      expect(chooseSlot({ slots, plans, workDay: '2026-11-18' }, at(time))?.kind).toBe(kind)
    },
  )
})

describe('home', () => {
  it('inside: verdict, proof, slots', async () => {
    const view = homeView(await input())
    expect(view).toMatchObject({
      day: '11月18日 周三',
      shift: '常白班 09:00–18:00',
      corner: '3 秒前定位',
      verdict: {
        tone: 'accepted',
        say: '在「张江总部」范围内',
        rows: [
          { name: '定位', text: '距中心 0 m，精度 12 m', value: '范围 150 m', tone: 'accepted' },
          { name: '网络', text: '5G，没连 Wi-Fi', value: '可连 CJ-Office', tone: 'plain' },
        ],
        numbers: [],
        ways: [],
      },
      slab: { state: 'ready_early' },
    })
    expect(view.cells.map(({ name, value, note, state }) => [name, value, note, state])).toEqual([
      ['早', '09:00', '可签至 09:30', 'now'],
      ['日间', '0 家', '随时可签', 'plain'],
      ['晚', '18:00', '下班后可签', 'plain'],
    ])
  })

  it('outside: the numbers of the decision and three ways out', async () => {
    const metresEast = 301 / (111_194.9 * Math.cos((31.2041 * Math.PI) / 180))
    const view = homeView(
      await input({
        place: await place({ location: success(reading({ longitude: 121.5906 + metresEast, accuracyMetres: 15 })) }),
      }),
    )
    expect(view.verdict).toMatchObject({
      tone: 'late',
      say: '离「张江总部」范围还差 136 m',
      hint: '再往西约 2 分钟步行，进入范围后按钮自动可用',
    })
    expect(view.verdict?.numbers.map(({ value, name }) => `${name} ${value}`)).toEqual([
      '距中心 301 m',
      '范围半径 150 m',
      '精度放宽 +15 m',
      '还差 136 m',
    ])
    expect(view.verdict?.ways.map(({ act }) => act)).toEqual(['wifi', 'refresh', 'apply'])
    expect(view.slab).toMatchObject({ state: 'outside', act: 'ways' })
  })

  it.each([
    [
      'on its Wi-Fi',
      { wifi: success({ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:8:41' }), network: 'wifi' as const },
      'CJ-Office',
      '这里的 Wi-Fi',
      'accepted',
    ],
    [
      'on another Wi-Fi',
      { wifi: success({ ssid: 'ChinaNet', bssid: '11:22:33:44:55:66' }), network: 'wifi' as const },
      'ChinaNet',
      '不是这里的 Wi-Fi',
      'plain',
    ],
    [
      'with a hidden BSSID',
      { wifi: success({ ssid: 'CJ-Office', bssid: '02:00:00:00:00:00' }), network: 'wifi' as const },
      'CJ-Office',
      '读不到编号',
      'plain',
    ],
    [
      'with Wi-Fi off',
      { wifi: failure('switched_off' as const), network: 'wifi' as const },
      'Wi-Fi 关着',
      '可连 CJ-Office',
      'plain',
    ],
    [
      'with location needed for it',
      { wifi: failure('location_needed' as const), network: 'wifi' as const },
      '打开手机定位才能读 Wi-Fi',
      '可连 CJ-Office',
      'plain',
    ],
  ] as const)('%s', async (_, given, text, value, tone) => {
    const view = homeView(await input({ place: await place(given) }))
    expect(view.verdict?.rows[1]).toMatchObject({ text, value, tone })
  })

  it('names the permission that is missing, and where to give it', async () => {
    const view = homeView(await input({ place: await place({ location: failure('refused') }) }))
    expect(view.verdict?.ways.map(({ act }) => act)).toEqual(['settings', 'wifi', 'apply'])
    expect(view.slab).toMatchObject({ state: 'no_permission', act: 'settings' })
  })

  it('offers no application where the rule has none', async () => {
    const context = contextReply({ policy: { ...contextReply().policy, outOfRange: 'refuse' } })
    const view = homeView(
      await input({ known: known(context), place: await place({ location: failure('timeout') }, context) }),
    )
    expect(view.verdict?.ways.map(({ act }) => act)).toEqual(['wifi', 'refresh'])
  })

  it('shows old data with its time, the phone’s clock corrected', async () => {
    const view = homeView(
      await input({
        known: { ...known(), receivedAtMs: START_MS, clockOffsetMs: 60_000 },
        phoneNowMs: START_MS + 10 * 60_000,
      }),
    )
    expect(view.shift).toBe('常白班 09:00–18:00，08:53 的数据')
    expect(view.slab.clock).toMatchObject({ time: '09:03', seconds: ':07' })
  })

  it('tells today’s attempts and the plan', async () => {
    const attempt: RecordItem = {
      attemptId: 'b',
      slot: { workDay: '2026-11-18', kind: 'visit', span: 0 },
      outcome: 'accepted',
      code: 'ACCEPTED',
      sentence: '拜访签到已完成',
      capturedAt: '2026-11-18T10:41:06+08:00',
      receivedAt: '2026-11-18T10:41:06+08:00',
      deferred: true,
      siteName: '嘉澜纸业',
      evidenceState: 'none',
    }
    const plans = [
      { siteId: 'site-1', siteName: '嘉澜纸业', note: null },
      { siteId: 'site-2', siteName: '北辰印染', note: '带样品' },
    ]
    const view = homeView(await input({ known: known({ attempts: [attempt], plans }) }))
    expect(view.today).toMatchObject([
      { time: '10:41', title: '拜访签到', text: '嘉澜纸业', chips: [{ text: '已通过' }, { text: '离线' }] },
    ])
    expect(view.plan.map(({ name, text }) => [name, text])).toEqual([
      ['嘉澜纸业', '上海市浦东新区云杉路 88 号'],
      ['北辰印染', '带样品'],
    ])
    expect(view.cells[1]).toMatchObject({ value: '1 / 2 家', note: '计划拜访' })
  })

  it.each([
    ['nothing known yet', { known: null }, { isEmpty: true, hasFailed: false }],
    ['nothing known, and it failed', { known: null, hasFailed: true }, { isEmpty: false, hasFailed: true }],
    ['something known, and it failed', { hasFailed: true }, { isEmpty: false, hasFailed: false }],
    ['another phone bound', { known: null, isBound: false }, { isEmpty: false, verdict: null }],
  ])('%s', async (_, change, expected) => {
    expect(homeView(await input(change))).toMatchObject(expected)
  })

  it.each([
    ['early done', [DONE], '10:00:00'],
    ['not open yet', [EARLY], '06:30:00'],
    ['nothing left', [EARLY], '23:30:00'],
    ['a day off', [], '10:00:00'],
  ] as const)('asks for nothing away from the office: %s', async (_, slots, time) => {
    const view = homeView(
      await input({
        phoneNowMs: at(time),
        known: known({ slots, ...(slots.length === 0 ? { off: 'week' as const } : {}) }),
        place: await place({ location: success(reading({ latitude: 31.4 })) }),
      }),
    )
    expect(view.verdict?.ways).toEqual([])
  })

  it.each([
    ['week', null, '常白班 休息日'],
    ['holiday', '国庆节', '常白班 国庆节'],
    ['not_rostered', null, '常白班 没有排班'],
  ] as const)('says what kind of day it is: %s', async (off, calendarName, shift) => {
    const view = homeView(await input({ known: known({ slots: [VISIT], off, calendarName }) }))
    expect(view.shift).toBe(shift)
    expect(view.slab).toMatchObject({ state: 'day_off', act: 'visit' })
  })

  it('speaks of a planned place where none is known, and of the one whose network is there', async () => {
    const wifi = success({ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:8:41' })
    const customer = siteReply({ id: 'site-2', name: '北辰印染', kind: 'customer', planned: true, wifi: [] })
    const office = siteReply({ gatewayUrl: 'https://gateway.example', wifiProof: 'gateway' })
    const context = contextReply({ sites: [customer, siteReply({ id: 'site-3', name: '苏州工厂', wifi: [] }), office] })
    const rowsOf = async (change: Parameters<typeof place>[0]) =>
      homeView(await input({ known: known(context), place: await place(change, context) })).verdict?.figure?.label
    expect(await rowsOf({ location: failure('timeout') })).toBe('北辰印染')
    expect(await rowsOf({ location: failure('timeout'), wifi, network: 'wifi' })).toBe('张江总部')
  })

  it('leaves other days out of the rail until they are open, or the day is over', async () => {
    const names = async (slots: readonly SlotReply[], phoneNowMs: number) =>
      homeView(await input({ known: known({ slots }), phoneNowMs })).cells.map(({ name }) => name)
    expect(await names([EARLY, LATE, TOMORROW], at('08:52:07'))).toEqual(['早', '晚'])
    expect(await names([EARLY, LATE, TOMORROW], at('23:30:00'))).toEqual(['早', '晚', '明天早'])
    expect(await names([EARLY, { ...TOMORROW, opensAt: '2026-11-18T07:00:00+08:00' }], at('08:52:07'))).toEqual([
      '早',
      '明天早',
    ])
  })

  it('shows the map where there is one and a network, else the drawn figure', async () => {
    const onMap = homeView(await input({ hasMap: true }))
    expect([onMap.verdict?.map === null, onMap.verdict?.figure]).toEqual([false, null])
    const offline = homeView(await input({ hasMap: true, place: await place({ network: 'none' }) }))
    expect([offline.verdict?.map, offline.verdict?.figure === null, offline.corner]).toEqual([null, false, '离线网格'])
  })

  it('speaks of the chosen place of the plan alone', async () => {
    const sites = [siteReply(), siteReply({ id: 'site-2', name: '北辰印染', address: '滨河路 12 号', planned: true })]
    const plans = [
      { siteId: 'site-2', siteName: '北辰印染', note: null },
      { siteId: 'gone', siteName: '已撤销', note: null },
    ]
    const far = { kind: 'circle', centre: { latitude: 31.3, longitude: 121.5906 }, radiusMetres: 100 } as const
    const context = contextReply({ slots: [VISIT], sites: [sites[0]!, { ...sites[1]!, fence: far }], plans })
    const view = homeView(
      await input({ known: known(context), chosenSiteId: 'site-2', place: await place({}, context, 'site-2') }),
    )
    expect(view.verdict?.say).toContain('离「北辰印染」范围还差')
    expect(view.slab).toMatchObject({ state: 'outside', title: '拜访签到：未到范围' })
    expect(view.plan).toMatchObject([
      { id: 'site-2', isChosen: true, canChoose: true, label: '北辰印染，已选，再点一次取消' },
      { id: 'gone', isChosen: false, canChoose: false },
    ])
  })

  it.each([
    ['unreachable', '内网验证没有回应', '再验证一次内网'],
    ['not_allowed', 'VPN', '再验证一次内网'],
    ['refused', '内网验证没有通过', '再验证一次内网'],
  ] as const)('explains a proof that cannot be had, and what still counts: %s', async (problem, why, way) => {
    const wifi = success({ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:8:41' })
    const context = contextReply({
      sites: [siteReply({ gatewayUrl: 'https://gateway.example', wifiProof: 'gateway' })],
    })
    const failed = { proof: { kind: 'failed', siteId: 'site-1', problem } as const }
    const inside = { ...(await place({ wifi, network: 'wifi' }, context)), ...failed }
    expect(homeView(await input({ known: known(context), place: inside })).verdict).toMatchObject({
      say: '在「张江总部」范围内',
      proofHint: expect.stringMatching(new RegExp(`${why}.*照样能签$`)) as string,
    })
    const without = { ...(await place({ wifi, network: 'wifi', location: failure('timeout') }, context)), ...failed }
    const { verdict } = homeView(await input({ known: known(context), place: without }))
    expect(verdict?.proofHint).toContain('用定位也能签')
    expect(verdict?.ways.map(({ title }) => title)).toEqual([way, '重新定位', '申请在这里签到'])
  })

  it.each([
    ['WeCom may not locate', failure('wecom_refused' as const), 'wecom_settings', '企业微信没有定位权限'],
    [
      'only roughly',
      success(reading({ accuracyMetres: 3_000, precise: false })),
      'precise_settings',
      '定位不准，误差约 3000 m',
    ],
  ] as const)('leads to the permission: %s', async (_, location, act, say) => {
    const view = homeView(await input({ place: await place({ location }) }))
    expect(view.slab.act).toBe(act)
    expect(view.verdict).toMatchObject({ say, ways: expect.arrayContaining([expect.objectContaining({ act })]) as [] })
  })

  it('changes nothing but clock and age from one second to the next, and nothing at all where neither stands', async () => {
    const before = await input()
    const after = { ...before, phoneNowMs: before.phoneNowMs + 1_000 }
    expect(Object.keys(changedParts('view', homeView(before), homeView(after)) ?? {})).toEqual([
      'view.corner',
      'view.slab',
    ])
    const bound = await input({ isBound: false, place: await place({ location: failure('timeout') }) })
    const later = { ...bound, phoneNowMs: bound.phoneNowMs + 1_000 }
    expect(changedParts('view', homeView(bound), homeView(later))).toBeNull()
  })
})
