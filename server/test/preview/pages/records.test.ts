import {
  lateRecordSlot,
  recordItem,
  recordMonth,
  recordReply,
  recordSlot,
  without,
} from '../../../../miniprogram/test/record-replies'
import { contextReply, sessionReply } from '../../../../miniprogram/test/replies'
import { openRendered, type RenderedPhone } from '../rendered'

const NOW_MS = Date.parse('2026-11-18T09:05:00+08:00')
const VISIT = { workDay: '2026-11-17', kind: 'visit', span: 0 } as const
const DAY = '2026-11-17'
const MONTH = recordMonth('2026-11', [
  { workDay: DAY, slots: [recordSlot(), lateRecordSlot()], attended: true, visitCount: 1, refusedCount: 1 },
  { workDay: '2026-11-16', slots: [without(recordSlot(), 'missing')] },
  { workDay: '2026-11-18', slots: [without(recordSlot(), 'overdue')] },
])
const ITEMS = [
  recordItem({
    attemptId: 'attempt-3',
    slot: VISIT,
    capturedAt: '2026-11-17T14:20:00+08:00',
    receivedAt: '2026-11-17T14:46:00+08:00',
    deferred: true,
    siteName: '北辰印染',
  }),
  recordItem({ slot: { workDay: DAY, kind: 'early', span: 1 }, capturedAt: '2026-11-17T08:54:00+08:00' }),
  recordItem({
    attemptId: 'attempt-0',
    slot: { workDay: DAY, kind: 'early', span: 1 },
    outcome: 'refused',
    code: 'OUT_OF_RANGE',
    sentence: '不在「张江总部」范围，还差 61 m',
    capturedAt: '2026-11-17T08:49:00+08:00',
  }),
]

interface WxRequest {
  readonly url: string
  readonly success?: (reply: object) => void
  readonly fail?: (problem: object) => void
  readonly complete?: () => void
}

/** The server's replies about records, and whether it can be reached. */
function world(corrections = false) {
  const state = { isOnline: true, asked: [] as string[] }
  const request = (given: WxRequest) => {
    const path = given.url.replace(/^https?:\/\/[^/]+/, '')
    state.asked.push(path)
    const data = replyTo(path)
    setTimeout(() => {
      if (!state.isOnline) given.fail?.({ errMsg: 'request:fail' })
      else given.success?.({ statusCode: data === null ? 404 : 200, header: {}, data: text(data) })
      given.complete?.()
    })
    return { abort() {} }
  }
  const context = contextReply({ capabilities: { ...contextReply().capabilities, corrections } })
  const employeeId = sessionReply().employee.id
  const storage = {
    'plain:session': JSON.stringify({ session: sessionReply(), receivedAtMs: Date.now() }),
    'plain:context': JSON.stringify({ context, receivedAtMs: NOW_MS, clockOffsetMs: NOW_MS - Date.now(), employeeId }),
  }
  return { state, wx: { request }, storage }
}

function replyTo(path: string): unknown {
  const month = /months\/(.+)$/.exec(path)?.[1]
  if (month === '2026-11') return MONTH
  if (month !== undefined) return recordMonth(month)
  if (path.startsWith('/api/v1/records?')) {
    return { items: path.includes(`day=${DAY}`) ? ITEMS : [], nextCursor: null }
  }
  if (path === '/api/v1/records/attempt-0') {
    return recordReply({ attemptId: 'attempt-0', outcome: 'refused', code: 'OUT_OF_RANGE', sentence: '还差 61 m' })
  }
  return null
}

function text(data: unknown): string {
  return JSON.stringify(data ?? { code: 'NOT_FOUND', message: '', hint: '', details: [], requestId: '' })
}

const cell = (phone: RenderedPhone, label: string) => phone.until(() => phone.find(`[aria-label^="${label}"]`))

