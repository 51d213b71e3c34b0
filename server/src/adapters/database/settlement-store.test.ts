import { DEFAULT_POLICY } from '#contract/policy'
import { seedDevice, seedRule } from '../../../../prisma/seed/builders'
import { at, CAPTURED, DAY, lateSlot, MINUTE, NOW, photo } from '../../../test/check-in-builders'
import { CANDIDATE, DEADLINE } from '../../../test/settlement-builders'
import { commitCheckIn, checkInWrite, seedPhones, storeCheckIn, type StoredPhone } from '../../../test/stored-attempts'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { SettleCause } from '../../ports/settle'
import type { SettlementFacts, SettlementWrite } from '../../ports/settlement-store'
import type { Transactions } from '../../ports/transaction'
import type { Database } from './database'
import { createSettlementStore } from './settlement-store'
import { createTransactions } from './store-transaction'

const store = createSettlementStore()
const ONE_PHOTO = { attempt: { photos: [photo()] } }
const sha = (letter: string) => letter.repeat(64)

let opened: TestDatabase
let database: Database
let transactions: Transactions
let phone: StoredPhone
let colleague: StoredPhone

beforeEach(async () => {
  opened = await openTestDatabase()
  database = opened.database
  transactions = createTransactions(database)
  ;[phone, colleague] = (await seedPhones(database, 2)) as [StoredPhone, StoredPhone]
})
afterEach(() => opened.close())

async function load(attemptId: string, cause: SettleCause['kind'] = 'photos'): Promise<SettlementFacts> {
  const facts = await transactions.inTransaction((tx) => store.load(tx, attemptId, cause))
  if (facts === null) throw new Error('no such attempt')
  return facts
}

function writeOf(facts: SettlementFacts, changes: Partial<SettlementWrite> = {}): SettlementWrite {
  const { attemptId, employeeId, slot, zone, decisionCount, dayVersion, findings, checks } = facts
  return {
    ...{ attemptId, employeeId, slot, zone, decisionCount, dayVersion, findings, checks },
    decidedBy: 'rule',
    outcome: 'accepted',
    code: 'ACCEPTED',
    evidenceState: 'verified',
    approvedBy: null,
    effect: null,
    supersedes: [],
    reinstates: null,
    trail: {
      audit: [
        {
          actor: { kind: 'system', id: 'rule' },
          action: 'check_in.redecided',
          subject: { kind: 'attempt', id: attemptId },
          requestId: null,
          detail: {},
        },
      ],
      events: [],
    },
    ...changes,
  }
}

/** Rolls back on a conflict, as callers do. */
async function write(settlement: SettlementWrite): Promise<'written' | 'conflict'> {
  const rollBack = new Error('conflict')
  try {
    return await transactions.inTransaction(async (tx) => {
      const written = await store.write(tx, settlement, NOW + MINUTE)
      if (written === 'conflict') throw rollBack
      return written
    })
  } catch (fault) {
    if (fault === rollBack) return 'conflict'
    throw fault
  }
}

const rowOf = (id: string) =>
  database.read.attempt.findUniqueOrThrow({ where: { id }, include: { decisions: { orderBy: { number: 'asc' } } } })
const verify = (attemptId: string, perceptualHash: string, verifiedAtMs = NOW, sha256 = photo().sha256) =>
  database.write((tx) =>
    tx.attemptPhoto.update({
      where: { attemptId_sha256: { attemptId, sha256 } },
      data: { state: 'verified', perceptualHash, verifiedAt: new Date(verifiedAtMs) },
    }),
  )

