import { createHash, generateKeyPairSync } from 'node:crypto'
import type { CheckInReply } from '#contract/api'
import type { SlotName } from '#contract/work-day'
import {
  seedAssignment,
  seedCompany,
  seedConsentNotice,
  seedDevice,
  seedEmployee,
  seedFieldPlan,
  seedRule,
  seedSite,
} from '../../../../prisma/seed/builders'
import { countingRandom } from '../../../test/fakes'
import { signCheckIn, type FleetPhone } from '../../../test/fleet'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createCheckInRules } from '../../adapters/database/check-in-rules'
import { createCheckInStore } from '../../adapters/database/check-in-store'
import { groupSites } from '../../adapters/database/group-sites'
import { createRuleStore } from '../../adapters/database/rule-store'
import { createSiteStore } from '../../adapters/database/site-store'
import { deviceSignatures } from '../../adapters/system/device-signature'
import { createFieldCipher } from '../../adapters/system/field-cipher'
import { createPresenceProofVerifier } from '../../adapters/system/presence-proof'
import { parseSignedBytes } from '../../http/signature-headers'
import { checkInRequestSchema } from './check-in.schema'
import { submitCheckIn, type SubmitCheckInPorts } from './submit-check-in.usecase'

const NOW_MS = Date.parse('2026-11-18T08:52:10+08:00')
const WORK_DAY = '2026-11-18'
const ADDRESS = '203.0.113.40'
const KEY = new Uint8Array(32).fill(7)
const cipher = createFieldCipher({ keys: [{ id: 'k1', key: KEY }], currentKeyId: 'k1', hashKey: KEY })

let opened: TestDatabase
let ports: SubmitCheckInPorts
let random: ReturnType<typeof countingRandom>
let siteId: string

beforeEach(async () => {
  opened = await openTestDatabase()
  const { database } = opened
  random = countingRandom()
  ports = {
    checkIns: createCheckInStore(database, { cipher, groupSize: 64 }),
    checkInRules: createCheckInRules(createRuleStore(database), 64),
    sites: groupSites(createSiteStore(database, cipher), 64),
    verifyPresenceProof: createPresenceProofVerifier(),
    signatures: deviceSignatures,
    hashBody: (body) => createHash('sha256').update(body).digest('hex'),
    clock: { nowMs: () => NOW_MS },
    random,
    attemptsPerHour: 60,
    inCohorts: (_employeeId, work) => work(),
    measure: (_part, work) => work(),
    countDecision: () => {},
  }
  await database.write(async (tx) => {
    await seedCompany(tx)
    await seedConsentNotice(tx)
    siteId = await seedSite(tx)
    await seedAssignment(tx, await seedRule(tx, { scheduleKind: 'free', sites: [siteId], assignTo: [] }), {
      kind: 'company',
    })
  })
})
afterEach(() => opened.close())

interface PhoneOptions {
  readonly consents?: readonly number[]
  readonly state?: 'active' | 'candidate'
}

/** A person with a phone and one challenge for it, issued a second ago. */
async function person({ consents = [1], state = 'active' }: PhoneOptions = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'))
  const model = `Phone ${random.id()}`
  const facts = { brand: 'Fleet', model, platform: 'android', system: 'Android 15' }
  return opened.database.write(async (tx) => {
    const { id: employeeId } = await seedEmployee(tx, { consents: [...consents] })
    const { id: deviceId, keyThumbprint } = await seedDevice(tx, { employeeId, publicKey: raw, state, facts })
    const challengeId = random.id()
    const issuedAt = new Date(NOW_MS - 1_000)
    await tx.challenge.create({ data: { id: challengeId, keyThumbprint, employeeId, issuedAt, clockOffsetMs: 0 } })
    const phone: FleetPhone = {
      employeeId,
      accessToken: '-',
      keyThumbprint,
      privateKey,
      model,
      challengeIds: [challengeId],
    }
    return { phone, employeeId, deviceId, challengeId }
  })
}

interface Sending {
  readonly slot?: SlotName
  readonly position?: number
  readonly requestId?: string
  /** Whose session it comes in; the phone's own person by default. */
  readonly employeeId?: string
  readonly siteId?: string
}

