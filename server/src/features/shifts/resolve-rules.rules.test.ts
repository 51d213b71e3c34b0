import { DEFAULT_POLICY } from '#contract/policy'
import { rulesFor, type CalendarStanding } from './resolve-rules.rules'
import {
  type PersonSchedule,
  type Rule,
  type RuleAssignment,
  type RuleBook,
  type RuleVersion,
  type Shift,
} from './rule-book.rules'
import { zoneOfWorkDay } from './work-day.rules'

const shift = (id: string, changes: Partial<Shift> = {}): Shift => ({
  id,
  name: id,
  kind: 'fixed',
  zone: null,
  requiredMinutes: null,
  spans: [
    {
      number: 1,
      startMinutes: 540,
      endMinutes: 1080,
      earlyOpensMinutes: 420,
      earlyClosesMinutes: 660,
      lateOpensMinutes: 1020,
      lateClosesMinutes: 1440,
      lateGraceMinutes: 0,
      leaveGraceMinutes: 0,
    },
  ],
  ...changes,
})
const WEEK = ['mon', 'mon', 'mon', 'mon', 'fri', null, null]
const version = (changes: Partial<RuleVersion> = {}): RuleVersion => ({
  version: 1,
  validFrom: '2026-01-01',
  validUntil: null,
  scheduleKind: 'weekly',
  week: WEEK,
  followsCalendar: true,
  policy: DEFAULT_POLICY,
  siteIds: [],
  ...changes,
})
const rule = (id: string, versions: RuleVersion[] = [version()], archivedAt: string | null = null): Rule => ({
  id,
  name: id,
  archivedAtMs: archivedAt === null ? null : Date.parse(archivedAt),
  versions,
})
let assignmentCount = 0
const assign = (ruleId: string, target: string, changes: Partial<RuleAssignment> = {}): RuleAssignment => {
  const [targetKind, targetId = ''] = target.split(':') as [RuleAssignment['targetKind'], string?]
  return {
    id: `a${String(++assignmentCount).padStart(4, '0')}`,
    ruleId,
    targetKind,
    targetId,
    precedence: 0,
    validFrom: '2026-01-01',
    validUntil: null,
    ...changes,
  }
}
const byTarget = (assignments: RuleAssignment[]): RuleBook['assignments'] => {
  const ofKind = (kind: RuleAssignment['targetKind']) => {
    const targets = assignments.filter((item) => item.targetKind === kind)
    return new Map(targets.map(({ targetId }) => [targetId, targets.filter((item) => item.targetId === targetId)]))
  }
  return {
    employee: ofKind('employee'),
    team: ofKind('team'),
    department: ofKind('department'),
    company: ofKind('company'),
  }
}
const book = (rules: Rule[], assignments: RuleAssignment[], changes: Partial<RuleBook> = {}): RuleBook => ({
  version: 1,
  company: { zone: 'Asia/Shanghai', dayBoundaryMinutes: 240 },
  rules: new Map(rules.map((item) => [item.id, item])),
  assignments: byTarget(assignments),
  shifts: new Map(
    ['mon', 'fri', 'night', 'london'].map((id) => [id, shift(id, id === 'london' ? { zone: 'Europe/London' } : {})]),
  ),
  departmentParents: new Map([
    ['sales', null],
    ['east', 'sales'],
  ]),
  publishedYears: new Set([2026]),
  calendarDays: new Map([
    ['2026-10-01', { kind: 'holiday', name: '国庆节' }],
    ['2026-10-10', { kind: 'makeup_workday', name: '国庆节调休' }],
    ['2026-09-20', { kind: 'makeup_workday', name: '国庆节调休' }],
  ]),
  ...changes,
})
const person = (changes: Partial<PersonSchedule> = {}): PersonSchedule => ({
  employeeId: 'zhao',
  departmentId: 'east',
  zone: null,
  teams: [{ teamId: 'blue', validFrom: '2026-01-01', validUntil: null }],
  ownRoster: new Map(),
  teamRosters: new Map(),
  ...changes,
})
const WEDNESDAY = '2026-11-18'

