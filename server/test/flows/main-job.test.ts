import { randomUUID } from 'node:crypto'
import type { CheckInReply, ContextReply, SessionReply } from '#contract/api'
import type { Coordinates, Fence } from '#contract/place'
import { seedDevice, seedFieldPlan, seedSite } from '../../../prisma/seed/builders'
import { fixAt, placeInside, placeOutside } from '../../demo/place'
import { createPhoneKey, type PhoneKey } from '../../demo/phone-key'
import {
  addPerson,
  bindPhone,
  checkIn,
  checkInRequest,
  expectRefusal,
  factsOf,
  loginToken,
  phoneOf,
  photoClaim,
  refresh,
  seedFreeHours,
  send,
  sendCheckIn,
  signedHeaders,
  startApp,
  type App,
  type PhoneInUse,
} from '../start-app'

const CENTRE: Coordinates = { latitude: 31.2041, longitude: 121.5907 }
const FENCE: Fence = { kind: 'circle', centre: CENTRE, radiusMetres: 150 }
const CUSTOMER_FENCE: Fence = { kind: 'circle', centre: { latitude: 31.31, longitude: 121.48 }, radiusMetres: 200 }
const WIFI = { ssid: 'CJ-Office', bssid: '0a:06:a7:0f:2a:01' }
const ATTEMPTS_PER_HOUR = 6

let app: App
let officeId: string
let customerId: string

const inside = (fence: Fence = FENCE) => ({ fix: fixAt(placeInside(fence), true) })
const outside = (fence: Fence = FENCE) => ({ fix: fixAt(placeOutside(fence), true) })
const rowOf = (attemptId: string) => app.database.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })
const codesOf = (reply: Pick<CheckInReply, 'findings'>) => reply.findings.map((finding) => finding.code)

beforeAll(async () => {
  app = await startApp({
    environment: { ATTEMPTS_PER_HOUR: String(ATTEMPTS_PER_HOUR) },
    seed: async (tx) => {
      officeId = await seedSite(tx, { name: '张江总部', fence: FENCE, wifi: [WIFI] })
      customerId = await seedSite(tx, { name: '青浦客户', kind: 'customer', fence: CUSTOMER_FENCE })
      await seedFreeHours(tx, [officeId], { name: '自由工时' })
    },
  })
}, 60_000)

afterAll(() => app.close())

