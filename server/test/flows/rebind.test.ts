/** Changes of phones over HTTP, from the request to what becomes of the check-ins held meanwhile; the clock is in hand. */
import { randomUUID } from 'node:crypto'
import { jest } from '@jest/globals'
import type { CheckInReply, RecordReply, SessionReply } from '#contract/api'
import type { ApprovalReply, RebindReply } from '#contract/api-approvals'
import type { Fence } from '#contract/place'
import type { SlotKind } from '#contract/work-day'
import { seedSite } from '../../../prisma/seed/builders'
import { createPhone } from '../../demo/api-client'
import { createPhoneKey } from '../../demo/phone-key'
import { fixAt, placeInside } from '../../demo/place'
import { sweepApprovals } from '../../src/features/approvals/sweep-approvals.usecase'
import { checkInRequestSchema } from '../../src/features/check-in/check-in.schema'
import { submitCheckIn } from '../../src/features/check-in/submit-check-in.usecase'
import { createOpenSession } from '../../src/features/sessions/open-session.usecase'
import { parseSignedBytes } from '../../src/http/signature-headers'
import type { CheckInWrite } from '../../src/ports/check-in-store'
import { untilNoConflict } from '../../src/until-no-conflict'
import { createApprovals, type Approvals } from '../../src/wiring/approvals'
import { fixedClock } from '../fakes'
import {
  addPerson,
  checkInRequest,
  expectRefusal,
  factsOf,
  photoClaim,
  refresh,
  seedFreeHours,
  send,
  sendOk,
  signedHeaders,
  startApp,
  type App,
  type Person,
} from '../start-app'

jest.setTimeout(60_000)

const REBINDS = '/api/v1/rebind-requests'
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const START_MS = Date.parse('2026-11-16T08:00:00+08:00')
const FENCE: Fence = { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5907 }, radiusMetres: 150 }

const clock = fixedClock(START_MS)
let app: App
let approvals: Approvals
let leader: Person
let hr: Person

beforeAll(async () => {
  app = await startApp({
    clock,
    seed: async (tx) => {
      await seedFreeHours(tx, [await seedSite(tx, { name: '张江总部', fence: FENCE })])
    },
  })
  approvals = createApprovals(app.database, app.platform)
  leader = await addPerson(app, { name: '王建国' })
  hr = await addPerson(app, { name: '李婷', roles: ['hr'] })
}, 60_000)

afterAll(() => app.close())

beforeEach(() => clock.set(START_MS))

type StoryPhone = Awaited<ReturnType<typeof newPhone>>

/** Of a fresh session. Logging in over HTTP is for the phones: it is limited per minute. */
async function tokenOf({ id: employeeId }: Person): Promise<string> {
  const nowMs = clock.nowMs()
  const session = { employeeId, keyThumbprint: null, loggedInAtMs: nowMs, requestId: 'test-session', nowMs }
  return (await createOpenSession(app.platform)(session)).accessToken
}

/** Logged in, and with a key of its own that nobody knows yet. */
async function newPhone(person: Person, facts = factsOf(person)) {
  const phone = createPhone({ baseUrl: app.url, userId: person.userId, facts, nowMs: clock.nowMs })
  const login = async () => phone.login(await phone.loginCode())
  const session = await login()
  if (!session.consent.sufficient) await phone.agree((await phone.notice()).version)
  const { seed, enrolmentToken } = await phone.enrol()
  return { ...phone, person, enrolmentToken, key: createPhoneKey(seed), reopen: login }
}

async function bindStaff(): Promise<StoryPhone> {
  const phone = await newPhone(await addPerson(app, { name: '张敏', leaders: [leader.id] }))
  await phone.bind(phone.key, phone.enrolmentToken)
  await phone.context()
  return phone
}

const otherFacts = (person: Person) => ({ ...factsOf(person), model: `Pura ${person.userId}` })

/** A new phone of the person asks, with the context that it may fetch from then on. */
async function ask(person: Person, facts = otherFacts(person)) {
  const phone = await newPhone(person, facts)
  const { approval, session } = await phone.requestRebind(phone.key, phone.enrolmentToken, '旧手机摔坏了')
  await phone.context()
  return { phone, approval, session }
}

function requestOf(phone: StoryPhone, kind: SlotKind, photo: boolean) {
  const photos = photo ? [{ ...photoClaim(), takenAtMs: clock.nowMs() }] : []
  return checkInRequest(app, phone, kind, { fix: fixAt(placeInside(FENCE), true), photos })
}