describe('the records page', () => {
  it('leads from the month to a day, to its attempts, to the result of one', async () => {
    const { wx, storage } = world()
    const phone = await openRendered({ page: 'pages/records/records', wx, storage })
    await phone.tap(await cell(phone, '11月17日，周二，正常，外勤 1 次，未通过 1 次'))
    const rows = await phone.until(() => {
      const found = phone.findAll('.event')
      expect(found).toHaveLength(3)
      return found
    })
    expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([
      '08:49，早签到未通过，不在「张江总部」范围，还差 61 m，未通过',
      '08:54，早签到，张江总部，准时',
      '14:20，拜访 北辰印染，离线，26 分后送达，已通过，离线',
    ])
    await phone.tap(rows[0]!)
    await phone.until(() => expect(phone.page()).toBe('pages/result/result'))
    await phone.until(() => expect(phone.text()).toContain('早签到未通过'))
    expect(phone.phone.errors).toEqual([])
  })

  it('keeps what it knows without a network, and says from when', async () => {
    const { wx, storage, state } = world()
    const phone = await openRendered({ page: 'pages/records/records', wx, storage })
    await cell(phone, '11月17日')
    state.isOnline = false
    await phone.tap(phone.find('[aria-label="上个月"]'))
    await phone.until(() => expect(phone.text()).toContain('没有网络，看不到这个月'))
    await phone.tap(phone.find('[aria-label="下个月"]'))
    await phone.until(() => expect(phone.text()).toContain('11月18日 周三'))
    await phone.tap(await cell(phone, '11月16日'))
    await phone.until(() => expect(phone.text()).toContain('没有网络，看不到这天的明细'))
    expect(phone.text()).toContain('09:30 已截止，有疑问请联系人事')
    state.isOnline = true
    await phone.tap(phone.byText('重试'))
    await phone.until(() => expect(phone.text()).toContain('这天没有签到记录'))
  })

  it('goes no further than the next month', async () => {
    const { wx, storage, state } = world()
    const phone = await openRendered({ page: 'pages/records/records', wx, storage })
    await cell(phone, '11月17日')
    await phone.tap('[aria-label="下个月"]')
    await phone.until(() => expect(phone.text()).toContain('2026年12月'))
    await cell(phone, '12月1日')
    await phone.until(() => expect(phone.text()).toContain('12月1日 周二'))
    await phone.tap('[aria-label="下个月"]')
    expect(phone.text()).toContain('2026年12月')
    expect(state.asked).not.toContain('/api/v1/records/months/2027-01')
  })

  it('offers a correction for what is missing, where there are corrections', async () => {
    const { wx, storage } = world(true)
    const phone = await openRendered({ page: 'pages/records/records', wx, storage })
    await phone.tap(await cell(phone, '11月16日，周一，缺卡 1 次'))
    await phone.tap(await phone.until(() => phone.byText('申请补卡')))
    await phone.until(() => expect(phone.page()).toBe('packages/account/correction/correction'))
  })
})

describe('the result page', () => {
  it('says what cannot be loaded, and loads it when asked again', async () => {
    const { wx, storage, state } = world()
    state.isOnline = false
    const phone = await openRendered({ page: 'pages/result/result?attemptId=attempt-0', wx, storage })
    await phone.until(() => expect(phone.text()).toContain('没有网络，这条记录打不开'))
    state.isOnline = true
    await phone.tap(phone.byText('重试'))
    await phone.until(() => expect(phone.text()).toContain('早签到未通过'))
  })

  it('says when there is no such record', async () => {
    const { wx, storage } = world()
    const phone = await openRendered({ page: 'pages/result/result?attemptId=attempt-9', wx, storage })
    await phone.until(() => expect(phone.text()).toContain('找不到这条记录'))
    expect(phone.text()).not.toContain('重试')
  })

  it('leads from a doubt to the help of its refusal', async () => {
    const { wx, storage } = world()
    const phone = await openRendered({ page: 'pages/result/result?attemptId=attempt-0', wx, storage })
    await phone.tap(await phone.until(() => phone.byText('结果有疑问')))
    await phone.tap(await phone.until(() => phone.byText('看说明')))
    await phone.until(() => expect(phone.page()).toBe('packages/help/topic/topic'))
  })
})
