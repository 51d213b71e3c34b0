import { DEFAULT_POLICY } from '#contract/policy'
import {
  seedAssignment,
  seedCalendarYear,
  seedCompany,
  seedDepartment,
  seedEmployee,
  seedRoster,
  seedRule,
  seedRuleVersion,
  seedShift,
  seedSite,
  seedTeam,
} from '../../../../prisma/seed/builders'
import { openTestDatabase, TESTED_ENGINES, type TestDatabase } from '../../../test/test-database'
import { rulesFor } from '../../features/shifts/resolve-rules.rules'
import type { Database, Transaction } from './database'
import { bumpRulesVersion, createRuleStore } from './rule-store'

let opened: TestDatabase
let database: Database

beforeEach(async () => {
  opened = await openTestDatabase()
  database = opened.database
  await database.write((tx) => seedCompany(tx))
})
afterEach(() => opened.close())

/** The read client with a count of its queries. */
function counted() {
  let count = 0
  const read = database.read.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        count++
        return query(args)
      },
    },
  }) as unknown as Database['read']
  return { read, count: () => count }
}

const seed = <Result>(work: (tx: Transaction) => Promise<Result>) => database.write(work)

describe('ruleBookAt', () => {
  it('reads every table into one book', async () => {
    const { ruleId, shiftId, siteId } = await seed(async (tx) => {
      const siteId = await seedSite(tx)
      const shiftId = await seedShift(tx, { zone: 'Europe/London', spans: [{}, { startMinutes: 1_200 }] })
      await seedDepartment(tx, { id: 'top' })
      await seedDepartment(tx, { id: 'below', parentId: 'top' })
      const week = Array<string>(7).fill(shiftId)
      const ruleId = await seedRule(tx, {
        week,
        sites: [siteId],
        policy: { outOfRange: 'refuse', photoFor: ['visit'] },
        validUntil: '2026-11-17',
        assignTo: [{ kind: 'department', id: 'top', precedence: 3 }],
        archivedAt: new Date('2026-12-01T00:00:00Z'),
      })
      await seedRuleVersion(tx, ruleId, { version: 2, validFrom: '2026-11-18', week })
      await seedCalendarYear(tx, {
        year: 2026,
        publishedAt: new Date('2025-11-04T00:00:00Z'),
        days: [{ day: '2026-10-01', kind: 'holiday', name: '国庆节' }],
      })
      await seedCalendarYear(tx, { year: 2027, publishedAt: null })
      return { ruleId, shiftId, siteId }
    })
    const book = await createRuleStore(database).loadRuleBook()
    expect(book.company).toEqual({ zone: 'Asia/Shanghai', dayBoundaryMinutes: 240 })
    expect(book.rules.get(ruleId)).toMatchObject({
      archivedAtMs: Date.parse('2026-12-01T00:00:00Z'),
      versions: [
        { version: 2, validFrom: '2026-11-18', validUntil: null, policy: DEFAULT_POLICY, siteIds: [] },
        {
          version: 1,
          validUntil: '2026-11-17',
          policy: { ...DEFAULT_POLICY, outOfRange: 'refuse', photoFor: ['visit'] },
          siteIds: [siteId],
        },
      ],
    })
    expect(book.assignments.department.get('top')).toMatchObject([{ ruleId, precedence: 3, validFrom: '2025-01-01' }])
    expect(book.shifts.get(shiftId)).toMatchObject({
      zone: 'Europe/London',
      spans: [{ number: 1 }, { number: 2, startMinutes: 1_200 }],
    })
    expect(book.departmentParents.get('below')).toBe('top')
    expect([...book.publishedYears]).toEqual([2026])
    expect([...book.calendarDays]).toEqual([['2026-10-01', { kind: 'holiday', name: '国庆节' }]])
  })

  it('asks nothing while the remembered book fits, and reads again when the version has moved', async () => {
    await seed((tx) => seedRule(tx, { name: '旧规则' }))
    const { read, count } = counted()
    const store = createRuleStore({ ...database, read })
    const version = await store.rulesVersion()
    const [first, second] = await Promise.all([store.ruleBookAt(version), store.ruleBookAt(version)])
    expect(second).toBe(first)
    const loaded = count()
    expect(await store.ruleBookAt(version)).toBe(first)
    expect(count()).toBe(loaded)

    await seed((tx) => seedAssignment(tx, [...first.rules.keys()][0] ?? '', { kind: 'department', id: 'x' }))
    const newer = await store.loadRuleBook()
    expect(newer.version).toBe(version + 1)
    expect(newer.assignments.department.has('x')).toBe(true)
  })

  it('does not hand out a book that was being read before the change', async () => {
    await seed((tx) => seedRule(tx))
    const store = createRuleStore(database)
    const early = store.loadRuleBook()
    await seed((tx) => bumpRulesVersion(tx))
    const version = await store.rulesVersion()
    expect((await store.ruleBookAt(version)).version).toBe(version)
    await early
  })

  it.each([
    ['an unknown field', { policyJson: '{"outOfRange":"refuse","radius":5}' }],
    ['a wrong type', { policyJson: '{"toleranceCapMetres":"50"}' }],
    ['no JSON', { policyJson: '{' }],
    ['a week of six days', { weekJson: '[null,null,null,null,null,null]' }],
    ['an unknown schedule', { scheduleKind: 'monthly' }],
  ])('refuses %s instead of guessing', async (_what, changes) => {
    await seed(async (tx) => {
      const ruleId = await seedRule(tx)
      await tx.ruleVersion.updateMany({ where: { ruleId }, data: changes })
    })
    await expect(createRuleStore(database).loadRuleBook()).rejects.toThrow(/rule version/)
  })
})