async function checkIn(phone: StoryPhone, kind: SlotKind, photo = false): Promise<CheckInReply> {
  return (await phone.submit(phone.signCheckIn(requestOf(phone, kind, photo)))).reply
}

async function decide(approvalId: string, decision: 'approve' | 'reject', by = leader): Promise<ApprovalReply> {
  const path = `/api/v1/approvals/${approvalId}/decision`
  return sendOk(app, { path, token: await tokenOf(by), body: { decision, subjectVersion: 1 } })
}

async function read(approvalId: string, by: Person): Promise<ApprovalReply> {
  return sendOk(app, { path: `/api/v1/approvals/${approvalId}`, token: await tokenOf(by) })
}

async function recordOf(attemptId: string, person: Person): Promise<RecordReply> {
  return sendOk(app, { path: `/api/v1/records/${attemptId}`, token: await tokenOf(person) })
}

/** What the worker does once it has read the bytes of all photos. */
async function verifyPhotos(attemptId: string): Promise<void> {
  const data = { state: 'verified', verifiedAt: new Date(clock.nowMs()) }
  await app.seed((tx) => tx.attemptPhoto.updateMany({ where: { attemptId }, data }))
  const cause = { kind: 'photos', evidenceAtMs: clock.nowMs() } as const
  await untilNoConflict(approvals.transactions, (tx) =>
    approvals.settle(tx, { attemptId, cause, requestId: null }, clock.nowMs()),
  )
}

const sweep = () => sweepApprovals(approvals, 100)
const sessionOf = ({ text }: { readonly text: string }) => JSON.parse(text) as SessionReply

describe('a new phone', () => {
  it('checks in while its request waits, and what was held counts with its own time once it is approved', async () => {
    const old = await bindStaff()
    const { person } = old
    const { phone, approval, session } = await ask(person)
    expect(approval).toMatchObject({
      kind: 'rebind',
      status: 'pending',
      reason: '旧手机摔坏了',
      subject: { newPhone: otherFacts(person), oldPhone: factsOf(person), probablySamePhone: false, heldAttempts: 0 },
      approvers: [{ employee: { id: leader.id, name: '王建国' } }],
    })
    expect(session).toMatchObject({ device: 'candidate', refreshToken: expect.any(String) })

    expect(await checkIn(phone, 'early')).toMatchObject({ outcome: 'refused', code: 'PHOTO_REQUIRED' })
    const early = await checkIn(phone, 'early', true)
    expect(early).toMatchObject({ outcome: 'pending', code: 'DEVICE_AWAITING_APPROVAL', challenge: expect.anything() })
    clock.advance(5 * MINUTE_MS)
    const late = await checkIn(phone, 'late', true)
    expect(late).toMatchObject({ outcome: 'pending', code: 'DEVICE_AWAITING_APPROVAL' })
    expect((await read(approval.id, leader)).subject).toMatchObject({ heldAttempts: 2 })

    clock.advance(2 * HOUR_MS)
    expect(await decide(approval.id, 'approve')).toMatchObject({
      status: 'approved',
      decidedBy: { id: leader.id },
      subject: { heldAttempts: 0 },
    })
    const renewed = sessionOf(await refresh(app, phone.key, session.refreshToken ?? ''))
    expect(renewed.device).toBe('bound')

    for (const [held, capturedAtMs] of [
      [early, START_MS],
      [late, START_MS + 5 * MINUTE_MS],
    ] as const) {
      const waiting = await recordOf(held.attemptId, person)
      expect(waiting).toMatchObject({ outcome: 'pending', code: 'PHOTO_AWAITED' })
      await verifyPhotos(held.attemptId)
      const counted = await recordOf(held.attemptId, person)
      expect(counted).toMatchObject({
        outcome: 'accepted',
        code: 'ACCEPTED',
        decisions: [
          { number: 1, outcome: 'pending', code: 'DEVICE_AWAITING_APPROVAL', decidedBy: 'rule' },
          { number: 2, outcome: 'pending', code: 'PHOTO_AWAITED' },
          { number: 3, outcome: 'accepted', decidedBy: 'rule' },
        ],
      })
      expect(Date.parse(counted.capturedAt)).toBe(capturedAtMs)
      const where = { attemptId_number: { attemptId: held.attemptId, number: 2 } }
      expect(await app.database.read.decision.findUnique({ where })).toMatchObject({ decidedBy: leader.id })
    }
    expect(await phone.reopen()).toMatchObject({ device: 'bound' })
    await phone.context()
    expect(await checkIn(phone, 'late')).toMatchObject({ outcome: 'accepted', code: 'ACCEPTED' })
    expect(await recordOf(late.attemptId, person)).toMatchObject({ outcome: 'superseded' })
  })

  it('is probably the same handset when brand, model and platform are', async () => {
    const old = await bindStaff()
    const { approval } = await ask(old.person, { ...old.facts, system: 'Android 15' })
    expect(approval.subject).toMatchObject({ probablySamePhone: true })
  })

  it('may be approved by nobody but those asked', async () => {
    const { person } = await bindStaff()
    const { approval } = await ask(person)
    const path = `/api/v1/approvals/${approval.id}/decision`
    const decideAs = async (by: Person) =>
      send(app, { path, token: await tokenOf(by), body: { decision: 'approve', subjectVersion: 1 } })
    expectRefusal(await decideAs(person), 'OWN_REQUEST')
    expectRefusal(await decideAs((await bindStaff()).person), 'NOT_APPROVER')
    expect((await read(approval.id, person)).status).toBe('pending')
  })
})