describe('load', () => {
  it('gives what the first decision left behind', async () => {
    const id = await storeCheckIn(database, phone, ONE_PHOTO)
    const facts = await load(id)
    expect(facts).toMatchObject({
      attemptId: id,
      employeeId: phone.employeeId,
      slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
      zone: 'Asia/Shanghai',
      siteId: null,
      capturedAtMs: CAPTURED,
      receivedAtMs: NOW,
      outcome: 'pending',
      code: 'PHOTO_AWAITED',
      decisionCount: 1,
      findings: [{ code: 'PHOTO_AWAITED', severity: 'pending' }],
      approvedBy: null,
      evidenceState: 'awaited',
      evidenceDeadlineMs: DEADLINE,
      claims: [photo()],
      photos: [{ sha256: photo().sha256, state: 'awaited', problem: null, usedBeforeAtMs: null, perceptualHash: null }],
      otherPictures: [],
      policy: DEFAULT_POLICY,
      dayAttempts: [],
      dayVersion: 1,
    })
    expect(facts.checks).toHaveLength(9)
  })

  it('finds nothing of an attempt that is not there', async () => {
    expect(await transactions.inTransaction((tx) => store.load(tx, 'nobody', 'photos'))).toBeNull()
  })

  it('gives the newest decision that judged it, not that it was replaced', async () => {
    const id = await storeCheckIn(database, phone, ONE_PHOTO)
    const facts = await load(id)
    await write(writeOf(facts, { findings: [] }))
    await database.write((tx) =>
      tx.decision.create({
        data: {
          attemptId: id,
          number: 3,
          decidedAt: new Date(NOW),
          decidedBy: 'rule',
          outcome: 'superseded',
          code: 'ACCEPTED',
          findingsJson: '["not these"]',
          checksJson: '[]',
        },
      }),
    )
    expect(await load(id)).toMatchObject({ findings: [], checks: facts.checks, decisionCount: 2, dayVersion: 2 })
  })

  it('gives the other accepted attempts of the slot, no others', async () => {
    const id = await storeCheckIn(database, phone, ONE_PHOTO)
    const standing = await storeCheckIn(database, phone)
    await storeCheckIn(database, phone, ONE_PHOTO)
    await storeCheckIn(database, phone, { slot: lateSlot(), nowMs: at('18:00') })
    await storeCheckIn(database, phone, { decision: { outcome: 'refused', code: 'OUT_OF_RANGE' } })
    await storeCheckIn(database, colleague)
    const nextDay = lateSlot({ workDay: '2026-11-19' })
    await storeCheckIn(database, phone, { slot: nextDay, write: { dayVersion: 0 } })
    expect((await load(id)).dayAttempts).toEqual([
      {
        id: standing,
        slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
        outcome: 'accepted',
        capturedAtMs: CAPTURED,
        siteId: null,
      },
    ])
  })

  it('gives the policy of the rule version that judged it', async () => {
    const ruleId = await database.write((tx) =>
      seedRule(tx, { scheduleKind: 'free', policy: { onReview: 'pending', visitRepeatMinutes: 25 } }),
    )
    const id = await storeCheckIn(database, phone, { ...ONE_PHOTO, write: { rule: { ruleId, version: 1 } } })
    expect((await load(id)).policy).toEqual({ ...DEFAULT_POLICY, onReview: 'pending', visitRepeatMinutes: 25 })
  })
})

describe('the photos of a stored attempt', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['verified by the deadline', { state: 'verified', verifiedAt: new Date(DEADLINE) }, { state: 'verified' }],
    ['verified too late', { state: 'verified', verifiedAt: new Date(DEADLINE + 1) }, { state: 'awaited' }],
    ['failed', { state: 'failed', problem: 'hash' }, { state: 'failed', problem: 'hash' }],
    ['never came', { state: 'failed', problem: 'not_uploaded' }, { state: 'failed', problem: 'not_uploaded' }],
    ['on its way', { state: 'awaited', nextCheckAt: new Date(NOW) }, { state: 'awaited', problem: null }],
  ])('%s', async (_title, data, expected) => {
    const id = await storeCheckIn(database, phone, ONE_PHOTO)
    await database.write((tx) => tx.attemptPhoto.updateMany({ where: { attemptId: id }, data }))
    expect((await load(id)).photos).toMatchObject([expected])
  })

  it('were used before by an earlier attempt, not by an own refused one, nor by a later one', async () => {
    const refused = { outcome: 'refused', code: 'OUT_OF_RANGE' } as const
    await storeCheckIn(database, phone, { ...ONE_PHOTO, decision: refused })
    const first = await storeCheckIn(database, phone, ONE_PHOTO)
    const second = await storeCheckIn(database, colleague, { ...ONE_PHOTO, nowMs: NOW + MINUTE })
    expect((await load(first)).photos).toMatchObject([{ usedBeforeAtMs: null }])
    expect((await load(second)).photos).toMatchObject([{ usedBeforeAtMs: NOW }])
  })

  it('are compared with verified pictures of this person or site of the last 90 days', async () => {
    const pictured = async (of: StoredPhone, letter: string, capturedAtMs: number, decision = {}) => {
      const id = await storeCheckIn(database, of, {
        attempt: { photos: [photo({ sha256: sha(letter) })] },
        decision: { capturedAtMs, ...decision },
      })
      await verify(id, letter.repeat(16), NOW, sha(letter))
      return id
    }
    const siteId = 'site-1'
    await pictured(phone, '1', CAPTURED - 90 * DAY)
    await pictured(phone, '2', CAPTURED - 90 * DAY - 1)
    await pictured(colleague, '3', CAPTURED - DAY, { siteId })
    await pictured(colleague, '4', CAPTURED - DAY, { siteId: 'site-2' })
    await pictured(phone, '5', CAPTURED - DAY, { outcome: 'refused', code: 'OUT_OF_RANGE' })
    await pictured(phone, '6', CAPTURED + MINUTE, { siteId })
    await storeCheckIn(database, phone, { attempt: { photos: [photo({ sha256: sha('7') })] } })
    const own = await pictured(phone, '8', CAPTURED, { siteId })
    const facts = await load(own)
    expect(facts.photos).toMatchObject([{ perceptualHash: '8'.repeat(16) }])
    expect(facts.otherPictures).toEqual(['6', '1', '3'].map((digit) => digit.repeat(16)))
  })
})

