/** Later decisions on a real database, from the stored attempt to what it leaves behind. */
import { randomBytes } from 'node:crypto'
import {
  at,
  CAPTURED,
  DAY,
  fixOutside,
  HOUR,
  lateSlot,
  MINUTE,
  NOW,
  photo,
  visitSlot,
  type Changes,
} from '../../../test/check-in-builders'
import { startChild } from '../../../test/start-child'
import { seedPhones, storeCheckIn, type StoreChanges, type StoredPhone } from '../../../test/stored-attempts'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { Database } from '../../adapters/database/database'
import { createSettlementStore } from '../../adapters/database/settlement-store'
import { createTransactions } from '../../adapters/database/store-transaction'
import { systemRandom } from '../../adapters/system/system'
import type { SettleCause } from '../../ports/settle'
import type { SettlementStore } from '../../ports/settlement-store'
import { untilNoConflict } from '../../until-no-conflict'
import { createSettle } from './settle-attempt.usecase'

const LATER = NOW + 2 * HOUR
const APPROVED: SettleCause = { kind: 'approval', approved: true, by: 'employee-leader' }
const PHOTOS: SettleCause = { kind: 'photos', evidenceAtMs: LATER }
const CHILD_MS = 120_000

let opened: TestDatabase
let database: Database
let phone: StoredPhone

beforeEach(async () => {
  opened = await openTestDatabase()
  database = opened.database
  ;[phone] = (await seedPhones(database, 1)) as [StoredPhone]
})
afterEach(() => opened.close())

function settleWith(settlements: Pick<SettlementStore, 'load' | 'write'>, attemptId: string, cause: SettleCause) {
  const settle = createSettle({ settlements, random: systemRandom })
  return untilNoConflict(createTransactions(database), (tx) =>
    settle(tx, { attemptId, cause, requestId: 'request-1' }, LATER),
  )
}
const settle = (attemptId: string, cause: SettleCause) => settleWith(createSettlementStore(), attemptId, cause)

const verifyPhotos = (attemptId: string) =>
  database.write((tx) =>
    tx.attemptPhoto.updateMany({
      where: { attemptId },
      data: { state: 'verified', perceptualHash: '0f0f0f0f0f0f0f0f', verifiedAt: new Date(LATER) },
    }),
  )
const outcomesOf = async (...ids: string[]) => {
  const rows = await database.read.attempt.findMany({ where: { id: { in: ids } }, select: { id: true, outcome: true } })
  return ids.map((id) => rows.find((row) => row.id === id)?.outcome)
}
/** Pending on approval alone, its own photo verified. */
async function pendingApplication(changes: Changes = {}, of = phone, decision: StoreChanges['decision'] = {}) {
  const picture = photo({ sha256: randomBytes(32).toString('hex'), takenAtMs: changes.nowMs ?? NOW })
  const attempt = { fix: fixOutside(900), applicationReason: '地下车库没信号', photos: [picture] }
  const id = await storeCheckIn(database, of, { ...changes, attempt, decision })
  await verifyPhotos(id)
  await settle(id, PHOTOS)
  return id
}

describe('an attempt whose photo comes in later', () => {
  it('is accepted with its own time, once, and leaves an audit line and an event without a place', async () => {
    const id = await storeCheckIn(database, phone, { attempt: { photos: [photo()] } })
    await verifyPhotos(id)
    expect(await settle(id, PHOTOS)).toEqual({ changed: true, effect: null })
    expect(await settle(id, PHOTOS)).toEqual({ changed: false, effect: null })
    const row = await database.read.attempt.findUniqueOrThrow({ where: { id }, include: { decisions: true } })
    expect(row).toMatchObject({ outcome: 'accepted', decisionCount: 2, capturedAt: new Date(CAPTURED) })
    expect(row.decisions).toHaveLength(2)
    const audit = await database.read.auditRecord.findMany({ include: { detail: true } })
    expect(audit).toMatchObject([
      {
        actorKind: 'system',
        actorId: 'rule',
        action: 'check_in.redecided',
        subjectKind: 'attempt',
        subjectId: id,
        requestId: 'request-1',
        at: new Date(LATER),
      },
    ])
    const events = await database.read.outboxEvent.findMany()
    expect(events).toMatchObject([{ type: 'check_in.redecided', aggregateKey: `employee:${phone.employeeId}` }])
    expect(JSON.parse(events[0]?.payloadJson ?? '')).toEqual({
      attemptId: id,
      employeeId: phone.employeeId,
      decisionNumber: 2,
      cause: 'photos',
      decidedBy: 'rule',
      workDay: '2026-11-18',
      slotKind: 'early',
      slotSpan: 1,
      outcomeBefore: 'pending',
      outcome: 'accepted',
      code: 'ACCEPTED',
      findings: [],
      pendingFindings: [],
      evidenceState: 'verified',
      siteId: null,
      capturedAtMs: CAPTURED,
      receivedAtMs: NOW,
      supersedes: [],
      reinstates: null,
    })
  })

  it('that is gone is no fault', async () => {
    expect(await settle('nobody', PHOTOS)).toEqual({ changed: false, effect: null })
  })

  it('that nobody uploaded is refused when the deadline passed', async () => {
    const id = await storeCheckIn(database, phone, { attempt: { photos: [photo()] } })
    await database.write((tx) =>
      tx.attemptPhoto.updateMany({ where: { attemptId: id }, data: { state: 'failed', problem: 'not_uploaded' } }),
    )
    await settle(id, { kind: 'photos', evidenceAtMs: NOW + DAY })
    expect(await database.read.attempt.findUniqueOrThrow({ where: { id } })).toMatchObject({
      outcome: 'refused',
      code: 'PHOTO_NOT_UPLOADED',
      evidenceState: 'failed',
    })
  })
})

