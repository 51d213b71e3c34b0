import { seedCompany, seedEmployee } from '../../../prisma/seed/builders'
import { fixedClock } from '../../test/fakes'
import { seedAttempt } from '../../test/seed-attempt'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { systemRandom } from '../adapters/system/system'
import type { SweepPorts } from '../features/approvals/sweep-approvals.usecase'
import type { Log } from '../ports/log'
import { createApprovals } from '../wiring/approvals'
import { startExpiringApprovals } from './expire-approvals'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const DAY_MS = 86_400_000

let opened: TestDatabase
let requesterId: string
beforeEach(async () => {
  opened = await openTestDatabase()
  await opened.database.write((tx) => seedCompany(tx))
  requesterId = (await opened.database.write((tx) => seedEmployee(tx))).id
})
afterEach(() => opened.close())

const partsAt = (nowMs: number) => createApprovals(opened.database, { clock: fixedClock(nowMs), random: systemRandom })

async function openAbout(subjectId: string): Promise<string> {
  const { openApproval, transactions } = partsAt(NOW_MS)
  const id = systemRandom.id()
  const request = { id, kind: 'attempt', subjectId, requesterId, reason: '在客户现场', requestId: null } as const
  await transactions.inTransaction((tx) => openApproval(tx, request, NOW_MS))
  return id
}

/** About a pending attempt, of its own slot. */
async function openOne(span: number): Promise<string> {
  const slot = `2026-11-18 early-${span}`
  const at = '2026-11-18T08:30:00+08:00'
  return openAbout(
    await opened.database.write((tx) => seedAttempt(tx, { employeeId: requesterId, slot, outcome: 'pending', at })),
  )
}

/** Rounds of the worker until it waits; answers for how long, how many it took, and what it logged. */
async function work(nowMs: number, changes: Partial<SweepPorts> = {}) {
  const lines: string[] = []
  const say = (level: string) => (_fields: unknown, text: string) => lines.push(`${level} ${text}`)
  const log: Log = { info: say('info'), warn: say('warn'), error: say('error') }
  const started: { work: () => void; delayMs: number }[] = []
  const repeating = startExpiringApprovals({ ...partsAt(nowMs), ...changes, log }, (work, delayMs) => {
    started.push({ work, delayMs })
    return () => {}
  })
  let rounds = 0
  for (let next = started[0]; next !== undefined && (rounds === 0 || next.delayMs === 0); next = started[rounds]) {
    next.work()
    rounds++
    while (started.length <= rounds) await new Promise<void>((resolve) => setImmediate(resolve))
  }
  await repeating.stop()
  return { waitsMs: started[rounds]?.delayMs, rounds, lines }
}

const FAILED = 'error an approval could not be expired or escalated; it is tried again'
const DONE = 'info approvals expired or escalated'

const statusOf = async (id: string) =>
  (await opened.database.read.approvalRequest.findUniqueOrThrow({ where: { id } })).status
const outcomes = async () =>
  (await opened.database.read.attempt.findMany({ orderBy: { slotSpan: 'asc' } })).map(({ outcome }) => outcome)

/** Subjects that cannot carry out what is said of these requests. */
const failingFor = (isBad: (approvalId: string) => boolean) =>
  partsAt(NOW_MS).subjects.map((subject) => ({
    ...subject,
    apply: (...input: Parameters<typeof subject.apply>) =>
      isBad(input[1].id) ? Promise.reject(new Error('no database')) : subject.apply(...input),
  }))

it('expires what is past its time, and nothing before; the attempt that waited is refused', async () => {
  const id = await openOne(1)
  expect(await work(NOW_MS + 3 * DAY_MS - 1)).toEqual({ waitsMs: 60_000, rounds: 1, lines: [] })
  expect([await statusOf(id), await outcomes()]).toEqual(['pending', ['pending']])
  expect(await work(NOW_MS + 3 * DAY_MS)).toEqual({ waitsMs: 60_000, rounds: 1, lines: [DONE] })
  expect([await statusOf(id), await outcomes()]).toEqual(['expired', ['refused']])
  expect(await work(NOW_MS + 3 * DAY_MS)).toEqual({ waitsMs: 60_000, rounds: 1, lines: [] })
})

it('tells which one could not be carried out, leaves it pending, goes on with the others, and tries it again', async () => {
  const [bad, good] = [await openOne(1), await openOne(2)]
  const subjects = failingFor((id) => id === bad)
  expect(await work(NOW_MS + 3 * DAY_MS, { subjects })).toEqual({ waitsMs: 60_000, rounds: 1, lines: [FAILED, DONE] })
  expect([await statusOf(bad), await statusOf(good), await outcomes()]).toEqual([
    ...['pending', 'expired', ['pending', 'refused']],
  ])
  expect(await work(NOW_MS + 3 * DAY_MS)).toEqual({ waitsMs: 60_000, rounds: 1, lines: [DONE] })
  expect(await outcomes()).toEqual(['refused', 'refused'])
})

it('comes to those behind a hundred that fail, without waiting', async () => {
  const bad = new Set<string>()
  for (let number = 0; number < 100; number++) bad.add(await openAbout(systemRandom.id()))
  const good = await openOne(1)
  const subjects = failingFor((id) => bad.has(id))
  const { waitsMs, rounds, lines } = await work(NOW_MS + 3 * DAY_MS, { subjects })
  expect({ waitsMs, rounds, lines }).toEqual({
    waitsMs: 60_000,
    rounds: 2,
    lines: [...Array<string>(100).fill(FAILED), DONE],
  })
  expect([await statusOf(good), await outcomes()]).toEqual(['expired', ['refused']])
  // Nothing of it is forgotten: what failed is due again from the oldest on.
  expect(await work(NOW_MS + 3 * DAY_MS)).toEqual({ waitsMs: 60_000, rounds: 2, lines: [DONE] })
  expect(await opened.database.read.approvalRequest.count({ where: { status: 'pending' } })).toBe(0)
}, 60_000)

it('goes on after a fault', async () => {
  const { approvals } = partsAt(NOW_MS)
  const broken = { ...approvals, overdue: () => Promise.reject(new Error('no database')) }
  expect(await work(NOW_MS, { approvals: broken })).toEqual({
    waitsMs: 60_000,
    rounds: 1,
    lines: ['error approvals could not be looked through; it is tried again'],
  })
})
