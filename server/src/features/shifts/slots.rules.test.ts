import { isWithinWindow, slotKey, type SlotInstance } from '#contract/work-day'
import type { Shift, ShiftSpan } from './rule-book.rules'
import { slotsOf, type DaySchedule } from './slots.rules'
import { toIsoWithOffset } from './zone-time.rules'

const span = (changes: Partial<ShiftSpan> = {}): ShiftSpan => ({
  number: 1,
  startMinutes: 540,
  endMinutes: 1080,
  earlyOpensMinutes: 420,
  earlyClosesMinutes: 660,
  lateOpensMinutes: 1020,
  lateClosesMinutes: 1440,
  lateGraceMinutes: 5,
  leaveGraceMinutes: 0,
  ...changes,
})
const shift = (spans: ShiftSpan[], changes: Partial<Shift> = {}): DaySchedule => ({
  kind: 'shift',
  shift: { id: 's', name: '常白班', kind: 'fixed', zone: null, requiredMinutes: null, spans, ...changes },
})
const night = span({
  startMinutes: 1320,
  endMinutes: 1800,
  earlyOpensMinutes: 1260,
  earlyClosesMinutes: 1410,
  lateOpensMinutes: 1740,
  lateClosesMinutes: 1980,
})
const free: DaySchedule = { kind: 'free', dayBoundaryMinutes: 240, zone: null }

/** `kind-span opens … closes, upload until, due`, all in the slot's zone. */
const describeSlot = (slot: SlotInstance) => {
  const local = (ms: number) => toIsoWithOffset(ms, slot.zone).replace(':00.000', '').slice(5)
  const due = slot.dueAtMs === null ? 'no due time' : `due ${local(slot.dueAtMs)} grace ${slot.graceMinutes}`
  return `${slotKey(slot)} ${local(slot.opensAtMs)}…${local(slot.closesAtMs)} until ${local(slot.uploadUntilMs)}, ${due}`
}