describe('from login to one’s own record', () => {
  it('binds a phone step by step and accepts a signed check-in inside the fence', async () => {
    const person = await addPerson(app, { name: '许文静' })
    const phone = phoneOf(app, person)
    const session = await phone.login(await phone.loginCode())
    expect(session).toMatchObject({
      employee: { id: person.id, userId: person.userId, name: '许文静' },
      roles: ['staff'],
      device: 'none',
      refreshToken: null,
      consent: { currentVersion: 1, agreedVersion: null, sufficient: false },
    })
    await expect(phone.enrol()).rejects.toMatchObject({ status: 403, code: 'CONSENT_NEEDED' })
    const notice = await phone.notice()
    expect(await phone.agree(notice.version)).toMatchObject({ agreedVersion: 1, sufficient: true, due: false })
    const enrolment = await phone.enrol()
    const bound = await phone.bind(createPhoneKey(enrolment.seed), enrolment.enrolmentToken)
    expect(bound).toMatchObject({
      device: { state: 'active', facts: phone.facts },
      session: { device: 'bound', refreshToken: expect.any(String) },
    })
    const context = await phone.context()
    expect(context).toMatchObject({
      workDay: app.workDay,
      rule: { name: '自由工时', version: 1 },
      challenge: { positions: 32 },
      sites: [{ id: officeId, name: '张江总部', planned: false }],
    })
    const today = context.slots.filter((slot) => slot.workDay === app.workDay)
    expect(today.map((slot) => slot.kind).sort()).toEqual(['early', 'late', 'visit'])

    const { reply } = await phone.submit(phone.signCheckIn(checkInRequest(app, phone, 'early', inside())))
    expect(reply).toMatchObject({
      outcome: 'accepted',
      code: 'ACCEPTED',
      presenceBy: 'fence',
      site: { id: officeId, name: '张江总部' },
      deferred: false,
      findings: [],
    })
    expect(reply.challenge?.id).not.toBe(context.challenge.id)
    const early = (await phone.context()).slots.find((slot) => slot.kind === 'early')
    expect(early?.standing).toMatchObject({ attemptId: reply.attemptId, outcome: 'accepted' })

    const record = await phone.record(reply.attemptId)
    const { challenge: _, ...judged } = reply
    expect(record).toMatchObject({
      ...judged,
      place: { accuracyMetres: expect.any(Number) },
      rule: { name: '自由工时', version: 1 },
      decisions: [{ number: 1, decidedBy: 'rule', outcome: 'accepted', code: 'ACCEPTED' }],
    })
    expect(record.checks.map((row) => row.check)).toEqual([
      ...['employee', 'device', 'challenge', 'slot', 'duplicate', 'fence', 'wifi', 'evidence', 'risk'],
    ])
    for (const row of record.checks) expect(row.title).not.toBe('')
    expect((await phone.records()).items.map((item) => item.attemptId)).toEqual([reply.attemptId])
  })

  it('leaves audit lines and events of the binding and the decision, without a place', async () => {
    const phone = await bindPhone(app)
    const request = checkInRequest(app, phone, 'early', inside())
    const { reply } = await phone.submit(phone.signCheckIn(request))
    const { read } = app.database
    const events = await read.outboxEvent.findMany({ where: { aggregateKey: `employee:${phone.person.id}` } })
    expect(events.map((event) => event.type)).toEqual(
      expect.arrayContaining(['consent.given', 'device.bound', 'check_in.decided']),
    )
    const [line] = await read.auditRecord.findMany({
      where: { subjectKind: 'attempt', subjectId: reply.attemptId },
      include: { detail: true },
    })
    expect(line).toMatchObject({ action: 'check_in.accepted', actorKind: 'employee', actorId: phone.person.id })
    const row = await rowOf(reply.attemptId)
    const written = JSON.stringify([events, line, { ...row, replyJson: '' }])
    expect(request.fix).toBeDefined()
    expect(written).not.toContain(String(request.fix?.latitude))
    expect(written).not.toContain(String(request.fix?.longitude))
  })

  it('refuses outside the fence, stores it, and shows both sides', async () => {
    const phone = await bindPhone(app)
    const reply = await checkIn(app, phone, 'early', outside())
    expect(reply).toMatchObject({ outcome: 'refused', code: 'OUT_OF_RANGE', site: null, presenceBy: null })
    expect(reply.challenge).not.toBeNull()
    const record = await phone.record(reply.attemptId)
    expect(record).toMatchObject({ outcome: 'refused', code: 'OUT_OF_RANGE', sentence: reply.sentence })
    const fence = record.checks.find((row) => row.check === 'fence')
    expect(fence).toMatchObject({ result: 'failed', seen: { finding: 'OUT_OF_RANGE' } })
    expect(fence?.askedText).not.toBe('')
    expect(fence?.seenText).not.toBe('')
    expect(await checkIn(app, phone, 'early', inside())).toMatchObject({ outcome: 'accepted' })
  })
})

