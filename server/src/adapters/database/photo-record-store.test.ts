import { NOW, photo } from '../../../test/check-in-builders'
import { seedPhones, storeCheckIn } from '../../../test/stored-attempts'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { DuePhoto, PhotoRecordStore, PhotoVerdict } from '../../ports/photo-record-store'
import { createPhotoRecordStore } from './photo-record-store'
import type { Transaction } from './database'
import { createTransactions, toStoreTransaction } from './store-transaction'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** More than anybody sends here. */
const AMPLE_BYTES = 1_000_000_000
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
  deleteObjectAtMs: NOW + 364 * DAY_MS,
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
  store.noteTicket(named(sha256), ticketOf(lookAtMs, sha256), TRAIL, NOW)
const ticketOf = (lookAtMs: number, sha256: string, mostBytesADay = AMPLE_BYTES) => ({
  objectKey: `key-${sha256[0]}`,
  lookAtMs,
  mostBytesADay,
})
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
  expect(await give(NOW + 2 * MINUTE_MS)).toBe('noted')
  expect(await give(NOW + 5 * MINUTE_MS)).toBe('noted')
  expect(await dueAt(NOW + 2 * MINUTE_MS - 1)).toEqual([])
  expect(await dueAt(NOW + 2 * MINUTE_MS)).toEqual([ONE])
  expect(await give(NOW + MINUTE_MS)).toBe('noted')
  expect(await dueAt(NOW + MINUTE_MS)).toEqual([ONE])
  expect((await firstDue(NOW + MINUTE_MS)).objectKey).toBe('key-1')
  const stranger = { ...ticketOf(NOW, ONE), objectKey: 'key-of-another' }
  expect(await store.noteTicket(named(), stranger, TRAIL, NOW)).toBe('not_awaited')
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

it('lets no backlog of looks keep back what nobody asked a ticket for', async () => {
  await give(NOW)
  expect((await store.due(1, deadlineMs)).map(({ sha256 }) => sha256)).toEqual([ONE, OTHER])
})

it('finds at once what has no deadline, as it can have no ticket', async () => {
  await opened.database.write((tx) => tx.attempt.update({ where: { id: attemptId }, data: { evidenceDeadline: null } }))
  const due = await store.due(10, NOW)
  expect(due.map(({ sha256 }) => sha256).sort()).toEqual([ONE, OTHER])
  expect(due).toMatchObject([1, 2].map(() => ({ deadlineMs: null, dueAtMs: null })))
})

it('gives tickets for so many bytes a person and day, of all attempts of that day', async () => {
  const [phone] = await seedPhones(opened.database, 1)
  if (phone === undefined) throw new Error('no phone')
  const claims = [1, 2, 3].map((digit) => photo({ sha256: String(digit).repeat(64), byteLength: 1_000 }))
  const ids = [
    await storeCheckIn(opened.database, phone, { attempt: { photos: claims.slice(0, 1) } }),
    await storeCheckIn(opened.database, phone, { attempt: { photos: claims.slice(1) } }),
  ]
  const ask = (index: number, sha256: string, mostBytes: number) =>
    store.noteTicket({ attemptId: ids[index] ?? '', sha256 }, ticketOf(NOW, sha256, mostBytes), TRAIL, NOW)
  const [first = '', second = '', third = ''] = claims.map(({ sha256 }) => sha256)
  expect(await ask(0, first, 999)).toBe('over_budget')
  expect(await ask(0, first, 1_000)).toBe('noted')
  expect(await ask(0, first, 1_000)).toBe('noted')
  expect(await ask(1, second, 1_999)).toBe('over_budget')
  expect(await ask(1, second, 2_000)).toBe('noted')
  expect(await ask(1, third, 2_999)).toBe('over_budget')
  expect(await auditLines()).toBe(3)
  // Somebody else's photos of that day have a budget of their own.
  expect(await store.noteTicket(named(), ticketOf(NOW, ONE, 1_000_000), TRAIL, NOW)).toBe('noted')
})

it('lets one of many take a due photo', async () => {
  await give(NOW)
  const due = await firstDue(NOW)
  const claims = await Promise.all(Array.from({ length: 8 }, () => store.claim(due, NOW + MINUTE_MS)))
  expect(claims.filter(Boolean)).toHaveLength(1)
  expect(await dueAt(NOW + MINUTE_MS - 1)).toEqual([])
  expect(await firstDue(NOW + MINUTE_MS)).toMatchObject({ sha256: ONE, lostCount: 0, deadlineMs })
})