it('reads how photos stand, and what they are compared with, for that cause alone', async () => {
  const id = await storeCheckIn(database, phone, ONE_PHOTO)
  await verify(id, '1'.repeat(16))
  await verify(await storeCheckIn(database, phone, ONE_PHOTO), '2'.repeat(16))
  const facts = await load(id, 'photos')
  expect([facts.photos.length, facts.otherPictures.length]).toEqual([1, 1])
  for (const cause of ['approval', 'rebind'] as const) {
    expect(await load(id, cause)).toEqual({ ...facts, photos: [], otherPictures: [] })
  }
})

describe('write', () => {
  it('adds a decision and leaves the first one, the capture and the reply alone', async () => {
    const id = await storeCheckIn(database, phone, ONE_PHOTO)
    const before = await rowOf(id)
    expect(await write(writeOf(await load(id), { approvedBy: 'leader', decidedBy: 'leader', findings: [] }))).toBe(
      'written',
    )
    const { decisions, ...row } = await rowOf(id)
    const { decisions: first, ...unchanged } = before
    expect(row).toEqual({
      ...unchanged,
      outcome: 'accepted',
      code: 'ACCEPTED',
      evidenceState: 'verified',
      approvedBy: 'leader',
      decisionCount: 2,
    })
    expect(decisions).toMatchObject([
      first[0],
      { number: 2, decidedAt: new Date(NOW + MINUTE), decidedBy: 'leader', outcome: 'accepted', effect: null },
    ])
    expect(await database.read.employeeDay.findMany()).toMatchObject([{ version: 2, zone: 'Asia/Shanghai' }])
    expect(await database.read.auditRecord.count({ where: { action: 'check_in.redecided' } })).toBe(1)
  })

  it('opens a day that has no row yet, once', async () => {
    const refused = { outcome: 'refused', code: 'OUT_OF_RANGE' } as const
    const id = await storeCheckIn(database, phone, { decision: refused })
    expect((await load(id)).dayVersion).toBe(0)
    const settlement = writeOf(await load(id))
    expect(await write(settlement)).toBe('written')
    expect(await database.read.employeeDay.findMany()).toMatchObject([{ version: 1 }])
    expect(await write({ ...settlement, decisionCount: 2 })).toBe('conflict')
  })

  it.each<[string, (facts: SettlementFacts) => Partial<SettlementWrite>]>([
    ['the day changed', ({ dayVersion }) => ({ dayVersion: dayVersion + 1 })],
    ['the attempt was decided', ({ decisionCount }) => ({ decisionCount: decisionCount + 1 })],
    ['the one to replace stands no more', () => ({ supersedes: ['gone'] })],
    ['the one to count again is not superseded', () => ({ outcome: 'refused', reinstates: 'gone' })],
  ])('is a conflict that leaves nothing behind when %s meanwhile', async (_title, stale) => {
    const id = await storeCheckIn(database, phone, ONE_PHOTO)
    const before = await rowOf(id)
    const facts = await load(id)
    expect(await write(writeOf(facts, stale(facts)))).toBe('conflict')
    expect(await rowOf(id)).toEqual(before)
    expect(await database.read.employeeDay.findMany()).toMatchObject([{ version: 1 }])
    expect(await database.read.auditRecord.count()).toBe(0)
  })

  it('replaces first, then accepts: one accepted early check-in of a slot at any moment', async () => {
    const id = await storeCheckIn(database, phone, ONE_PHOTO)
    const standing = await storeCheckIn(database, phone)
    const facts = await load(id)
    expect(await write(writeOf(facts))).toBe('conflict')
    expect(await rowOf(standing)).toMatchObject({ outcome: 'accepted', decisionCount: 1 })
    expect(await write(writeOf(facts, { supersedes: [standing] }))).toBe('written')
    expect(await rowOf(id)).toMatchObject({ outcome: 'accepted', decisionCount: 2 })
    expect(await rowOf(standing)).toMatchObject({
      outcome: 'superseded',
      code: 'ACCEPTED',
      decisionCount: 2,
      decisions: [
        { outcome: 'accepted' },
        { number: 2, outcome: 'superseded', decidedBy: 'rule', decidedAt: new Date(NOW + MINUTE), checksJson: '[]' },
      ],
    })
  })

  it('refuses first, then lets the one that was replaced count again', async () => {
    const id = await storeCheckIn(database, phone, ONE_PHOTO)
    const replaced = await storeCheckIn(database, phone)
    await write(writeOf(await load(id), { supersedes: [replaced] }))
    const facts = await load(id)
    expect(facts.dayAttempts).toMatchObject([{ id: replaced, outcome: 'superseded' }])
    const refusal = { outcome: 'refused', code: 'PHOTO_MISMATCH', reinstates: replaced } as const
    expect(await write(writeOf(facts, refusal))).toBe('written')
    expect(await rowOf(id)).toMatchObject({ outcome: 'refused', decisionCount: 3 })
    expect(await rowOf(replaced)).toMatchObject({
      outcome: 'accepted',
      decisions: [{}, { number: 2, outcome: 'superseded' }, { number: 3, outcome: 'accepted', decidedBy: 'rule' }],
    })
  })

  it('makes a check-in conflict that rests on the day before it', async () => {
    const id = await storeCheckIn(database, phone, ONE_PHOTO)
    const slower = await checkInWrite(database, phone, { slot: lateSlot(), nowMs: at('18:00') })
    expect(await write(writeOf(await load(id)))).toBe('written')
    expect(await commitCheckIn(database, slower)).toBe('conflict')
    expect(await commitCheckIn(database, { ...slower, dayVersion: 2 })).toBe('committed')
  })
})