describe('places', () => {
  it('accepts an allowed Wi-Fi as iOS writes it, without leading zeros', async () => {
    const phone = await bindPhone(app)
    const wifi = { ssid: WIFI.ssid, bssid: 'A:6:A7:F:2A:1' }
    const reply = await checkIn(app, phone, 'early', { wifi, networkType: 'wifi' })
    expect(reply).toMatchObject({ outcome: 'accepted', presenceBy: 'wifi', site: { id: officeId } })
    expect(await phone.record(reply.attemptId)).toMatchObject({ wifi, place: null })
  })

  it.each([
    ['the same name on another access point', { ssid: WIFI.ssid, bssid: '0a:06:a7:0f:2a:02' }, 'WIFI_NOT_ALLOWED'],
    ['a name without a BSSID', { ssid: WIFI.ssid, bssid: '' }, 'WIFI_UNREADABLE'],
    ['the placeholder of Android', { ssid: WIFI.ssid, bssid: '02:00:00:00:00:00' }, 'WIFI_UNREADABLE'],
  ])('does not accept %s', async (_, wifi, code) => {
    const phone = await bindPhone(app)
    const reply = await checkIn(app, phone, 'early', { wifi, networkType: 'wifi' })
    expect(reply.outcome).toBe('refused')
    expect(codesOf(reply)).toContain(code)
  })

  it('accepts a visit at the customer that it names, and its repeat within minutes is a duplicate', async () => {
    const phone = await bindPhone(app)
    const visit = { customer: '青浦客户', contact: '陈经理', contactPhone: '13800000000', purpose: '例行回访' }
    const first = await checkIn(app, phone, 'visit', { siteId: customerId, visit, ...inside(CUSTOMER_FENCE) })
    expect(first).toMatchObject({ outcome: 'accepted', site: { id: customerId } })
    const [stored] = await app.database.read.visitRecord.findMany({ where: { attemptId: first.attemptId } })
    expect(stored).toMatchObject({ customer: '青浦客户', purpose: '例行回访' })
    expect(JSON.stringify(stored)).not.toMatch(/陈经理|13800000000/)
    const second = await checkIn(app, phone, 'visit', { siteId: customerId, visit, ...inside(CUSTOMER_FENCE) })
    expect(second).toMatchObject({
      outcome: 'refused',
      code: 'DUPLICATE_VISIT',
      standingAttemptId: first.attemptId,
    })
  })

  it('accepts at a planned site, which the context lists first, and nowhere else but at the rule’s own', async () => {
    const phone = await bindPhone(app)
    const early = { ...inside(CUSTOMER_FENCE) }
    expect(await checkIn(app, phone, 'early', early)).toMatchObject({ outcome: 'refused', code: 'OUT_OF_RANGE' })
    const { id: employeeId } = phone.person
    await app.seed((tx) =>
      seedFieldPlan(tx, { employeeId, siteId: customerId, workDay: app.workDay, createdAt: new Date(Date.now() - 1) }),
    )
    const context = await phone.context()
    expect(context.sites.map(({ id, planned }) => ({ id, planned }))).toEqual([
      { id: customerId, planned: true },
      { id: officeId, planned: false },
    ])
    const reply = await checkIn(app, phone, 'early', inside(CUSTOMER_FENCE))
    expect(reply).toMatchObject({ outcome: 'accepted', site: { id: customerId } })
  })
})

describe('the slot', () => {
  it('lets the first early check-in stand', async () => {
    const phone = await bindPhone(app)
    const first = await checkIn(app, phone, 'early', inside())
    const second = await checkIn(app, phone, 'early', inside())
    expect(second).toMatchObject({
      outcome: 'refused',
      code: 'DUPLICATE_SLOT',
      standingAttemptId: first.attemptId,
    })
  })

  it('lets a later late check-in supersede the earlier one and keeps both', async () => {
    const phone = await bindPhone(app)
    const first = await lateTwoMinutesAgo(phone)
    expect(first).toMatchObject({ outcome: 'accepted', deferred: false })
    await phone.context()
    const second = await checkIn(app, phone, 'late', inside())
    expect(second).toMatchObject({ outcome: 'accepted', code: 'ACCEPTED' })
    expect(await phone.record(first.attemptId)).toMatchObject({
      outcome: 'superseded',
      decisions: [{ outcome: 'accepted' }, { outcome: 'superseded', decidedBy: 'rule' }],
    })
    const context = await phone.context()
    expect(context.slots.find((slot) => slot.kind === 'late')?.standing?.attemptId).toBe(second.attemptId)
    expect((await phone.records()).items.map((item) => item.outcome)).toEqual(['accepted', 'superseded'])
    const third = await checkIn(app, phone, 'late', inside())
    expect(third).toMatchObject({ code: 'DUPLICATE_SLOT', standingAttemptId: second.attemptId })
  })

  it('refuses a day that is over and a slot that the rule does not have', async () => {
    const phone = await bindPhone(app)
    const weekAgo = new Date(Date.parse(app.workDay) - 7 * 86_400_000).toISOString().slice(0, 10)
    const old = await checkIn(app, phone, 'early', { slot: { workDay: weekAgo, kind: 'early', span: 1 }, ...inside() })
    expect(old).toMatchObject({ outcome: 'refused', code: 'OUTSIDE_WINDOW' })
    expect(codesOf(old)).toContain('TOO_LATE_FOR_DAY')
    const unknown = { workDay: app.workDay, kind: 'early', span: 7 } as const
    expect(await checkIn(app, phone, 'early', { slot: unknown, ...inside() })).toMatchObject({ code: 'SLOT_UNKNOWN' })
  })

  /** Signed two minutes ago by the phone, over a challenge that it had fetched before; consent and binding are older. */
  async function lateTwoMinutesAgo(phone: PhoneInUse): Promise<CheckInReply> {
    const context = await phone.context()
    const { id } = context.challenge
    const fetchedAt = new Date(Date.now() - 150_000)
    await app.seed(async (tx) => {
      const { id: employeeId } = phone.person
      await tx.consent.updateMany({ where: { employeeId }, data: { givenAt: fetchedAt } })
      await tx.device.updateMany({ where: { employeeId }, data: { boundAt: fetchedAt } })
      await tx.challenge.update({ where: { id }, data: { issuedAt: fetchedAt } })
    })
    const body = JSON.stringify(checkInRequest(app, phone, 'late', inside()))
    const timestampMs = Date.now() - 120_000
    const headers = signedHeaders(phone.key, '/api/v1/check-ins', body, { challenge: id, timestampMs })
    const { status, text } = await sendCheckIn(app, { body, headers }, phone.accessToken)
    expect(status).toBe(200)
    return JSON.parse(text) as CheckInReply
  }
})

