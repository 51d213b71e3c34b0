import { lateRecordSlot, recordItem, recordMonth, recordSlot, without } from '../../test/record-replies'
import { addMonths, firstSelected, monthView } from './month.view'
import { recordsView, type RecordsInput } from './records.view'

const NOVEMBER = recordMonth('2026-11', [{ workDay: '2026-11-18', slots: [recordSlot()], attended: true }])
const view = (change: Partial<RecordsInput> = {}) =>
  recordsView({
    month: '2026-11',
    phoneToday: '2026-11-18',
    reply: NOVEMBER,
    monthTrouble: null,
    selected: '2026-11-18',
    records: [recordItem()],
    dayTrouble: null,
    oldSinceMs: null,
    offsetMinutes: 480,
    waiting: [],
    canCorrect: false,
    ...change,
  })
const monthOf = (month: string, reply: RecordsInput['reply'] = recordMonth(month)) =>
  monthView({ month, today: '2026-11-18', reply })

describe('the month', () => {
  it.each([
    ['2026-11', '2026年11月', true, true],
    ['2026-12', '2026年12月', true, false],
    ['2024-11', '2024年11月', false, true],
  ])('%s', (month, title, hasPrevious, hasNext) => {
    expect(monthOf(month)).toMatchObject({ title, hasPrevious, hasNext, lastMonth: '2026-12' })
  })

  it('of joining is the first one', () => {
    const joined = recordMonth('2026-10', [{ workDay: '2026-10-01', off: 'not_employed' }])
    expect(monthOf('2026-10', joined)).toMatchObject({ hasPrevious: false, hasNext: true, firstMonth: '2026-10' })
  })

  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -24, '2024-11'],
  ])('%s and %s is %s', (month, count, expected) => {
    expect(addMonths(month, count)).toBe(expected)
  })

  it('has its totals with units', () => {
    expect(monthOf('2026-11').totals.map(({ label, tone }) => [label, tone])).toEqual([
      ['出勤天数 12', ''],
      ['迟到 1次 12分', 'late'],
      ['外勤天数 6', 'field'],
    ])
    const none = { attendedDays: 0, lateCount: 0, lateMinutes: 0, fieldDays: 0 }
    expect(monthOf('2026-11', recordMonth('2026-11', [], { totals: none })).totals.map(({ label }) => label)).toEqual([
      '出勤天数 0',
      '迟到 0次',
      '外勤天数 0',
    ])
  })

  it('explains days that may still change', () => {
    const days = [{ workDay: '2027-01-04', provisional: true }]
    expect(monthOf('2027-01', recordMonth('2027-01', days)).provisional).toContain('2027 年放假安排还没公布')
    expect(monthOf('2026-11').provisional).toBe('')
  })

  it('opens with today, with the last day that tells something, or with its first', () => {
    expect(firstSelected(NOVEMBER)).toBe('2026-11-18')
    const october = recordMonth('2026-10', [
      { workDay: '2026-10-12', attended: true },
      { workDay: '2026-10-20', slots: [without(lateRecordSlot(), 'missing')] },
    ])
    expect(firstSelected(october)).toBe('2026-10-20')
    expect(firstSelected(recordMonth('2026-12'))).toBe('2026-12-01')
  })
})

describe('the page', () => {
  it('shows month and day', () => {
    expect(view()).toMatchObject({ monthNote: null, dayNote: null, dataFrom: '', selected: '2026-11-18' })
    expect(view().day?.timeline).toHaveLength(1)
  })

  it.each([
    ['offline', '没有网络，看不到这个月。签到不受影响，有信号后再打开'],
    ['failed', '这个月的记录暂时打不开，签到不受影响'],
  ] as const)('without a month, %s', (monthTrouble, title) => {
    const shown = view({ reply: null, monthTrouble, records: null })
    expect(shown).toMatchObject({ monthNote: { title }, day: null, dataFrom: '' })
    expect(shown.month).toMatchObject({ cells: null, hasPrevious: true, title: '2026年11月' })
  })

  it('waits quietly while nothing failed', () => {
    expect(view({ reply: null })).toMatchObject({ monthNote: null, day: null })
    expect(view({ records: null })).toMatchObject({ dayNote: null, day: { timeline: null } })
  })

  it('keeps the month when only the day is out of reach, and what is known of the day when asking failed', () => {
    expect(view({ records: null, dayTrouble: 'offline' }).dayNote?.title).toBe(
      '没有网络，看不到这天的明细。签到不受影响',
    )
    expect(view({ dayTrouble: 'offline', monthTrouble: 'offline' })).toMatchObject({ dayNote: null, monthNote: null })
  })

  it.each([
    ['2026-11-18T01:20:00Z', 480, '09:20 的数据'],
    ['2026-11-17T01:20:00Z', 480, '11月17日 09:20 的数据'],
    ['2026-11-18T14:20:00Z', -300, '09:20 的数据'],
  ])('says when old data was new: %s', (at, offsetMinutes, expected) => {
    expect(view({ oldSinceMs: Date.parse(at), offsetMinutes }).dataFrom).toBe(expected)
  })
})
