import type { RecordItem } from '../../contract/api'
import { lateRecordSlot, recordItem, recordSlot } from '../../test/record-replies'
import { dayEndTime, dayTime } from './day-time'
import { timelineView } from './day-timeline.view'

const EARLY = { workDay: '2026-11-18', kind: 'early', span: 1 } as const
const LATE = { workDay: '2026-11-18', kind: 'late', span: 1 } as const
const VISIT = { workDay: '2026-11-18', kind: 'visit', span: 0 } as const
const slots = [recordSlot(), lateRecordSlot()]
const rowOf = (change: Partial<RecordItem>, standing = slots) => timelineView([recordItem(change)], standing)[0]!
const said = (change: Partial<RecordItem>, standing = slots) => {
  const { title, text, chips } = rowOf(change, standing)
  return [title, text, chips.map((item) => item.text).join(' ')]
}
const refused = { outcome: 'refused', code: 'OUT_OF_RANGE', sentence: '不在「张江总部」范围，还差 61 m' } as const
const pending = { outcome: 'pending', code: 'OUT_OF_RANGE', sentence: '不在「张江总部」范围，还差 61 m' } as const
const photos = {
  outcome: 'pending',
  code: 'PHOTO_AWAITED',
  sentence: '照片还没送达',
  evidenceState: 'awaited',
} as const
const superseded = { outcome: 'superseded', sentence: '这次早签到不计，以另一次为准' } as const
const later = { deferred: true, receivedAt: '2026-11-18T09:18:39+08:00' } as const

describe('an attempt of a day', () => {
  it.each<[string, Partial<RecordItem>, readonly [string, string, string]]>([
    ['early', {}, ['早签到', '张江总部', '准时']],
    ['early deferred', later, ['早签到', '张江总部，离线，26 分后送达', '准时 离线']],
    ['early pending', pending, ['早签到待审批', '不在「张江总部」范围，还差 61 m', '待审批']],
    ['early awaiting photos', photos, ['早签到等照片', '照片还没送达', '等照片']],
    ['early refused', refused, ['早签到未通过', '不在「张江总部」范围，还差 61 m', '未通过']],
    [
      'early refused deferred',
      { ...refused, ...later },
      ['早签到未通过', '不在「张江总部」范围，还差 61 m，离线，26 分后送达', '未通过 离线'],
    ],
    ['early superseded', superseded, ['早签到不计', '这次早签到不计，以另一次为准', '不计']],
    ['late', { slot: LATE, attemptId: 'attempt-2' }, ['晚签到', '张江总部', '已通过']],
    [
      'late, made again later',
      { slot: LATE, attemptId: 'attempt-0' },
      ['晚签到', '张江总部，以 18:08 那次为准', '已通过'],
    ],
    ['late pending', { ...pending, slot: LATE }, ['晚签到待审批', '不在「张江总部」范围，还差 61 m', '待审批']],
    ['late refused', { ...refused, slot: LATE }, ['晚签到未通过', '不在「张江总部」范围，还差 61 m', '未通过']],
    ['visit', { slot: VISIT, siteName: '北辰印染' }, ['拜访 北辰印染', '', '已通过']],
    [
      'visit with photos',
      { slot: VISIT, siteName: '北辰印染', evidenceState: 'verified', ...later },
      ['拜访 北辰印染', '照片已核对，离线，26 分后送达', '已通过 离线'],
    ],
    ['visit to nowhere known', { slot: VISIT, siteName: null }, ['拜访签到', '', '已通过']],
    ['visit pending', { ...pending, slot: VISIT }, ['拜访签到待审批', '不在「张江总部」范围，还差 61 m', '待审批']],
    ['visit superseded', { ...superseded, slot: VISIT }, ['拜访签到不计', '这次早签到不计，以另一次为准', '不计']],
    [
      'pending for more than its photos',
      { ...pending, evidenceState: 'failed' },
      ['早签到待审批', '不在「张江总部」范围，还差 61 m，照片有问题', '待审批'],
    ],
  ])('%s', (_, change, expected) => {
    expect(said(change)).toEqual(expected)
  })

  it.each([
    ['late', [recordSlot({ lateMinutes: 12 })], {}, '迟到 12 分'],
    ['off early', [lateRecordSlot({ leftEarlyMinutes: 20 })], { slot: LATE, attemptId: 'attempt-2' }, '早退 20 分'],
    ['without a due time', [recordSlot({ dueAt: null })], {}, '已通过'],
    ['of another span', [recordSlot({ span: 2 })], {}, '已通过'],
  ] as const)('says how it counts: %s', (_, standing, change, expected) => {
    expect(said(change, [...standing])[2]).toBe(expected)
  })

  it('stands in the order in which it was made, whatever the offset', () => {
    const rows = timelineView(
      [
        recordItem({ attemptId: 'b', slot: EARLY, capturedAt: '2026-11-18T09:00:00+08:00' }),
        recordItem({ attemptId: 'a', slot: EARLY, capturedAt: '2026-11-18T09:30:00+09:00' }),
      ],
      [],
    )
    expect(rows.map(({ attemptId, time }) => `${attemptId} ${time}`)).toEqual(['a 09:30', 'b 09:00'])
  })

  it('says everything in one label', () => {
    expect(rowOf({ ...later }).label).toBe('08:52，早签到，张江总部，离线，26 分后送达，准时，离线')
  })
})

describe('times of a work day', () => {
  it.each([
    ['2026-11-18T22:01:00+08:00', '22:01', '22:01'],
    ['2026-11-19T06:02:00+08:00', '次日 06:02', '次日 06:02'],
    ['2026-11-19T00:00:00+08:00', '次日 00:00', '24:00'],
    ['2026-11-20T00:00:00+08:00', '11月20日 00:00', '次日 24:00'],
    ['2026-11-17T23:30:00-05:00', '11月17日 23:30', '11月17日 23:30'],
    ['2026-11-18T08:00:00+05:30', '08:00', '08:00'],
  ])('%s', (iso, time, end) => {
    expect(dayTime(iso, '2026-11-18')).toBe(time)
    expect(dayEndTime(iso, '2026-11-18')).toBe(end)
  })

  it('a year ends too', () => {
    expect(dayTime('2027-01-01T06:00:00+08:00', '2026-12-31')).toBe('次日 06:00')
  })
})
