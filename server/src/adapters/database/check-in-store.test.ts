import { randomUUID } from 'node:crypto'
import { NOW, WORK_DAY, checkIn, decideOn, fix, photo, type Changes } from '../../../test/check-in-builders'
import { CANDIDATE } from '../../../test/settlement-builders'
import { countStatements } from '../../../test/count-statements'
import { openTestDatabase, TESTED_ENGINES, type TestDatabase } from '../../../test/test-database'
import { seedCompany, seedConsentNotice, seedDevice, seedEmployee } from '../../../../prisma/seed/builders'
import type { CheckInQuery, CheckInStore, CheckInWrite, LoadedCheckIn } from '../../ports/check-in-store'
import { createFieldCipher } from '../system/field-cipher'
import { systemRandom } from '../system/system'
import { createCheckInStore } from './check-in-store'
import type { Database } from './database'

const GROUP = 32
const cipher = createFieldCipher({
  keys: [{ id: 'test', key: new Uint8Array(32).fill(1) }],
  currentKeyId: 'test',
  hashKey: new Uint8Array(32).fill(2),
})

interface Phone {
  readonly employeeId: string
  readonly keyThumbprint: string
}

let opened: TestDatabase
let database: Database
let store: CheckInStore
let phones: Phone[]

beforeEach(async () => {
  opened = await openTestDatabase()
  database = opened.database
  await database.write((tx) => seedCompany(tx))
  await database.write((tx) => seedConsentNotice(tx))
  phones = await addPhones(4)
})
afterEach(() => opened.close())

function addPhones(count: number): Promise<Phone[]> {
  return database.write(async (tx) => {
    const added: Phone[] = []
    for (let index = 0; index < count; index++) {
      const { id: employeeId } = await seedEmployee(tx, { consents: [1] })
      const { keyThumbprint } = await seedDevice(tx, { employeeId })
      added.push({ employeeId, keyThumbprint })
    }
    return added
  })
}

async function addChallenge({ employeeId, keyThumbprint }: Phone, issuedAtMs = NOW - 60_000): Promise<string> {
  const id = systemRandom.id()
  const issuedAt = new Date(issuedAtMs)
  await database.write((tx) =>
    tx.challenge.create({ data: { id, employeeId, keyThumbprint, issuedAt, clockOffsetMs: 0 } }),
  )
  return id
}

function queryOf(phone: Phone, changes: Partial<CheckInQuery> = {}): CheckInQuery {
  const { attempt } = checkIn()
  return {
    ...phone,
    challengeId: randomUUID(),
    challengePosition: 0,
    requestId: randomUUID(),
    workDay: WORK_DAY,
    coordinates: fix(),
    deviceFacts: attempt.device,
    networkAddress: '203.0.113.7',
    photoHashes: [],
    receivedAtMs: NOW,
    ...changes,
  }
}

interface WriteChanges extends Changes {
  readonly write?: Partial<CheckInWrite>
}

function writeOf(phone: Phone, { write, ...changes }: WriteChanges = {}): CheckInWrite {
  const scenario = checkIn({
    ...changes,
    attempt: { requestId: randomUUID(), challengeId: randomUUID(), ...changes.attempt },
  })
  const attemptId = systemRandom.id()
  return {
    ...phone,
    attemptId,
    sessionId: randomUUID(),
    signatureVerified: true,
    bodyHash: 'c'.repeat(64),
    receivedAtMs: NOW,
    networkAddress: '203.0.113.7',
    clientVersion: 'test-1',
    attempt: scenario.attempt,
    decision: { ...decideOn(scenario), siteId: null },
    rule: null,
    zone: 'Asia/Shanghai',
    dayVersion: 0,
    replyJson: `{"attemptId":"${attemptId}"}`,
    challenge: { id: systemRandom.id(), ...phone, issuedAtMs: NOW, clockOffsetMs: 0 },
    trail: {
      audit: [
        {
          actor: { kind: 'employee', id: phone.employeeId },
          action: 'check_in.accepted',
          subject: { kind: 'attempt', id: attemptId },
          requestId: null,
          detail: {},
        },
      ],
      events: [
        {
          id: systemRandom.id(),
          aggregateKey: `employee:${phone.employeeId}`,
          type: 'check_in.decided',
          payload: { attemptId },
        },
      ],
    },
    ...write,
  }
}

const phoneAt = (index: number) => phones[index] as Phone
const commitAll = (writes: readonly CheckInWrite[]) => Promise.all(writes.map((write) => store.commit(write)))
const versionOf = async ({ employeeId }: Phone) =>
  (await database.read.employeeDay.findFirst({ where: { employeeId } }))?.version ?? 0

