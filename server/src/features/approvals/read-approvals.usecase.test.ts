import { jest } from '@jest/globals'
import { seedCompany, seedDevice, seedEmployee, seedSite } from '../../../../prisma/seed/builders'
import { countStatements } from '../../../test/count-statements'
import { fixedClock } from '../../../test/fakes'
import { seedAttempt } from '../../../test/seed-attempt'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { systemRandom } from '../../adapters/system/system'
import { createApprovals } from '../../wiring/approvals'
import { createListApprovals } from './read-approvals.usecase'

jest.setTimeout(30_000)

const NOW_MS = Date.UTC(2026, 10, 18, 4)
const sources = { clock: fixedClock(NOW_MS), random: systemRandom }

let opened: TestDatabase
let leaderId: string
beforeEach(async () => {
  opened = await openTestDatabase()
  await opened.database.write((tx) => seedCompany(tx))
  leaderId = (await opened.database.write((tx) => seedEmployee(tx))).id
})
afterEach(() => opened.close())

/** One person with a held check-in at a site of its own, and with a change of phones that waits. */
async function openTwo(): Promise<void> {
  const { openApproval, transactions } = createApprovals(opened.database, sources)
  const [attempt, candidate] = await opened.database.write(async (tx) => {
    const { id: requesterId } = await seedEmployee(tx, { leaders: [leaderId] })
    const siteId = await seedSite(tx)
    const seed = { employeeId: requesterId, slot: '2026-11-18 early-1', outcome: 'pending', siteId } as const
    const attemptId = await seedAttempt(tx, { ...seed, at: '2026-11-18T08:52:09+08:00' })
    await seedDevice(tx, { employeeId: requesterId })
    const device = await seedDevice(tx, { employeeId: requesterId, state: 'candidate' })
    const about = { requesterId, reason: '在客户现场', requestId: null }
    return [
      { ...about, id: systemRandom.id(), kind: 'attempt', subjectId: attemptId } as const,
      { ...about, id: device.id, kind: 'rebind', subjectId: device.id } as const,
    ] as const
  })
  for (const request of [attempt, candidate]) {
    await transactions.inTransaction((tx) => openApproval(tx, request, NOW_MS))
  }
}

it('describes a page with the same number of statements for two requests and for twenty', async () => {
  const { counting, statements } = await countStatements(opened.url)
  try {
    const list = createListApprovals(createApprovals(counting, sources))
    const caller = { employeeId: leaderId, roles: [] }
    const cost = async () => {
      const before = statements()
      const { items } = await list({ caller, role: 'approver', status: 'pending', before: null, limit: 50 })
      return { items, statements: statements() - before }
    }
    await openTwo()
    const few = await cost()
    expect(few.items.map(({ kind, subjectVersion }) => [kind, subjectVersion]).sort()).toEqual([
      ['attempt', 1],
      ['rebind', 1],
    ])
    for (let count = 0; count < 9; count++) await openTwo()
    const many = await cost()
    expect([many.items.length, many.statements]).toEqual([20, few.statements])
    const sites = many.items.flatMap(({ subject }) => (subject.kind === 'attempt' ? (subject.siteName ?? []) : []))
    expect(new Set(sites).size).toBe(10)
  } finally {
    await counting.close()
  }
})
