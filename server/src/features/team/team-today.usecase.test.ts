import type { TeamTodayReply } from '#contract/api-team'
import {
  seedCompany,
  seedDepartment,
  seedEmployee,
  seedFieldPlan,
  seedRule,
  seedShift,
  seedSite,
  stableId,
} from '../../../../prisma/seed/builders'
import { countStatements } from '../../../test/count-statements'
import { fixedClock } from '../../../test/fakes'
import { seedAttempt } from '../../../test/seed-attempt'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { Database, Transaction } from '../../adapters/database/database'
import { createRuleStore } from '../../adapters/database/rule-store'
import { createTeamStore } from '../../adapters/database/team-store'
import type { RoleInScope } from '../people/roles.rules'
import { presentTeamToday } from './team.present'
import { teamTodayReplySchema } from './team.schema'
import { loadTeamToday, type TeamInput, type TeamPorts } from './team-today.usecase'

const WORK_DAY = '2026-11-18'
const NIGHT = {
  startMinutes: 1_320,
  endMinutes: 1_800,
  earlyOpensMinutes: 1_260,
  earlyClosesMinutes: 1_440,
  lateOpensMinutes: 1_740,
  lateClosesMinutes: 1_980,
}
const HR: RoleInScope = { role: 'hr', scopeDepartmentId: null }

let opened: TestDatabase
let database: Database
const clock = fixedClock(0)

beforeEach(async () => {
  opened = await openTestDatabase()
  database = opened.database
  await seed((tx) => seedCompany(tx))
})
afterEach(() => opened.close())

const seed = <Result>(work: (tx: Transaction) => Promise<Result>) => database.write(work)
const people = (names: readonly string[], departmentId: string | null = null) =>
  seed(async (tx) => {
    const ids: string[] = []
    for (const name of names) ids.push((await seedEmployee(tx, { name, departmentId })).id)
    return ids
  })

const portsOn = (from: Database): TeamPorts => ({ team: createTeamStore(from), rules: createRuleStore(from), clock })

async function team(at: string, changes: Partial<TeamInput> = {}, ports = portsOn(database)): Promise<TeamTodayReply> {
  clock.set(Date.parse(at))
  const input = { employeeId: stableId('hr'), roles: [HR], afterId: null, limit: 50, ...changes }
  const reply = presentTeamToday(await loadTeamToday(ports, input))
  return teamTodayReplySchema.parse(JSON.parse(JSON.stringify(reply)))
}

const namesOf = (reply: TeamTodayReply) => reply.items.map(({ employee }) => employee.name).sort()
const memberOf = (reply: TeamTodayReply, name: string) => reply.items.find(({ employee }) => employee.name === name)

describe('who is seen', () => {
  beforeEach(async () => {
    await seed(async (tx) => {
      await seedDepartment(tx, { id: 'sales' })
      await seedDepartment(tx, { id: 'south', parentId: 'sales' })
      await seedDepartment(tx, { id: 'works' })
    })
    await people(['销售甲'], 'sales')
    await people(['华南乙'], 'south')
    await people(['工程丙'], 'works')
    await people(['无部门丁'])
    await seed((tx) =>
      seedEmployee(tx, { name: '离职的', departmentId: 'south', leftAt: new Date('2026-11-01T00:00:00Z') }),
    )
  })
  const leader = (scopeDepartmentId: string): RoleInScope => ({ role: 'leader', scopeDepartmentId })

  it.each<[string, RoleInScope[], string[], string[], string[]]>([
    ['a department’s leader: it and those below', [leader('sales')], ['sales'], [], ['华南乙', '销售甲']],
    ['a leader of the lower one', [leader('south')], ['south'], [], ['华南乙']],
    ['a direct leader: the reports', [leader('-')], [], ['工程丙', '无部门丁'], ['工程丙', '无部门丁']],
    ['both', [leader('south')], ['south'], ['工程丙'], ['华南乙', '工程丙']],
    ['HR of a department', [{ role: 'hr', scopeDepartmentId: 'sales' }], [], [], ['华南乙', '销售甲']],
    ['HR of the company', [HR], [], [], ['华南乙', '工程丙', '无部门丁', '销售甲']],
    ['a leader of nobody', [leader('-')], [], [], []],
    ['staff', [{ role: 'staff', scopeDepartmentId: null }], ['sales'], ['工程丙'], []],
  ])('%s', async (_name, roles, leads, reports, expected) => {
    const employeeId = await seed(async (tx) => {
      const { id } = await seedEmployee(tx, { name: '自己', departmentId: 'south' })
      for (const departmentId of leads) await tx.departmentLeader.create({ data: { departmentId, employeeId: id } })
      const led = await tx.employee.findMany({ where: { name: { in: reports } } })
      for (const report of led) await tx.employeeLeader.create({ data: { employeeId: report.id, leaderId: id } })
      return id
    })
    const reply = await team('2026-11-18T10:00:00+08:00', { employeeId, roles })
    expect(namesOf(reply)).toEqual(expected.sort())
    expect(reply.summary?.people).toBe(expected.length)
  })
})

