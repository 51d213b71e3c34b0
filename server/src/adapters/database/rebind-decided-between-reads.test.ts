/** SQL Server reads a phone and its request one after the other: what is decided in between must not confuse them. */
import { seedCompany, seedConsentNotice, seedDevice, seedEmployee } from '../../../../prisma/seed/builders'
import { checkIn, fix, NOW, WORK_DAY } from '../../../test/check-in-builders'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createFieldCipher } from '../system/field-cipher'
import { createCheckInStore } from './check-in-store'
import type { Client, Database, Transaction } from './database'
import { createSessionStore } from './session-store'

const KEY = new Uint8Array(32).fill(3)
const cipher = createFieldCipher({ keys: [{ id: 'test', key: KEY }], currentKeyId: 'test', hashKey: KEY })
const DAY_MS = 86_400_000
const SESSION = 'session-1'

let opened: TestDatabase
let employeeId: string
let candidate: { id: string; keyThumbprint: string }

beforeEach(async () => {
  opened = await openTestDatabase()
  await opened.database.write(async (tx) => {
    await seedCompany(tx)
    await seedConsentNotice(tx)
    employeeId = (await seedEmployee(tx, { consents: [1] })).id
    candidate = await seedDevice(tx, { employeeId, state: 'candidate' })
    const [createdAt, expiresAt] = [new Date(NOW - DAY_MS), new Date(NOW + DAY_MS)]
    const about = { kind: 'rebind', subjectId: candidate.id, requesterId: employeeId, reason: '换了新手机' }
    await tx.approvalRequest.create({ data: { id: candidate.id, ...about, status: 'pending', createdAt, expiresAt } })
    const { keyThumbprint } = candidate
    await tx.session.create({ data: { id: SESSION, employeeId, keyThumbprint, loggedInAt: createdAt, expiresAt } })
  })
})
afterEach(() => opened.close())

/** As on SQL Server; `meanwhile` happens before the first look at requests. */
function databaseWith(meanwhile: (tx: Transaction) => Promise<unknown>): Database {
  let isDone = false
  const read = opened.database.read.$extends({
    query: {
      approvalRequest: {
        findMany: async ({ args, query }) => {
          if (!isDone) {
            isDone = true
            await opened.database.write(meanwhile)
          }
          return query(args)
        },
      },
    },
  }) as unknown as Client
  return { ...opened.database, engine: 'sqlserver', read }
}

const end = (status: string, state: string) => async (tx: Transaction) => {
  const at = new Date(NOW)
  await tx.approvalRequest.update({ where: { id: candidate.id }, data: { status, decidedAt: at } })
  const data = state === 'active' ? { state, boundAt: at } : { state, revokedAt: at }
  await tx.device.update({ where: { id: candidate.id }, data })
}

describe.each([
  ['nothing', async () => {}, 'candidate', ['candidate']],
  ['an approval', end('approved', 'active'), 'active', ['active']],
  ['a rejection', end('rejected', 'revoked'), 'revoked', []],
])('beside %s', (_what, meanwhile, ofCheckIn, ofSession) => {
  it('a check-in knows its phone', async () => {
    const store = createCheckInStore(databaseWith(meanwhile), { cipher, groupSize: 1 })
    const { attempt } = checkIn()
    const { device } = await store.load({
      ...{ employeeId, keyThumbprint: candidate.keyThumbprint, workDay: WORK_DAY, receivedAtMs: NOW },
      ...{ requestId: attempt.requestId, challengeId: attempt.challengeId, challengePosition: 0 },
      ...{ coordinates: fix(), deviceFacts: attempt.device, networkAddress: '203.0.113.7', photoHashes: [] },
    })
    expect(device).toMatchObject({ state: ofCheckIn, owner: 'self' })
  })

  it('a session knows its phone', async () => {
    const facts = await createSessionStore(databaseWith(meanwhile)).loadCaller(SESSION)
    expect(facts?.devices.map(({ state }) => state)).toEqual(ofSession)
  })
})
