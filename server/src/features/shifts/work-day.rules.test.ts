import {
  addDays,
  relevantRange,
  relevantWorkDays,
  weekdayOf,
  yearOf,
  zoneOfWorkDay,
  type ZoneInputs,
} from './work-day.rules'

describe('days', () => {
  it.each([
    ['2026-11-18', 1, '2026-11-19'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %s days: %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result)
  })

  it.each([
    ['2026-11-16', 0],
    ['2026-11-22', 6],
    ['1970-01-01', 3],
    ['1969-12-28', 6],
  ])('%s is weekday %s', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday)
  })

  it('refuses what is no day', () => {
    expect(() => addDays('2026-13-01', 1)).toThrow(RangeError)
    expect(yearOf('2026-11-18')).toBe(2026)
  })
})

describe('zoneOfWorkDay', () => {
  const all: ZoneInputs = {
    fixed: 'Europe/London',
    shift: 'Asia/Tokyo',
    plannedSite: 'Asia/Hong_Kong',
    employee: 'America/New_York',
    company: 'Asia/Shanghai',
  }
  it.each<[string, Partial<ZoneInputs>, string]>([
    ['what the first context fixed', {}, 'Europe/London'],
    ["the shift's", { fixed: null }, 'Asia/Tokyo'],
    ["the planned site's", { fixed: null, shift: null }, 'Asia/Hong_Kong'],
    ["the employee's", { fixed: null, shift: null, plannedSite: null }, 'America/New_York'],
    ["the company's", { fixed: null, shift: null, plannedSite: null, employee: null }, 'Asia/Shanghai'],
  ])('%s', (_what, changes, zone) => {
    expect(zoneOfWorkDay({ ...all, ...changes })).toBe(zone)
  })
})

describe('relevantWorkDays', () => {
  it.each<[string, string[], string[]]>([
    ['2026-11-18T15:59:59Z', ['Asia/Shanghai'], ['2026-11-17', '2026-11-18', '2026-11-19']],
    ['2026-11-18T16:00:00Z', ['Asia/Shanghai'], ['2026-11-18', '2026-11-19', '2026-11-20']],
    [
      '2026-11-18T16:00:00Z',
      ['Asia/Shanghai', 'Europe/London'],
      ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'],
    ],
  ])('%s in %s', (instant, zones, days) => {
    expect(relevantWorkDays(Date.parse(instant), zones)).toEqual(days)
  })

  it('lies within the range of the world', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London', 'Asia/Shanghai']) {
      for (const instant of ['2026-11-18T00:00:00Z', '2026-11-18T11:30:00Z', '2026-11-18T23:59:59Z']) {
        const { fromDay, toDay } = relevantRange(Date.parse(instant))
        const days = relevantWorkDays(Date.parse(instant), [zone])
        expect(fromDay <= (days[0] ?? '') && (days[2] ?? '') <= toDay).toBe(true)
      }
    }
  })
})
