import { seedCompany, seedEmployee } from '../../../prisma/seed/builders'
import { fixedClock } from '../../test/fakes'
import { seedAttempt } from '../../test/seed-attempt'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { systemRandom } from '../adapters/system/system'
import { askAgain, type AskAgainPorts } from '../features/check-in/ask-again.usecase'
import type { Log } from '../ports/log'
import { createApprovals } from '../wiring/approvals'
import { startAskingAgain } from './ask-again'

const RECEIVED = '2026-11-18T08:52:09+08:00'
const RECEIVED_MS = Date.parse(RECEIVED)
const MINUTE_MS = 60_000
const DUE_MS = RECEIVED_MS + 10 * MINUTE_MS + 1

let opened: TestDatabase
beforeEach(async () => {
  opened = await openTestDatabase()
  await opened.database.write((tx) => seedCompany(tx))
})
afterEach(() => opened.close())

const partsAt = (nowMs: number) => createApprovals(opened.database, { clock: fixedClock(nowMs), random: systemRandom })

/** A check-in of somebody new, as the database holds it; nobody was told. */
const checkIn = (outcome: 'pending' | 'accepted' = 'pending', at = RECEIVED): Promise<string> =>
  opened.database.write(async (tx) => {
    const { id: employeeId } = await seedEmployee(tx)
    return seedAttempt(tx, { employeeId, slot: `${at.slice(0, 10)} early-1`, outcome, at })
  })

const waitForPhotoAlone = (attemptId: string) =>
  opened.database.write((tx) => {
    const findingsJson = JSON.stringify([{ code: 'PHOTO_AWAITED', severity: 'pending', asked: {}, seen: {} }])
    return tx.decision.updateMany({ where: { attemptId }, data: { findingsJson } })
  })

const requests = async () =>
  (await opened.database.read.approvalRequest.findMany({ orderBy: { subjectId: 'asc' } })).map(
    ({ subjectId, status }) => `${subjectId} ${status}`,
  )

/** Rounds of the worker until it rests; answers what it logged. */
async function roundsUntilRest(nowMs: number, changes: Partial<AskAgainPorts> = {}) {
  const lines: string[] = []
  const say = (level: string) => (_fields: unknown, text: string) => lines.push(`${level} ${text}`)
  const log: Log = { info: say('info'), warn: say('warn'), error: say('error') }
  const started: { work: () => void; delayMs: number }[] = []
  const asking = startAskingAgain({ ...partsAt(nowMs), ...changes, log }, (work, delayMs) => {
    started.push({ work, delayMs })
    return () => {}
  })
  const delaysMs: (number | undefined)[] = []
  do {
    const round = started.length
    started[round - 1]?.work()
    while (started.length === round) await new Promise<void>((resolve) => setImmediate(resolve))
    delaysMs.push(started[round]?.delayMs)
  } while (delaysMs.at(-1) === 0)
  await asking.stop()
  return { delaysMs, lines }
}

it('asks about what has waited for over ten minutes without a request, once', async () => {
  const attemptId = await checkIn()
  await checkIn('accepted')
  await waitForPhotoAlone(await checkIn())
  expect(await roundsUntilRest(DUE_MS - 1)).toEqual({ delaysMs: [10 * MINUTE_MS], lines: [] })
  expect(await requests()).toEqual([])

  const opening = { delaysMs: [10 * MINUTE_MS], lines: ['warn approvals opened that no event had asked for'] }
  expect(await roundsUntilRest(DUE_MS)).toEqual(opening)
  expect(await requests()).toEqual([`${attemptId} pending`])
  expect((await roundsUntilRest(DUE_MS)).lines).toEqual([])

  await partsAt(DUE_MS).askForApproval({ id: systemRandom.id(), attemptId })
  expect(await requests()).toEqual([`${attemptId} pending`])
})

it('leaves alone what was asked about before, whatever became of it', async () => {
  const attemptId = await checkIn()
  await partsAt(RECEIVED_MS).askForApproval({ id: systemRandom.id(), attemptId })
  await opened.database.write((tx) => tx.approvalRequest.updateMany({ data: { status: 'expired' } }))
  expect((await roundsUntilRest(DUE_MS)).lines).toEqual([])
  expect(await requests()).toEqual([`${attemptId} expired`])
})

it('leaves one request when two workers ask at once', async () => {
  const attemptId = await checkIn()
  await Promise.all([roundsUntilRest(DUE_MS), roundsUntilRest(DUE_MS)])
  expect(await requests()).toEqual([`${attemptId} pending`])
})

it('goes through the pending ones a part at a time, also past one that fails', async () => {
  const ids = [await checkIn(), await checkIn(), await checkIn()].sort()
  const parts = partsAt(DUE_MS)
  const fault = new Error('no database')
  const failingOnFirst = {
    ...parts,
    askForApproval: (event: { readonly id: string; readonly attemptId: string }) =>
      event.attemptId === ids[0] ? Promise.reject(fault) : parts.askForApproval(event),
  }
  const first = await askAgain(failingOnFirst, null, 2)
  expect(first).toEqual({ asked: 1, failed: [{ attemptId: ids[0], error: fault }], nextAfterId: ids[1] })
  expect(await askAgain(failingOnFirst, first.nextAfterId, 2)).toEqual({ asked: 1, failed: [], nextAfterId: null })
  expect(await requests()).toEqual(ids.slice(1).map((id) => `${id} pending`))
  expect(await askAgain(parts, null, 2)).toMatchObject({ asked: 1, failed: [] })
})

it('goes on after a fault', async () => {
  const { attemptSubjects } = partsAt(DUE_MS)
  const broken = { ...attemptSubjects, findUnasked: () => Promise.reject(new Error('no database')) }
  expect(await roundsUntilRest(DUE_MS, { attemptSubjects: broken })).toEqual({
    delaysMs: [10 * MINUTE_MS],
    lines: ['error attempts without a request could not be looked for; it is tried again'],
  })
})

it('leaves what is older than ninety days to HR', async () => {
  await checkIn('pending', '2026-08-01T08:52:09+08:00')
  expect((await roundsUntilRest(DUE_MS)).lines).toEqual([])
})