async function send(phone: FleetPhone, sending: Sending = {}): Promise<CheckInReply> {
  const { slot = { workDay: WORK_DAY, kind: 'early', span: 1 }, position = 0, requestId = random.id() } = sending
  const challengeId = phone.challengeIds[0] as string
  const { body, headers } = signCheckIn({
    phone,
    slot,
    ...(sending.siteId === undefined ? {} : { siteId: sending.siteId }),
    requestId,
    challengeId,
    position,
    nowMs: NOW_MS,
    jitter: position,
  })
  const bytes = Buffer.from(body)
  const text = await submitCheckIn(ports, {
    employeeId: sending.employeeId ?? phone.employeeId,
    sessionId: phone.employeeId,
    requestId: random.id(),
    networkAddress: ADDRESS,
    receivedAtMs: NOW_MS,
    sentAtMs: NOW_MS,
    body: checkInRequestSchema.parse(JSON.parse(body)),
    signed: parseSignedBytes({ method: 'POST', target: '/api/v1/check-ins', headers }, bytes),
  })
  return JSON.parse(text) as CheckInReply
}

const rows = (employeeId: string) =>
  opened.database.read.attempt.findMany({ where: { employeeId }, orderBy: { id: 'asc' } })

describe('without consent', () => {
  it('keeps no evidence and uses no position up, however often it is tried', async () => {
    const { phone, employeeId } = await person({ consents: [] })
    for (let tries = 0; tries < 2; tries++) {
      expect(await send(phone)).toMatchObject({ outcome: 'refused', code: 'CONSENT_REQUIRED' })
    }
    for (const row of await rows(employeeId)) {
      expect(row).toMatchObject({
        requestId: expect.any(String) as string,
        challengeId: null,
        placeEncrypted: null,
        placeHash: null,
        cellLatitude: null,
        accuracyMetres: null,
        wifiEncrypted: null,
      })
    }
    await opened.database.write((tx) =>
      tx.consent.create({ data: { id: random.id(), employeeId, version: 1, givenAt: new Date(NOW_MS - 60_000) } }),
    )
    expect(await send(phone)).toMatchObject({ outcome: 'accepted' })
  })
})

describe('the day', () => {
  it('is not opened by a refused attempt, whose zone could still change', async () => {
    const { phone, employeeId } = await person()
    const coming: SlotName = { workDay: '2026-11-23', kind: 'early', span: 1 }
    expect(await send(phone, { slot: coming })).toMatchObject({ code: 'OUTSIDE_WINDOW' })
    expect(await opened.database.read.employeeDay.count()).toBe(0)
    expect(await send(phone, { position: 1 })).toMatchObject({ outcome: 'accepted' })
    expect(await send(phone, { position: 2 })).toMatchObject({ code: 'DUPLICATE_SLOT' })
    const days = await opened.database.read.employeeDay.findMany({ where: { employeeId } })
    expect(days).toMatchObject([{ zone: 'Asia/Shanghai', version: 2 }])
  })

  it('is counted in the zone of the first planned site that has one', async () => {
    const { phone, employeeId } = await person()
    await opened.database.write(async (tx) => {
      const sites = [
        await seedSite(tx, { id: '0190f000-0000-7000-8000-000000000003' }),
        await seedSite(tx, { id: '0190f000-0000-7000-8000-000000000002', zone: 'Asia/Tokyo' }),
        await seedSite(tx, { id: '0190f000-0000-7000-8000-000000000001', zone: 'Asia/Kolkata' }),
      ]
      for (const [index, planned] of sites.entries()) {
        const createdAt = new Date(NOW_MS - 3_600_000 + index)
        await seedFieldPlan(tx, { employeeId, siteId: planned, workDay: WORK_DAY, createdAt })
      }
    })
    expect(await send(phone)).toMatchObject({ outcome: 'accepted' })
    expect(await rows(employeeId)).toMatchObject([{ zone: 'Asia/Tokyo' }])
  })
})

describe('a person without a rule', () => {
  it('is told of instants in the zone of the company', async () => {
    const { phone } = await person()
    await opened.database.write((tx) => tx.ruleAssignment.deleteMany())
    const { code, findings } = await send(phone)
    expect(code).toBe('SLOT_UNKNOWN')
    expect(findings[0]?.seen).toEqual({ capturedAt: '2026-11-18T08:52:10.000+08:00' })
  })
})