describe('a repeat', () => {
  it('gets the first answer byte for byte, also with a refreshed token and after a new login', async () => {
    const phone = await bindPhone(app)
    const signed = phone.signCheckIn(checkInRequest(app, phone, 'early', inside()))
    const first = await phone.submit(signed)
    const again = await phone.submit(signed)
    expect(again.text).toBe(first.text)
    const refreshed = await refresh(app, phone.key, phone.refreshToken)
    const { accessToken, refreshToken } = JSON.parse(refreshed.text) as SessionReply
    expect(refreshToken).not.toBe(phone.refreshToken)
    expect((await sendCheckIn(app, signed, accessToken)).text).toBe(first.text)
    const other = phoneOf(app, phone.person, phone.key)
    const { accessToken: newLogin } = await other.login(await other.loginCode())
    expect((await sendCheckIn(app, signed, newLogin)).text).toBe(first.text)
    expect(await app.database.read.attempt.count({ where: { employeeId: phone.person.id } })).toBe(1)
  })

  it('with another body is REQUEST_ID_REUSED', async () => {
    const phone = await bindPhone(app)
    const request = checkInRequest(app, phone, 'early', inside())
    await phone.submit(phone.signCheckIn(request))
    const changed = phone.signCheckIn({ ...request, note: '改过' })
    expectRefusal(await sendCheckIn(app, changed, phone.accessToken), 'REQUEST_ID_REUSED')
    expect(await app.database.read.attempt.count({ where: { employeeId: phone.person.id } })).toBe(1)
  })

  it('of the signature under another request id names the attempt that used the position', async () => {
    const phone = await bindPhone(app)
    const { id: challenge } = (await phone.context()).challenge
    const sendAt = async (position: number) => {
      const body = JSON.stringify(checkInRequest(app, phone, 'early', outside()))
      const headers = signedHeaders(phone.key, '/api/v1/check-ins', body, { challenge, position })
      return JSON.parse((await sendCheckIn(app, { body, headers }, phone.accessToken)).text) as CheckInReply
    }
    const first = await sendAt(5)
    const second = await sendAt(5)
    expect(second).toMatchObject({ code: 'CHALLENGE_USED', standingAttemptId: first.attemptId })
    expect(await rowOf(second.attemptId)).toMatchObject({ challengeId: null, challengePosition: null })
    expect(codesOf(await sendAt(6))).not.toContain('CHALLENGE_USED')
  })
})

