import { seedCompany, seedEmployee } from '../../../prisma/seed/builders'
import { fixedClock } from '../../test/fakes'
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

async function openOne(): Promise<void> {
  const { openApproval, transactions } = partsAt(NOW_MS)
  const [id, subjectId] = [systemRandom.id(), systemRandom.id()]
  const request = { id, kind: 'attempt', subjectId, requesterId, reason: '在客户现场', requestId: null } as const
  await transactions.inTransaction((tx) => openApproval(tx, request, NOW_MS))
}

/** One round of the worker; answers how long it then waits, and what it logged. */
async function oneRound(nowMs: number, changes: Partial<SweepPorts> = {}) {
  const lines: string[] = []
  const say = (level: string) => (_fields: unknown, text: string) => lines.push(`${level} ${text}`)
  const log: Log = { info: say('info'), warn: say('warn'), error: say('error') }
  const started: { work: () => void; delayMs: number }[] = []
  const repeating = startExpiringApprovals({ ...partsAt(nowMs), ...changes, log }, (work, delayMs) => {
    started.push({ work, delayMs })
    return () => {}
  })
  started[0]?.work()
  while (started.length < 2) await new Promise<void>((resolve) => setImmediate(resolve))
  await repeating.stop()
  return { waitsMs: started[1]?.delayMs, lines }
}

const statuses = async () =>
  (await opened.database.read.approvalRequest.findMany()).map(({ status, effect }) => [status, effect])

it('expires what is past its time, and nothing before', async () => {
  await openOne()
  expect(await oneRound(NOW_MS + 3 * DAY_MS - 1)).toEqual({ waitsMs: 60_000, lines: [] })
  expect(await statuses()).toEqual([['pending', null]])
  expect((await oneRound(NOW_MS + 3 * DAY_MS)).lines).toEqual(['info approvals expired or escalated'])
  // The attempt is gone: there was nothing to refuse.
  expect(await statuses()).toEqual([['expired', 'SUBJECT_SETTLED']])
})

it('tells which one could not be carried out, leaves it pending, and goes on with the others', async () => {
  await openOne()
  await openOne()
  const { subjects } = partsAt(NOW_MS)
  let calls = 0
  const failingOnce = subjects.map((subject) => ({
    ...subject,
    apply: (...input: Parameters<typeof subject.apply>) =>
      calls++ === 0 ? Promise.reject(new Error('no database')) : subject.apply(...input),
  }))
  expect(await oneRound(NOW_MS + 3 * DAY_MS, { subjects: failingOnce })).toEqual({
    waitsMs: 60_000,
    lines: [
      'error an approval could not be expired or escalated; it is tried again',
      'info approvals expired or escalated',
    ],
  })
  expect((await statuses()).map(([status]) => status).sort()).toEqual(['expired', 'pending'])
})

it('goes on after a fault', async () => {
  const { approvals } = partsAt(NOW_MS)
  const broken = { ...approvals, overdue: () => Promise.reject(new Error('no database')) }
  expect(await oneRound(NOW_MS, { approvals: broken })).toEqual({
    waitsMs: 60_000,
    lines: ['error approvals could not be looked through; it is tried again'],
  })
})