describe('slotsOf', () => {
  const cases: [what: string, schedule: DaySchedule, workDay: string, zone: string, slots: string[]][] = [
    [
      'a day shift in Shanghai',
      shift([span()]),
      '2026-11-18',
      'Asia/Shanghai',
      [
        'early-1 11-18T07:00+08:00…11-18T11:00+08:00 until 11-19T00:00+08:00, due 11-18T09:00+08:00 grace 5',
        'late-1 11-18T17:00+08:00…11-19T00:00+08:00 until 11-19T00:00+08:00, due 11-18T18:00+08:00 grace 0',
        'visit-0 11-18T00:00+08:00…11-19T00:00+08:00 until 11-19T00:00+08:00, no due time',
      ],
    ],
    [
      'a night shift belongs to the day that it starts on',
      shift([night]),
      '2026-11-18',
      'Asia/Shanghai',
      [
        'early-1 11-18T21:00+08:00…11-18T23:30+08:00 until 11-19T09:00+08:00, due 11-18T22:00+08:00 grace 5',
        'late-1 11-19T05:00+08:00…11-19T09:00+08:00 until 11-19T09:00+08:00, due 11-19T06:00+08:00 grace 0',
        'visit-0 11-18T00:00+08:00…11-19T09:00+08:00 until 11-19T09:00+08:00, no due time',
      ],
    ],
    [
      'a shift whose window opens the evening before opens its visits then',
      shift([
        span({
          startMinutes: 0,
          earlyOpensMinutes: -60,
          earlyClosesMinutes: 60,
          endMinutes: 480,
          lateOpensMinutes: 470,
          lateClosesMinutes: 600,
        }),
      ]),
      '2026-11-18',
      'Asia/Hong_Kong',
      [
        'early-1 11-17T23:00+08:00…11-18T01:00+08:00 until 11-19T00:00+08:00, due 11-18T00:00+08:00 grace 5',
        'late-1 11-18T07:50+08:00…11-18T10:00+08:00 until 11-19T00:00+08:00, due 11-18T08:00+08:00 grace 0',
        'visit-0 11-17T23:00+08:00…11-19T00:00+08:00 until 11-19T00:00+08:00, no due time',
      ],
    ],
    [
      'two spans',
      shift([
        span({ endMinutes: 720, lateOpensMinutes: 700, lateClosesMinutes: 780 }),
        span({ number: 2, startMinutes: 840, earlyOpensMinutes: 790, earlyClosesMinutes: 900 }),
      ]),
      '2026-11-18',
      'Asia/Shanghai',
      [
        'early-1 11-18T07:00+08:00…11-18T11:00+08:00 until 11-19T00:00+08:00, due 11-18T09:00+08:00 grace 5',
        'late-1 11-18T11:40+08:00…11-18T13:00+08:00 until 11-19T00:00+08:00, due 11-18T12:00+08:00 grace 0',
        'early-2 11-18T13:10+08:00…11-18T15:00+08:00 until 11-19T00:00+08:00, due 11-18T14:00+08:00 grace 5',
        'late-2 11-18T17:00+08:00…11-19T00:00+08:00 until 11-19T00:00+08:00, due 11-18T18:00+08:00 grace 0',
        'visit-0 11-18T00:00+08:00…11-19T00:00+08:00 until 11-19T00:00+08:00, no due time',
      ],
    ],
    [
      'flexible hours: windows without due times',
      shift([span()], { kind: 'flexible', requiredMinutes: 480 }),
      '2026-11-18',
      'Asia/Shanghai',
      [
        'early-1 11-18T07:00+08:00…11-18T11:00+08:00 until 11-19T00:00+08:00, no due time',
        'late-1 11-18T17:00+08:00…11-19T00:00+08:00 until 11-19T00:00+08:00, no due time',
        'visit-0 11-18T00:00+08:00…11-19T00:00+08:00 until 11-19T00:00+08:00, no due time',
      ],
    ],
    [
      'free hours run from 04:00 to 04:00',
      free,
      '2026-11-18',
      'Asia/Shanghai',
      [
        'early-1 11-18T04:00+08:00…11-19T04:00+08:00 until 11-19T04:00+08:00, no due time',
        'late-1 11-18T04:00+08:00…11-19T04:00+08:00 until 11-19T04:00+08:00, no due time',
        'visit-0 11-18T04:00+08:00…11-19T04:00+08:00 until 11-19T04:00+08:00, no due time',
      ],
    ],
    [
      'a day off has visits alone',
      { kind: 'off', reason: 'holiday' },
      '2026-10-01',
      'Asia/Shanghai',
      ['visit-0 10-01T00:00+08:00…10-02T00:00+08:00 until 10-02T00:00+08:00, no due time'],
    ],
    ['no rule, no slots', { kind: 'off', reason: 'no_rule' }, '2026-11-18', 'Asia/Shanghai', []],
    [
      'London, the night the clocks go forward: 01:30 does not occur',
      shift([span({ earlyOpensMinutes: 90, startMinutes: 105, earlyClosesMinutes: 180 })]),
      '2026-03-29',
      'Europe/London',
      [
        'early-1 03-29T02:00+01:00…03-29T03:00+01:00 until 03-30T00:00+01:00, due 03-29T02:00+01:00 grace 5',
        'late-1 03-29T17:00+01:00…03-30T00:00+01:00 until 03-30T00:00+01:00, due 03-29T18:00+01:00 grace 0',
        'visit-0 03-29T00:00+00:00…03-30T00:00+01:00 until 03-30T00:00+01:00, no due time',
      ],
    ],
    [
      'London, the night the clocks go back: opens at the first 01:30, closes at the second',
      shift([
        span({
          startMinutes: 1320,
          earlyOpensMinutes: 1260,
          earlyClosesMinutes: 1380,
          endMinutes: 1530,
          lateOpensMinutes: 1530,
          lateClosesMinutes: 1530,
        }),
      ]),
      '2026-10-24',
      'Europe/London',
      [
        'early-1 10-24T21:00+01:00…10-24T23:00+01:00 until 10-25T01:30+00:00, due 10-24T22:00+01:00 grace 5',
        'late-1 10-25T01:30+01:00…10-25T01:30+00:00 until 10-25T01:30+00:00, due 10-25T01:30+00:00 grace 0',
        'visit-0 10-24T00:00+01:00…10-25T01:30+00:00 until 10-25T01:30+00:00, no due time',
      ],
    ],
  ]
  it.each(cases)('%s', (_what, schedule, workDay, zone, slots) => {
    expect(slotsOf(schedule, workDay, zone).map(describeSlot)).toEqual(slots)
  })

  it('counts the same work day in two zones as two different stretches of time', () => {
    const opening = (zone: string) => slotsOf(shift([span()]), '2026-11-18', zone)[0]?.opensAtMs ?? 0
    expect(opening('Europe/London') - opening('Asia/Hong_Kong')).toBe(8 * 3_600_000)
  })

  it("lets a night's end and the next day's opening overlap, each in its own work day", () => {
    const instant = Date.parse('2026-11-19T08:00:00+08:00')
    const nightEnd = slotsOf(shift([night]), '2026-11-18', 'Asia/Shanghai')
    const nextDay = slotsOf(shift([span()]), '2026-11-19', 'Asia/Shanghai')
    const open = [...nightEnd, ...nextDay].filter((slot) => isWithinWindow(slot, instant))
    expect(open.map((slot) => `${slot.workDay} ${slotKey(slot)}`)).toEqual([
      '2026-11-18 late-1',
      '2026-11-18 visit-0',
      '2026-11-19 early-1',
      '2026-11-19 visit-0',
    ])
  })
})