describe('evidence', () => {
  it('waits for a required photo', async () => {
    const person = await addPerson(app)
    await app.seed((tx) =>
      seedFreeHours(tx, [officeId], { policy: { photoFor: ['early'] }, people: [person.id], name: '要照片' }),
    )
    const phone = await bindPhone(app, person)
    const without = await checkIn(app, phone, 'early', inside())
    expect(without).toMatchObject({ outcome: 'refused', code: 'PHOTO_REQUIRED' })
    const claim = photoClaim()
    const reply = await checkIn(app, phone, 'early', { ...inside(), photos: [claim] })
    expect(reply).toMatchObject({ outcome: 'pending', code: 'PHOTO_AWAITED' })
    expect(await phone.record(reply.attemptId)).toMatchObject({ evidenceState: 'awaited' })
    const photos = await app.database.read.attemptPhoto.findMany({ where: { attemptId: reply.attemptId } })
    expect(photos).toMatchObject([{ sha256: claim.sha256, byteLength: claim.byteLength, state: 'awaited' }])
  })

  it('lets an application ask for approval where presence cannot be shown', async () => {
    const phone = await bindPhone(app)
    const application = { reason: '地下室没有定位信号' }
    const withoutPhoto = await checkIn(app, phone, 'early', { ...outside(), application })
    expect(withoutPhoto).toMatchObject({ outcome: 'refused' })
    const reply = await checkIn(app, phone, 'early', { ...outside(), application, photos: [photoClaim()] })
    expect(reply).toMatchObject({ outcome: 'pending', code: 'OUT_OF_RANGE' })
    expect(reply.findings.find((found) => found.code === 'OUT_OF_RANGE')?.severity).toBe('pending')
    expect(await rowOf(reply.attemptId)).toMatchObject({ applicationReason: application.reason, outcome: 'pending' })
    expect(await checkIn(app, phone, 'early', inside())).toMatchObject({ outcome: 'accepted' })
  })

  it('is discarded unread without consent', async () => {
    const phone = await bindPhone(app)
    await app.seed((tx) =>
      tx.consent.updateMany({ where: { employeeId: phone.person.id }, data: { withdrawnAt: new Date() } }),
    )
    await expect(phone.context()).rejects.toMatchObject({ code: 'CONSENT_NEEDED' })
    const reply = await checkIn(app, phone, 'early', {
      ...inside(),
      wifi: WIFI,
      photos: [photoClaim()],
      note: '备注',
      visit: { customer: '客户', purpose: '拜访' },
    })
    expect(reply).toMatchObject({ outcome: 'refused', code: 'CONSENT_REQUIRED', presenceBy: null, site: null })
    expect(reply.checks.filter((row) => row.result === 'not_run')).toHaveLength(7)
    expect(await rowOf(reply.attemptId)).toMatchObject({
      placeEncrypted: null,
      wifiEncrypted: null,
      placeHash: null,
      cellLatitude: null,
      cellLongitude: null,
      accuracyMetres: null,
      note: null,
      evidenceState: 'none',
    })
    const attemptId = reply.attemptId
    expect(await app.database.read.attemptPhoto.count({ where: { attemptId } })).toBe(0)
    expect(await app.database.read.visitRecord.count({ where: { attemptId } })).toBe(0)
    expect(await phone.record(attemptId)).toMatchObject({ place: null, wifi: null })
  })
})

