import {
  seedCompany,
  seedDepartment,
  seedEmployee,
  seedRule,
  type EmployeeSeed,
} from '../../../../prisma/seed/builders'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { PersonRow } from '../../features/organisation/organisation.rules'
import type { OrganisationStore, PersonWrite } from '../../ports/organisation-store'
import type { Trail } from '../../ports/trail'
import { createOrganisationStore } from './organisation-store'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const NOW = new Date(NOW_MS)
let opened: TestDatabase
let store: OrganisationStore
beforeEach(async () => {
  opened = await openTestDatabase()
  store = createOrganisationStore(opened.database)
  await opened.database.write(async (tx) => {
    await seedCompany(tx)
    await seedDepartment(tx, { id: '1', name: '公司' })
    await seedDepartment(tx, { id: '20', name: '服务', parentId: '1' })
  })
})
afterEach(() => opened.close())

const trail = (action: string): Trail => ({
  audit: [
    {
      actor: { kind: 'system', id: 'organisation' },
      action,
      subject: { kind: 'employee', id: 'x' },
      requestId: null,
      detail: {},
    },
  ],
  events: [],
})
const seed = (person: EmployeeSeed) => opened.database.write((tx) => seedEmployee(tx, person))
const row = (userId: string, changes: Partial<PersonRow> = {}): PersonRow => ({
  ...{ userId, name: `名${userId}`, position: null, employeeNumber: null, departmentId: '20' },
  ...changes,
})
const write = (...writes: PersonWrite[]) =>
  store.write(writes, (done) => (done.length === 0 ? { audit: [], events: [] } : trail('written')), NOW_MS)
const audited = () => opened.database.read.auditRecord.count()
const employee = (id: string) => opened.database.read.employee.findUniqueOrThrow({ where: { id } })
const version = async () => (await opened.database.read.company.findFirstOrThrow()).rulesVersion

it('loads everybody with whom they are led by and what they lead', async () => {
  const boss = await seed({ userId: 'Boss', departmentId: '20' })
  const worker = await seed({ userId: 'Worker', departmentId: '20', leaders: [boss.id], leftAt: NOW })
  await opened.database.write((tx) => tx.departmentLeader.create({ data: { departmentId: '20', employeeId: boss.id } }))
  const { departments, people } = await store.load()
  expect(departments).toEqual([
    { id: '1', name: '公司', parentId: null },
    { id: '20', name: '服务', parentId: '1' },
  ])
  const byId = new Map(people.map((person) => [person.employeeId, person]))
  expect(byId.get(boss.id)).toMatchObject({ userId: 'Boss', leadsDepartmentIds: ['20'], leaderIds: [], leftAtMs: null })
  expect(byId.get(worker.id)).toMatchObject({ leaderIds: [boss.id], leftAtMs: NOW_MS })
})

it('loads some of them, with everybody above them and nobody else; a ring of leaders ends', async () => {
  const top = await seed({ userId: 'Top', departmentId: '20' })
  const boss = await seed({ userId: 'Boss', leaders: [top.id] })
  const worker = await seed({ userId: 'Worker', leaders: [boss.id] })
  await seed({ userId: 'Colleague', leaders: [boss.id] })
  await opened.database.write(async (tx) => {
    await tx.employeeLeader.create({ data: { employeeId: top.id, leaderId: worker.id } })
    await tx.departmentLeader.create({ data: { departmentId: '20', employeeId: boss.id } })
  })
  const whole = await store.load()
  const { departments, people } = await store.loadUpFrom(['WORKER', 'nobody'])
  expect(departments).toEqual(whole.departments)
  const wanted = whole.people.filter(({ userId }) => userId !== 'Colleague')
  expect(people).toHaveLength(3)
  expect(people).toEqual(expect.arrayContaining([...wanted]))
  expect(await store.loadDepartments()).toEqual({ departments: whole.departments, people: [] })
  expect((await store.loadUpFrom(['nobody'])).people).toEqual([])
})

