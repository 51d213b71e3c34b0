import { seedDepartment, seedEmployee, seedFieldPlan, seedSite } from '../../../../prisma/seed/builders'
import { countingRandom, fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createPlanStore } from '../../adapters/database/plan-store'
import { AppError } from '../../app-error'
import type { PlanListQuery } from '../../ports/plan-store'
import { presentPlan } from './plans.present'
import { planPageSchema, plansQuerySchema } from './plans.schema'
import { cancelPlan, createPlan, listPlans, type Planner, type PlanPorts } from './plans.usecase'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const everything: Omit<PlanListQuery, 'people'> = { employeeId: null, from: null, until: null, after: null, limit: 10 }
const UNKNOWN = '00000000-0000-7000-8000-00000000ffff'

let test: TestDatabase
let ports: PlanPorts & { readonly clock: ReturnType<typeof fixedClock> }
let people: Record<'leader' | 'chen' | 'lin' | 'wang' | 'left', string>
let site: string
let leader: Planner
let hr: Planner

beforeEach(async () => {
  test = await openTestDatabase()
  ports = { plans: createPlanStore(test.database), clock: fixedClock(NOW_MS), random: countingRandom() }
  await test.database.write(async (tx) => {
    await seedDepartment(tx, { id: 'sales' })
    await seedDepartment(tx, { id: 'sales-south', parentId: 'sales' })
    await seedDepartment(tx, { id: 'works' })
    const employee = async (name: string, departmentId: string, rest = {}) =>
      (await seedEmployee(tx, { name, userId: name, departmentId, ...rest })).id
    const leaderId = await employee('李主管', 'sales')
    await tx.departmentLeader.create({ data: { departmentId: 'sales', employeeId: leaderId } })
    people = {
      leader: leaderId,
      chen: await employee('陈一', 'sales-south'),
      lin: await employee('林二', 'works', { leaders: [leaderId] }),
      wang: await employee('王三', 'works'),
      left: await employee('赵四', 'sales', { leftAt: new Date(NOW_MS - 1) }),
    }
    site = await seedSite(tx, { name: '客户甲', kind: 'customer' })
  })
  leader = { employeeId: people.leader, roles: [{ role: 'leader', scopeDepartmentId: 'sales' }], requestId: 'r1' }
  hr = { employeeId: 'hr-1', roles: [{ role: 'hr', scopeDepartmentId: null }], requestId: 'r2' }
})
afterEach(() => test.close())

const codeOf = async (work: Promise<unknown>) => {
  const fault = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(fault instanceof AppError)) throw new Error('no AppError was thrown', { cause: fault })
  return [fault.code, ...fault.details.map(({ path }) => path)]
}

const plan = (employeeId: string, workDay = '2026-11-18', siteId = site) => ({ employeeId, workDay, siteId })
const actions = async () =>
  (await test.database.read.auditRecord.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)

describe('createPlan', () => {
  it('stores the plan with audit and event', async () => {
    const { plan: stored, created } = await createPlan(ports, leader, { ...plan(people.chen), note: '上午送样' })
    expect(created).toBe(true)
    expect(stored).toMatchObject({
      ...{ workDay: '2026-11-18', note: '上午送样', createdBy: people.leader, createdAtMs: NOW_MS },
      employee: { id: people.chen, name: '陈一' },
      site: { id: site, name: '客户甲' },
    })
    expect(await actions()).toEqual(['plan.created'])
    const events = await test.database.read.outboxEvent.findMany()
    expect(events.map(({ type, aggregateKey }) => [type, aggregateKey])).toEqual([
      ['plan.changed', `employee:${people.chen}`],
    ])
    expect(JSON.parse(events[0]?.payloadJson ?? '')).toMatchObject({
      planId: stored.id,
      change: 'created',
      siteId: site,
    })
  })

  it('answers the same plan again with the one that stands, also when sent at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => createPlan(ports, leader, plan(people.chen))))
    expect(new Set(answers.map((answer) => answer.plan.id)).size).toBe(1)
    expect(answers.filter(({ created }) => created)).toHaveLength(1)
    expect(await actions()).toEqual(['plan.created'])
  })

  it('reaches direct reports and departments below, and nobody else', async () => {
    await createPlan(ports, leader, plan(people.lin))
    expect(await codeOf(createPlan(ports, leader, plan(people.wang)))).toEqual(['NOT_ALLOWED'])
    expect(await codeOf(createPlan(ports, leader, plan(people.leader)))).toEqual(['NOT_ALLOWED'])
    const hrOfSales: Planner = { ...hr, roles: [{ role: 'hr', scopeDepartmentId: 'sales' }] }
    await createPlan(ports, hrOfSales, plan(people.chen))
    expect(await codeOf(createPlan(ports, hrOfSales, plan(people.lin)))).toEqual(['NOT_ALLOWED'])
    await createPlan(ports, hr, plan(people.wang))
  })

  it('names every unknown reference', async () => {
    expect(await codeOf(createPlan(ports, hr, plan(UNKNOWN, '2026-11-18', UNKNOWN)))).toEqual([
      ...['REFERENCE_UNKNOWN', 'employeeId', 'siteId'],
    ])
    expect(await codeOf(createPlan(ports, hr, plan(people.left)))).toEqual(['REFERENCE_UNKNOWN', 'employeeId'])
    await test.database.write((tx) => tx.site.update({ where: { id: site }, data: { archivedAt: new Date(NOW_MS) } }))
    expect(await codeOf(createPlan(ports, hr, plan(people.chen)))).toEqual(['REFERENCE_UNKNOWN', 'siteId'])
    expect(await actions()).toEqual([])
  })

  it('refuses days that are over', async () => {
    expect(await codeOf(createPlan(ports, hr, plan(people.chen, '2026-11-16')))).toEqual(['BODY_INVALID', 'workDay'])
  })
})