describe('which rule is for a person', () => {
  const rules = [rule('A'), rule('B'), rule('C')]
  const cases: [what: string, assignments: RuleAssignment[], workDay: string, ruleId: string][] = [
    ['nobody assigned anything', [], WEDNESDAY, 'none'],
    ['the company', [assign('A', 'company')], WEDNESDAY, 'A'],
    ['another department', [assign('A', 'company'), assign('B', 'department:west')], WEDNESDAY, 'A'],
    ['a department above', [assign('A', 'company'), assign('B', 'department:sales')], WEDNESDAY, 'B'],
    ['the nearer department', [assign('A', 'department:sales'), assign('B', 'department:east')], WEDNESDAY, 'B'],
    ['team before department', [assign('A', 'team:blue'), assign('B', 'department:east')], WEDNESDAY, 'A'],
    ['employee before team', [assign('A', 'team:blue'), assign('B', 'employee:zhao')], WEDNESDAY, 'B'],
    [
      'precedence before all',
      [assign('A', 'company', { precedence: 1 }), assign('B', 'employee:zhao')],
      WEDNESDAY,
      'A',
    ],
    [
      'the newest of equals',
      [assign('A', 'company', { validFrom: '2026-03-01' }), assign('B', 'company', { validFrom: '2026-02-01' })],
      WEDNESDAY,
      'A',
    ],
    ['not begun', [assign('A', 'company'), assign('B', 'company', { validFrom: '2026-11-19' })], WEDNESDAY, 'A'],
    ['begins on the day', [assign('A', 'company'), assign('B', 'company', { validFrom: WEDNESDAY })], WEDNESDAY, 'B'],
    [
      'ends on the day',
      [assign('A', 'company'), assign('B', 'employee:zhao', { validUntil: WEDNESDAY })],
      WEDNESDAY,
      'B',
    ],
    ['ended', [assign('A', 'company'), assign('B', 'employee:zhao', { validUntil: '2026-11-17' })], WEDNESDAY, 'A'],
  ]
  it.each(cases)('%s', (_what, assignments, workDay, ruleId) => {
    expect(rulesFor(book(rules, assignments), person(), workDay).ruleId).toBe(ruleId)
  })

  it('passes over a team that the person has left', () => {
    const left = person({ teams: [{ teamId: 'blue', validFrom: '2026-01-01', validUntil: '2026-11-17' }] })
    const assignments = [assign('A', 'company'), assign('B', 'team:blue')]
    expect(rulesFor(book(rules, assignments), left, WEDNESDAY).ruleId).toBe('A')
    expect(rulesFor(book(rules, assignments), left, '2026-11-17').ruleId).toBe('B')
  })

  it('passes over an archived rule from the day after, and over one without a version for the day', () => {
    const archived = [
      rule('A'),
      rule('B', [version()], '2026-11-17T15:00:00+08:00'),
      rule('C', [version({ validFrom: '2026-12-01' })]),
    ]
    const assignments = [assign('A', 'company'), assign('B', 'team:blue'), assign('C', 'employee:zhao')]
    expect(rulesFor(book(archived, assignments), person(), '2026-11-17').ruleId).toBe('B')
    expect(rulesFor(book(archived, assignments), person(), WEDNESDAY).ruleId).toBe('A')
    expect(rulesFor(book(archived, assignments), person(), '2026-12-01').ruleId).toBe('C')
  })

  it('does not go round in circles over broken departments', () => {
    const circle = new Map([
      ['east', 'sales'],
      ['sales', 'east'],
    ])
    const assignments = [assign('A', 'department:sales')]
    expect(rulesFor(book(rules, assignments, { departmentParents: circle }), person(), WEDNESDAY).ruleId).toBe('A')
  })

  it('judges a past day by the version of that day', () => {
    const strict = { ...DEFAULT_POLICY, outOfRange: 'refuse' as const }
    const versions = [
      version({ version: 2, validFrom: '2026-11-18', policy: strict, siteIds: ['site-2'] }),
      version({ version: 1, validUntil: '2026-11-17', siteIds: ['site-1'] }),
    ]
    const rules = book([rule('A', versions)], [assign('A', 'company')])
    expect(rulesFor(rules, person(), '2026-11-17')).toMatchObject({ version: 1, siteIds: ['site-1'] })
    expect(rulesFor(rules, person(), '2026-11-18')).toMatchObject({ version: 2, siteIds: ['site-2'], policy: strict })
    expect(rulesFor(rules, person(), '2025-12-31').ruleId).toBe('none')
  })

  it('opens nothing where no rule is', () => {
    const day = rulesFor(book([], []), person(), WEDNESDAY)
    expect(day.schedule).toEqual({ kind: 'off', reason: 'no_rule' })
    expect(day.slots('Asia/Shanghai')).toEqual([])
  })
})