describe('write', () => {
  it('joins, relates and changes; the userid is keyed in lower case', async () => {
    await write({ kind: 'join', employeeId: 'a', row: row('Anna') }, { kind: 'join', employeeId: 'b', row: row('Bob') })
    await write({
      kind: 'relate',
      employeeId: 'a',
      loadedUserId: 'anna',
      leaderIds: ['b'],
      leadsDepartmentIds: ['1', '20'],
    })
    await write({
      kind: 'change',
      employeeId: 'a',
      loadedUserId: 'Anna',
      row: row('ANNA', { position: '经理' }),
      returns: false,
    })
    expect(await employee('a')).toMatchObject({ userId: 'ANNA', userIdKey: 'anna', position: '经理', createdAt: NOW })
    await write({ kind: 'relate', employeeId: 'a', loadedUserId: 'anna', leaderIds: [], leadsDepartmentIds: ['20'] })
    const { people } = await store.load()
    expect(people[0]).toMatchObject({ employeeId: 'a', leaderIds: [], leadsDepartmentIds: ['20'] })
  })

  it('writes nothing at all when a userid is taken', async () => {
    await write({ kind: 'join', employeeId: 'a', row: row('anna') })
    const before = await audited()
    expect(
      await write(
        { kind: 'join', employeeId: 'b', row: row('bob') },
        { kind: 'join', employeeId: 'c', row: row('ANNA') },
      ),
    ).toBeNull()
    expect(await opened.database.read.employee.count()).toBe(1)
    expect(await audited()).toBe(before)
  })

  it('ends phones, candidates and sessions of whoever leaves, and nobody else’s', async () => {
    const [leaver, other] = [await seed({ userId: 'leaver', departmentId: '20' }), await seed({ userId: 'other' })]
    await opened.database.write(async (tx) => {
      for (const [index, { id }] of [leaver, other].entries()) {
        const device = { employeeId: id, publicKey: 'k', brand: 'b', model: 'm', platform: 'p', system: 's' }
        const key = (name: string) => `${name}${index}`.padEnd(64, '0')
        await tx.device.createMany({
          data: [
            {
              ...device,
              id: `active-${index}`,
              keyThumbprint: key('a'),
              state: 'active',
              createdAt: NOW,
              boundAt: NOW,
            },
            { ...device, id: `candidate-${index}`, keyThumbprint: key('c'), state: 'candidate', createdAt: NOW },
          ],
        })
        const session = { employeeId: id, loggedInAt: NOW, expiresAt: new Date(NOW_MS + 1) }
        await tx.session.createMany({
          data: [
            { ...session, id: `phone-${index}`, keyThumbprint: key('a') },
            { ...session, id: `console-${index}`, keyThumbprint: null },
          ],
        })
        await tx.departmentLeader.create({ data: { departmentId: '20', employeeId: id } })
      }
    })
    const named = { employeeId: leaver.id, loadedUserId: 'Leaver' }
    const leave = { kind: 'leave', ...named, deviceReason: 'employee_left' } as const
    const done = await write(leave)
    expect(done?.[0]?.ended.devices).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'active-0', wasCandidate: false }),
        expect.objectContaining({ id: 'candidate-0', wasCandidate: true }),
      ]),
    )
    const { read } = opened.database
    const ended = { state: 'revoked', revokedReason: 'employee_left', revokedAt: NOW }
    expect(await read.device.findMany({ where: { employeeId: leaver.id } })).toMatchObject([ended, ended])
    expect(await read.session.count({ where: { employeeId: leaver.id, revokedAt: NOW } })).toBe(2)
    expect(await read.device.count({ where: { employeeId: other.id, state: 'revoked' } })).toBe(0)
    expect(await read.session.count({ where: { employeeId: other.id, revokedAt: null } })).toBe(2)
    expect(await read.departmentLeader.findMany()).toMatchObject([{ employeeId: other.id }])
    expect((await employee(leaver.id)).leftAt).toEqual(NOW)
    const before = await audited()
    expect(await write(leave)).toEqual([])
    expect(await audited()).toBe(before)
  })

  it('ends roles and delegations of whoever leaves, given and received, and they stay ended when he returns', async () => {
    const leaver = await seed({ userId: 'leaver', roles: ['hr', ['leader', '20']] })
    const other = await seed({ userId: 'other', roles: ['admin'] })
    const delegation = (id: string, leaderId: string, delegateId: string, endsAtMs = NOW_MS + 1) => ({
      ...{ id, leaderId, delegateId, startsAt: new Date(NOW_MS - 9), endsAt: new Date(endsAtMs) },
    })
    await opened.database.write((tx) =>
      tx.delegation.createMany({
        data: [
          delegation('given', leaver.id, other.id),
          delegation('received', other.id, leaver.id),
          delegation('over', leaver.id, other.id, NOW_MS),
          delegation('of others', other.id, other.id),
        ],
      }),
    )
    const named = { employeeId: leaver.id, loadedUserId: 'leaver' }
    const done = await write({ kind: 'leave', ...named, deviceReason: 'employee_left' })
    expect(done?.[0]?.ended.grants).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ role: 'hr', scopeDepartmentId: null }),
        expect.objectContaining({ role: 'leader', scopeDepartmentId: '20' }),
      ]),
    )
    expect(done?.[0]?.ended.delegations.map(({ id }) => id).sort()).toEqual(['given', 'received'])
    await write({ kind: 'change', ...named, row: row('leaver'), returns: true })
    const { read } = opened.database
    expect(await read.roleGrant.findMany({ where: { revokedAt: null } })).toMatchObject([{ employeeId: other.id }])
    expect(await read.roleGrant.count({ where: { employeeId: leaver.id, revokedAt: NOW } })).toBe(2)
    const live = await read.delegation.findMany({ where: { revokedAt: null }, orderBy: { id: 'asc' } })
    expect(live.map(({ id }) => id)).toEqual(['of others', 'over'])
  })

  it('changes nobody who left meanwhile, and lets return only who left', async () => {
    const { id } = await seed({ userId: 'anna', departmentId: '20', leftAt: NOW })
    expect(
      await write({ kind: 'change', employeeId: id, loadedUserId: 'anna', row: row('anna2'), returns: false }),
    ).toEqual([])
    expect(
      await write({ kind: 'relate', employeeId: id, loadedUserId: 'anna', leaderIds: [], leadsDepartmentIds: ['20'] }),
    ).toEqual([])
    expect(
      await write({ kind: 'change', employeeId: id, loadedUserId: 'anna', row: row('anna'), returns: true }),
    ).toHaveLength(1)
    expect((await employee(id)).leftAt).toBeNull()
    expect(
      await write({ kind: 'change', employeeId: id, loadedUserId: 'anna', row: row('anna'), returns: true }),
    ).toEqual([])
  })
})