describe('how they stand', () => {
  it('says each person’s slots, lateness, site and requests, and sums them up', async () => {
    const names = ['准时', '迟到', '待审批', '缺签', '未签', '拜访', '休息']
    const ids = await people(names)
    const idOf = (name: string) => ids[names.indexOf(name)] as string
    await seed(async (tx) => {
      const office = await seedSite(tx, { name: '总部' })
      const customer = await seedSite(tx, { name: '北辰印染', kind: 'customer' })
      await seedRule(tx, { name: '白班' })
      await seedRule(tx, {
        name: '休息',
        week: Array<null>(7).fill(null),
        assignTo: [{ kind: 'employee', id: idOf('休息'), precedence: 1 }],
      })
      const long = await seedShift(tx, { spans: [{ earlyClosesMinutes: 600 }] })
      await seedRule(tx, {
        name: '早关门',
        week: Array<string>(7).fill(long),
        assignTo: [{ kind: 'employee', id: idOf('缺签'), precedence: 1 }],
      })
      const early = (name: string, time: string, more: object = {}) =>
        seedAttempt(tx, {
          employeeId: idOf(name),
          slot: `${WORK_DAY} early-1`,
          outcome: 'accepted',
          at: `${WORK_DAY}T${time}:00+08:00`,
          siteId: office,
          ...more,
        })
      await early('准时', '08:54')
      await early('迟到', '09:12')
      await early('待审批', '08:50', { outcome: 'pending' })
      await early('未签', '08:50', { outcome: 'refused' })
      await early('拜访', '08:40')
      const visit = `${WORK_DAY} visit-0`
      await early('拜访', '09:40', { slot: visit, siteId: customer })
      await early('拜访', '09:50', { slot: visit, siteId: office, outcome: 'refused' })
      await early('准时', '18:30', { slot: '2026-11-17 late-1', at: '2026-11-17T18:30:00+08:00', siteId: customer })
      await tx.approvalRequest.createMany({
        data: [
          ['pending', '2026-11-20'],
          ['pending', '2026-11-17'],
          ['approved', '2026-11-20'],
        ].map(([status = '', expires = ''], index) => ({
          id: stableId('approval', index),
          kind: 'attempt',
          subjectId: stableId('subject', index),
          requesterId: idOf('待审批'),
          reason: '会议地点换了',
          status,
          createdAt: new Date('2026-11-16T00:00:00Z'),
          expiresAt: new Date(`${expires}T00:00:00Z`),
        })),
      })
    })
    const reply = await team('2026-11-18T10:05:00+08:00')
    expect(reply.serverTime).toBe('2026-11-18T10:05:00.000+08:00')
    expect(Object.fromEntries(reply.items.map(({ employee, standing }) => [employee.name, standing]))).toEqual({
      准时: 'accepted',
      迟到: 'late',
      待审批: 'pending',
      缺签: 'missing',
      未签: 'missing',
      拜访: 'accepted',
      休息: 'off',
    })
    expect(reply.summary).toEqual({
      people: 7,
      off: 1,
      missing: 2,
      pending: 1,
      late: 1,
      accepted: 2,
      waiting: 0,
      acceptedWithVisits: 1,
      missingPeople: expect.arrayContaining([
        { id: idOf('缺签'), name: '缺签' },
        { id: idOf('未签'), name: '未签' },
      ]),
    })
    const stateOf = (name: string) => memberOf(reply, name)?.slots.map(({ kind, state }) => `${kind} ${state}`)
    expect(stateOf('缺签')).toEqual(['early missing', 'late upcoming'])
    expect(stateOf('未签')).toEqual(['early overdue', 'late upcoming'])
    expect(memberOf(reply, '迟到')?.slots[0]).toMatchObject({
      state: 'accepted',
      capturedAt: '2026-11-18T09:12:00.000+08:00',
      lateMinutes: 12,
    })
    expect(memberOf(reply, '待审批')).toMatchObject({ pendingApprovals: 1, slots: [{ state: 'pending' }, {}] })
    expect(memberOf(reply, '准时')).toMatchObject({ lastSite: { name: '总部' }, visitCount: 0, pendingApprovals: 0 })
    expect(memberOf(reply, '拜访')).toMatchObject({
      lastSite: { name: '北辰印染', capturedAt: '2026-11-18T09:40:00.000+08:00' },
      visitCount: 1,
    })
    expect(memberOf(reply, '未签')?.lastSite).toBeNull()
    expect(memberOf(reply, '休息')).toMatchObject({ off: 'week', slots: [] })
    expect(JSON.stringify(reply)).not.toMatch(/latitude|longitude|wifi|address/i)
  })

  it('counts each person’s own work day: a night’s, another zone’s, an opened one’s', async () => {
    const [night, planned, fixed] = (await people(['夜班', '伦敦', '已定'])) as [string, string, string]
    await seed(async (tx) => {
      const shift = await seedShift(tx, { spans: [NIGHT] })
      await seedRule(tx)
      const week = Array<string>(7).fill(shift)
      await seedRule(tx, { week, assignTo: [{ kind: 'employee', id: night, precedence: 1 }] })
      const london = await seedSite(tx, { zone: 'Europe/London', mainlandChina: false })
      const data = { workDay: new Date('2026-11-18T00:00:00Z'), zone: 'Asia/Shanghai' }
      for (const employeeId of [planned, fixed]) {
        await seedFieldPlan(tx, { employeeId, siteId: london, workDay: '2026-11-18' })
        await seedFieldPlan(tx, { employeeId, siteId: london, workDay: '2026-11-19' })
      }
      await tx.employeeDay.create({ data: { employeeId: fixed, ...data } })
    })
    const reply = await team('2026-11-19T02:00:00+08:00')
    expect(memberOf(reply, '夜班')).toMatchObject({ workDay: '2026-11-18', slots: [{ state: 'missing' }, {}] })
    expect(memberOf(reply, '夜班')?.slots[1]).toMatchObject({
      state: 'upcoming',
      dueAt: '2026-11-19T06:00:00.000+08:00',
    })
    // 18:00 in London: the late slot of the 18th is open there, and over in Shanghai.
    expect(memberOf(reply, '伦敦')).toMatchObject({ workDay: '2026-11-18', slots: [{}, { state: 'open' }] })
    expect(memberOf(reply, '伦敦')?.slots[1]?.opensAt).toBe('2026-11-18T17:00:00.000+00:00')
    expect(memberOf(reply, '已定')).toMatchObject({ workDay: '2026-11-19', standing: 'waiting' })
  })
})