describe('the old phone', () => {
  it('works until the approval, and what it captured before still counts the same day', async () => {
    const old = await bindStaff()
    const { person } = old
    const { approval } = await ask(person)
    clock.advance(10 * MINUTE_MS)
    const queued = old.signCheckIn(requestOf(old, 'early', false))
    clock.advance(10 * MINUTE_MS)
    await decide(approval.id, 'approve')

    const { device, refreshToken } = await old.reopen()
    expect([device, refreshToken]).toEqual(['other_bound', null])
    await expect(old.context()).rejects.toMatchObject({ code: 'DEVICE_NEEDED' })
    expect((await old.submit(queued)).reply).toMatchObject({
      outcome: 'pending',
      code: 'CAPTURED_ON_OLD_PHONE',
      challenge: null,
    })
    clock.advance(MINUTE_MS)
    expect(await checkIn(old, 'late')).toMatchObject({ outcome: 'refused', code: 'DEVICE_REVOKED', challenge: null })
  })

  it('loses its session at the moment of the approval', async () => {
    const old = await bindStaff()
    const { accessToken, refreshToken } = await old.reopen()
    const { approval } = await ask(old.person)
    const me = () => send(app, { path: '/api/v1/me', token: accessToken })
    expect((await me()).status).toBe(200)
    await decide(approval.id, 'approve')
    expectRefusal(await me(), 'SESSION_REVOKED')
    expectRefusal(await refresh(app, old.key, refreshToken ?? ''), 'SESSION_REVOKED')
  })

  it('that HR unbound leaves the request open; binding beside it waits', async () => {
    const old = await bindStaff()
    const { phone, approval } = await ask(old.person)
    const held = await checkIn(phone, 'early', true)
    const devices = await app.database.read.device.findMany({ where: { employeeId: old.person.id, state: 'active' } })
    const token = await tokenOf(hr)
    await sendOk(app, { path: `/api/v1/devices/${devices[0]?.id}/revoke`, token, body: { reason: '手机丢了' } })

    const third = await newPhone(old.person)
    await expect(third.bind(third.key, third.enrolmentToken)).rejects.toMatchObject({
      code: 'REBIND_ALREADY_REQUESTED',
    })
    await decide(approval.id, 'approve')
    expect(await phone.reopen()).toMatchObject({ device: 'bound' })
    expect(await recordOf(held.attemptId, old.person)).toMatchObject({ outcome: 'pending', code: 'PHOTO_AWAITED' })
  })
})