describe('the schedule of the day', () => {
  const roster = (scheduleKind: RuleVersion['scheduleKind'], changes: Partial<RuleVersion> = {}) =>
    book([rule('A', [version({ scheduleKind, ...changes })])], [assign('A', 'company')])
  const team = (days: [string, string | null][], teamId = 'blue') => new Map([[teamId, new Map(days)]])

  const cases: [
    what: string,
    rules: RuleBook,
    who: PersonSchedule,
    workDay: string,
    schedule: string,
    calendar: CalendarStanding,
  ][] = [
    ['a weekday', roster('weekly'), person(), WEDNESDAY, 'mon', { state: 'published', kind: 'ordinary', name: null }],
    [
      'a Sunday',
      roster('weekly'),
      person(),
      '2026-11-22',
      'off week',
      { state: 'published', kind: 'ordinary', name: null },
    ],
    [
      'a holiday',
      roster('weekly'),
      person(),
      '2026-10-01',
      'off holiday',
      { state: 'published', kind: 'holiday', name: '国庆节' },
    ],
    [
      'a make-up Saturday is worked like the Friday before',
      roster('weekly'),
      person(),
      '2026-10-10',
      'fri',
      { state: 'published', kind: 'makeup_workday', name: '国庆节调休' },
    ],
    [
      'a make-up Sunday too',
      roster('weekly'),
      person(),
      '2026-09-20',
      'fri',
      { state: 'published', kind: 'makeup_workday', name: '国庆节调休' },
    ],
    [
      'a rule that does not follow the calendar',
      roster('weekly', { followsCalendar: false }),
      person(),
      '2026-10-01',
      'mon',
      { state: 'not_followed' },
    ],
    [
      'a year that is not published is said',
      roster('weekly'),
      person(),
      '2027-02-08',
      'mon',
      { state: 'not_published' },
    ],
    [
      'a week without any shift stays off',
      roster('weekly', { week: [] }),
      person(),
      '2026-10-10',
      'off week',
      { state: 'published', kind: 'makeup_workday', name: '国庆节调休' },
    ],
    ['free hours', roster('free'), person(), '2026-10-01', 'free 240', { state: 'not_followed' }],
    [
      'a roster that says nothing',
      roster('roster'),
      person(),
      WEDNESDAY,
      'off not_rostered',
      { state: 'not_followed' },
    ],
    [
      "the team's roster",
      roster('roster'),
      person({ teamRosters: team([[WEDNESDAY, 'night']]) }),
      WEDNESDAY,
      'night',
      { state: 'not_followed' },
    ],
    [
      "the team's day off",
      roster('roster'),
      person({ teamRosters: team([[WEDNESDAY, null]]) }),
      WEDNESDAY,
      'off roster',
      { state: 'not_followed' },
    ],
    [
      "the person's own entry wins",
      roster('roster'),
      person({ teamRosters: team([[WEDNESDAY, 'night']]), ownRoster: new Map([[WEDNESDAY, 'mon']]) }),
      WEDNESDAY,
      'mon',
      { state: 'not_followed' },
    ],
    [
      "also the person's own day off",
      roster('roster'),
      person({ teamRosters: team([[WEDNESDAY, 'night']]), ownRoster: new Map([[WEDNESDAY, null]]) }),
      WEDNESDAY,
      'off roster',
      { state: 'not_followed' },
    ],
    [
      'the roster of a team one is not in',
      roster('roster'),
      person({ teamRosters: team([[WEDNESDAY, 'night']], 'red') }),
      WEDNESDAY,
      'off not_rostered',
      { state: 'not_followed' },
    ],
  ]
  it.each(cases)('%s', (_what, rules, who, workDay, schedule, calendar) => {
    const day = rulesFor(rules, who, workDay)
    const found = day.schedule
    const text =
      found.kind === 'shift'
        ? found.shift.id
        : found.kind === 'free'
          ? `free ${found.dayBoundaryMinutes}`
          : `off ${found.reason}`
    expect(text).toBe(schedule)
    expect(day.calendar).toEqual(calendar)
  })

  it('takes the newest membership where two teams are rostered', () => {
    const who = person({
      teams: [
        { teamId: 'blue', validFrom: '2026-01-01', validUntil: null },
        { teamId: 'red', validFrom: '2026-11-01', validUntil: null },
      ],
      teamRosters: new Map([...team([[WEDNESDAY, 'mon']]), ...team([[WEDNESDAY, 'night']], 'red')]),
    })
    expect(rulesFor(roster('roster'), who, WEDNESDAY).schedule).toMatchObject({ shift: { id: 'night' } })
  })

  it('counts a shift in its own zone, whatever the person and the plan say', () => {
    const day = rulesFor(
      roster('weekly', { week: Array<string>(7).fill('london') }),
      person({ zone: 'Asia/Hong_Kong' }),
      WEDNESDAY,
    )
    const zone = zoneOfWorkDay({ fixed: null, plannedSite: 'America/New_York', ...day.zones })
    expect(zone).toBe('Europe/London')
    expect(new Date(day.slots(zone)[0]?.dueAtMs ?? 0).toISOString()).toBe('2026-11-18T09:00:00.000Z')
  })

  it('names a shift that the book does not hold', () => {
    expect(() => rulesFor(roster('weekly', { week: ['gone', 'gone', 'gone'] }), person(), WEDNESDAY)).toThrow(/gone/)
  })
})
