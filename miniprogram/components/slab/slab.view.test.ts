import type { ContextReply, SlotReply } from '../../contract/api'
import type { PlaceState } from '../../services/place-state'
import { createPlaceWatch } from '../../services/place-watch'
import { createPresence } from '../../services/presence'
import { failure, success } from '../../result'
import { createFakePlatform, reading, settle, START_MS } from '../../test/fake-platform'
import { contextReply, sessionReply, siteReply, slotReply } from '../../test/replies'
import { slabView, type SlabInput, type SlabState } from './slab.view'

const at = (time: string) => Date.parse(`2026-11-18T${time}+08:00`)
const LATE = slotReply({
  kind: 'late',
  opensAt: '2026-11-18T15:00:00+08:00',
  closesAt: '2026-11-18T23:00:00+08:00',
  dueAt: '2026-11-18T18:00:00+08:00',
})
const VISIT = slotReply({ kind: 'visit', span: 0, dueAt: null, closesAt: '2026-11-18T23:59:00+08:00' })
const TOMORROW = slotReply({
  workDay: '2026-11-19',
  opensAt: '2026-11-19T07:00:00+08:00',
  closesAt: '2026-11-19T09:30:00+08:00',
})
/** A check-in of the early slot that waits in the phone. */
const QUEUED = [{ slot: slotReply(), capturedAtMs: at('08:50:30') }] as const
const GATEWAY_SITE = siteReply({ gatewayUrl: 'https://gateway.example', wifiProof: 'gateway' })
const CORRECTIONS = { ...contextReply().capabilities, corrections: true }
/** 236 m east of the centre: 86 m beyond 150 m. */
const OUTSIDE = { longitude: 121.5906 + 236 / (111_194.9 * Math.cos((31.2041 * Math.PI) / 180)) }

interface Given {
  readonly location?: PlaceState['location']
  readonly wifi?: PlaceState['wifi']
  readonly network?: PlaceState['network']
  readonly locatingSinceMs?: number
  readonly context?: Partial<ContextReply>
}

/** The state that the real watch comes to, so that the table speaks of what really happens. */
async function placeOf({ location, wifi, network = '4g', locatingSinceMs, context }: Given): Promise<PlaceState> {
  const platform = createFakePlatform()
  platform.controls.location = location ?? success(reading())
  platform.controls.wifi = wifi ?? failure('not_connected')
  platform.controls.network = network ?? '4g'
  const watch = createPlaceWatch(
    platform,
    createPresence(platform, { next: () => Promise.resolve(null) }, { current: () => Promise.resolve(null) }),
    { current: () => Promise.resolve(sessionReply()) },
  )
  watch.judgeBy(contextReply(context), null)
  if (location !== null) await watch.refresh()
  await settle()
  return { ...watch.state(), ...(locatingSinceMs === undefined ? {} : { locatingSinceMs }) }
}

type Row = readonly [
  state: SlabState,
  given: Given & Partial<Omit<SlabInput, 'place' | 'context'>> & { slot?: SlotReply | null; noContext?: boolean },
  title: string,
  reason: string,
  right: string,
]