describe('a request that is not approved', () => {
  const ENDS: [status: 'rejected' | 'withdrawn' | 'expired', end: (asked: RebindReply) => Promise<unknown>][] = [
    ['rejected', ({ approval }) => decide(approval.id, 'reject')],
    [
      'withdrawn',
      ({ approval, session }) =>
        sendOk(app, { method: 'POST', path: `/api/v1/approvals/${approval.id}/withdraw`, token: session.accessToken }),
    ],
    [
      'expired',
      async () => {
        clock.advance(72 * HOUR_MS)
        await sweep()
      },
    ],
  ]

  it.each(ENDS)(
    'ends the new key and refuses what was held: %s',
    async (status, end) => {
      const old = await bindStaff()
      const { person } = old
      const { phone, approval, session } = await ask(person)
      const held = await checkIn(phone, 'early', true)
      expect(held).toMatchObject({ outcome: 'pending', code: 'DEVICE_AWAITING_APPROVAL' })
      await end({ approval, session })

      expect(await read(approval.id, person)).toMatchObject({ status, mayWithdraw: false })
      expect(await recordOf(held.attemptId, person)).toMatchObject({
        outcome: 'refused',
        code: 'DEVICE_AWAITING_APPROVAL',
        decisions: [{ outcome: 'pending' }, { outcome: 'refused' }],
      })
      expectRefusal(await refresh(app, phone.key, session.refreshToken ?? ''), 'SESSION_REVOKED')
      expect(await phone.reopen()).toMatchObject({ device: 'other_bound', refreshToken: null })
      await expect(phone.context()).rejects.toMatchObject({ code: 'DEVICE_NEEDED' })
      const after = await checkIn(phone, 'late', true)
      expect(after).toMatchObject({ outcome: 'refused', code: 'DEVICE_REVOKED', challenge: null })
      expect(await old.reopen()).toMatchObject({ device: 'bound' })
      expect((await ask(person)).approval.status).toBe('pending')
    },
    30_000,
  )

  it('holds nothing any more once it is past its time, before anybody has noticed', async () => {
    const { person } = await bindStaff()
    const { phone, session } = await ask(person)
    clock.advance(72 * HOUR_MS)
    expectRefusal(await refresh(app, phone.key, session.refreshToken ?? ''), 'SESSION_REVOKED')
    expect(await phone.reopen()).toMatchObject({ device: 'other_bound' })
    await expect(phone.context()).rejects.toMatchObject({ code: 'DEVICE_NEEDED' })
    expect(await checkIn(phone, 'late', true)).toMatchObject({
      outcome: 'refused',
      code: 'DEVICE_NOT_BOUND',
      challenge: null,
    })
    expect((await ask(person)).approval.status).toBe('pending')
  })
})

describe('a check-in beside the decision', () => {
  /** Judged as a candidate's; the decision is there before it is stored. */
  async function submitBeside(phone: StoryPhone, meanwhile: () => Promise<unknown>): Promise<CheckInReply> {
    const { body, headers } = phone.signCheckIn(requestOf(phone, 'early', true))
    const { platform } = app
    const codes: string[] = []
    const ports = {
      ...platform,
      sites: platform.openSites,
      measure: <Result>(_stage: string, work: () => Promise<Result>) => work(),
      countDecision: () => {},
      checkIns: {
        load: platform.checkIns.load,
        commit: async (write: CheckInWrite) => {
          codes.push(write.decision.code)
          if (codes.length === 1) await meanwhile()
          return platform.checkIns.commit(write)
        },
      },
    }
    const reply = await submitCheckIn(ports, {
      employeeId: phone.person.id,
      sessionId: randomUUID(),
      requestId: randomUUID(),
      networkAddress: '203.0.113.7',
      receivedAtMs: clock.nowMs(),
      sentAtMs: clock.nowMs(),
      body: checkInRequestSchema.parse(JSON.parse(body)),
      signed: parseSignedBytes({ method: 'POST', target: '/api/v1/check-ins', headers }, Buffer.from(body)),
    })
    expect(codes[0]).toBe('DEVICE_AWAITING_APPROVAL')
    return JSON.parse(reply) as CheckInReply
  }

  it('counts for the new phone once that is approved', async () => {
    const { person } = await bindStaff()
    const { phone, approval } = await ask(person)
    const reply = await submitBeside(phone, () => decide(approval.id, 'approve'))
    expect(reply).toMatchObject({ outcome: 'pending', code: 'PHOTO_AWAITED' })
    await verifyPhotos(reply.attemptId)
    expect(await recordOf(reply.attemptId, person)).toMatchObject({ outcome: 'accepted', code: 'ACCEPTED' })
  })

  it.each([
    ['rejected', (id: string) => decide(id, 'reject')],
    [
      'expired',
      async () => {
        clock.advance(72 * HOUR_MS)
        await sweep()
      },
    ],
  ])('is refused as the dead phone’s once that is %s', async (_status, end) => {
    const { person } = await bindStaff()
    const { phone, approval } = await ask(person)
    const reply = await submitBeside(phone, () => end(approval.id))
    expect(reply).toMatchObject({ outcome: 'refused', code: 'DEVICE_REVOKED', challenge: null })
    expect(await recordOf(reply.attemptId, person)).toMatchObject({ outcome: 'refused', code: 'DEVICE_REVOKED' })
  })
})