/** Ids of the attempts that are there with everything that belongs to them, and nothing else is there. */
async function expectStored(writes: readonly CheckInWrite[]): Promise<void> {
  const ids = writes.map((write) => write.attemptId).sort()
  const { read } = database
  const [attempts, decisions, audit, events, challenges] = await Promise.all([
    read.attempt.findMany({ select: { id: true } }),
    read.decision.findMany({ select: { attemptId: true } }),
    read.auditRecord.findMany({ where: { subjectKind: 'attempt' }, select: { subjectId: true } }),
    read.outboxEvent.findMany({ select: { id: true } }),
    read.challenge.findMany({ where: { issuedAt: new Date(NOW) }, select: { id: true } }),
  ])
  expect(attempts.map((row) => row.id).sort()).toEqual(ids)
  expect(decisions.map((row) => row.attemptId).sort()).toEqual(ids)
  expect(audit.map((row) => row.subjectId).sort()).toEqual(ids)
  expect(events.map((row) => row.id).sort()).toEqual(writes.flatMap(({ trail }) => trail.events[0]?.id ?? []).sort())
  expect(challenges.map((row) => row.id).sort()).toEqual(writes.flatMap(({ challenge }) => challenge?.id ?? []).sort())
}

// On SQL Server the store goes by Prisma's own queries; here they run on SQLite too.
describe.each(TESTED_ENGINES)('as on %s', (engine) => {
  beforeEach(() => {
    store = createCheckInStore({ ...database, engine }, { cipher, groupSize: 64 })
  })

  describe('commit', () => {
    it('stores a group with everything that belongs to it', async () => {
      const writes = phones.map((phone) => writeOf(phone))
      expect(await commitAll(writes)).toEqual(phones.map(() => 'committed'))
      await expectStored(writes)
      expect(await Promise.all(phones.map(versionOf))).toEqual([1, 1, 1, 1])
    })

    it('rolls a group back when a day changed, and commits the others singly', async () => {
      const first = writeOf(phoneAt(1), { slot: null })
      await store.commit({ ...first, decision: { ...first.decision, outcome: 'pending' } })
      expect(await versionOf(phoneAt(1))).toBe(1)
      const writes = [writeOf(phoneAt(0)), writeOf(phoneAt(1), { write: { dayVersion: 7 } }), writeOf(phoneAt(2))]
      expect(await commitAll(writes)).toEqual(['committed', 'conflict', 'committed'])
      await expectStored([first, writes[0] as CheckInWrite, writes[2] as CheckInWrite])
      expect(await Promise.all(phones.slice(0, 3).map(versionOf))).toEqual([1, 1, 1])
    })

    it('keeps two attempts of one person apart: the second rests on a day that the first changed', async () => {
      const writes = [writeOf(phoneAt(0)), writeOf(phoneAt(0)), writeOf(phoneAt(1))]
      expect(await commitAll(writes)).toEqual(['committed', 'conflict', 'committed'])
      await expectStored([writes[0] as CheckInWrite, writes[2] as CheckInWrite])
    })

    it('lets a row that no statement takes fail alone', async () => {
      const before = writeOf(phoneAt(3))
      await store.commit(before)
      const bad = writeOf(phoneAt(1), { write: { attemptId: before.attemptId } })
      const writes = [writeOf(phoneAt(0)), bad, writeOf(phoneAt(2))]
      const results = await Promise.allSettled(writes.map((write) => store.commit(write)))
      expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
        'committed',
        'failed',
        'committed',
      ])
      await expectStored([before, writes[0] as CheckInWrite, writes[2] as CheckInWrite])
      expect(await versionOf(phoneAt(1))).toBe(0)
    })

    it('supersedes the record that it replaces, and is a conflict when that one stands no more', async () => {
      const first = writeOf(phoneAt(0))
      await store.commit(first)
      const replacing = (dayVersion: number) => {
        const write = writeOf(phoneAt(0), { write: { dayVersion } })
        const attempt = { ...write.attempt, slot: { ...write.attempt.slot, kind: 'late' as const } }
        return { ...write, attempt, decision: { ...write.decision, supersedes: [first.attemptId] } }
      }
      expect(await store.commit(replacing(1))).toBe('committed')
      const row = await database.read.attempt.findUniqueOrThrow({
        where: { id: first.attemptId },
        include: { decisions: { orderBy: { number: 'asc' } } },
      })
      expect(row).toMatchObject({ outcome: 'superseded', decisionCount: 2 })
      expect(row.decisions.map(({ number, outcome }) => [number, outcome])).toEqual([
        [1, 'accepted'],
        [2, 'superseded'],
      ])
      expect(await store.commit(replacing(2))).toBe('conflict')
      expect(await database.read.attempt.count()).toBe(2)
    })

    it('holds an attempt for a candidate only while that is one, and its neighbours in any case', async () => {
      const candidates = await Promise.all(
        [0, 1].map(async (index) => {
          const { employeeId } = phoneAt(index)
          const device = await database.write((tx) => seedDevice(tx, { employeeId, state: 'candidate' }))
          return { employeeId, ...device }
        }),
      )
      const [held, decided] = candidates.map(({ employeeId, keyThumbprint }) =>
        writeOf({ employeeId, keyThumbprint }, { device: CANDIDATE, attempt: { photos: [photo()] } }),
      ) as [CheckInWrite, CheckInWrite]
      expect(held.decision).toMatchObject({ outcome: 'pending', code: 'DEVICE_AWAITING_APPROVAL' })
      const ended = { state: 'revoked', revokedAt: new Date(NOW) }
      const where = { keyThumbprint: decided.keyThumbprint }
      await database.write((tx) => tx.device.updateMany({ where, data: ended }))
      const neighbour = writeOf(phoneAt(2))
      expect(await commitAll([held, decided, neighbour])).toEqual(['committed', 'conflict', 'committed'])
      await expectStored([held, neighbour])
      expect(await database.read.device.findMany({ where })).toMatchObject([ended])
    })

    it('keeps place, Wi-Fi and contacts encrypted, and nothing of them where evidence is discarded', async () => {
      const visit = { customer: '客户', contact: '陈经理', contactPhone: '13800000000', purpose: '拜访' }
      const wifi = { ssid: 'CJ-Office', bssid: '3c:06:a7:8f:2a:10' }
      const evidence = { attempt: { visit, wifi, photos: [photo()], note: '备注' } }
      const kept = writeOf(phoneAt(0), evidence)
      const discarded = writeOf(phoneAt(1), evidence)
      await commitAll([kept, { ...discarded, decision: { ...discarded.decision, discardsEvidence: true } }])
      const rows = await database.read.attempt.findMany({ include: { visit: true, photos: true } })
      expect(JSON.stringify(rows)).not.toMatch(/陈经理|13800000000|3c:06:a7|31\.20/)
      const byId = new Map(rows.map((row) => [row.id, row]))
      expect(byId.get(kept.attemptId)).toMatchObject({
        placeEncrypted: expect.any(String),
        wifiEncrypted: expect.any(String),
        visit: { customer: '客户' },
        photos: [{ state: 'awaited' }],
      })
      expect(byId.get(discarded.attemptId)).toMatchObject({
        placeEncrypted: null,
        wifiEncrypted: null,
        placeHash: null,
        cellLatitude: null,
        accuracyMetres: null,
        note: null,
        visit: null,
        photos: [],
      })
    })
  })

  describe('the unique indexes, as last guard', () => {
    const GUARDS: [name: string, second: (first: CheckInWrite) => WriteChanges][] = [
      ['one row per request id of a key', ({ attempt }) => ({ attempt: { requestId: attempt.requestId } })],
      ['one row per position of a challenge', ({ attempt }) => ({ attempt: { challengeId: attempt.challengeId } })],
    ]

    it.each(GUARDS)('%s', async (_, second) => {
      const first = writeOf(phoneAt(0))
      await store.commit(first)
      const write = writeOf(phoneAt(0), { ...second(first), write: { dayVersion: 1 } })
      const late = { ...write, attempt: { ...write.attempt, slot: { ...write.attempt.slot, kind: 'late' as const } } }
      expect(await store.commit(late)).toBe('conflict')
      await expectStored([first])
      expect(await versionOf(phoneAt(0))).toBe(1)
    })

    it('one accepted early check-in per slot, and another span is another slot', async () => {
      const first = writeOf(phoneAt(0))
      await store.commit(first)
      const again = writeOf(phoneAt(0), { write: { dayVersion: 1 } })
      expect(await store.commit(again)).toBe('conflict')
      await expectStored([first])
      const other = { ...again, attempt: { ...again.attempt, slot: { ...again.attempt.slot, span: 2 } } }
      expect(await store.commit(other)).toBe('committed')
    })

    it('one row per person and day: two that found none', async () => {
      await store.commit(writeOf(phoneAt(0)))
      expect(await store.commit(writeOf(phoneAt(0)))).toBe('conflict')
      expect(await versionOf(phoneAt(0))).toBe(1)
    })

    it('a row without a verified signature holds neither and stands in nobody’s way', async () => {
      const forged = writeOf(phoneAt(0), { device: { signature: 'invalid' }, write: { signatureVerified: false } })
      expect(forged.decision.outcome).toBe('refused')
      await store.commit(forged)
      const { requestId, challengeId } = forged.attempt
      const dayVersion = await versionOf(phoneAt(0))
      const honest = writeOf(phoneAt(0), { attempt: { requestId, challengeId }, write: { dayVersion } })
      expect(await store.commit(honest)).toBe('committed')
    })
  })

  describe('load', () => {
    it('answers each of a group as it would alone', async () => {
      const challengeId = await addChallenge(phoneAt(0))
      const elder = await addChallenge(phoneAt(0), NOW - 3_600_000)
      const done = writeOf(phoneAt(1), { attempt: { challengeId: await addChallenge(phoneAt(1)), photos: [photo()] } })
      await store.commit({ ...done, challenge: null })
      const { requestId, challengeId: usedId } = done.attempt
      const stranger = { employeeId: phoneAt(3).employeeId, keyThumbprint: 'f'.repeat(64) }
      const queries = [
        queryOf(phoneAt(0), { challengeId }),
        // A colleague with the first one's phone and an elder challenge of it.
        queryOf({ employeeId: phoneAt(2).employeeId, keyThumbprint: phoneAt(0).keyThumbprint }, { challengeId: elder }),
        queryOf(phoneAt(1), { requestId, challengeId: usedId, photoHashes: [photo().sha256] }),
        queryOf(phoneAt(2), { coordinates: null, workDay: '2026-11-17' }),
        queryOf(stranger),
        queryOf({ employeeId: 'nobody', keyThumbprint: 'e'.repeat(64) }),
      ]
      const together = await Promise.all(queries.map((query) => store.load(query)))
      const alone: LoadedCheckIn[] = []
      for (const query of queries) alone.push(await store.load(query))
      expect(together).toEqual(alone)
      expect(together[0]).toMatchObject({ device: { owner: 'self' }, challenge: { nextIssuedAtMs: null } })
      expect(together[1]).toMatchObject({
        device: { owner: 'other' },
        challenge: { issuedToThisKey: true, nextIssuedAtMs: NOW - 60_000 },
      })
      expect(together[2]).toMatchObject({
        repeat: { attemptId: done.attemptId },
        day: { version: 1, zone: 'Asia/Shanghai' },
        judgedLastHour: 1,
        dayAttempts: [{ id: done.attemptId }],
        challenge: { usedByAttemptId: done.attemptId },
      })
      expect(together[4]).toMatchObject({ publicKey: null, device: { state: 'unknown', owner: 'nobody' } })
    })

    it('finds the next challenge of each of two that one key holds', async () => {
      const [elder, younger] = [
        await addChallenge(phoneAt(0), NOW - 90_000),
        await addChallenge(phoneAt(0), NOW - 60_000),
      ]
      await addChallenge(phoneAt(0), NOW - 30_000)
      const queries = [elder, younger].map((challengeId) => queryOf(phoneAt(0), { challengeId }))
      const loaded = await Promise.all(queries.map((query) => store.load(query)))
      expect(loaded.map(({ challenge }) => challenge?.nextIssuedAtMs)).toEqual([NOW - 60_000, NOW - 30_000])
    })
  })

  describe('cost', () => {
    it(`is the same few SQL statements for one check-in and for ${GROUP} that come together`, async () => {
      const { counting, statements } = await countStatements(opened.url)
      const counted = createCheckInStore({ ...counting, engine }, { cipher, groupSize: 64 })
      const roundOf = async (round: readonly Phone[], dayVersion: number) => {
        const challenges = await Promise.all(round.map((phone) => addChallenge(phone)))
        const before = statements()
        await Promise.all(
          round.map((phone, index) => counted.load(queryOf(phone, { challengeId: challenges[index] ?? '' }))),
        )
        const loaded = statements() - before
        const writes = round.map((phone, index) => {
          const write = writeOf(phone, {
            attempt: { challengeId: challenges[index] ?? '', photos: [photo({ sha256: phone.keyThumbprint })] },
            write: { dayVersion },
          })
          const slot = { ...write.attempt.slot, span: dayVersion + 1 }
          return { ...write, attempt: { ...write.attempt, slot } }
        })
        expect(await Promise.all(writes.map((write) => counted.commit(write)))).toEqual(round.map(() => 'committed'))
        return { loaded, committed: statements() - before - loaded }
      }
      const [alone, many] = [phones.slice(0, 1), await addPhones(GROUP)]
      for (const round of [alone, many]) await roundOf(round, 0)
      const one = await roundOf(alone, 1)
      const group = await roundOf(many, 1)
      expect(group.loaded).toBe(one.loaded)
      // Prisma gives SQLite at most 999 parameters at once: the rows of a group's attempts take two statements.
      expect(group.committed).toBeLessThanOrEqual(one.committed + (engine === 'sqlite' ? 0 : 1))
      expect(one.loaded).toBeLessThanOrEqual(engine === 'sqlite' ? 1 : 24)
      expect(one.committed).toBeLessThanOrEqual(10)
      await counting.close()
    })
  })
})