describe('approval beside an accepted attempt', () => {
  it.each<[string, StoreChanges, number, string, string]>([
    ['early, captured before it', {}, at('08:10'), 'accepted', 'superseded'],
    ['early, captured after it', {}, at('08:55'), 'superseded', 'accepted'],
    ['late, captured before it', { slot: lateSlot(), nowMs: at('18:30') }, at('18:10'), 'superseded', 'accepted'],
    ['late, captured after it', { slot: lateSlot(), nowMs: at('18:30') }, at('18:50'), 'accepted', 'superseded'],
    ['a visit within minutes', { slot: visitSlot(), nowMs: at('10:00') }, at('10:05'), 'superseded', 'accepted'],
    ['a visit later than that', { slot: visitSlot(), nowMs: at('10:00') }, at('10:15'), 'accepted', 'accepted'],
  ])('%s', async (_title, changes, capturedAtMs, own, others) => {
    const siteId = 'site-1'
    const pending = await pendingApplication(changes, phone, { capturedAtMs, siteId })
    const standing = await storeCheckIn(database, phone, { ...changes, decision: { siteId } })
    expect(await settle(pending, APPROVED)).toEqual({ changed: true, effect: null })
    expect(await outcomesOf(pending, standing)).toEqual([own, others])
    expect(await settle(pending, APPROVED)).toEqual({ changed: false, effect: null })
    const row = await database.read.attempt.findUniqueOrThrow({ where: { id: pending } })
    expect(row).toMatchObject({ approvedBy: 'employee-leader', capturedAt: new Date(capturedAtMs) })
  })
})

describe('races', () => {
  it('tries again with fresh facts when the day changed between reading and writing', async () => {
    const id = await pendingApplication()
    const real = createSettlementStore()
    let loads = 0
    const settlements: Pick<SettlementStore, 'load' | 'write'> = {
      load: async (tx, attemptId, cause) => {
        const facts = await real.load(tx, attemptId, cause)
        // The first one sees the day as it was before another check-in.
        return ++loads === 1 && facts !== null ? { ...facts, dayVersion: facts.dayVersion - 1, dayAttempts: [] } : facts
      },
      write: real.write,
    }
    const standing = await storeCheckIn(database, phone, { decision: { capturedAtMs: CAPTURED + MINUTE } })
    expect(await settleWith(settlements, id, APPROVED)).toEqual({ changed: true, effect: null })
    expect(loads).toBe(2)
    expect(await outcomesOf(id, standing)).toEqual(['accepted', 'superseded'])
  })

  it('gives up after five conflicts and leaves nothing', async () => {
    const id = await pendingApplication()
    const real = createSettlementStore()
    const busy = { load: real.load, write: () => Promise.resolve('conflict' as const) }
    await expect(settleWith(busy, id, APPROVED)).rejects.toMatchObject({ code: 'BUSY_TRY_AGAIN' })
    expect(await outcomesOf(id)).toEqual(['pending'])
  })

  it(
    'settles one slot once, whichever of two processes approves which of two attempts first',
    async () => {
      const phones = await seedPhones(database, 6)
      const pairs: [earlier: string, later: string][] = []
      for (const of of phones) {
        const earlier = await pendingApplication({}, of, { capturedAtMs: at('08:10') })
        pairs.push([earlier, await pendingApplication({}, of, { capturedAtMs: at('08:40') })])
      }
      const children = [
        startChild('settle-attempts', opened.url, 'leader-1', ...pairs.flat()),
        startChild('settle-attempts', opened.url, 'leader-2', ...pairs.flatMap(([earlier, later]) => [later, earlier])),
      ]
      const changes = (await Promise.all(children.map(({ output }) => output))).map(
        (text) => (JSON.parse(text) as { changed: number }).changed,
      )
      expect(changes.reduce((sum, count) => sum + count)).toBe(pairs.length * 2)
      for (const [earlier, later] of pairs) expect(await outcomesOf(earlier, later)).toEqual(['accepted', 'superseded'])
      const decisions = await database.read.decision.groupBy({ by: ['attemptId'], _count: true })
      const attempts = await database.read.attempt.findMany({ select: { id: true, decisionCount: true } })
      expect(new Map(decisions.map((row) => [row.attemptId, row._count]))).toEqual(
        new Map(attempts.map((row) => [row.id, row.decisionCount])),
      )
    },
    CHILD_MS,
  )
})
