import type { QueueEntry } from '../../services/queue-entry'
import { START_MS } from '../../test/fake-platform'
import { queueView } from './queue.view'

const photo = (sha256: string, state: 'waiting' | 'in') => ({
  path: sha256,
  sha256,
  byteLength: 1_550_000,
  takenAtMs: START_MS,
  contentType: 'image/jpeg' as const,
  state,
})
const entry = (change: Partial<QueueEntry> = {}): QueueEntry => ({
  id: 'e1',
  employeeId: 'employee-1',
  slot: { workDay: '2026-11-18', kind: 'visit', span: 0 },
  siteName: '望亭水务 3 号泵站',
  capturedAtMs: START_MS - 31 * 60_000,
  uploadUntil: '2026-11-19T00:00:00+08:00',
  body: '',
  headers: {},
  photos: [photo('a', 'waiting'), photo('b', 'waiting')],
  state: 'waiting',
  reply: null,
  problem: null,
  ...change,
})

describe('what waits in the phone', () => {
  it.each([
    ['nothing, on a network', [], '4g', null],
    ['nothing, without one', [], 'none', { title: '没有网络', action: '' }],
    ['one, without one', [entry()], 'none', { title: '没有网络，1 条签到已存在手机里', action: '立即重试' }],
    ['one, on a network', [entry()], '4g', { title: '1 条签到等待发送', action: '立即重试' }],
    ['one that is stuck', [entry({ state: 'stuck', problem: { message: '内容不对', hint: '找人事' } })], '4g', null],
  ] as const)('%s', (_, entries, network, strip) => {
    const view = queueView({ entries, progress: {} }, network, START_MS, START_MS)
    if (strip === null) expect(view.strip).toBeNull()
    else expect(view.strip).toMatchObject(strip)
  })

  it('tells the day’s end, before and after it', () => {
    const change = { entries: [entry(), entry({ id: 'e2', uploadUntil: '2026-11-20T04:00:00+08:00' })], progress: {} }
    expect(queueView(change, 'none', START_MS, START_MS).deadline).toBe('最迟 24:00 前要连上网')
    expect(queueView(change, 'none', START_MS, Date.parse('2026-11-19T00:00:01+08:00')).deadline).toBe(
      '已过当天时限，发出后会显示未通过',
    )
  })

  it.each([
    ['waiting', {}, {}, '望亭水务 3 号泵站，照片 2 张，3.1 MB'],
    [
      'under way',
      { photos: [photo('a', 'in'), photo('b', 'waiting')] },
      { b: 0.456 },
      '望亭水务 3 号泵站，照片 1/2 已传，正在传 46%',
    ],
    ['without photos', { photos: [], siteName: null }, {}, ''],
  ])('%s', (_, change, progress, text) => {
    const view = queueView({ entries: [entry(change)], progress }, '4g', START_MS, START_MS)
    expect(view.waiting).toMatchObject([{ title: '拜访签到', text, time: '08:21', ago: '31 分钟前', problem: '' }])
  })
})
