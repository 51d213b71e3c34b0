import type { RecordDayReply, RecordSlotReply } from '../../contract/api-days'
import { lateRecordSlot, recordDay, recordItem, recordSlot, without } from '../../test/record-replies'
import { dayView, type DayInput } from './day.view'

const TODAY = '2026-11-18'
const view = (change: Partial<RecordDayReply> = {}, more: Partial<DayInput> = {}) =>
  dayView({ day: recordDay(change), today: TODAY, records: [], waiting: [], canCorrect: false, ...more })
const slotOf = (slot: RecordSlotReply, more: Partial<DayInput> = {}) => {
  const row = view({ slots: [slot] }, more).slots[0]!
  return [row.due, row.time, row.chip.text, row.hint]
}
const chips = (change: Partial<RecordDayReply>) => view(change).chips.map(({ text }) => text)

describe('a slot of a day', () => {
  it.each<[string, RecordSlotReply, readonly [string, string, string, string]]>([
    ['on time', recordSlot(), ['规定 09:00', '08:52', '准时', '']],
    ['late', recordSlot({ lateMinutes: 12 }), ['规定 09:00', '08:52', '迟到 12 分', '']],
    ['without a due time', recordSlot({ dueAt: null }), ['不限时间', '08:52', '已签', '']],
    ['late slot', lateRecordSlot(), ['规定 18:00', '18:08', '已签', '']],
    ['off early', lateRecordSlot({ leftEarlyMinutes: 20 }), ['规定 18:00', '18:08', '早退 20 分', '']],
    [
      'pending',
      recordSlot({ state: 'pending', code: 'OUT_OF_RANGE', lateMinutes: 12 }),
      ['规定 09:00', '08:52', '待审批', '审批后按这个时间算'],
    ],
    [
      'awaiting photos',
      recordSlot({ state: 'pending', code: 'PHOTO_AWAITED' }),
      ['规定 09:00', '08:52', '等照片', '照片送达并核对后自动生效'],
    ],
    ['missing', without(recordSlot(), 'missing'), ['规定 09:00', '', '缺卡', '09:30 已截止，有疑问请联系人事']],
    [
      'missing, closed at midnight',
      without(lateRecordSlot(), 'missing'),
      ['规定 18:00', '', '缺卡', '24:00 已截止，有疑问请联系人事'],
    ],
    ['upcoming', without(lateRecordSlot(), 'upcoming'), ['规定 18:00', '', '还没到', '17:30 起可签']],
    ['open', without(recordSlot(), 'open'), ['规定 09:00', '', '未签', '可签至 09:30']],
    ['overdue', without(recordSlot(), 'overdue'), ['规定 09:00', '', '未签', '可签至 09:30，现在签会记为迟到']],
    [
      'of a night shift, signed on the next calendar date',
      lateRecordSlot({
        dueAt: '2026-11-19T06:00:00+08:00',
        capturedAt: '2026-11-19T06:02:00+08:00',
      }),
      ['规定次日 06:00', '次日 06:02', '已签', ''],
    ],
    [
      'in another zone',
      recordSlot({ dueAt: '2026-11-18T09:00:00-05:00', capturedAt: '2026-11-18T08:40:00-05:00' }),
      ['规定 09:00', '08:40', '准时', ''],
    ],
  ])('%s', (_, slot, expected) => {
    expect(slotOf(slot)).toEqual(expected)
  })

  it('that is missing can be corrected where the server has corrections', () => {
    const missing = without(recordSlot(), 'missing')
    const row = view({ slots: [missing] }, { canCorrect: true }).slots[0]
    expect(row).toMatchObject({ key: 'early-1', canCorrect: true, hint: '09:30 已截止' })
    expect(view({ slots: [missing] }).slots[0]?.canCorrect).toBe(false)
    expect(view({ slots: [recordSlot()] }, { canCorrect: true }).slots[0]?.canCorrect).toBe(false)
  })

  it('that waits on this phone is not called missing', () => {
    const missing = without(recordSlot(), 'missing')
    const waiting = [{ workDay: TODAY, kind: 'early', span: 1 } as const]
    expect(slotOf(missing, { waiting })).toEqual(['规定 09:00', '', '待发送', '已存在手机，有信号会自动发送'])
    const other = [{ workDay: '2026-11-17', kind: 'early', span: 1 } as const]
    expect(slotOf(missing, { waiting: other })[2]).toBe('缺卡')
  })

  it('has its number where there are several', () => {
    const names = view({ slots: [recordSlot(), recordSlot({ span: 2 }), lateRecordSlot()] }).slots.map(
      ({ name }) => name,
    )
    expect(names).toEqual(['早签到 1', '早签到 2', '晚签到'])
  })
})

describe('the day', () => {
  const missing = without(recordSlot(), 'missing')
  it.each<[string, Partial<RecordDayReply>, readonly string[], string]>([
    ['ordinary', {}, ['正常'], ''],
    ['late', { slots: [recordSlot({ lateMinutes: 12 })] }, ['迟到 12 分'], ''],
    ['missing and off early', { slots: [missing, lateRecordSlot({ leftEarlyMinutes: 5 })] }, ['缺卡', '早退 5 分'], ''],
    ['pending', { pending: true }, ['有待处理的签到'], ''],
    ['running', { slots: [without(recordSlot(), 'open')] }, ['进行中'], ''],
    ['ahead', { workDay: '2026-11-19', slots: [without(recordSlot(), 'upcoming')] }, ['还没到'], ''],
    ['rest', { off: 'week', slots: [], attended: false }, ['休息'], '休息日，不用签到'],
    ['worked on a day off', { off: 'week', slots: [], attended: true }, ['有签到'], '休息日，不用签到'],
    [
      'holiday',
      { off: 'holiday', calendarName: '国庆节', slots: [], attended: false },
      ['休息'],
      '国庆节放假，不用签到',
    ],
    ['make-up workday', { calendarName: '国庆节调休' }, ['正常'], '国庆节调休，要上班'],
    ['before joining', { off: 'not_employed', slots: [], attended: false }, [], '这天系统里没有你的考勤'],
    ['provisional', { provisional: true }, ['正常'], '放假安排还没公布，可能会变'],
  ])('%s', (_, change, expected, reason) => {
    expect(chips(change)).toEqual(expected)
    expect(view(change).reason).toBe(reason)
  })

  it('says that nothing is there only where that is known and past', () => {
    expect(view().empty).toBe('这天没有签到记录')
    expect(view({}, { records: null })).toMatchObject({ timeline: null, empty: '' })
    expect(view({}, { records: [recordItem()] }).empty).toBe('')
    expect(view({ workDay: '2026-11-19' }).empty).toBe('')
    expect(view({ off: 'not_employed', slots: [] }).empty).toBe('')
  })

  it('is named by its work day', () => {
    expect(view().title).toBe('11月18日 周三')
  })
})