describe('write, of a row that was renamed after it was loaded,', () => {
  const STALE: Readonly<Record<PersonWrite['kind'], ((id: string) => PersonWrite) | null>> = {
    join: null,
    change: (id) => ({ kind: 'change', employeeId: id, loadedUserId: 'anna', row: row('anna'), returns: false }),
    relate: (id) => ({
      kind: 'relate',
      employeeId: id,
      loadedUserId: 'anna',
      leaderIds: [],
      leadsDepartmentIds: ['20'],
    }),
    leave: (id) => ({ kind: 'leave', employeeId: id, loadedUserId: 'anna', deviceReason: 'employee_left' }),
  }
  it.each(Object.entries(STALE))('does nothing: %s', async (_, stale) => {
    if (stale === null) return
    const { id } = await seed({ userId: 'anna' })
    await store.rename({ employeeId: id, fromUserId: 'anna', toUserId: 'bea', retire: null }, trail('x'), NOW_MS)
    const before = await audited()
    expect(await write(stale(id))).toEqual([])
    expect(await employee(id)).toMatchObject({ userId: 'bea', userIdKey: 'bea', leftAt: null })
    expect(await opened.database.read.departmentLeader.count()).toBe(0)
    expect(await audited()).toBe(before)
  })

  it('does nothing for one who left under another userid and is to return', async () => {
    const { id } = await seed({ userId: 'left:1', leftAt: NOW })
    const back = { kind: 'change', employeeId: id, loadedUserId: 'anna', row: row('anna'), returns: true } as const
    expect(await write(back)).toEqual([])
  })
})