const accepted = { attemptId: 'a', outcome: 'accepted', capturedAt: '2026-11-18T08:52:09+08:00' } as const
const wifi = success({ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:08:41' })

const ROWS: readonly Row[] = [
  ['ready_early', {}, '早签到', '现在签，记为准时', '08:52:07 服务器时间'],
  ['ready_early', { nowMs: at('09:09:31') }, '早签到', '现在签，记为迟到 9 分钟', '09:09:31 规定 09:00'],
  ['ready_visit', { slot: VISIT, visitCount: 1 }, '拜访签到', '在「张江总部」范围内', '08:52:07 今天第 2 家'],
  [
    'ready_visit',
    { slot: VISIT, context: { sites: [siteReply(), siteReply({ id: 'site-2', name: '嘉澜纸业' })] } },
    '拜访签到',
    '2 个地点都在范围内，点这里选一个',
    '08:52:07 今天第 1 家',
  ],
  ['ready_late', { slot: LATE, nowMs: at('18:08:50') }, '晚签到', '下班时间已过，可以签', '18:08:50 服务器时间'],
  ['ready_late', { slot: LATE, nowMs: at('17:40:00') }, '晚签到', '现在签，记为早退 20 分钟', '17:40:00 服务器时间'],
  [
    'wifi_proven',
    { location: failure('timeout'), wifi, network: 'wifi' },
    '早签到',
    '连着 CJ-Office，不用定位',
    '08:52:07 公司 Wi-Fi',
  ],
  [
    'outside',
    { location: success(reading({ ...OUTSIDE, accuracyMetres: 0.01 })) },
    '早签到：未到范围',
    '离「张江总部」还差 86 m',
    '08:52:07 ',
  ],
  [
    'outside',
    { location: success(reading(OUTSIDE)), context: { sites: [] } },
    '早签到：未到范围',
    '今天没有可签的地点，问问人事',
    '08:52:07 ',
  ],
  [
    'imprecise',
    { location: success(reading({ accuracyMetres: 380 })) },
    '定位不准',
    '精度 380 m，要 200 m 以内，去室外试试',
    'locate',
  ],
  [
    'imprecise',
    { location: success(reading({ accuracyMetres: null })) },
    '定位不准',
    '手机没有给出精度，去室外试试',
    'locate',
  ],
  [
    'imprecise',
    { location: success(reading({ accuracyMetres: 3_000, precise: false })) },
    '定位不准',
    '只开了大致位置，点这里打开「精确位置」',
    'locate',
  ],
  [
    'no_fix',
    { location: failure('timeout'), wifi, network: 'wifi', context: { sites: [GATEWAY_SITE] } },
    '没读到位置',
    '内网也没验证上，点这里看怎么签',
    'locate',
  ],
  [
    'outside',
    { location: success(reading(OUTSIDE)), slot: VISIT, context: { sites: [] } },
    '拜访签到：未到范围',
    '附近没有登记的客户，点这里看怎么签',
    '08:52:07 ',
  ],
  [
    'outside',
    { location: success(reading({ ...OUTSIDE, accuracyMetres: 0.01 })), network: 'none' },
    '早签到：未到范围',
    '离「张江总部」还差 86 m',
    '08:52:07 手机时间',
  ],
  ['no_fix', { location: failure('timeout') }, '没读到位置', '打开手机定位，或连公司 Wi-Fi 再签', 'locate'],
  [
    'locating',
    { location: null, locatingSinceMs: START_MS - 2_400 },
    '正在定位…',
    '第 3 秒，通常 5 秒内完成',
    'locate',
  ],
  ['opening', { noContext: true }, '正在打开…', '正在取今天的签到安排', 'locate'],
  ['no_permission', { location: failure('refused') }, '没有定位权限', '点这里，打开「位置信息」', 'lock'],
  [
    'no_permission',
    { location: failure('wecom_refused') },
    '企业微信没有定位权限',
    '点这里，看怎么在手机里打开',
    'lock',
  ],
  ['no_permission', { location: failure('switched_off') }, '手机定位关着', '打开手机的定位，再点这里重试', 'lock'],
  ['offline', { network: 'none' }, '离线签到', '先存在手机，记录会标「离线」', '08:52:07 手机时间，待核对'],
  [
    'needs_approval',
    { location: success(reading(OUTSIDE)), context: { policy: { ...contextReply().policy, outOfRange: 'pending' } } },
    '申请在此签到',
    '拍 1 张照片，主管审批',
    '08:52:07 范围外',
  ],
  [
    'pending',
    { slot: slotReply({ standing: { ...accepted, outcome: 'pending' } }), nowMs: at('08:58:09') },
    '早签到待审批',
    '已发给王建国，已等 6 分钟',
    '08:52 ',
  ],
  ['queued', { network: 'none', queued: QUEUED }, '早签到已存在手机里', '08:50 签的，有信号会自动发送', 'offline'],
  ['queued', { queued: QUEUED }, '早签到已存在手机里', '08:50 签的，正在发送，点这里立即重试', 'offline'],
  [
    'ready_visit',
    { slot: VISIT, queued: [{ ...QUEUED[0], slot: VISIT }] },
    '拜访签到',
    '在「张江总部」范围内',
    '08:52:07 今天第 1 家',
  ],
  ['done', { slot: slotReply({ standing: accepted }) }, '早签到已完成', '08:52:09，准时', 'okc'],
  [
    'done',
    { slot: slotReply({ standing: { ...accepted, capturedAt: '2026-11-18T09:12:00+08:00' } }), nowMs: at('09:20:00') },
    '早签到已完成',
    '09:12:00，迟到 12 分钟',
    'okc',
  ],
  ['upcoming', { slot: LATE }, '晚签到还没开始', '15:00 起可签', '08:52:07 '],
  ['day_over', { slot: null, nowMs: at('23:50:00') }, '今天的签到已结束', '缺早签到，有疑问请联系人事', 'fix'],
  [
    'day_over',
    { slot: null, nowMs: at('23:50:00'), context: { capabilities: CORRECTIONS } },
    '今天的签到已结束',
    '缺早签到？可以申请补卡',
    'fix',
  ],
  [
    'queued',
    { slot: null, nowMs: at('23:50:00'), queued: QUEUED, network: 'none' },
    '早签到已存在手机里',
    '08:50 签的，有信号会自动发送',
    'offline',
  ],
  [
    'day_over',
    { slot: null, nowMs: at('23:50:00'), queued: QUEUED, context: { slots: [slotReply(), LATE] } },
    '今天的签到已结束',
    '缺晚签到，有疑问请联系人事',
    'fix',
  ],
  ['day_off', { slot: null, context: { slots: [], off: 'week' } }, '今天休息', '不用签到，好好休息', 'calendar'],
  [
    'day_off',
    { slot: null, context: { slots: [TOMORROW], off: 'roster' } },
    '今天休息',
    '不用签到，好好休息',
    'calendar',
  ],
  [
    'day_off',
    { slot: null, context: { slots: [], off: 'holiday', calendarName: '国庆节' } },
    '国庆节放假',
    '不用签到，好好休息',
    'calendar',
  ],
  [
    'day_off',
    { slot: null, context: { slots: [], off: 'not_rostered' } },
    '今天没有排班',
    '要上班却没排班，请联系人事',
    'calendar',
  ],
  [
    'day_off',
    { slot: null, context: { slots: [VISIT], off: 'week' } },
    '今天休息',
    '要去拜访？点这里，拜访可以照常签',
    'visit',
  ],
  ['day_over', { nowMs: at('12:00:00') }, '早签到已截止', '09:30 截止，有疑问请联系人事', 'minus'],
  [
    'day_over',
    { nowMs: at('12:00:00'), context: { capabilities: CORRECTIONS } },
    '早签到已截止',
    '09:30 截止，忘了签可以申请补卡',
    'fix',
  ],
  [
    'not_bound',
    { isBound: false, boundModel: 'Mate 60' },
    '这部手机没有绑定',
    '旧手机是 Mate 60，点这里申请换机',
    'phone',
  ],
  ['counting', { quickSeconds: 2 }, '2 秒后自动早签到', '极速签到已打开，点这里取消', 'x'],
  ['not_bound', { isBound: false }, '这部手机没有绑定', '你绑定了另一部手机，点这里申请换机', 'phone'],
  ['sending', { sendingSinceMs: START_MS - 200 }, '正在签到…', '', '08:52:07 '],
  ['sending', { sendingSinceMs: START_MS - 1_400 }, '正在签到…', '网络慢，还在等服务器', '08:52:07 '],
  ['sending', { sendingSinceMs: START_MS - 3_400, isRepeated: true }, '正在签到…', '网络慢，正在重试', '08:52:07 '],
]

describe('the slab', () => {
  it.each(ROWS)('%s %#', async (state, given, title, reason, right) => {
    const { slot = slotReply(), noContext = false, context, nowMs = START_MS, ...rest } = given
    const view = slabView({
      nowMs,
      isBound: rest.isBound ?? true,
      context: noContext ? null : contextReply(context),
      slot,
      place: await placeOf({ ...rest, ...(context === undefined ? {} : { context }) }),
      sendingSinceMs: rest.sendingSinceMs ?? null,
      isRepeated: rest.isRepeated ?? false,
      quickSeconds: rest.quickSeconds ?? null,
      visitCount: rest.visitCount ?? 0,
      boundModel: rest.boundModel ?? '',
      queued: rest.queued ?? [],
    })
    expect(view).toMatchObject({ state, title, reason, label: `${title}，${reason}` })
    expect(view.clock === null ? view.icon : `${view.clock.time}${view.clock.seconds} ${view.clock.note}`).toBe(right)
  })

  it('has a row for every state', () => {
    const covered = {} as Record<SlabState, true>
    for (const [state] of ROWS) covered[state] = true
    const all: Record<SlabState, true> = {
      ready_early: true,
      ready_visit: true,
      ready_late: true,
      wifi_proven: true,
      outside: true,
      imprecise: true,
      no_fix: true,
      locating: true,
      opening: true,
      no_permission: true,
      offline: true,
      needs_approval: true,
      pending: true,
      done: true,
      upcoming: true,
      day_over: true,
      day_off: true,
      counting: true,
      queued: true,
      not_bound: true,
      sending: true,
    }
    expect(covered).toEqual(all)
  })

  it('submits on a tap only where it is filled', async () => {
    for (const [, { slot = slotReply(), ...given }] of ROWS) {
      const { act, look } = slabView({
        nowMs: given.nowMs ?? START_MS,
        isBound: given.isBound ?? true,
        context: contextReply(given.context),
        slot,
        place: await placeOf(given),
        sendingSinceMs: null,
        isRepeated: false,
        quickSeconds: given.quickSeconds ?? null,
        visitCount: 0,
        boundModel: '',
        queued: given.queued ?? [],
      })
      if (act === 'submit') expect(['brand', 'field', 'night', 'offline']).toContain(look)
      else expect(['late', 'refused', 'plain', 'pending', 'pending_tint', 'accepted']).toContain(look)
    }
  })

  it('can be told from its words alone', () => {
    const states = new Map<string, SlabState>()
    for (const [state, , title, reason] of ROWS) {
      expect(states.get(`${title}/${reason}`) ?? state).toBe(state)
      states.set(`${title}/${reason}`, state)
    }
  })
})