describe('the candidate of a rebind', () => {
  const rebind = (employeeId: string, subjectId: string, changes: { status?: string; expiresAt?: Date } = {}) =>
    opened.database.write((tx) =>
      tx.approvalRequest.create({
        data: {
          id: random.id(),
          kind: 'rebind',
          subjectId,
          requesterId: employeeId,
          reason: '换手机',
          status: 'pending',
          createdAt: new Date(NOW_MS - 60_000),
          expiresAt: new Date(NOW_MS + 60_000),
          ...changes,
        },
      }),
    )

  it('waits with it while it is open, and gets the next challenge', async () => {
    const { phone, employeeId, deviceId } = await person({ state: 'candidate' })
    await rebind(employeeId, deviceId)
    const reply = await send(phone)
    expect(reply.findings.map(({ code }) => code)).toContain('DEVICE_AWAITING_APPROVAL')
    expect(reply.challenge).not.toBeNull()
  })

  it.each([
    ['never asked for', null],
    ['rejected', { status: 'rejected' }],
    ['expired', { expiresAt: new Date(NOW_MS) }],
  ])('is an unknown key when it was %s', async (_case, request) => {
    const { phone, employeeId, deviceId } = await person({ state: 'candidate' })
    if (request !== null) await rebind(employeeId, deviceId, request)
    expect(await send(phone)).toMatchObject({ code: 'DEVICE_NOT_BOUND', challenge: null })
    expect(await rows(employeeId)).toMatchObject([{ requestId: null, challengeId: null, placeEncrypted: null }])
  })
})

describe('one phone, two people', () => {
  it('spends a request id for both', async () => {
    const [first, second] = [await person(), await person()]
    const requestId = random.id()
    await send(first.phone, { requestId })
    await expect(send(first.phone, { requestId, employeeId: second.employeeId })).rejects.toMatchObject({
      code: 'REQUEST_ID_REUSED',
    })
  })
})

describe('alerts', () => {
  const alerts = async () => {
    const events = await opened.database.read.outboxEvent.findMany({ where: { type: 'check_in.alerted' } })
    return events.map(({ payloadJson }) => (JSON.parse(payloadJson) as { alertKind: string }).alertKind)
  }

  it('tells of the third refusal in a day, once', async () => {
    const { phone } = await person()
    const closed: SlotName = { workDay: WORK_DAY, kind: 'early', span: 9 }
    for (const [position, told] of [[], [], ['third_refusal'], ['third_refusal']].entries()) {
      await send(phone, { position, slot: closed })
      expect(await alerts()).toEqual(told)
    }
  })

  it('tells of a phone that is bound to another', async () => {
    const [first, second] = [await person(), await person()]
    expect(await send(first.phone, { employeeId: second.employeeId })).toMatchObject({
      code: 'DEVICE_BOUND_TO_ANOTHER',
      challenge: null,
    })
    expect(await alerts()).toEqual(['device_bound_to_another'])
  })
})

describe('what is in force at capture', () => {
  it('leaves out a site that was made later', async () => {
    const { phone } = await person()
    await opened.database.write((tx) => tx.site.updateMany({ data: { createdAt: new Date(NOW_MS + 1) } }))
    expect(await send(phone)).toMatchObject({ code: 'OUT_OF_RANGE', site: null })
  })
})

describe('signs', () => {
  it('does not fail over a stored place that cannot be read any more', async () => {
    const { phone } = await person()
    await send(phone)
    await opened.database.write((tx) => tx.attempt.updateMany({ data: { placeEncrypted: 'v1.lost.AAAA' } }))
    const late: SlotName = { workDay: WORK_DAY, kind: 'late', span: 1 }
    expect(await send(phone, { position: 1, slot: late })).toMatchObject({ outcome: 'accepted' })
  })

  it('does not take two sites behind one address for each other', async () => {
    const { phone } = await person()
    const known = (id: string) => ({ siteId: id, addressHash: cipher.keyedHash(ADDRESS, 'network-address') })
    const other = await opened.database.write((tx) => seedSite(tx, { id: '00000000-0000-7000-8000-000000000001' }))
    await opened.database.write((tx) => tx.siteAddress.create({ data: known(other) }))
    const codes = async (position: number) => {
      const visit: SlotName = { workDay: WORK_DAY, kind: 'visit', span: 0 }
      return (await send(phone, { position, slot: visit })).findings.map(({ code }) => code)
    }
    expect(await codes(0)).toContain('NETWORK_OF_OTHER_SITE')
    await opened.database.write((tx) => tx.siteAddress.create({ data: known(siteId) }))
    expect(await codes(1)).not.toContain('NETWORK_OF_OTHER_SITE')
  })

  it('counts other people and the own other days at the same coordinates', async () => {
    const [first, second] = [await person(), await person()]
    await send(first.phone)
    await opened.database.write((tx) => tx.attempt.updateMany({ data: { workDay: new Date('2026-11-17') } }))
    expect((await send(second.phone)).findings).toContainEqual(
      expect.objectContaining({ code: 'COORDINATES_REPEATED', seen: { otherPeople: 1, otherDays: 0 } }),
    )
  })
})