it('names the first of the attempts of a key that wait for its change of phones, in the order of capture', async () => {
  const { employeeId } = phone
  const { keyThumbprint } = await database.write((tx) => seedDevice(tx, { employeeId, state: 'candidate' }))
  const candidate = { employeeId, keyThumbprint }
  const held = (capturedAtMs: number) =>
    storeCheckIn(database, candidate, { ...ONE_PHOTO, device: CANDIDATE, decision: { capturedAtMs } })
  const later = await held(CAPTURED + MINUTE)
  const earlier = await held(CAPTURED - MINUTE)
  // Pending for its photo alone, accepted, and another key's.
  await storeCheckIn(database, candidate, ONE_PHOTO)
  await storeCheckIn(database, candidate)
  const { id } = await database.write((tx) => seedDevice(tx, { employeeId: colleague.employeeId, state: 'candidate' }))
  const other = await database.read.device.findUniqueOrThrow({ where: { id } })
  await storeCheckIn(database, other, { ...ONE_PHOTO, device: CANDIDATE })
  const heldOfKey = (limit: number) =>
    transactions.inTransaction((tx) => store.heldOfKey(tx, employeeId, keyThumbprint, limit))
  expect(await heldOfKey(50)).toEqual([earlier, later])
  expect(await heldOfKey(1)).toEqual([earlier])
})
