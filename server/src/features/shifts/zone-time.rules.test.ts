import {
  instantOfLocal,
  isKnownZone,
  localDate,
  offsetMsAt,
  toIsoWithOffset,
  type EdgeOfWindow,
} from './zone-time.rules'

const at = (iso: string) => Date.parse(iso)

describe('instantOfLocal', () => {
  const cases: [what: string, date: string, minutes: number, zone: string, edge: EdgeOfWindow, instant: string][] = [
    ['Shanghai, any day', '2026-11-18', 540, 'Asia/Shanghai', 'opening', '2026-11-18T01:00:00Z'],
    ['Shanghai, over midnight', '2026-11-18', 1800, 'Asia/Shanghai', 'closing', '2026-11-18T22:00:00Z'],
    ['Shanghai, before midnight', '2026-11-18', -30, 'Asia/Shanghai', 'opening', '2026-11-17T15:30:00Z'],
    ['over the end of a year', '2026-12-31', 1440, 'Asia/Shanghai', 'closing', '2026-12-31T16:00:00Z'],
    ['Hong Kong', '2026-07-01', 540, 'Asia/Hong_Kong', 'opening', '2026-07-01T01:00:00Z'],
    ['London, winter', '2026-01-15', 540, 'Europe/London', 'opening', '2026-01-15T09:00:00Z'],
    ['London, summer', '2026-06-15', 540, 'Europe/London', 'opening', '2026-06-15T08:00:00Z'],
    ['London, in the gap: the instant after it', '2026-03-29', 90, 'Europe/London', 'opening', '2026-03-29T01:00:00Z'],
    ['London, in the gap, closing: the same', '2026-03-29', 90, 'Europe/London', 'closing', '2026-03-29T01:00:00Z'],
    ['London, start of the gap', '2026-03-29', 60, 'Europe/London', 'opening', '2026-03-29T01:00:00Z'],
    ['London, end of the gap', '2026-03-29', 120, 'Europe/London', 'opening', '2026-03-29T01:00:00Z'],
    ['London, twice, opening', '2026-10-25', 90, 'Europe/London', 'opening', '2026-10-25T00:30:00Z'],
    ['London, twice, closing', '2026-10-25', 90, 'Europe/London', 'closing', '2026-10-25T01:30:00Z'],
    ['London, from the evening before', '2026-10-24', 1530, 'Europe/London', 'closing', '2026-10-25T01:30:00Z'],
    ['New York, in the gap', '2026-03-08', 150, 'America/New_York', 'closing', '2026-03-08T07:00:00Z'],
    ['New York, twice, opening', '2026-11-01', 90, 'America/New_York', 'opening', '2026-11-01T05:30:00Z'],
    ['New York, twice, closing', '2026-11-01', 90, 'America/New_York', 'closing', '2026-11-01T06:30:00Z'],
    ['Lord Howe, gap of 30 min', '2026-10-04', 135, 'Australia/Lord_Howe', 'opening', '2026-10-03T15:30:00Z'],
    ['Lord Howe, twice, opening', '2026-04-05', 105, 'Australia/Lord_Howe', 'opening', '2026-04-04T14:45:00Z'],
    ['Lord Howe, twice, closing', '2026-04-05', 105, 'Australia/Lord_Howe', 'closing', '2026-04-04T15:15:00Z'],
  ]
  it.each(cases)('%s', (_what, date, minutes, zone, edge, instant) => {
    expect(new Date(instantOfLocal(date, minutes, zone, edge)).toISOString()).toBe(new Date(instant).toISOString())
    expect(instantOfLocal(date, minutes, zone, edge)).toBe(at(instant))
  })

  it('refuses a zone that does not exist', () => {
    expect(() => instantOfLocal('2026-11-18', 0, 'Asia/Suzhou', 'opening')).toThrow(RangeError)
  })
})

describe('toIsoWithOffset', () => {
  const cases: [instant: string, zone: string, text: string][] = [
    ['2026-11-18T00:52:09.120Z', 'Asia/Shanghai', '2026-11-18T08:52:09.120+08:00'],
    ['2026-11-18T00:52:09.120Z', 'UTC', '2026-11-18T00:52:09.120+00:00'],
    ['2026-03-29T00:59:59.999Z', 'Europe/London', '2026-03-29T00:59:59.999+00:00'],
    ['2026-03-29T01:00:00.000Z', 'Europe/London', '2026-03-29T02:00:00.000+01:00'],
    ['2026-10-25T00:59:59.999Z', 'Europe/London', '2026-10-25T01:59:59.999+01:00'],
    ['2026-10-25T01:00:00.000Z', 'Europe/London', '2026-10-25T01:00:00.000+00:00'],
    ['2026-07-01T03:00:00.000Z', 'America/New_York', '2026-06-30T23:00:00.000-04:00'],
    ['2026-10-03T15:29:00.000Z', 'Australia/Lord_Howe', '2026-10-04T01:59:00.000+10:30'],
    ['2026-10-03T15:30:00.000Z', 'Australia/Lord_Howe', '2026-10-04T02:30:00.000+11:00'],
    ['2026-02-01T00:00:00.000Z', 'America/St_Johns', '2026-01-31T20:30:00.000-03:30'],
  ]
  it.each(cases)('%s in %s', (instant, zone, text) => {
    expect(toIsoWithOffset(at(instant), zone)).toBe(text)
    expect(Date.parse(text)).toBe(at(instant))
  })

  it('answers alike whatever it was asked before', () => {
    const hours = Array.from({ length: 24 * 366 }, (_unused, hour) => at('2026-01-01T00:00:00Z') + hour * 3_600_000)
    const forwards = hours.map((hour) => offsetMsAt(hour, 'America/Los_Angeles'))
    const backwards = [...hours].reverse().map((hour) => offsetMsAt(hour, 'America/Los_Angeles'))
    expect(backwards.reverse()).toEqual(forwards)
    expect(new Set(forwards)).toEqual(new Set([-7 * 3_600_000, -8 * 3_600_000]))
    expect(forwards.filter((offset, index) => index > 0 && offset !== forwards[index - 1])).toHaveLength(2)
  })
})

describe('localDate', () => {
  const cases: [instant: string, zone: string, date: string][] = [
    ['2026-11-18T15:59:59Z', 'Asia/Shanghai', '2026-11-18'],
    ['2026-11-18T16:00:00Z', 'Asia/Shanghai', '2026-11-19'],
    ['2026-11-18T16:00:00Z', 'Europe/London', '2026-11-18'],
    ['2026-07-01T03:59:59Z', 'America/New_York', '2026-06-30'],
  ]
  it.each(cases)('%s in %s', (instant, zone, date) => {
    expect(localDate(at(instant), zone)).toBe(date)
  })
})

describe('isKnownZone', () => {
  it.each([
    ['Asia/Shanghai', true],
    ['Europe/London', true],
    ['UTC', true],
    ['Asia/Suzhou', false],
    ['+08:00', false],
    ['', false],
  ])('%s: %s', (zone, known) => {
    expect(isKnownZone(zone)).toBe(known)
  })
})