it('takes a photo that nobody asked a ticket for once, too', async () => {
  const due = (await store.due(10, deadlineMs)).filter(({ sha256 }) => sha256 === ONE)
  const claims = await Promise.all([...due, ...due].map((photo) => store.claim(photo, deadlineMs + MINUTE_MS)))
  expect(claims).toEqual([true, false])
  expect(await dueAt(deadlineMs)).toEqual([OTHER])
})

it('counts lost decoders, not looks', async () => {
  await give(NOW)
  const first = await firstDue(NOW)
  await store.claim(first, NOW + MINUTE_MS)
  await store.noteLost(first, NOW + 2 * MINUTE_MS)
  expect(await dueAt(NOW + 2 * MINUTE_MS - 1)).toEqual([])
  const second = await firstDue(NOW + 2 * MINUTE_MS)
  expect(second.lostCount).toBe(1)
  await store.noteLost(first, NOW)
  await store.claim(second, NOW + 3 * MINUTE_MS)
  expect(await firstDue(NOW + 3 * MINUTE_MS)).toMatchObject({ lostCount: 1 })
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
  expect(await give(NOW)).toBe('not_awaited')
  await store.noteUploaded(named(), NOW)
  expect(await dueAt(deadlineMs)).toEqual([OTHER])
  expect(await store.leftovers(10, deadlineMs)).toEqual([])
})

it('remembers until when a verified photo is kept, and what was found of it for longer', async () => {
  await give(NOW)
  await finish(GOOD)
  const untilMs = NOW + 364 * DAY_MS
  expect(await store.expired(10, untilMs - 1)).toEqual([])
  const [expired] = await store.expired(10, untilMs)
  if (expired === undefined) throw new Error('nothing is expired')
  expect(expired).toEqual({ attemptId, sha256: ONE, objectKey: 'key-1' })
  await store.postponeDeletion(expired, untilMs + MINUTE_MS)
  expect(await store.expired(10, untilMs)).toEqual([])
  expect(await store.expired(10, untilMs + MINUTE_MS)).toHaveLength(1)
  await store.forgetExpired(expired, TRAIL, untilMs)
  await store.forgetExpired(expired, TRAIL, untilMs)
  expect(await store.expired(10, untilMs + MINUTE_MS)).toEqual([])
  expect(await auditLines()).toBe(3)
  const [kept] = (await store.ofAttempt(attemptId))?.photos ?? []
  expect(kept).toMatchObject({ sha256: ONE, state: 'verified', objectKey: null, widthPixels: 640 })
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
  if (leftover === undefined) throw new Error('nothing is left over')
  expect(leftover).toEqual({ attemptId, sha256: ONE, objectKey: 'key-1' })
  await store.postponeDeletion(leftover, NOW + 2 * MINUTE_MS)
  expect(await store.leftovers(10, NOW + MINUTE_MS)).toEqual([])
  expect(await store.leftovers(10, NOW + 2 * MINUTE_MS)).toHaveLength(1)
  await store.forgetLeftover(leftover)
  expect(await store.leftovers(10, NOW + 2 * MINUTE_MS)).toEqual([])
  expect((await store.ofAttempt(attemptId))?.photos.map(({ problem }) => problem)).toEqual(['hash', 'not_uploaded'])
})

it('takes the attempt’s row before it settles one of its photos', async () => {
  // Where two transactions may run at once, this is what lets the second one see what the first one settled.
  const taken: string[] = []
  await opened.database.write((tx) => {
    const watched = new Proxy(tx, {
      get: (target, model: keyof Transaction) => {
        if (model !== 'attempt' && model !== 'attemptPhoto') return target[model]
        const { updateMany } = target[model] as typeof target.attempt
        const noted = (query: Parameters<typeof updateMany>[0]) => {
          taken.push(model)
          return updateMany(query)
        }
        return new Proxy(target[model], {
          get: (table, name) => (name === 'updateMany' ? noted : Reflect.get(table, name)),
        })
      },
    })
    return store.finish(toStoreTransaction(watched), named(), GOOD, TRAIL, NOW)
  })
  expect(taken).toEqual(['attempt', 'attemptPhoto'])
  expect(await opened.database.read.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
    decisionCount: 1,
  })
})
