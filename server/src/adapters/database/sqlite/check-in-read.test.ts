import { NOW, WORK_DAY, checkIn, fix } from '../../../../test/check-in-builders'
import { openTestSqlite, type TestDatabase } from '../../../../test/test-database'
import { seedConsentNotice, seedDevice, seedEmployee, seedSite } from '../../../../../prisma/seed/builders'
import type { CheckInQuery, LoadedCheckIn } from '../../../ports/check-in-store'
import { createFieldCipher } from '../../system/field-cipher'
import { createCheckInStore } from '../check-in-store'
import { coordinatesText, deviceFactsText } from '../check-in-text'
import type { Prisma } from '../../../generated/sqlserver/client'
import type { Transaction } from '../database'
import { workDayToDate } from '../work-day'

const KEY = new Uint8Array(32).fill(3)
const cipher = createFieldCipher({ keys: [{ id: 'test', key: KEY }], currentKeyId: 'test', hashKey: KEY })
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const PEOPLE = 8
const ATTEMPTS_PER_PERSON = 60
const ADDRESSES = ['203.0.113.7', '203.0.113.8']
const PLACES = [fix(), fix({ latitude: 31.23, accuracyMetres: 12.345678901234567 })]
const DEVICE = checkIn().attempt.device

/** The same numbers in every run (a linear congruential generator, Numerical Recipes). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

let opened: TestDatabase
beforeEach(async () => {
  opened = await openTestSqlite()
})
afterEach(() => opened.close())

const id = (...parts: readonly (string | number)[]) => `id-${parts.join('-')}`
const hash = (name: string) => name.padEnd(64, '0')
const ago = (ms: number) => new Date(NOW - ms)

/** Three months of everything that facts are made of, right down to the edges of the windows. */
async function seedHistory(tx: Transaction): Promise<CheckInQuery[]> {
  const below = numbersFrom(7)
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item
  await seedConsentNotice(tx)
  await seedConsentNotice(tx, { version: 2, publishedAt: ago(DAY_MS) })
  const sites = [await seedSite(tx, { id: 'site-b' }), await seedSite(tx, { id: 'site-a' })]
  for (const siteId of sites) {
    const addressHash = cipher.keyedHash(ADDRESSES[0] as string, 'network-address')
    await tx.siteAddress.create({ data: { siteId, addressHash } })
  }
  const outages = [DAY_MS, 91 * DAY_MS].map((ms, index) => ({ startsAt: ago(ms + MINUTE_MS), endsAt: ago(ms), index }))
  for (const { index, ...outage } of [...outages, { ...outages[0]!, index: 2 }]) {
    const withdrawnAt = index === 2 ? ago(MINUTE_MS) : null
    const data = { ...outage, id: id('outage', index), reason: '机房断网', declaredBy: 'hr', declaredAt: ago(0) }
    await tx.outageInterval.create({ data: { ...data, withdrawnAt } })
  }
  const queries: CheckInQuery[] = []
  for (let person = 0; person < PEOPLE; person++) {
    const { id: employeeId } = await seedEmployee(tx, { leftAt: person === 5 ? ago(DAY_MS) : null })
    const state = (['active', 'active', 'active', 'candidate', 'candidate', 'revoked'] as const)[person] ?? 'active'
    const { id: deviceId, keyThumbprint } = await seedDevice(tx, { employeeId, state })
    if (person === 1 || person === 3) {
      const rebind = { kind: 'rebind', subjectId: deviceId, requesterId: employeeId, reason: '换手机' }
      const times = { createdAt: ago(DAY_MS), expiresAt: new Date(NOW + MINUTE_MS) }
      await tx.approvalRequest.create({ data: { id: id('rebind', person), ...rebind, status: 'pending', ...times } })
    }
    for (const [index, withdrawn] of [true, false].entries()) {
      const given = {
        id: id('consent', person, index),
        employeeId,
        version: index + 1,
        givenAt: ago(DAY_MS * (9 - index)),
      }
      await tx.consent.create({ data: { ...given, withdrawnAt: withdrawn ? ago(DAY_MS) : null } })
    }
    for (let index = 0; index < 4; index++) {
      const issuedAt = ago((4 - index) * MINUTE_MS)
      const challenge = { keyThumbprint, employeeId, issuedAt, clockOffsetMs: index * -1234.567890123456 }
      await tx.challenge.create({ data: { id: id('challenge', person, index), ...challenge } })
      const plan = { employeeId, siteId: pick(sites), createdBy: 'hr', createdAt: ago(index * 1000) }
      const cancelledAt = index < 3 ? ago(index) : null
      const workDay = workDayToDate(index === 1 ? '2026-11-17' : WORK_DAY)
      await tx.fieldPlan.create({ data: { id: id('plan', person, index), ...plan, cancelledAt, workDay } })
    }
    if (person % 2 === 0) {
      const day = { employeeId, workDay: workDayToDate(WORK_DAY), version: person + 1, zone: 'Asia/Shanghai' }
      await tx.employeeDay.create({ data: day })
    }
    const attempts: Prisma.AttemptCreateManyInput[] = []
    for (let index = 0; index < ATTEMPTS_PER_PERSON; index++) {
      const attemptId = id('attempt', person, String(index).padStart(3, '0'))
      const recent = below(3) > 0
      const capturedAt = ago(recent ? below(2 * 60) * MINUTE_MS + index : below(95) * DAY_MS + index)
      const place = pick([...PLACES, null])
      const kind = pick(['early', 'late', 'visit'])
      attempts.push({
        id: attemptId,
        employeeId,
        workDay: workDayToDate(pick([WORK_DAY, '2026-11-17'])),
        slotKind: kind,
        slotSpan: index,
        slotKey: `${kind}-${index}`,
        zone: 'Asia/Shanghai',
        requestId: index % 3 === 0 ? null : id('request', person, index),
        keyThumbprint,
        bodyHash: hash('b'),
        challengeId: index < 32 && index % 2 === 0 ? id('challenge', person, 0) : null,
        challengePosition: index < 32 && index % 2 === 0 ? index : null,
        sessionId: 'session',
        phoneTime: capturedAt,
        capturedAt,
        receivedAt: capturedAt,
        deferred: index % 2 === 0,
        captureUnproven: index % 5 === 0,
        siteId: pick([...sites, null]),
        networkType: '5g',
        networkAddressHash: cipher.keyedHash(pick(ADDRESSES), 'network-address'),
        factsHash: cipher.keyedHash(deviceFactsText(pick([DEVICE, { ...DEVICE, model: 'other' }])), 'device-facts'),
        deviceJson: '{}',
        clientVersion: '1',
        accuracyMetres: place?.accuracyMetres ?? null,
        placeEncrypted: place && cipher.encrypt(JSON.stringify(place), `Attempt.place:${attemptId}`),
        placeHash: place && cipher.keyedHash(coordinatesText(place), 'coordinates'),
        replyJson: `{"attemptId":"${attemptId}","text":"“通过” \\u00e9 \\ud83d\\ude00"}`,
        outcome: pick(['accepted', 'pending', 'refused', 'superseded']),
        code: 'ACCEPTED',
        evidenceState: 'none',
      })
    }
    await tx.attempt.createMany({ data: attempts })
    for (let index = 0; index < 3; index++) {
      queries.push({
        employeeId,
        keyThumbprint: index === 2 ? hash('f') : keyThumbprint,
        challengeId: index === 2 ? 'unknown' : id('challenge', person, index),
        challengePosition: index,
        requestId: id('request', person, index),
        workDay: index === 1 ? '2026-11-17' : WORK_DAY,
        coordinates: index === 2 ? null : (PLACES[index] ?? null),
        deviceFacts: DEVICE,
        networkAddress: ADDRESSES[index % 2] as string,
        photoHashes: [],
        receivedAtMs: NOW + person,
      })
    }
    // The phone of the person before.
    const before = queries.at(-4)
    if (before !== undefined) queries.push({ ...before, employeeId })
  }
  return queries
}