describe('whose phone it is', () => {
  it('gives an unbound phone a session, no context, and a stored refusal', async () => {
    const person = await addPerson(app, { consents: [1] })
    const token = await loginToken(app, person)
    const key = newKey()
    expect((await send(app, { path: '/api/v1/me', token })).status).toBe(200)
    expectRefusal(await send(app, { path: `/api/v1/context?phoneTime=${Date.now()}`, token }), 'DEVICE_NEEDED')
    const reply = await signedBy(key, { device: factsOf(person) }, token)
    expect(reply).toMatchObject({ outcome: 'refused', code: 'DEVICE_NOT_BOUND', challenge: null })
    expect(await rowOf(reply.attemptId)).toMatchObject({
      employeeId: person.id,
      requestId: null,
      challengeId: null,
      challengePosition: null,
      placeEncrypted: null,
    })
  })

  it('refuses a colleague’s session with my phone’s key, and my own check-in is untouched', async () => {
    const mine = await bindPhone(app)
    const colleague = await addPerson(app, { consents: [1] })
    const token = await loginToken(app, colleague)
    const signed = mine.signCheckIn(checkInRequest(app, mine, 'early', inside()))
    const { status, text } = await sendCheckIn(app, signed, token)
    expect(status).toBe(200)
    const reply = JSON.parse(text) as CheckInReply
    expect(reply).toMatchObject({ outcome: 'refused', code: 'DEVICE_BOUND_TO_ANOTHER', challenge: null })
    expect(await rowOf(reply.attemptId)).toMatchObject({ employeeId: colleague.id, outcome: 'refused' })
    expect(await checkIn(app, mine, 'early', inside())).toMatchObject({ outcome: 'accepted' })
  })

  it('refuses an altered body, and the honest request with the same id is still accepted', async () => {
    const phone = await bindPhone(app)
    const signed = phone.signCheckIn(checkInRequest(app, phone, 'early', inside()))
    const altered = { ...signed, body: signed.body.replace('"5g"', '"4g"') }
    expect(altered.body).not.toBe(signed.body)
    const forged = JSON.parse((await sendCheckIn(app, altered, phone.accessToken)).text) as CheckInReply
    expect(forged).toMatchObject({ outcome: 'refused', code: 'SIGNATURE_INVALID' })
    expect(await rowOf(forged.attemptId)).toMatchObject({ requestId: null, challengeId: null, placeEncrypted: null })
    const { reply } = await phone.submit(signed)
    expect(reply).toMatchObject({ outcome: 'accepted' })
    expect(reply.attemptId).not.toBe(forged.attemptId)
  })

  it('holds the attempts of a candidate key until the rebind is decided', async () => {
    const bound = await bindPhone(app)
    const key = newKey()
    const requesterId = bound.person.id
    const createdAt = new Date(Date.now() - 60_000)
    await app.seed(async (tx) => {
      const { id: subjectId } = await seedDevice(tx, {
        employeeId: requesterId,
        publicKey: Buffer.from(key.publicKey, 'base64url'),
        state: 'candidate',
        facts: factsOf(bound.person),
        createdAt,
      })
      await tx.approvalRequest.create({
        data: {
          id: randomUUID(),
          kind: 'rebind',
          subjectId,
          requesterId,
          reason: '换了新手机',
          status: 'pending',
          createdAt,
          expiresAt: new Date(Date.now() + 86_400_000),
        },
      })
    })
    const phone = phoneOf(app, bound.person, key)
    expect(await phone.login(await phone.loginCode())).toMatchObject({ device: 'candidate' })
    const context: ContextReply = await phone.context()
    expect(context.challenge.id).toEqual(expect.any(String))
    const without = await checkIn(app, phone, 'early', inside())
    expect(without).toMatchObject({ outcome: 'refused', code: 'PHOTO_REQUIRED' })
    const reply = await checkIn(app, phone, 'early', { ...inside(), photos: [photoClaim()] })
    expect(reply).toMatchObject({ outcome: 'pending', code: 'DEVICE_AWAITING_APPROVAL' })
    expect(reply.challenge).not.toBeNull()
    expect(await checkIn(app, bound, 'early', inside())).toMatchObject({ outcome: 'accepted' })
    await app.seed((tx) => tx.approvalRequest.updateMany({ where: { requesterId }, data: { status: 'withdrawn' } }))
    const after = await checkIn(app, phone, 'late', { ...inside(), photos: [photoClaim()] })
    expect(after).toMatchObject({ outcome: 'refused', code: 'DEVICE_NOT_BOUND' })
  })

  it('holds an attempt whose phone is not the one that was bound', async () => {
    const phone = await bindPhone(app)
    const device = { ...phone.facts, model: 'iPhone 15 Pro<iPhone16,1>' }
    const reply = await checkIn(app, phone, 'early', { ...inside(), device })
    expect(reply).toMatchObject({ outcome: 'pending', code: 'DEVICE_FACTS_CHANGED' })
  })

  const newKey = (): PhoneKey => createPhoneKey(Buffer.alloc(32, 1).toString('base64url'))

  async function signedBy(key: PhoneKey, { device }: { device: ReturnType<typeof factsOf> }, token: string) {
    const body = JSON.stringify(checkInRequest(app, { facts: device }, 'early', inside()))
    const headers = signedHeaders(key, '/api/v1/check-ins', body, { challenge: 'none' })
    const { status, text } = await sendCheckIn(app, { body, headers }, token)
    expect(status).toBe(200)
    return JSON.parse(text) as CheckInReply
  }
})

describe('the hourly limit', () => {
  it('answers 429 without a row, while repeats are still answered', async () => {
    const phone = await bindPhone(app)
    const signed = phone.signCheckIn(checkInRequest(app, phone, 'early', outside()))
    const first = await phone.submit(signed)
    for (let count = 1; count < ATTEMPTS_PER_HOUR; count++) await checkIn(app, phone, 'early', outside())
    const next = phone.signCheckIn(checkInRequest(app, phone, 'early', inside()))
    const refused = await sendCheckIn(app, next, phone.accessToken)
    const { requestId } = expectRefusal(refused, 'TOO_MANY_ATTEMPTS')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await app.auditOf(requestId)).toMatchObject([{ action: 'request.refused' }])
    expect(await app.database.read.attempt.count({ where: { employeeId: phone.person.id } })).toBe(ATTEMPTS_PER_HOUR)
    expect((await phone.submit(signed)).text).toBe(first.text)
    const other = await bindPhone(app)
    expect(await checkIn(app, other, 'early', inside())).toMatchObject({ outcome: 'accepted' })
  })
})
