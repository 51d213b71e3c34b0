import { leaderLevelNumbers, nextAsked, type Ladder, type LevelName } from './approvers.rules'

const ORDER: readonly LevelName[] = ['direct_leader', 'department_leader', 'next_level_up', 'hr', 'admin']
const NOBODY: Ladder = {
  directLeaderIds: [],
  departments: [
    { id: 'shenzhen', leaderIds: [] },
    { id: 'south', leaderIds: [] },
    { id: 'sales', leaderIds: [] },
  ],
  offices: [],
  standIns: [],
}
const led = (shenzhen: string[], south: string[] = [], sales: string[] = []): Ladder['departments'] => [
  { id: 'shenzhen', leaderIds: shenzhen },
  { id: 'south', leaderIds: south },
  { id: 'sales', leaderIds: sales },
]
const own = (level: number, ...ids: string[]) => ids.map((employeeId) => ({ employeeId, level, onBehalfOf: null }))
const ask = (ladder: Partial<Ladder>, after = 0, askedBefore: readonly string[] = [], order = ORDER) =>
  nextAsked({ order, ladder: { ...NOBODY, ...ladder }, requesterId: 'zhang' }, after, new Set(askedBefore))

describe('who is asked first', () => {
  const hr = (scopeDepartmentId: string | null, employeeId = 'hr') =>
    ({ employeeId, role: 'hr', scopeDepartmentId }) as const
  const admin = { employeeId: 'admin', role: 'admin', scopeDepartmentId: null } as const
  it.each<[string, Partial<Ladder>, ReturnType<typeof ask>]>([
    ['all direct leaders', { directLeaderIds: ['a', 'b'] }, { level: 1, rows: own(1, 'a', 'b') }],
    ['the department leader', { departments: led(['a']) }, { level: 2, rows: own(2, 'a') }],
    ['the nearest level above that has anybody', { departments: led([], [], ['c']) }, { level: 3, rows: own(3, 'c') }],
    ['the nearer of two levels above', { departments: led([], ['b'], ['c']) }, { level: 3, rows: own(3, 'b') }],
    ['company HR', { offices: [hr(null), admin] }, { level: 4, rows: own(4, 'hr') }],
    ['HR of a department above', { offices: [hr('sales')] }, { level: 4, rows: own(4, 'hr') }],
    ['not HR of another department', { offices: [hr('works'), admin] }, { level: 5, rows: own(5, 'admin') }],
    ['not himself as department leader', { departments: led(['zhang'], ['b']) }, { level: 3, rows: own(3, 'b') }],
    [
      'not himself as direct leader',
      { directLeaderIds: ['zhang'], offices: [hr(null)] },
      { level: 4, rows: own(4, 'hr') },
    ],
    ['not himself as HR', { offices: [hr(null, 'zhang'), admin] }, { level: 5, rows: own(5, 'admin') }],
    ['not himself as admin', { offices: [{ ...admin, employeeId: 'zhang' }] }, null],
    ['one person with two grants once', { offices: [hr(null), hr('sales')] }, { level: 4, rows: own(4, 'hr') }],
    ['nobody', {}, null],
  ])('%s', (_name, ladder, expected) => expect(ask(ladder)).toEqual(expected))

  it('HR without a department needs a company-wide grant', () => {
    const departments: Ladder['departments'] = []
    expect(ask({ departments, offices: [hr('sales')] })).toBeNull()
    expect(ask({ departments, offices: [hr(null)] })?.level).toBe(4)
  })

  it('follows the order of the subject', () => {
    const ladder = { directLeaderIds: ['a'], offices: [admin] }
    expect(ask(ladder, 0, [], ['admin', 'direct_leader'])).toEqual({ level: 1, rows: own(1, 'admin') })
  })
})

describe('delegates', () => {
  const standIns = [
    { leaderId: 'a', delegateId: 'd' },
    { leaderId: 'b', delegateId: 'd' },
    { leaderId: 'x', delegateId: 'e' },
  ]
  it('are asked beside their leader, once each', () => {
    expect(ask({ directLeaderIds: ['a', 'b'], standIns })?.rows).toEqual([
      ...own(1, 'a', 'b'),
      { employeeId: 'd', level: 1, onBehalfOf: 'a' },
    ])
  })

  it('are never the requester, and not who is asked himself', () => {
    const to = (delegateId: string) => [{ leaderId: 'a', delegateId }]
    expect(ask({ directLeaderIds: ['a'], standIns: to('zhang') })?.rows).toEqual(own(1, 'a'))
    expect(ask({ directLeaderIds: ['a', 'b'], standIns: to('b') })?.rows).toEqual(own(1, 'a', 'b'))
  })

  it('take the authority of leaders, not of an office', () => {
    const offices = [{ employeeId: 'a', role: 'hr', scopeDepartmentId: null }] as const
    expect(ask({ offices, standIns })?.rows).toEqual(own(4, 'a'))
  })
})

describe('the next level', () => {
  const ladder = { directLeaderIds: ['a'], departments: led(['a'], ['b']) }
  it('is the next one that has anybody new', () => {
    expect(ask(ladder, 1, ['a'])).toEqual({ level: 3, rows: own(3, 'b') })
    expect(ask(ladder, 3, ['a', 'b'])).toBeNull()
  })

  it('asks a delegate in his own name', () => {
    expect(ask({ ...ladder, departments: led(['d']) }, 1, ['a'])).toEqual({ level: 2, rows: own(2, 'd') })
  })
})

it('numbers the levels of leaders', () => {
  expect(leaderLevelNumbers(ORDER)).toEqual([1, 2, 3])
  expect(leaderLevelNumbers(['hr', 'direct_leader'])).toEqual([2])
})