it('reads what Prisma reads', async () => {
  const { database } = opened
  const queries = await database.write(seedHistory)
  const load = (engine: 'sqlite' | 'sqlserver') => {
    const store = createCheckInStore({ ...database, engine }, { cipher, groupSize: 64 })
    return Promise.all(queries.map((query) => store.load(query)))
  }
  const [own, prisma] = [await load('sqlite'), await load('sqlserver')]
  expect(own).toEqual(prisma)

  // All kinds of facts were there to be read, and not the same for everybody.
  const kinds: readonly ((loaded: LoadedCheckIn) => unknown)[] = [
    ({ repeat }) => repeat?.attemptId,
    ({ judgedLastHour }) => judgedLastHour,
    ({ refusedOfDay }) => refusedOfDay,
    ({ dayAttempts }) => dayAttempts.length,
    ({ day }) => day.version,
    ({ plans }) => plans.length,
    ({ employee }) => employee.leftAtMs,
    ({ device }) => `${device.state} ${device.owner}`,
    ({ challenge }) => challenge?.usedByAttemptId,
    ({ challenge }) => challenge?.nextIssuedAtMs,
    ({ unprovenCapturesAtMs }) => unprovenCapturesAtMs.length,
    ({ risk }) => risk.sameCoordinates.otherPeople,
    ({ risk }) => risk.sameCoordinates.otherDays,
    ({ risk }) => risk.sharedHandset.otherPeople,
    ({ risk }) => risk.networkSiteId,
    ({ risk }) => risk.earlierFixes[0]?.attemptId,
  ]
  for (const kind of kinds) expect(new Set(own.map(kind)).size).toBeGreaterThan(1)
  expect(own[0]?.outages).toHaveLength(1)
  expect(Math.max(...own.map(({ risk }) => risk.earlierFixes.length))).toBe(6)
}, 60_000)
