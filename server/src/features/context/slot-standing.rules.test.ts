import type { SlotState } from '#contract/api-days'
import type { Outcome } from '#contract/decision'
import { slotKey, type SlotInstance, type SlotKind } from '#contract/work-day'
import type { DayAttempt } from '../check-in/check-in-facts.rules'
import { presentDaySlot } from './day-slot.rules'
import { slotStandings, visitsOf } from './slot-standing.rules'

const ZONES = { 'Asia/Shanghai': '+08:00', 'Europe/London': '+00:00' } as const
type Zone = keyof typeof ZONES

const instant = (time: string, zone: Zone) => Date.parse(`2026-11-18T${time}${ZONES[zone]}`)

/** 09:00 to 18:00 with five minutes of grace; early until 11:00, late from 17:00 to 23:00, visits all day. */
function slotsIn(zone: Zone, graceMinutes = 5): SlotInstance[] {
  const slot = (kind: SlotKind, opens: string, closes: string, due: string | null): SlotInstance => ({
    workDay: '2026-11-18',
    kind,
    span: kind === 'visit' ? 0 : 1,
    opensAtMs: instant(opens, zone),
    closesAtMs: instant(closes, zone),
    uploadUntilMs: instant('23:59', zone),
    dueAtMs: due === null ? null : instant(due, zone),
    graceMinutes,
    zone,
  })
  return [
    slot('early', '07:00', '11:00', '09:00'),
    slot('late', '17:00', '23:00', '18:00'),
    slot('visit', '00:00', '23:59', null),
  ]
}

function attempt(kind: SlotKind, outcome: Outcome, time: string, zone: Zone): DayAttempt {
  const slot = { workDay: '2026-11-18', kind, span: kind === 'visit' ? 0 : 1 }
  return { id: `${kind} ${time}`, slot, outcome, capturedAtMs: instant(time, zone), siteId: null }
}

describe.each(Object.keys(ZONES) as Zone[])('slotStandings in %s', (zone) => {
  it.each<[string, string, readonly [SlotKind, Outcome, string][], readonly [SlotState, number][]]>([
    [
      'before it opens',
      '06:59',
      [],
      [
        ['upcoming', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'at the opening',
      '07:00',
      [],
      [
        ['open', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'within grace',
      '09:05',
      [],
      [
        ['open', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'past grace',
      '09:06',
      [],
      [
        ['overdue', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'at the closing',
      '11:00',
      [],
      [
        ['overdue', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'after it',
      '11:01',
      [],
      [
        ['missing', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'late open, past its due time',
      '18:30',
      [],
      [
        ['missing', 0],
        ['open', 0],
      ],
    ],
    [
      'all over',
      '23:01',
      [],
      [
        ['missing', 0],
        ['missing', 0],
      ],
    ],
    [
      'on time',
      '10:00',
      [['early', 'accepted', '08:54']],
      [
        ['accepted', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'late by 12',
      '10:00',
      [['early', 'accepted', '09:12']],
      [
        ['accepted', 12],
        ['upcoming', 0],
      ],
    ],
    [
      'late within grace',
      '10:00',
      [['early', 'accepted', '09:05']],
      [
        ['accepted', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'waiting for approval',
      '10:00',
      [['early', 'pending', '09:12']],
      [
        ['pending', 12],
        ['upcoming', 0],
      ],
    ],
    [
      'accepted before pending',
      '10:00',
      [
        ['early', 'pending', '08:30'],
        ['early', 'accepted', '08:54'],
      ],
      [
        ['accepted', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'refused counts for nothing',
      '09:10',
      [['early', 'refused', '08:54']],
      [
        ['overdue', 0],
        ['upcoming', 0],
      ],
    ],
    [
      'superseded counts for nothing',
      '23:30',
      [['late', 'superseded', '18:00']],
      [
        ['missing', 0],
        ['missing', 0],
      ],
    ],
  ])('%s', (_name, at, attempts, expected) => {
    const made = attempts.map(([kind, outcome, time]) => attempt(kind, outcome, time, zone))
    const standings = slotStandings({ slots: slotsIn(zone) }, made, instant(at, zone))
    expect(standings.map(({ state, lateMinutes }) => [state, lateMinutes])).toEqual(expected)
    expect(standings.map(({ slot }) => slotKey(slot))).toEqual(['early-1', 'late-1'])
  })

  it('says by how much somebody left early', () => {
    const made = [attempt('late', 'accepted', '17:30', zone)]
    const [, late] = slotStandings({ slots: slotsIn(zone) }, made, instant('20:00', zone))
    expect(late).toMatchObject({ state: 'accepted', lateMinutes: 0, leftEarlyMinutes: 30 })
  })

  it('is never overdue where the rule sets no time', () => {
    const slots = slotsIn(zone).map((slot) => ({ ...slot, dueAtMs: null }))
    expect(slotStandings({ slots }, [], instant('10:59', zone))[0]?.state).toBe('open')
  })

  it('is shown in the offset of its day', () => {
    const made = [attempt('early', 'accepted', '09:12', zone)]
    const [early] = slotStandings({ slots: slotsIn(zone) }, made, instant('10:00', zone)).map(presentDaySlot)
    expect(early).toEqual({
      kind: 'early',
      span: 1,
      state: 'accepted',
      opensAt: `2026-11-18T07:00:00.000${ZONES[zone]}`,
      closesAt: `2026-11-18T11:00:00.000${ZONES[zone]}`,
      dueAt: `2026-11-18T09:00:00.000${ZONES[zone]}`,
      capturedAt: `2026-11-18T09:12:00.000${ZONES[zone]}`,
      lateMinutes: 12,
      leftEarlyMinutes: 0,
    })
  })
})

it('counts visits that count or wait', () => {
  const outcomes: Outcome[] = ['accepted', 'pending', 'refused', 'superseded']
  const made = outcomes.map((outcome, index) => attempt('visit', outcome, `1${index}:00`, 'Asia/Shanghai'))
  const early = attempt('early', 'accepted', '08:54', 'Asia/Shanghai')
  expect(visitsOf([early, ...made]).map(({ outcome }) => outcome)).toEqual(['accepted', 'pending'])
})
