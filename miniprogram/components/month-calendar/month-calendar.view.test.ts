import type { RecordDayReply } from '../../contract/api-days'
import { lateRecordSlot, recordDay, recordMonth, recordSlot, without } from '../../test/record-replies'
import { calendarView } from './month-calendar.view'

const TODAY = '2026-11-18'
const cellOf = (change: Partial<RecordDayReply>) => {
  const day = recordDay(change)
  const cells = calendarView(recordMonth(day.workDay.slice(0, 7), [day], { today: TODAY }))
  return cells[Number(day.workDay.slice(8)) - 1]!
}
const said = (change: Partial<RecordDayReply>) =>
  cellOf(change)
    .marks.map(({ icon, text }) => (icon === 'check' ? '✓' : text))
    .join(' ')
const off = { slots: [], attended: false } as const
const missing = without(recordSlot(), 'missing')

describe('a month', () => {
  it.each([
    ['2026-06', '周一', 1, 30],
    ['2026-09', '周二', 2, 30],
    ['2026-07', '周三', 3, 31],
    ['2026-10', '周四', 4, 31],
    ['2027-01', '周五', 5, 31],
    ['2026-08', '周六', 6, 31],
    ['2026-11', '周日', 7, 30],
    ['2028-02', '周二', 2, 29],
    ['2026-02', '周日', 7, 28],
  ])('%s begins on %s', (month, weekday, column, count) => {
    const cells = calendarView(recordMonth(month))
    expect(cells).toHaveLength(count)
    expect(cells[0]).toMatchObject({ number: '1', column })
    expect(cells[0]?.label).toContain(weekday)
    expect(cells.slice(1).every((cell) => cell.column === 0)).toBe(true)
    expect(cells[count - 1]?.number).toBe(String(count))
  })
})

describe('a day', () => {
  const past = '2026-11-17'
  it.each<[string, Partial<RecordDayReply>, string, string]>([
    ['on time', { workDay: past }, '✓', '11月17日，周二，正常'],
    ['with visits', { workDay: past, visitCount: 2 }, '✓ 外', '11月17日，周二，正常，外勤 2 次'],
    [
      'late',
      { workDay: past, slots: [recordSlot({ lateMinutes: 12 }), lateRecordSlot()] },
      '迟12',
      '11月17日，周二，迟到 12 分',
    ],
    [
      'late in two spans, and off early',
      {
        workDay: past,
        slots: [
          recordSlot({ lateMinutes: 12 }),
          recordSlot({ span: 2, lateMinutes: 5 }),
          lateRecordSlot({ leftEarlyMinutes: 20 }),
        ],
      },
      '迟17',
      '11月17日，周二，迟到 17 分，早退 20 分',
    ],
    [
      'off early',
      { workDay: past, slots: [recordSlot(), lateRecordSlot({ leftEarlyMinutes: 20 })] },
      '退20',
      '11月17日，周二，早退 20 分',
    ],
    [
      'with one missing, and refused before',
      { workDay: past, slots: [missing, lateRecordSlot()], refusedCount: 1 },
      '缺',
      '11月17日，周二，缺卡 1 次，未通过 1 次',
    ],
    [
      'that waits',
      { workDay: past, slots: [recordSlot({ state: 'pending' }), lateRecordSlot()], pending: true },
      '待',
      '11月17日，周二，有待处理的签到',
    ],
    [
      'late, but still waiting: the minutes do not count yet',
      {
        workDay: past,
        slots: [recordSlot({ state: 'pending', lateMinutes: 12 }), lateRecordSlot()],
        pending: true,
      },
      '待',
      '11月17日，周二，有待处理的签到',
    ],
    [
      'of a night shift that still runs',
      { workDay: past, slots: [recordSlot(), without(lateRecordSlot(), 'open')] },
      '进行中',
      '11月17日，周二，进行中',
    ],
    [
      'today, before the first check-in',
      { workDay: TODAY, attended: false, slots: [without(recordSlot(), 'upcoming')] },
      '进行中',
      '11月18日，周三，今天，进行中',
    ],
    ['today, done', { workDay: TODAY }, '✓', '11月18日，周三，今天，正常'],
    [
      'today, with visits: the word takes the room, the label says both',
      { workDay: TODAY, visitCount: 1, slots: [recordSlot(), without(lateRecordSlot(), 'upcoming')] },
      '进行中',
      '11月18日，周三，今天，进行中，外勤 1 次',
    ],
    [
      'to come',
      { workDay: '2026-11-19', attended: false, slots: [without(recordSlot(), 'upcoming')] },
      '',
      '11月19日，周四，还没到',
    ],
    ['off by the week', { workDay: '2026-11-14', off: 'week', ...off }, '休', '11月14日，周六，休息日，不用签到'],
    [
      'off by the week, with a visit',
      { workDay: '2026-11-14', off: 'week', slots: [], attended: true, visitCount: 1 },
      '✓ 外',
      '11月14日，周六，休息日，不用签到，有签到，外勤 1 次',
    ],
    ['off by the roster', { workDay: past, off: 'roster', ...off }, '休', '11月17日，周二，排班休息，不用签到'],
    [
      'nobody planned',
      { workDay: past, off: 'not_rostered', ...off },
      '未排',
      '11月17日，周二，这天没有给你排班。排漏了请联系人事',
    ],
    [
      'without a rule',
      { workDay: past, off: 'no_rule', ...off },
      '',
      '11月17日，周二，还没有给你设考勤规则，请联系人事',
    ],
    ['before joining', { workDay: past, off: 'not_employed', ...off }, '', '11月17日，周二，这天系统里没有你的考勤'],
    [
      'a public holiday',
      { workDay: '2026-10-01', off: 'holiday', calendarName: '国庆节', ...off },
      '国庆节',
      '10月1日，周四，国庆节放假，不用签到',
    ],
    ['that asks for nothing and had nothing', { workDay: past, ...off }, '', '11月17日，周二，没有记录'],
    ['without slots, with a check-in', { workDay: past, slots: [], attended: true }, '✓', '11月17日，周二，有签到'],
  ])('%s', (_, change, marks, label) => {
    expect(said(change)).toBe(marks)
    expect(cellOf(change).label).toBe(label)
  })

  it('that is worked instead of another one bears a badge, and its marks beside', () => {
    const makeUp = { workDay: '2026-10-10', calendarName: '国庆节调休' }
    expect(cellOf(makeUp)).toMatchObject({
      badge: '班',
      isMuted: false,
      label: '10月10日，周六，国庆节调休，要上班，正常',
    })
    expect(said(makeUp)).toBe('✓')
    expect(cellOf({ workDay: '2026-10-01', off: 'holiday', calendarName: '国庆节', ...off }).badge).toBe('')
  })

  it('of a year without an official notice says so', () => {
    expect(cellOf({ workDay: '2027-01-04', provisional: true, ...off })).toMatchObject({
      isProvisional: true,
      label: '1月4日，周一，没有记录，放假安排还没公布，可能会变',
    })
  })
})