describe('cancelPlan', () => {
  it('keeps the row with its time, once, and lets the day be planned again', async () => {
    const { plan: stored } = await createPlan(ports, leader, plan(people.chen))
    ports.clock.advance(60_000)
    await cancelPlan(ports, leader, stored.id)
    ports.clock.advance(60_000)
    await cancelPlan(ports, leader, stored.id)
    expect((await ports.plans.find(stored.id))?.cancelledAtMs).toBe(NOW_MS + 60_000)
    expect(await actions()).toEqual(['plan.created', 'plan.cancelled'])
    const again = await createPlan(ports, leader, plan(people.chen))
    expect([again.created, again.plan.id === stored.id]).toEqual([true, false])
  })

  it('refuses people out of reach and unknown plans', async () => {
    const { plan: stored } = await createPlan(ports, hr, plan(people.wang))
    expect(await codeOf(cancelPlan(ports, leader, stored.id))).toEqual(['NOT_ALLOWED'])
    expect(await codeOf(cancelPlan(ports, hr, UNKNOWN))).toEqual(['NOT_FOUND'])
    expect((await ports.plans.find(stored.id))?.cancelledAtMs).toBeNull()
  })
})

describe('listPlans', () => {
  beforeEach(() =>
    test.database.write(async (tx) => {
      const other = await seedSite(tx, { name: '客户乙', kind: 'customer' })
      for (const [employeeId, workDay, siteId] of [
        [people.chen, '2026-11-19', site],
        [people.chen, '2026-11-18', site],
        [people.chen, '2026-11-18', other],
        [people.lin, '2026-11-18', site],
        [people.lin, '2026-11-21', site],
        [people.wang, '2026-11-18', site],
      ] as const) {
        await seedFieldPlan(tx, { employeeId, workDay, siteId })
      }
      await seedFieldPlan(tx, {
        ...{ employeeId: people.chen, workDay: '2026-11-20', siteId: site, cancelledAt: new Date(NOW_MS) },
      })
    }),
  )

  const daysOf = async (planner: Planner, query: Partial<PlanListQuery> = {}) =>
    (await listPlans(ports, planner, { ...everything, ...query })).plans.map(
      ({ employee, workDay }) => `${employee.name} ${workDay.slice(8)}`,
    )

  it('shows the people within reach, plans in force, by day', async () => {
    expect((await daysOf(hr)).sort()).toEqual(['陈一 18', '陈一 18', '陈一 19', '林二 18', '林二 21', '王三 18'].sort())
    const seen = await daysOf(leader)
    expect([...seen].sort()).toEqual(['陈一 18', '陈一 18', '陈一 19', '林二 18', '林二 21'].sort())
    expect(seen.map((text) => text.slice(-2))).toEqual(['18', '18', '18', '19', '21'])
    expect(await daysOf({ ...leader, roles: [{ role: 'staff', scopeDepartmentId: null }] })).toEqual([])
  })

  it('filters by person and by days, both included', async () => {
    expect(await daysOf(leader, { employeeId: people.lin })).toEqual(['林二 18', '林二 21'])
    expect(await daysOf(leader, { employeeId: people.wang })).toEqual([])
    expect(await daysOf(hr, { employeeId: people.chen, from: '2026-11-19', until: '2026-11-19' })).toEqual(['陈一 19'])
  })

  it.each([1, 2, 4])('pages by %i without loss or repeat', async (limit) => {
    const seen: string[] = []
    let after: PlanListQuery['after'] = null
    for (let page = 0; page < 10; page++) {
      const { plans, nextCursor } = await listPlans(ports, leader, { ...everything, limit, after })
      seen.push(...plans.map(({ id }) => id))
      expect(planPageSchema.safeParse({ items: plans.map(presentPlan), nextCursor }).error).toBeUndefined()
      if (nextCursor === null) break
      after = plansQuerySchema.parse({ cursor: nextCursor }).cursor ?? null
    }
    const all = await listPlans(ports, leader, everything)
    expect(seen).toEqual(all.plans.map(({ id }) => id))
  })

  it.each(['x', '2026-13-40_00000000-0000-7000-8000-000000000001', '2026-11-18', '2026-11-18_'])(
    'refuses the cursor %s',
    (cursor) => {
      expect(plansQuerySchema.safeParse({ cursor }).success).toBe(false)
    },
  )
})