describe('pages', () => {
  it('come in order, each person once, the summary with the first alone', async () => {
    await people(Array.from({ length: 7 }, (_, index) => `员工${index}`))
    await seed((tx) => seedRule(tx))
    const seen: string[] = []
    let afterId: string | null = null
    const sizes: number[] = []
    do {
      const page: TeamTodayReply = await team('2026-11-18T10:00:00+08:00', { limit: 3, afterId })
      expect(page.summary === null ? null : page.summary.people).toBe(afterId === null ? 7 : null)
      seen.push(...page.items.map(({ employee }) => employee.id))
      sizes.push(page.items.length)
      afterId = page.nextCursor
    } while (afterId !== null)
    expect(sizes).toEqual([3, 3, 1])
    expect(new Set(seen).size).toBe(7)
    expect(seen).toEqual([...seen].sort())
  })
})

describe('cost', () => {
  it('is the same number of statements for 2 people and for 200', async () => {
    const { counting, statements } = await countStatements(opened.url)
    const ports = portsOn(counting)
    const add = (count: number) =>
      seed(async (tx) => {
        for (let index = 0; index < count; index++) {
          const departmentId = await seedDepartment(tx)
          const { id } = await seedEmployee(tx, { departmentId })
          const siteId = await seedSite(tx, { zone: 'Asia/Tokyo' })
          await seedFieldPlan(tx, { employeeId: id, siteId, workDay: WORK_DAY })
          const slot = `${WORK_DAY} early-1`
          await seedAttempt(tx, { employeeId: id, slot, outcome: 'accepted', at: `${WORK_DAY}T08:00:00+08:00`, siteId })
        }
      })
    const costOf = async () => {
      const before = statements()
      const reply = await team('2026-11-18T10:00:00+08:00', {}, ports)
      return { people: reply.summary?.people, statements: statements() - before }
    }
    await seed((tx) => seedRule(tx))
    await add(2)
    await costOf()
    const few = await costOf()
    await add(198)
    const many = await costOf()
    await counting.close()
    expect(few.people).toBe(2)
    expect(many.people).toBe(200)
    expect(many.statements).toBe(few.statements)
    expect(few.statements).toBeLessThanOrEqual(16)
  }, 60_000)
})