describe('asking', () => {
  it('again with the same key gets the same request, with another it waits', async () => {
    const { person } = await bindStaff()
    const { phone, approval } = await ask(person)
    const again = await phone.requestRebind(phone.key, phone.enrolmentToken, '旧手机摔坏了')
    expect(again.approval).toEqual(approval)
    expect(again.session).toMatchObject({ device: 'candidate' })
    await expect(ask(person)).rejects.toMatchObject({ status: 409, code: 'REBIND_ALREADY_REQUESTED' })
    await expect((await newPhone(person)).context()).rejects.toMatchObject({ code: 'DEVICE_NEEDED' })
    expect(await app.database.read.approvalRequest.count({ where: { requesterId: person.id } })).toBe(1)
  })

  it('needs a login of less than five minutes ago', async () => {
    const { person } = await bindStaff()
    const phone = await newPhone(person)
    clock.advance(5 * MINUTE_MS)
    const asking = phone.requestRebind(phone.key, phone.enrolmentToken, '换了新手机')
    await expect(asking).rejects.toMatchObject({ status: 403, code: 'FRESH_LOGIN_NEEDED' })
  })

  it('is not needed for a first phone', async () => {
    const phone = await newPhone(await addPerson(app))
    const asking = phone.requestRebind(phone.key, phone.enrolmentToken, '换了新手机')
    await expect(asking).rejects.toMatchObject({ status: 409, code: 'REBIND_NOT_NEEDED' })
    expect((await phone.bind(phone.key, phone.enrolmentToken)).session.device).toBe('bound')
  })

  it('with a field that does not fit is BODY_INVALID, and keeps nothing', async () => {
    const { person } = await bindStaff()
    const { key, enrolmentToken, facts } = await newPhone(person)
    const token = await tokenOf(person)
    const cases: [changes: object, path: string][] = [
      [{ reason: '换' }, 'reason'],
      [{ reason: '换'.repeat(501) }, 'reason'],
      [{ reason: undefined }, 'reason'],
      [{ facts: { ...facts, model: 'Mate\u0007' } }, 'facts.model'],
      [{ publicKey: 'A'.repeat(20) }, 'publicKey'],
      [{ enrolmentToken: 'x' }, 'enrolmentToken'],
    ]
    for (const [changes, field] of cases) {
      const body = JSON.stringify({ enrolmentToken, publicKey: key.publicKey, facts, reason: '换新手机', ...changes })
      const answered = await send(app, { path: REBINDS, token, headers: signedHeaders(key, REBINDS, body), body })
      expect(expectRefusal(answered, 'BODY_INVALID').details.map(({ path }) => path)).toEqual([field])
    }
    expect(await app.database.read.device.count({ where: { employeeId: person.id } })).toBe(1)
  })

  it('without a signature, a session or consent is refused', async () => {
    const { person } = await bindStaff()
    const { key, enrolmentToken, facts } = await newPhone(person)
    const body = JSON.stringify({ enrolmentToken, publicKey: key.publicKey, facts, reason: '换了新手机' })
    const headers = signedHeaders(key, REBINDS, body)
    const token = await tokenOf(person)
    expectRefusal(await send(app, { path: REBINDS, headers, body }), 'TOKEN_MISSING')
    expectRefusal(await send(app, { path: REBINDS, token, body }), 'SIGNATURE_HEADERS_INVALID')
    const others = signedHeaders(createPhoneKey(Buffer.alloc(32, 5).toString('base64url')), REBINDS, body)
    expectRefusal(await send(app, { path: REBINDS, token, headers: others, body }), 'DEVICE_SIGNATURE_INVALID')
    const stranger = await tokenOf(await addPerson(app))
    expectRefusal(await send(app, { path: REBINDS, token: stranger, headers, body }), 'CONSENT_NEEDED')
  })
})

it('binding refuses a control character in the facts too', async () => {
  const phone = await newPhone(await addPerson(app), { ...factsOf({ userId: 'x' }), brand: 'HUA\u0007WEI' })
  await expect(phone.bind(phone.key, phone.enrolmentToken)).rejects.toMatchObject({ code: 'BODY_INVALID' })
})
