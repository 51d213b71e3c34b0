import { seedCompany, seedDepartment, seedEmployee } from '../../../../prisma/seed/builders'
import { countStatements } from '../../../test/count-statements'
import { fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createOrganisationStore } from '../../adapters/database/organisation-store'
import { systemRandom } from '../../adapters/system/system'
import type { Directory, DirectoryDepartment, DirectoryMember } from '../../ports/directory'
import type { Log } from '../../ports/log'
import type { ContactChange } from '../../ports/wecom-events'
import { createHandleContactChange } from './contact-change.usecase'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} }

const clock = fixedClock(NOW_MS)
let opened: TestDatabase
let shown: Map<string, DirectoryMember | 'not_visible'>
let departments: DirectoryDepartment[]
let departmentCalls: number
beforeEach(async () => {
  opened = await openTestDatabase()
  shown = new Map()
  departments = [{ id: '1', name: '公司', parentId: null, leaderUserIds: [] }]
  departmentCalls = 0
  await opened.database.write(async (tx) => {
    await seedCompany(tx)
    await seedDepartment(tx, { id: '1', name: '公司' })
  })
})
afterEach(() => opened.close())

const memberOf = (userId: string, changes: Partial<DirectoryMember> = {}): DirectoryMember => ({
  ...{ userId, name: userId, position: '', departmentIds: ['1'], mainDepartmentId: '1' },
  ...{ leadsDepartmentIds: [], directLeaderUserIds: [], isActive: true },
  ...changes,
})
const show = (userId: string, changes: Partial<DirectoryMember> = {}) =>
  void shown.set(userId, memberOf(userId, changes))
const directory: Directory = {
  departments: () => {
    departmentCalls++
    return Promise.resolve([...departments])
  },
  memberIds: () => {
    throw new Error('a callback lists nobody')
  },
  member: (userId) => Promise.resolve(shown.get(userId) ?? null),
}
const handler = (database = opened.database) =>
  createHandleContactChange({
    ...{ store: createOrganisationStore(database), directory, clock, random: systemRandom, log: SILENT },
  })
const changed = (userId: string, newUserId: string | null = null): ContactChange => ({
  ...{ kind: 'member_changed', userId, newUserId },
})
const removed = (userId: string): ContactChange => ({ kind: 'member_removed', userId })
const person = (userId: string) =>
  opened.database.read.employee.findUnique({ where: { userIdKey: userId.toLowerCase() } })
const seed = (...userIds: string[]) =>
  opened.database.write(async (tx) => {
    for (const userId of userIds) await seedEmployee(tx, { userId, name: userId, departmentId: '1' })
  })

describe('somebody whom WeCom does not show', () => {
  it.each<[what: string, change: ContactChange, isShown: 'unknown' | 'not_visible' | 'disabled', leaves: boolean]>([
    ['unknown by now, as another event will tell why', changed('anna'), 'unknown', false],
    ['moved out of sight', changed('anna'), 'not_visible', false],
    ['disabled', changed('anna'), 'disabled', true],
    ['removed', removed('anna'), 'unknown', true],
    ['removed, and there all the same, out of sight', removed('anna'), 'not_visible', false],
    ['removed, and disabled by now', removed('anna'), 'disabled', true],
  ])('%s', async (_, change, isShown, leaves) => {
    await seed('anna')
    if (isShown === 'not_visible') shown.set('anna', 'not_visible')
    if (isShown === 'disabled') show('anna', { isActive: false })
    await handler()(change)
    expect((await person('anna'))?.leftAt !== null).toBe(leaves)
  })

  it('keeps his row and gets his new userid, also out of sight', async () => {
    await seed('anna')
    const before = await person('anna')
    const handle = handler()
    shown.set('bea', 'not_visible')
    for (const change of [changed('anna'), changed('anna', 'bea'), changed('anna', 'bea')]) await handle(change)
    expect(await person('bea')).toMatchObject({ id: before?.id, leftAt: null })
  })
})

describe('many changed members', () => {
  it('cost no more in a large company than in a small one', async () => {
    const statements = async () => {
      const { counting, statements: count } = await countStatements(opened.url)
      try {
        const handle = handler(counting)
        await handle(changed('user0'))
        const before = count()
        await handle(changed('user0'))
        return count() - before
      } finally {
        await counting.close()
      }
    }
    show('user0')
    await seed('user0')
    const few = await statements()
    await seed(...Array.from({ length: 200 }, (_, index) => `user${index + 1}`))
    expect(await statements()).toBe(few)
    expect(few).toBeLessThanOrEqual(6)
  })

  it('never load everybody', async () => {
    const store = createOrganisationStore(opened.database)
    const load = () => Promise.reject(new Error('everybody was loaded'))
    const handle = createHandleContactChange({
      ...{ store: { ...store, load }, directory, clock, random: systemRandom, log: SILENT },
    })
    show('anna', { directLeaderUserIds: ['boss'] })
    show('boss')
    show('bea')
    const changes = [changed('boss'), changed('anna'), changed('anna', 'bea'), removed('boss')]
    for (const change of [...changes, { kind: 'departments_changed' } as const]) await handle(change)
    expect(await person('bea')).toMatchObject({ leftAt: null })
  })

  it('ask for the departments once in a while, and at once where those do not explain a member', async () => {
    const handle = handler()
    const calls = async (change: ContactChange) => {
      const before = departmentCalls
      await handle(change)
      return departmentCalls - before
    }
    for (const userId of ['anna', 'bea', 'carl']) show(userId)
    expect([await calls(changed('anna')), await calls(changed('bea'))]).toEqual([1, 0])
    expect(await calls({ kind: 'departments_changed' })).toBe(1)
    expect(await calls(changed('carl'))).toBe(0)

    departments.push({ id: '2', name: '新部门', parentId: '1', leaderUserIds: ['anna'] })
    show('anna', { departmentIds: ['2'], mainDepartmentId: '2', leadsDepartmentIds: ['2'] })
    expect([await calls(changed('anna')), await calls(changed('anna'))]).toEqual([1, 0])
    expect(await person('anna')).toMatchObject({ departmentId: '2' })
    // The list of a moment ago still says that she leads it.
    departments[1] = { id: '2', name: '新部门', parentId: '1', leaderUserIds: [] }
    show('anna', { departmentIds: ['2'], mainDepartmentId: '2' })
    expect(await calls(changed('anna'))).toBe(1)
    expect(await opened.database.read.departmentLeader.count()).toBe(0)

    // Never shown to our app: asked for once.
    show('bea', { departmentIds: ['1', '99'] })
    expect([await calls(changed('bea')), await calls(changed('bea'))]).toEqual([1, 0])
    clock.advance(60_000)
    expect(await calls(changed('carl'))).toBe(1)
  })

  it('are found with their ring of leaders, though only they and those above are loaded', async () => {
    const handle = handler()
    show('anna')
    show('bea', { directLeaderUserIds: ['anna'] })
    show('carl', { directLeaderUserIds: ['bea'] })
    for (const userId of ['anna', 'bea', 'carl']) await handle(changed(userId))
    show('anna', { directLeaderUserIds: ['carl'] })
    await handle(changed('anna'))
    const anna = await person('anna')
    expect(await opened.database.read.employeeLeader.count()).toBe(2)
    expect(await opened.database.read.employeeLeader.count({ where: { employeeId: anna?.id ?? '' } })).toBe(0)
  })
})