describe('departments', () => {
  const department = (id: string, parentId: string | null = '1') => ({ id, name: `部门${id}`, parentId })

  it('are added and changed, and cached trees go stale', async () => {
    const before = await version()
    const changed = { from: department('20'), to: { id: '20', name: '新服务', parentId: null } }
    await store.saveDepartments(
      { added: [department('30'), department('31', '30')], changed: [changed] },
      trail('x'),
      NOW_MS,
    )
    expect((await store.load()).departments).toEqual([
      { id: '1', name: '公司', parentId: null },
      { id: '20', name: '新服务', parentId: null },
      department('30'),
      department('31', '30'),
    ])
    expect(await version()).toBe(before + 1)
  })

  const REFERENCES: Readonly<Record<string, () => Promise<unknown>>> = {
    'somebody who left': () => seed({ departmentId: '20', leftAt: NOW }),
    'a department below': () => opened.database.write((tx) => seedDepartment(tx, { id: '21', parentId: '20' })),
    'a role': () => seed({ roles: [['hr', '20']] }),
    'a leader': async () => {
      const { id } = await seed({})
      await opened.database.write((tx) => tx.departmentLeader.create({ data: { departmentId: '20', employeeId: id } }))
    },
    'a rule': () =>
      opened.database.write((tx) =>
        seedRule(tx, { scheduleKind: 'free', assignTo: [{ kind: 'department', id: '20' }] }),
      ),
  }
  it.each(Object.entries(REFERENCES))('stay while %s names them', async (_, refer) => {
    await refer()
    const before = await audited()
    expect(await store.removeDepartment(department('20'), trail('x'), NOW_MS)).toBe(false)
    expect(await audited()).toBe(before)
  })

  it('go when nothing names them', async () => {
    expect(await store.removeDepartment(department('20'), trail('x'), NOW_MS)).toBe(true)
    expect((await store.load()).departments).toHaveLength(1)
    expect(await store.removeDepartment(department('20'), trail('x'), NOW_MS)).toBe(false)
  })
})

describe('rename', () => {
  it('keeps the row', async () => {
    const { id } = await seed({ userId: 'Anna' })
    const rename = { employeeId: id, fromUserId: 'anna', toUserId: 'Anne', retire: null }
    expect(await store.rename(rename, trail('x'), NOW_MS)).toBe(true)
    expect(await employee(id)).toMatchObject({ userId: 'Anne', userIdKey: 'anne' })
    expect(await store.rename(rename, trail('x'), NOW_MS)).toBe(false)
  })

  it('takes a userid over when it is given up, and not otherwise', async () => {
    const [anna, anne] = [await seed({ userId: 'anna' }), await seed({ userId: 'anne' })]
    const rename = { employeeId: anna.id, fromUserId: 'anna', toUserId: 'Anne' }
    expect(await store.rename({ ...rename, retire: null }, trail('x'), NOW_MS)).toBe(false)
    const retire = { employeeId: anne.id, toUserId: `left:${anne.id}` }
    const wrong = { ...rename, fromUserId: 'somebody', retire }
    expect(await store.rename(wrong, trail('x'), NOW_MS)).toBe(false)
    expect((await employee(anne.id)).userId).toBe('anne')
    expect(await store.rename({ ...rename, retire }, trail('x'), NOW_MS)).toBe(true)
    expect([(await employee(anna.id)).userId, (await employee(anne.id)).userId]).toEqual(['Anne', `left:${anne.id}`])
  })
})

it('keeps a row of each run', async () => {
  expect([await store.lastRun('wecom'), await store.sourceInUse(), await store.hasPeople()]).toEqual([
    null,
    null,
    false,
  ])
  await store.beginRun({ id: 'r1', source: 'wecom' }, NOW_MS)
  expect(await store.lastRun('wecom')).toEqual({ startedAtMs: NOW_MS, finishedAtMs: null, problem: null })
  expect(await store.sourceInUse()).toBeNull()
  await store.finishRun({ id: 'r1', summary: { joined: 3 }, problem: null }, trail('organisation.synced'), NOW_MS + 5)
  await store.beginRun({ id: 'r2', source: 'csv' }, NOW_MS + 10)
  await store.finishRun({ id: 'r2', summary: {}, problem: 'MANY_WOULD_LEAVE' }, trail('x'), NOW_MS + 15)
  expect(await store.lastRun('csv')).toEqual({
    ...{ startedAtMs: NOW_MS + 10, finishedAtMs: NOW_MS + 15, problem: 'MANY_WOULD_LEAVE' },
  })
  expect(await store.sourceInUse()).toBe('wecom')
  const { summaryJson } = await opened.database.read.organisationSync.findUniqueOrThrow({ where: { id: 'r1' } })
  expect(summaryJson).toBe('{"joined":3}')
})
