import {
  agoText,
  bytesText,
  clockText,
  dateText,
  dayText,
  durationText,
  endTimeOf,
  metresText,
  offsetMinutesOf,
  unbroken,
  weekdayText,
} from './format'

describe('figures and times', () => {
  it.each([
    ['2026-11-18T08:52:07+08:00', 480],
    ['2026-11-18T08:52:07.120-03:30', -210],
    ['2026-11-18T08:52:07Z', 0],
  ])('offset of %s', (iso, minutes) => {
    expect(offsetMinutesOf(iso)).toBe(minutes)
    expect(clockText(Date.parse(iso), minutes)).toBe('08:52:07')
    expect(dateText(Date.parse(iso), minutes)).toBe('2026-11-18')
  })

  it('days', () => {
    expect([dayText('2026-11-18'), weekdayText('2026-11-18'), weekdayText('2026-11-22')]).toEqual([
      '11月18日',
      '周三',
      '周日',
    ])
    expect(endTimeOf('2026-11-19T00:00:00+08:00')).toBe('24:00')
  })

  it('keeps figures and units together, and nothing else', () => {
    expect(unbroken('范围外 209 m，还差 1.2 km，同意第 1 版')).toBe(
      '范围外 209\u00a0m，还差 1.2\u00a0km，同意第 1\u00a0版',
    )
    expect(unbroken('08:45:35，CJ-Office 2 5G，3，4')).toBe('08:45:35，CJ-Office 2 5G，3，4')
  })

  it.each([
    [0, '0 秒'],
    [471, '7 分 51 秒'],
    [7_500, '2 小时 5 分'],
    [90_000, '1 天 1 小时'],
  ])('%d seconds', (seconds, text) => expect(durationText(seconds)).toBe(text))

  it.each([
    [400, '刚刚'],
    [3_900, '3 秒前'],
    [31 * 60_000, '31 分钟前'],
    [3 * 3_600_000, '3 小时前'],
  ])('%d ms ago', (milliseconds, text) => expect(agoText(milliseconds)).toBe(text))

  it.each([
    [86.4, '86 m'],
    [9_999, '9999 m'],
    [12_400, '12 km'],
  ])('%d m', (metres, text) => expect(metresText(metres)).toBe(text))

  it('sizes', () =>
    expect([bytesText(3_140_000), bytesText(420_300), bytesText(12)]).toEqual(['3.1 MB', '420 KB', '1 KB']))
})
