/** Judged check-ins in a real database, as later decisions find them. */
import { randomUUID } from 'node:crypto'
import { seedCompany, seedConsentNotice, seedDevice, seedEmployee } from '../../prisma/seed/builders'
import { createCheckInStore } from '../src/adapters/database/check-in-store'
import type { Database } from '../src/adapters/database/database'
import { createFieldCipher } from '../src/adapters/system/field-cipher'
import { systemRandom } from '../src/adapters/system/system'
import type { CheckInWrite } from '../src/ports/check-in-store'
import { checkIn, decideOn, NOW, type Changes } from './check-in-builders'

const cipher = createFieldCipher({
  keys: [{ id: 'test', key: new Uint8Array(32).fill(1) }],
  currentKeyId: 'test',
  hashKey: new Uint8Array(32).fill(2),
})

export interface StoredPhone {
  readonly employeeId: string
  readonly keyThumbprint: string
}

export interface StoreChanges extends Changes {
  readonly write?: Partial<CheckInWrite>
  /** Over what the rules decided. */
  readonly decision?: Partial<CheckInWrite['decision']>
}

export async function seedPhones(database: Database, count: number): Promise<StoredPhone[]> {
  return database.write(async (tx) => {
    const company = await tx.company.count()
    if (company === 0) {
      await seedCompany(tx)
      await seedConsentNotice(tx)
    }
    const phones: StoredPhone[] = []
    for (let index = 0; index < count; index++) {
      const { id: employeeId } = await seedEmployee(tx, { consents: [1] })
      const { keyThumbprint } = await seedDevice(tx, { employeeId })
      phones.push({ employeeId, keyThumbprint })
    }
    return phones
  })
}

/** What a check-in of the builders would write, at the day's version in the database. */
export async function checkInWrite(
  database: Database,
  phone: StoredPhone,
  { write, decision, ...changes }: StoreChanges = {},
): Promise<CheckInWrite> {
  const scenario = checkIn({
    ...changes,
    attempt: { requestId: randomUUID(), challengeId: randomUUID(), ...changes.attempt },
  })
  const day = await database.read.employeeDay.findFirst({ where: { employeeId: phone.employeeId } })
  return {
    ...phone,
    attemptId: systemRandom.id(),
    sessionId: randomUUID(),
    signatureVerified: true,
    bodyHash: 'c'.repeat(64),
    receivedAtMs: changes.nowMs ?? NOW,
    networkAddress: '203.0.113.7',
    clientVersion: 'test-1',
    attempt: scenario.attempt,
    decision: { ...decideOn(scenario), siteId: null, ...decision },
    rule: null,
    zone: 'Asia/Shanghai',
    dayVersion: day?.version ?? 0,
    replyJson: '{}',
    challenge: null,
    trail: { audit: [], events: [] },
    ...write,
  }
}

/** @returns the attempt's id */
export async function storeCheckIn(database: Database, phone: StoredPhone, changes?: StoreChanges): Promise<string> {
  const write = await checkInWrite(database, phone, changes)
  if ((await createCheckInStore(database, { cipher, groupSize: 1 }).commit(write)) === 'conflict') {
    throw new Error('The check-in was not stored')
  }
  return write.attemptId
}

/** Commits what was written down earlier, as a slower process would. */
export function commitCheckIn(database: Database, write: CheckInWrite): Promise<'committed' | 'conflict'> {
  return createCheckInStore(database, { cipher, groupSize: 1 }).commit(write)
}
