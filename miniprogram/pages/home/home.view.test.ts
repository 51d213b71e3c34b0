import type { DayPlanReply, RecordItem, SlotReply } from '../../contract/api'
import type { KnownContext } from '../../services/context'
import { createPlaceWatch, type PlaceState } from '../../services/place-watch'
import { createPresence } from '../../services/presence'
import { failure, success } from '../../result'
import { createFakePlatform, reading, START_MS } from '../../test/fake-platform'
import { contextReply, slotReply } from '../../test/replies'
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
) {
  const platform = createFakePlatform()
  platform.controls.location = change.location ?? success(reading())
  platform.controls.wifi = change.wifi ?? failure('not_connected')
  platform.controls.network = change.network ?? '5g'
  const watch = createPlaceWatch(
    platform,
    createPresence(platform, { next: () => Promise.resolve(null) }, { current: () => Promise.resolve(null) }),
  )
  watch.judgeBy(context, null)
  await watch.refresh()
  return watch.state()
}

const input = async (change: Partial<HomeInput> = {}): Promise<HomeInput> => ({
  phoneNowMs: START_MS + 3_000,
  known: known(),
  isBound: true,
  hasFailed: false,
  place: await place(),
  queue: { entries: [], progress: {} },
  selectedKey: null,
  sendingSinceMs: null,
  windowWidthPixels: 375,
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
})