const QUERIES = { sqlite: 1, sqlserver: 3 } as const

describe.each(TESTED_ENGINES)('loadPersonSchedules as on %s', (engine) => {
  it('brings teams and rosters of the asked days, own and of the teams', async () => {
    const { zhao, li } = await seed(async (tx) => {
      const night = await seedShift(tx, { id: 'night' })
      await seedDepartment(tx, { id: 'factory' })
      const zhao = (await seedEmployee(tx, { departmentId: 'factory', zone: 'Asia/Hong_Kong' })).id
      const li = (await seedEmployee(tx)).id
      const teamId = await seedTeam(tx, { id: 'blue', members: [zhao] })
      await seedRule(tx, { scheduleKind: 'roster' })
      const days = { '2026-11-16': night, '2026-11-17': night, '2026-11-18': null, '2026-11-19': night }
      await seedRoster(tx, { target: { kind: 'team', id: teamId }, days })
      await seedRoster(tx, { target: { kind: 'employee', id: zhao }, days: { '2026-11-18': night } })
      await seedRoster(tx, { target: { kind: 'employee', id: li }, days: { '2026-11-18': null } })
      return { zhao, li }
    })
    const store = createRuleStore({ ...database, engine })
    const schedules = await store.loadPersonSchedules([zhao, li, 'nobody', zhao], '2026-11-17', '2026-11-18')
    expect([...schedules.keys()].sort()).toEqual([zhao, li].sort())
    expect(schedules.get(zhao)).toEqual({
      employeeId: zhao,
      departmentId: 'factory',
      zone: 'Asia/Hong_Kong',
      teams: [{ teamId: 'blue', validFrom: '2025-01-01', validUntil: null }],
      ownRoster: new Map([['2026-11-18', 'night']]),
      teamRosters: new Map([
        [
          'blue',
          new Map([
            ['2026-11-17', 'night'],
            ['2026-11-18', null],
          ]),
        ],
      ]),
    })
    const book = await store.loadRuleBook()
    const scheduleOf = (id: string) => {
      const person = schedules.get(id)
      return person && rulesFor(book, person, '2026-11-18').schedule
    }
    expect(scheduleOf(zhao)).toMatchObject({ kind: 'shift', shift: { id: 'night' } })
    expect(scheduleOf(li)).toEqual({ kind: 'off', reason: 'roster' })
  })

  it('takes as many queries for 200 people as for 2', async () => {
    const ids = await seed(async (tx) => {
      const ids: string[] = []
      for (let index = 0; index < 200; index++) ids.push((await seedEmployee(tx)).id)
      for (let team = 0; team < 20; team++) await seedTeam(tx, { members: ids.slice(team * 10, team * 10 + 10) })
      return ids
    })
    const queriesFor = async (people: readonly string[]) => {
      const { read, count } = counted()
      const schedules = await createRuleStore({ engine, read }).loadPersonSchedules(people, '2026-11-17', '2026-11-19')
      expect(schedules.size).toBe(people.length)
      return count()
    }
    expect(await queriesFor(ids.slice(0, 2))).toBe(QUERIES[engine])
    expect(await queriesFor(ids)).toBe(QUERIES[engine])
  }, 60_000)
})
