import { seedCompany, seedEmployee } from '../../../prisma/seed/builders'
import { fixedClock } from '../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { createLeaseStore } from '../adapters/database/lease-store'
import { createOrganisationStore } from '../adapters/database/organisation-store'
import { systemRandom } from '../adapters/system/system'
import { createSyncOrganisation } from '../features/organisation/sync-organisation.usecase'
import type { Directory, DirectoryMember } from '../ports/directory'
import type { Log } from '../ports/log'
import { watchJob } from './job-watch'
import type { Timer } from './repeat'
import { startSyncingOrganisation } from './sync-organisation'

/** 03:10 in Shanghai. */
const NIGHT_MS = Date.parse('2026-11-18T03:10:00+08:00')
const HOUR_MS = 3_600_000

let opened: TestDatabase
beforeEach(async () => {
  opened = await openTestDatabase()
  await opened.database.write((tx) => seedCompany(tx, { zone: 'Asia/Shanghai' }))
})
afterEach(() => opened.close())

const memberOf = (userId: string): DirectoryMember => ({
  ...{ userId, name: userId, position: '', departmentIds: ['1'], mainDepartmentId: '1' },
  ...{ leadsDepartmentIds: [], directLeaderUserIds: [], isActive: true },
})

function directoryOf(userIds: readonly string[], onRead = () => {}): Directory {
  return {
    departments: () => {
      onRead()
      return Promise.resolve([{ id: '1', name: '公司', parentId: null, leaderUserIds: [] }])
    },
    memberIds: async function* () {
      yield await Promise.resolve(userIds)
    },
    member: (userId) => Promise.resolve(userIds.includes(userId) ? memberOf(userId) : null),
  }
}

/** One look of a worker; answers how long it waits then, what it logged, and whether the round counts as failed. */
async function look(nowMs: number, directory: Directory) {
  const lines: string[] = []
  const failed: boolean[] = []
  const say = (level: string) => (_fields: unknown, text: string) => lines.push(`${level} ${text}`)
  const log: Log = { info: say('info'), warn: say('warn'), error: say('error') }
  const clock = fixedClock(nowMs)
  const store = createOrganisationStore(opened.database)
  const leases = createLeaseStore(opened.database)
  const ports = { store, leases, directory, clock, random: systemRandom, ownerId: systemRandom.id() }
  const syncOrganisation = createSyncOrganisation({ ...ports, pause: () => Promise.resolve() })
  const started: { work: () => void; delayMs: number }[] = []
  const timer: Timer = (work, delayMs) => {
    started.push({ work, delayMs })
    return () => {}
  }
  const repeating = watchJob(
    { log, clock, timer, tell: (_, told) => failed.push(told.failed) },
    'sync-organisation',
    (watchedLog, watchedTimer) =>
      startSyncingOrganisation({ store, syncOrganisation, clock, log: watchedLog }, watchedTimer),
  )
  started[0]?.work()
  while (started.length < 2) await new Promise<void>((resolve) => setImmediate(resolve))
  await repeating.stop()
  return { waitsMs: started[1]?.delayMs, lines, failed: failed[0] }
}
const runs = () => opened.database.read.organisationSync.count()
const REFUSED = 'error the organisation is not synchronised; see npm run org:sync -- --dry-run'
const DONE = 'info the organisation was synchronised'

it('brings people in at the first start, whatever the hour, and once', async () => {
  const noonMs = NIGHT_MS + 9 * HOUR_MS
  expect(await look(noonMs, directoryOf(['anna']))).toEqual({ waitsMs: 600_000, lines: [DONE], failed: false })
  expect(await look(noonMs + 600_000, directoryOf(['anna', 'bob']))).toEqual({
    waitsMs: 600_000,
    lines: [],
    failed: false,
  })
  expect(await opened.database.read.employee.count()).toBe(1)
})

it('runs once a night, in one of several workers', async () => {
  await opened.database.write((tx) => seedEmployee(tx, { userId: 'anna' }))
  expect((await look(NIGHT_MS - HOUR_MS, directoryOf(['anna']))).lines).toEqual([])
  const others: Promise<unknown>[] = []
  const first = directoryOf(['anna'], () => void others.push(look(NIGHT_MS, directoryOf(['anna']))))
  expect((await look(NIGHT_MS, first)).lines).toEqual([DONE])
  await Promise.all(others)
  expect(await runs()).toBe(1)
  expect((await look(NIGHT_MS + HOUR_MS, directoryOf(['anna']))).lines).toEqual([])
  expect((await look(NIGHT_MS + 24 * HOUR_MS, directoryOf(['anna']))).lines).toEqual([DONE])
})

it('says that it was refused, and does not try again the same night', async () => {
  await opened.database.write((tx) => seedEmployee(tx, { userId: 'anna' }))
  const first = await look(NIGHT_MS, directoryOf([]))
  expect([first.lines, first.failed]).toEqual([[REFUSED], true])
  // The job stays failed until somebody has looked, or the next night went well.
  const later = await look(NIGHT_MS + HOUR_MS, directoryOf([]))
  expect([later.lines, later.failed, await runs()]).toEqual([[REFUSED], true, 1])
  const next = await look(NIGHT_MS + 24 * HOUR_MS, directoryOf(['anna']))
  expect([next.lines, next.failed]).toEqual([[DONE], false])
})

it('has not failed where the people come from a file since', async () => {
  await opened.database.write((tx) => seedEmployee(tx, { userId: 'anna' }))
  await look(NIGHT_MS, directoryOf([]))
  const startedAt = new Date(NIGHT_MS + HOUR_MS)
  await opened.database.write((tx) =>
    tx.organisationSync.create({ data: { id: 'csv', source: 'csv', startedAt, finishedAt: startedAt } }),
  )
  expect(await look(NIGHT_MS + 2 * HOUR_MS, directoryOf([]))).toMatchObject({ lines: [], failed: false })
})

it('tries again the same night what failed', async () => {
  await opened.database.write((tx) => seedEmployee(tx, { userId: 'anna' }))
  const broken = { ...directoryOf([]), departments: () => Promise.reject(new Error('no way')) }
  expect((await look(NIGHT_MS, broken)).lines).toEqual([
    'error the organisation could not be synchronised; it is tried again',
  ])
  expect((await look(NIGHT_MS + HOUR_MS, directoryOf(['anna']))).lines).toEqual([DONE])
})

it('stops between two steps', async () => {
  const clock = fixedClock(NIGHT_MS)
  const store = createOrganisationStore(opened.database)
  let stop: () => Promise<void> = () => Promise.resolve()
  const stopping: Promise<void>[] = []
  const directory = directoryOf(['anna'], () => void stopping.push(stop()))
  const parts = { store, leases: createLeaseStore(opened.database), clock, random: systemRandom, ownerId: 'one' }
  const syncOrganisation = createSyncOrganisation({ ...parts, directory, pause: () => Promise.resolve() })
  const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
  const started: (() => void)[] = []
  const repeating = startSyncingOrganisation({ store, syncOrganisation, clock, log: silent }, (work) => {
    started.push(work)
    return () => {}
  })
  stop = () => repeating.stop()
  started[0]?.()
  while (stopping.length === 0) await new Promise<void>((resolve) => setImmediate(resolve))
  await Promise.all(stopping)
  expect(await opened.database.read.employee.count()).toBe(0)
  expect(await store.lastRun('wecom')).toMatchObject({ problem: 'BUSY_TRY_AGAIN' })
})
