import { NOW, photo } from '../../../test/check-in-builders'
import { seedPhones, storeCheckIn } from '../../../test/stored-attempts'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { DuePhoto, PhotoRecordStore, PhotoVerdict } from '../../ports/photo-record-store'
import { createPhotoRecordStore } from './photo-record-store'
import { createTransactions } from './store-transaction'

const MINUTE_MS = 60_000
const [ONE, OTHER] = ['1'.repeat(64), '2'.repeat(64)] as const
const TRAIL = {
  audit: [
    {
      actor: { kind: 'system', id: 'test' },
      action: 'photo.tested',
      subject: { kind: 'attempt', id: '-' },
      requestId: null,
      detail: {},
    },
  ],
  events: [],
} as const
const GOOD: PhotoVerdict = {
  verified: true,
  perceptualHash: '0123456789abcdef',
  widthPixels: 640,
  heightPixels: 480,
  verifiedAtMs: NOW + 5,
}

let opened: TestDatabase
let store: PhotoRecordStore
let attemptId: string
let deadlineMs: number

beforeEach(async () => {
  opened = await openTestDatabase()
  store = createPhotoRecordStore(opened.database)
  const [phone] = await seedPhones(opened.database, 1)
  if (phone === undefined) throw new Error('no phone')
  const photos = [photo({ sha256: OTHER }), photo({ sha256: ONE })]
  attemptId = await storeCheckIn(opened.database, phone, { attempt: { photos } })
  deadlineMs = (await store.ofAttempt(attemptId))?.deadlineMs ?? NaN
}, 30_000)
afterEach(() => opened.close())

const named = (sha256: string = ONE) => ({ attemptId, sha256 })
const give = (lookAtMs: number, sha256: string = ONE) =>
  store.noteTicket(named(sha256), { objectKey: `key-${sha256[0]}`, lookAtMs }, TRAIL, NOW)
const auditLines = () => opened.database.read.auditRecord.count({ where: { action: 'photo.tested' } })
const dueAt = async (nowMs: number) => (await store.due(10, nowMs)).map(({ sha256 }) => sha256)
const finish = (verdict: PhotoVerdict, sha256: string = ONE) =>
  createTransactions(opened.database).inTransaction((tx) => store.finish(tx, named(sha256), verdict, TRAIL, NOW))

async function firstDue(nowMs: number): Promise<DuePhoto> {
  const [first] = await store.due(1, nowMs)
  if (first === undefined) throw new Error('nothing is due')
  return first
}

it('knows the photos of an attempt, and none of an attempt that there is not', async () => {
  const attempt = await store.ofAttempt(attemptId)
  expect(attempt?.photos.map(({ sha256, state, objectKey }) => [sha256, state, objectKey])).toEqual([
    [ONE, 'awaited', null],
    [OTHER, 'awaited', null],
  ])
  expect(Number.isFinite(deadlineMs)).toBe(true)
  expect(await store.ofAttempt('0190a000-0000-7000-8000-00000000ffff')).toBeNull()
})

it('looks no later for another ticket, and keeps the key', async () => {
  expect(await give(NOW + 2 * MINUTE_MS)).toBe(true)
  expect(await give(NOW + 5 * MINUTE_MS)).toBe(true)
  expect(await dueAt(NOW + 2 * MINUTE_MS - 1)).toEqual([])
  expect(await dueAt(NOW + 2 * MINUTE_MS)).toEqual([ONE])
  expect(await give(NOW + MINUTE_MS)).toBe(true)
  expect(await dueAt(NOW + MINUTE_MS)).toEqual([ONE])
  expect((await firstDue(NOW + MINUTE_MS)).objectKey).toBe('key-1')
  const stranger = { objectKey: 'key-of-another', lookAtMs: NOW }
  expect(await store.noteTicket(named(), stranger, TRAIL, NOW)).toBe(false)
  expect(await auditLines()).toBe(3)
})

it('looks now when the phone says so, if a ticket was given', async () => {
  await store.noteUploaded(named(), NOW)
  expect(await dueAt(NOW)).toEqual([])
  await give(NOW + 5 * MINUTE_MS)
  await store.noteUploaded(named(), NOW + 1)
  expect(await dueAt(NOW)).toEqual([])
  expect(await dueAt(NOW + 1)).toEqual([ONE])
})

it('finds what nobody asked a ticket for once the deadline passed', async () => {
  expect(await dueAt(deadlineMs - 1)).toEqual([])
  expect((await dueAt(deadlineMs)).sort()).toEqual([ONE, OTHER])
  expect(await store.due(1, deadlineMs)).toHaveLength(1)
})

it('lets one of many take a due photo', async () => {
  await give(NOW)
  const due = await firstDue(NOW)
  const claims = await Promise.all(Array.from({ length: 8 }, () => store.claim(due, NOW + MINUTE_MS)))
  expect(claims.filter(Boolean)).toHaveLength(1)
  expect(await dueAt(NOW + MINUTE_MS - 1)).toEqual([])
  expect(await firstDue(NOW + MINUTE_MS)).toMatchObject({ sha256: ONE, checkCount: 1, deadlineMs })
})

it('settles a photo once, with its trail', async () => {
  await give(NOW)
  expect(await finish(GOOD)).toBe(true)
  expect(await finish({ verified: false, problem: 'type', deleteObjectAtMs: NOW })).toBe(false)
  expect(await auditLines()).toBe(2)
  expect((await store.ofAttempt(attemptId))?.photos[0]).toMatchObject({
    state: 'verified',
    problem: null,
    widthPixels: 640,
    heightPixels: 480,
    verifiedAtMs: NOW + 5,
  })
  expect(await give(NOW)).toBe(false)
  await store.noteUploaded(named(), NOW)
  expect(await dueAt(deadlineMs)).toEqual([OTHER])
  expect(await store.leftovers(10, deadlineMs)).toEqual([])
})

it('settles nothing when the transaction around it fails', async () => {
  await give(NOW)
  const transactions = createTransactions(opened.database)
  const work = transactions.inTransaction(async (tx) => {
    await store.finish(tx, named(), GOOD, TRAIL, NOW)
    throw new Error('settlement failed')
  })
  await expect(work).rejects.toThrow('settlement failed')
  expect(await auditLines()).toBe(1)
  expect(await dueAt(NOW)).toEqual([ONE])
})

it('remembers what is to be deleted until it is', async () => {
  await give(NOW)
  await finish({ verified: false, problem: 'hash', deleteObjectAtMs: NOW + MINUTE_MS })
  await finish({ verified: false, problem: 'not_uploaded', deleteObjectAtMs: null }, OTHER)
  expect(await store.leftovers(10, NOW)).toEqual([])
  const [leftover] = await store.leftovers(10, NOW + MINUTE_MS)
  expect(leftover).toEqual({ attemptId, sha256: ONE, objectKey: 'key-1' })
  await store.forgetLeftover({ attemptId, sha256: ONE, objectKey: 'key-1' })
  expect(await store.leftovers(10, NOW + MINUTE_MS)).toEqual([])
  expect((await store.ofAttempt(attemptId))?.photos.map(({ problem }) => problem)).toEqual(['hash', 'not_uploaded'])
})
