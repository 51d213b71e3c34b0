import { AppError } from '../../app-error'
import type { Directory, DirectoryMember } from '../../ports/directory'
import type { StoredOrganisation } from './organisation.rules'
import { readDirectory } from './read-directory.usecase'

const memberOf = (userId: string, isActive = true): DirectoryMember => ({
  ...{ userId, name: userId, position: '', departmentIds: ['1'], mainDepartmentId: '1' },
  ...{ leadsDepartmentIds: [], directLeaderUserIds: [], isActive },
})
const COMPANY = { id: '1', name: '公司', parentId: null, leaderUserIds: [] }

function directoryOf(listed: readonly string[], changes: Partial<Directory> = {}): Directory {
  return {
    departments: () => Promise.resolve([COMPANY]),
    memberIds: async function* () {
      yield await Promise.resolve(listed)
    },
    member: (userId) => Promise.resolve(memberOf(userId)),
    ...changes,
  }
}
const storedOf = (...userIds: string[]): StoredOrganisation => ({
  departments: [],
  people: userIds.map((userId) => ({
    ...{ employeeId: userId, userId, name: userId, position: null, employeeNumber: null, departmentId: null },
    ...{ leaderIds: [], leadsDepartmentIds: [], leftAtMs: null },
  })),
})
const waited: number[] = []
beforeEach(() => {
  waited.length = 0
})
const read = (directory: Directory, stored = storedOf()) => {
  const pause = (ms: number) => {
    waited.push(ms)
    return Promise.resolve()
  }
  return readDirectory({ directory, pause, hold: () => Promise.resolve() }, stored)
}

it('asks for eight members at once at the most, and for each once', async () => {
  const asked: string[] = []
  let underWay = 0
  let most = 0
  const userIds = Array.from({ length: 30 }, (_, index) => `user${index}`)
  const { members } = await read(
    directoryOf([...userIds, 'USER1'], {
      member: async (userId) => {
        asked.push(userId)
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setImmediate(resolve))
        underWay--
        return memberOf(userId)
      },
    }),
  )
  expect(members).toHaveLength(30)
  expect([most, asked.length]).toEqual([8, 30])
})

it('says who is disabled and who cannot be read', async () => {
  const directory = directoryOf(['anna', 'bob', 'carl'], {
    member: (userId) => Promise.resolve(userId === 'bob' ? null : memberOf(userId, userId !== 'carl')),
  })
  const { members, absent } = await read(directory)
  expect(members.map(({ userId }) => userId)).toEqual(['anna'])
  expect(absent).toEqual([
    { userId: 'bob', reason: 'unreadable' },
    { userId: 'carl', reason: 'disabled' },
  ])
})

it('asks by name for the few who are stored and not listed: who joined meanwhile is not gone', async () => {
  const directory = directoryOf(['anna'], {
    member: (userId) => Promise.resolve(userId === 'carl' ? null : memberOf(userId)),
  })
  const { members, absent } = await read(directory, storedOf('Anna', 'bob', 'carl'))
  expect(members.map(({ userId }) => userId)).toEqual(['anna', 'bob'])
  // Simply gone.
  expect(absent).toEqual([])
})

it('asks for nobody by name when that would be many', async () => {
  const missing = Array.from({ length: 6 }, (_, index) => `user${index}`)
  const { members } = await read(directoryOf(['anna']), storedOf(...missing))
  expect(members).toHaveLength(1)
})

it('waits as long as it is told, and goes on', async () => {
  let isLimited = true
  const directory = directoryOf(['anna'], {
    member: (userId) => {
      if (!isLimited) return Promise.resolve(memberOf(userId))
      isLimited = false
      return Promise.reject(new AppError('WECOM_UNAVAILABLE', { retryAfterSeconds: 3 }))
    },
  })
  expect((await read(directory)).members).toHaveLength(1)
  expect(waited).toEqual([1_000, 1_000, 1_000])
})

it('ends all calls when one fails', async () => {
  let asked = 0
  const directory = directoryOf(
    Array.from({ length: 100 }, (_, index) => `user${index}`),
    {
      member: (userId) => {
        asked++
        if (userId === 'user3') return Promise.reject(new AppError('WECOM_REFUSED'))
        return Promise.resolve(memberOf(userId))
      },
    },
  )
  await expect(read(directory)).rejects.toMatchObject({ code: 'WECOM_REFUSED' })
  const askedThen = asked
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toBe(askedThen)
  expect(asked).toBeLessThan(30)
})

it('takes no departments at all for departments that are not shown', async () => {
  const { departments } = await read(directoryOf(['anna'], { departments: () => Promise.resolve([]) }))
  expect(departments).toBeNull()
})
