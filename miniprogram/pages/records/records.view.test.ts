import type { RecordItem } from '../../contract/api'
import { recordsView } from './records.view'

const record = (change: Partial<RecordItem>): RecordItem => ({
  attemptId: 'a',
  slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
  outcome: 'accepted',
  code: 'ACCEPTED',
  sentence: '早签到已完成',
  capturedAt: '2026-11-18T08:52:09+08:00',
  receivedAt: '2026-11-18T08:52:09+08:00',
  deferred: false,
  siteName: '张江总部',
  evidenceState: 'none',
  ...change,
})

describe('records', () => {
  it('stand under their work day, a night shift’s end with its start', () => {
    const days = recordsView([
      record({
        attemptId: 'c',
        capturedAt: '2026-11-19T06:02:00+08:00',
        slot: { workDay: '2026-11-18', kind: 'late', span: 1 },
      }),
      record({ attemptId: 'b' }),
      record({
        attemptId: 'a',
        slot: { workDay: '2026-11-17', kind: 'early', span: 1 },
        outcome: 'refused',
        sentence: '不在「张江总部」范围',
      }),
    ])
    expect(days.map(({ title, rows }) => [title, rows.map(({ attemptId, time }) => `${attemptId} ${time}`)])).toEqual([
      ['11月18日 周三', ['c 06:02', 'b 08:52']],
      ['11月17日 周二', ['a 08:52']],
    ])
    expect(days[1]?.rows[0]?.text).toBe('不在「张江总部」范围')
  })

  it.each([
    ['accepted', false, ['已通过']],
    ['pending', true, ['待审批', '离线']],
    ['refused', false, ['未通过']],
    ['superseded', false, ['不计']],
  ] as const)('say their outcome: %s', (outcome, deferred, words) => {
    expect(recordsView([record({ outcome, deferred })])[0]?.rows[0]?.chips.map(({ text }) => text)).toEqual(words)
  })
})
