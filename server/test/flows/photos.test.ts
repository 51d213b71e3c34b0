/** Site photos from the claim in a check-in to the decision that rests on them, over HTTP with the server's clock in hand. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { CheckInReply, PhotoClaim } from '#contract/api'
import type { PhotoListReply, PhotoReply, PhotoTicketReply, PhotoUpload, PhotoViewReply } from '#contract/api-photos'
import type { Fence } from '#contract/place'
import { LARGEST_PHOTO_BYTES, type PhotoType } from '#contract/photos'
import type { SlotKind, WorkDay } from '#contract/work-day'
import { seedDepartment, seedRule, seedShift, seedSite, type EmployeeSeed } from '../../../prisma/seed/builders'
import { createPhone, type Phone } from '../../demo/api-client'
import { createPhoneKey } from '../../demo/phone-key'
import { fixAt, placeInside } from '../../demo/place'
import { createPhotoVerifier } from '../../src/adapters/system/photo-verifier'
import { AppError } from '../../src/app-error'
import { fixedClock } from '../fakes'
import { openPhotoWorker, WORKER_STEPS, type PhotoWorker } from '../photo-worker'
import { scene } from '../pictures'
import {
  addPerson,
  expectRefusal,
  factsOf,
  loginToken,
  send,
  sendOk,
  startApp,
  type App,
  type Person,
} from '../start-app'
import { startChild } from '../start-child'
import { openBrowser } from '../web-browser'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS
const DAY = '2026-11-16'
const NEXT_DAY = '2026-11-17'
const FENCE: Fence = { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5907 }, radiusMetres: 150 }

/** An instant by its clock in Shanghai. */
const at = (time: string, day: WorkDay = DAY) => Date.parse(`${day}T${time}:00+08:00`)
/** Photos of `DAY` are judged until then. */
const DEADLINE_MS = at('02:00', NEXT_DAY)

const clock = fixedClock(at('08:00'))
let app: App
let worker: PhotoWorker

beforeAll(async () => {
  app = await startApp({
    clock,
    seed: async (tx) => {
      await seedDepartment(tx, { id: 'sales', name: '销售部' })
      await seedDepartment(tx, { id: 'office', name: '行政部' })
      const officeId = await seedSite(tx, { name: '张江总部', fence: FENCE })
      const shift = await seedShift(tx, { name: '白班', spans: [{ earlyOpensMinutes: 0, earlyClosesMinutes: 1_440 }] })
      const policy = { photoFor: ['early'] } as const
      await seedRule(tx, { name: '白班', sites: [officeId], week: Array<string>(7).fill(shift), policy })
    },
  })
  worker = openPhotoWorker(app.config, app.database, clock)
}, 60_000)

afterAll(async () => {
  await worker.close()
  await app.close()
})

beforeEach(() => {
  clock.set(at('08:00'))
  worker.complaints.length = 0
})

interface StoryPhone extends Phone {
  readonly person: Person
  token(): Promise<string>
}

async function bindStoryPhone(seed: EmployeeSeed = {}): Promise<StoryPhone> {
  const person = await addPerson(app, seed)
  const facts = factsOf(person)
  const phone = createPhone({ baseUrl: app.url, userId: person.userId, facts, nowMs: clock.nowMs })
  await phone.login(await phone.loginCode())
  await phone.agree((await phone.notice()).version)
  const { seed: keySeed, enrolmentToken } = await phone.enrol()
  let { session } = await phone.bind(createPhoneKey(keySeed), enrolmentToken)
  let loggedInAtMs = clock.nowMs()
  return {
    ...phone,
    person,
    token: async () => {
      // It has expired when a story went on for a while.
      if (Math.abs(clock.nowMs() - loggedInAtMs) > 5 * MINUTE_MS) {
        session = await phone.login(await phone.loginCode())
        loggedInAtMs = clock.nowMs()
      }
      return session.accessToken
    },
  }
}

/** Pictures that no other test has: reuse is a finding. */
let sceneCount = 100
const picture = () => scene(++sceneCount).jpeg({ quality: 88 }).toBuffer()

function claimOf(bytes: Uint8Array, changes: Partial<PhotoClaim> = {}): PhotoClaim {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, byteLength: bytes.length, takenAtMs: clock.nowMs(), ...changes }
}

async function checkIn(
  phone: StoryPhone,
  claims: readonly PhotoClaim[],
  kind: SlotKind = 'early',
  day = DAY,
  span = kind === 'visit' ? 0 : 1,
) {
  await phone.token()
  await phone.context()
  const signed = phone.signCheckIn({
    requestId: randomUUID(),
    slot: { workDay: day, kind, span },
    fix: fixAt(placeInside(FENCE), true),
    networkType: '5g',
    photos: claims,
    device: phone.facts,
    clientVersion: 'photos-1',
  })
  return (await phone.submit(signed)).reply
}

const pathOf = (attemptId: string, rest = '') => `/api/v1/check-ins/${attemptId}/photos${rest}`

async function ticket(phone: StoryPhone, attemptId: string, sha256: string, contentType: PhotoType = 'image/jpeg') {
  const path = pathOf(attemptId, `/${sha256}/ticket`)
  return sendOk<PhotoTicketReply>(app, { path, token: await phone.token(), body: { contentType } })
}

async function sendForm(upload: PhotoUpload, bytes: Uint8Array): Promise<number> {
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append(upload.fileField, new Blob([Uint8Array.from(bytes)]), 'photo.jpg')
  const answer = await fetch(upload.url, { method: 'POST', body: form })
  await answer.text()
  return answer.status
}

async function uploaded(phone: StoryPhone, attemptId: string, sha256: string) {
  const path = pathOf(attemptId, `/${sha256}/uploaded`)
  const answer = await send(app, { method: 'POST', path, token: await phone.token() })
  return { status: answer.status, photo: JSON.parse(answer.text) as PhotoReply }
}

/** Ticket, bytes, and the word that they are in. */
async function upload(phone: StoryPhone, attemptId: string, bytes: Uint8Array, { sha256 } = claimOf(bytes)) {
  const { upload: form } = await ticket(phone, attemptId, sha256)
  if (form === null) throw new Error('nothing left to send')
  expect(await sendForm(form, bytes)).toBeLessThan(300)
  expect((await uploaded(phone, attemptId, sha256)).status).toBe(202)
}

async function photosOf(phone: StoryPhone, attemptId: string): Promise<PhotoListReply> {
  return sendOk(app, { path: pathOf(attemptId), token: await phone.token() })
}

async function recordOf(phone: StoryPhone, attemptId: string) {
  await phone.token()
  return phone.record(attemptId)
}

const keyOf = (attemptId: string, sha256: string) => `attempts/${attemptId}/${sha256}`
const codesOf = ({ findings }: Pick<CheckInReply, 'findings'>) => findings.map(({ code }) => code)

/** Types of the events about an attempt, in order. */
async function eventsOf(attemptId: string): Promise<string[]> {
  const rows = await app.database.read.outboxEvent.findMany({
    where: { payloadJson: { contains: attemptId } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ type }) => type).filter((type) => type !== 'approval.requested')
}

async function auditOf(attemptId: string): Promise<string[]> {
  const rows = await app.database.read.auditRecord.findMany({ where: { subjectId: attemptId }, orderBy: { id: 'asc' } })
  return rows.map(({ action }) => action)
}

describe('a photo that the rule asks for', () => {
  it('is sent apart, verified, and settles the check-in with the time of its capture', async () => {
    const phone = await bindStoryPhone()
    clock.set(at('08:52'))
    const bytes = await picture()
    const { sha256 } = claimOf(bytes)
    const reply = await checkIn(phone, [claimOf(bytes)])
    const { attemptId } = reply
    expect(reply).toMatchObject({ outcome: 'pending', code: 'PHOTO_AWAITED', capturedAt: `${DAY}T08:52:00.000+08:00` })
    const awaited = { sha256, byteLength: bytes.length, state: 'awaited', problem: null, verifiedAt: null }
    expect(await photosOf(phone, attemptId)).toMatchObject({ items: [awaited], deadline: '2026-11-16T18:00:00.000Z' })

    clock.set(at('09:10'))
    const given = await ticket(phone, attemptId, sha256)
    expect(given).toMatchObject({
      photo: awaited,
      upload: { fileField: 'file', expiresAt: '2026-11-16T01:25:00.000Z' },
    })
    await upload(phone, attemptId, bytes)
    clock.advance(SECOND_MS)
    await worker.work()

    const record = await recordOf(phone, attemptId)
    expect(record).toMatchObject({ outcome: 'accepted', code: 'ACCEPTED', evidenceState: 'verified' })
    expect(record.capturedAt).toBe(reply.capturedAt)
    expect(record.decisions.map(({ outcome }) => outcome)).toEqual(['pending', 'accepted'])
    const verified = { state: 'verified', widthPixels: 640, heightPixels: 480, verifiedAt: '2026-11-16T01:10:01.000Z' }
    expect((await photosOf(phone, attemptId)).items).toMatchObject([verified])
    expect(await eventsOf(attemptId)).toEqual(['check_in.decided', 'photo.verified', 'check_in.redecided'])
    expect(await ticket(phone, attemptId, sha256)).toMatchObject({ photo: verified, upload: null })
    expect(await uploaded(phone, attemptId, sha256)).toMatchObject({ status: 202, photo: verified })
    expect(worker.complaints).toEqual([])
  }, 60_000)

  it('keeps its key over several tickets, whose first complete upload stays', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { sha256 } = claimOf(bytes)
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    const first = await ticket(phone, attemptId, sha256)
    const second = await ticket(phone, attemptId, sha256, 'image/png')
    expect(second.upload?.fields['key']).toBe(keyOf(attemptId, sha256))
    expect(first.upload?.fields['key']).toBe(second.upload?.fields['key'])
    expect(await sendForm(first.upload as PhotoUpload, bytes.subarray(1))).toBe(400)
    expect(await sendForm(first.upload as PhotoUpload, bytes)).toBe(200)
    expect(await sendForm(first.upload as PhotoUpload, Buffer.alloc(bytes.length))).toBe(409)
    expect(await sendForm(second.upload as PhotoUpload, Buffer.alloc(bytes.length))).toBe(409)
    // Nobody says that it is in: it is looked for a minute after the first ticket.
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'pending' })
    clock.advance(MINUTE_MS)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'accepted' })
  }, 60_000)

  it('counts only when all that were named are in', async () => {
    const phone = await bindStoryPhone()
    const [one, other] = [await picture(), await scene(++sceneCount).png().toBuffer()]
    const { attemptId } = await checkIn(phone, [claimOf(one), claimOf(other)])
    await upload(phone, attemptId, one)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'pending', evidenceState: 'awaited' })
    const { sha256 } = claimOf(other)
    const { upload: form } = await ticket(phone, attemptId, sha256, 'image/png')
    await sendForm(form as PhotoUpload, other)
    await uploaded(phone, attemptId, sha256)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'accepted', evidenceState: 'verified' })
  }, 60_000)

  it('may come after midnight: an attempt of 23:59 keeps its own time', async () => {
    const phone = await bindStoryPhone()
    clock.set(at('23:59'))
    const bytes = await picture()
    const { attemptId, outcome } = await checkIn(phone, [claimOf(bytes)])
    expect(outcome).toBe('pending')
    clock.set(at('01:58', NEXT_DAY))
    await upload(phone, attemptId, bytes)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({
      outcome: 'accepted',
      capturedAt: `${DAY}T23:59:00.000+08:00`,
      slot: { workDay: DAY },
    })
  }, 60_000)
})

describe('a photo that is not what was claimed', () => {
  it('refuses a pending check-in, and nothing of it is kept', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { sha256 } = claimOf(bytes)
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    const other = Buffer.from(bytes)
    other[other.length >> 1] = (other[other.length >> 1] ?? 0) ^ 1
    const { upload: form } = await ticket(phone, attemptId, sha256)
    expect(await sendForm(form as PhotoUpload, other)).toBe(200)
    expect((await uploaded(phone, attemptId, sha256)).status).toBe(202)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'refused', code: 'PHOTO_MISMATCH' })
    expect((await photosOf(phone, attemptId)).items).toMatchObject([{ state: 'failed', problem: 'hash' }])
    expect(await eventsOf(attemptId)).toEqual(['check_in.decided', 'photo.failed', 'check_in.redecided'])
    expect((await ticket(phone, attemptId, sha256)).upload).toBeNull()
    // The same form serves as long as its ticket: the object keeps its place until then, so that none follows it.
    clock.advance(14 * MINUTE_MS)
    await worker.work()
    expect(await sendForm(form as PhotoUpload, other)).toBe(409)
    clock.advance(11 * MINUTE_MS)
    await worker.work()
    expect(await worker.parts.photoStore.head(keyOf(attemptId, sha256))).toBeNull()
    expect(await sendForm(form as PhotoUpload, other)).toBe(403)
    expect(await worker.parts.photoStore.head(keyOf(attemptId, sha256))).toBeNull()
    const path = pathOf(attemptId, `/${sha256}/view?size=display`)
    expectRefusal(await send(app, { path, token: await phone.token() }), 'NOT_FOUND')
  }, 60_000)

  it('is found out by its bytes, whatever it is called', async () => {
    const phone = await bindStoryPhone()
    const page = Buffer.from('<html><script>alert(1)</script></html>'.repeat(9))
    const { attemptId } = await checkIn(phone, [claimOf(page)])
    await upload(phone, attemptId, page)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'refused', code: 'PHOTO_MISMATCH' })
    expect((await photosOf(phone, attemptId)).items).toMatchObject([{ state: 'failed', problem: 'type' }])
  }, 60_000)

  it('leaves an accepted check-in to people, with an event', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    // Accepted by people or by a later rule while the photo was still on its way.
    await app.seed((tx) =>
      tx.attempt.update({ where: { id: attemptId }, data: { outcome: 'accepted', code: 'ACCEPTED' } }),
    )
    await upload(phone, attemptId, Buffer.alloc(bytes.length), claimOf(bytes))
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'pending', code: 'PHOTO_MISMATCH' })
    expect(await eventsOf(attemptId)).toEqual(['check_in.decided', 'photo.failed', 'check_in.redecided'])
  }, 60_000)

  it('that was used before is refused; one that looks like an earlier one is a sign', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const first = await checkIn(phone, [claimOf(bytes)])
    await upload(phone, first.attemptId, bytes)
    await worker.work()
    clock.set(at('08:00', NEXT_DAY))
    const again = await checkIn(phone, [claimOf(bytes)], 'early', NEXT_DAY)
    expect(codesOf(again)).toContain('PHOTO_REUSED')
    // Nothing can help a refused check-in, so nothing of it takes up room.
    expect(await ticket(phone, again.attemptId, claimOf(bytes).sha256)).toMatchObject({
      photo: { state: 'awaited' },
      upload: null,
    })
    const similar = await sharp(bytes).resize(500).jpeg({ quality: 40 }).toBuffer()
    const { attemptId } = await checkIn(phone, [claimOf(similar)], 'early', NEXT_DAY)
    await upload(phone, attemptId, similar)
    await worker.work()
    const record = await recordOf(phone, attemptId)
    expect(record.outcome).toBe('accepted')
    expect(record.findings).toMatchObject([{ code: 'PHOTO_SIMILAR', severity: 'review' }])
  }, 60_000)
})

describe('a photo that does not come', () => {
  it.each([
    ['nobody asked a ticket for', false],
    ['that has a ticket and no bytes', true],
  ])(
    'refuses the check-in after the deadline: one %s',
    async (_, hasTicket) => {
      const phone = await bindStoryPhone()
      const bytes = await picture()
      const { attemptId } = await checkIn(phone, [claimOf(bytes)])
      if (hasTicket) await ticket(phone, attemptId, claimOf(bytes).sha256)
      for (const time of ['08:01', '08:05', '12:00', '23:59']) {
        clock.set(at(time))
        await worker.work()
      }
      expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'pending', code: 'PHOTO_AWAITED' })
      clock.set(DEADLINE_MS)
      expectRefusal(
        await send(app, {
          path: pathOf(attemptId, `/${claimOf(bytes).sha256}/ticket`),
          token: await phone.token(),
          body: { contentType: 'image/jpeg' },
        }),
        'PHOTO_DEADLINE_PASSED',
      )
      clock.advance(2 * MINUTE_MS)
      await worker.work()
      expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'refused', code: 'PHOTO_NOT_UPLOADED' })
      expect((await photosOf(phone, attemptId)).items).toMatchObject([{ state: 'failed', problem: 'not_uploaded' }])
    },
    60_000,
  )

  it('counts when it was in by the deadline, however late the worker is', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    clock.set(DEADLINE_MS - MINUTE_MS)
    await upload(phone, attemptId, bytes)
    clock.set(DEADLINE_MS + 60 * MINUTE_MS)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'accepted' })
    const { items } = await photosOf(phone, attemptId)
    expect(items).toMatchObject([{ state: 'verified', verifiedAt: new Date(DEADLINE_MS).toISOString() }])
  }, 60_000)

  it('counts when its upload began by the deadline and ends after it', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    clock.set(DEADLINE_MS - SECOND_MS)
    const { upload: form } = await ticket(phone, attemptId, claimOf(bytes).sha256)
    clock.set(DEADLINE_MS + MINUTE_MS)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'pending' })
    // As the store saw it when it began.
    clock.set(DEADLINE_MS - 1)
    expect(await sendForm(form as PhotoUpload, bytes)).toBe(200)
    clock.set(DEADLINE_MS + 2 * MINUTE_MS)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'accepted' })
  }, 60_000)

  it('is deleted when its upload ends after it was given up', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { sha256 } = claimOf(bytes)
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    clock.set(DEADLINE_MS - 1)
    const { upload: form } = await ticket(phone, attemptId, sha256)
    clock.set(DEADLINE_MS + 2 * MINUTE_MS)
    await worker.work()
    clock.set(DEADLINE_MS - 1)
    expect(await sendForm(form as PhotoUpload, bytes)).toBe(200)
    clock.set(DEADLINE_MS + 20 * MINUTE_MS)
    await worker.work()
    expect(await worker.parts.photoStore.head(keyOf(attemptId, sha256))).toBeNull()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'refused', code: 'PHOTO_NOT_UPLOADED' })
  }, 60_000)
})

describe('tickets', () => {
  it('are for the photos of one’s own attempt, from a phone', async () => {
    const phone = await bindStoryPhone()
    const colleague = await bindStoryPhone()
    const bytes = await picture()
    const { sha256 } = claimOf(bytes)
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    const token = await phone.token()
    const body = { contentType: 'image/jpeg' }
    const asked = (path: string, changes: Partial<Parameters<typeof send>[1]> = {}) =>
      send(app, { path, token, body, ...changes })
    const path = pathOf(attemptId, `/${sha256}/ticket`)
    const foreign = { token: await colleague.token() }
    expectRefusal(await asked(path, foreign), 'NOT_FOUND')
    expectRefusal(await asked(pathOf(attemptId, `/${sha256}/uploaded`), { ...foreign, body: {} }), 'NOT_FOUND')
    expectRefusal(await asked(pathOf(attemptId), { ...foreign, method: 'GET', body: undefined }), 'NOT_FOUND')
    expectRefusal(await asked(pathOf(attemptId, `/${'0'.repeat(64)}/ticket`)), 'NOT_FOUND')
    expectRefusal(await asked(pathOf(randomUUID(), `/${sha256}/ticket`)), 'NOT_FOUND')
    expectRefusal(await asked(pathOf(attemptId, '/abc/ticket')), 'QUERY_INVALID')
    expectRefusal(await asked(path, { body: { contentType: 'image/gif' } }), 'BODY_INVALID')
    expectRefusal(await asked(path, { body: { ...body, key: 'mine' } }), 'BODY_INVALID')
    const browser = await openBrowser(app).logIn(phone.person.userId)
    expectRefusal(await asked(path, { token: browser.accessToken }), 'DEVICE_NEEDED')
    expectRefusal(await asked(path, { token: undefined }), 'TOKEN_MISSING')
    expect(await auditOf(attemptId)).not.toContain('photo.ticket_given')
    expect((await asked(path)).status).toBe(200)
    expect(await auditOf(attemptId)).toContain('photo.ticket_given')
  }, 60_000)

  it('are given after a change of phones and after consent was withdrawn: the check-in had both', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { sha256 } = claimOf(bytes)
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    const withdrawal = { method: 'DELETE', path: '/api/v1/privacy/consents/current', token: await phone.token() }
    expect((await send(app, withdrawal)).status).toBeLessThan(300)
    // No key is shown with it: as a phone that is not the bound one any more.
    const token = await loginToken(app, phone.person)
    const path = pathOf(attemptId, `/${sha256}/ticket`)
    const given = await send(app, { path, token, body: { contentType: 'image/jpeg' } })
    expect(given.status).toBe(200)
    const { upload: form } = JSON.parse(given.text) as PhotoTicketReply
    expect(await sendForm(form as PhotoUpload, bytes)).toBeLessThan(300)
    expect((await send(app, { method: 'POST', path: pathOf(attemptId, `/${sha256}/uploaded`), token })).status).toBe(202)
    const next = await send(app, { method: 'GET', path: '/api/v1/context?phoneTime=0', token })
    expectRefusal(next, 'CONSENT_NEEDED')
  }, 60_000)

  it('end with the deadline', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    clock.set(DEADLINE_MS - 4 * MINUTE_MS)
    const { upload: form } = await ticket(phone, attemptId, claimOf(bytes).sha256)
    expect(form?.expiresAt).toBe(new Date(DEADLINE_MS).toISOString())
    clock.set(DEADLINE_MS)
    expect(await sendForm(form as PhotoUpload, bytes)).toBe(403)
  }, 60_000)
})

describe('a day’s photos', () => {
  it('are 300 MB a person at most', async () => {
    // Later than other stories, whose workers would look for what never comes here.
    clock.set(at('20:00'))
    const phone = await bindStoryPhone()
    const claims = () =>
      Array.from({ length: 9 }, () => ({ ...claimOf(randomBytes(8)), byteLength: LARGEST_PHOTO_BYTES }))
    const asked: (readonly [string, string])[] = []
    for (const _ of [1, 2, 3, 4]) {
      const named = claims()
      const { attemptId } = await checkIn(phone, named, 'visit')
      asked.push(...named.map(({ sha256 }) => [attemptId, sha256] as const))
    }
    const token = await phone.token()
    const answers = []
    for (const [attemptId, sha256] of asked.slice(0, 31)) {
      const path = pathOf(attemptId, `/${sha256}/ticket`)
      answers.push(await send(app, { path, token, body: { contentType: 'image/jpeg' } }))
    }
    expect(answers.slice(0, 30).map(({ status }) => status)).toEqual(Array<number>(30).fill(200))
    expectRefusal(answers[30] as (typeof answers)[number], 'TOO_MANY_REQUESTS')
    expect(answers[30]?.headers.get('retry-after')).toBe('3600')
    // A ticket once given may be asked for again.
    expect((await ticket(phone, ...(asked[0] as [string, string]))).upload).not.toBeNull()
  }, 60_000)
})

describe('a photo of a year ago', () => {
  it('is deleted with its views, leaves a line, and keeps what was found of it', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { sha256 } = claimOf(bytes)
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    await upload(phone, attemptId, bytes)
    await worker.work()
    const keys = ['', '.thumbnail.jpg', '.display.jpg'].map((end) => `${keyOf(attemptId, sha256)}${end}`)
    const objects = () => Promise.all(keys.map((key) => worker.parts.photoStore.head(key)))
    clock.advance(363 * DAY_MS)
    await worker.purge()
    expect(await objects()).not.toContain(null)

    clock.advance(DAY_MS)
    const away = () => Promise.reject(new AppError('PHOTO_STORE_UNAVAILABLE'))
    await worker.purge({ photoStore: { ...worker.parts.photoStore, delete: away } })
    expect(await auditOf(attemptId)).not.toContain('photo.expired')
    clock.advance(60 * MINUTE_MS)
    await worker.purge()
    expect(await objects()).toEqual([null, null, null])
    expect(await auditOf(attemptId)).toContain('photo.expired')
    const { items } = await photosOf(phone, attemptId)
    expect(items).toMatchObject([{ sha256, state: 'verified', widthPixels: 640 }])
    const path = pathOf(attemptId, `/${sha256}/view?size=display`)
    expectRefusal(await send(app, { path, token: await phone.token() }), 'NOT_FOUND')
  }, 60_000)
})

describe('looking at a photo', () => {
  it('is free for oneself; others need the permission over that person, and leave a line', async () => {
    const phone = await bindStoryPhone({ departmentId: 'sales' })
    const bytes = await picture()
    const { sha256 } = claimOf(bytes)
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    const look = async (token: string, size = 'thumbnail') =>
      send(app, { path: pathOf(attemptId, `/${sha256}/view?size=${size}`), token })
    expectRefusal(await look(await phone.token()), 'NOT_FOUND')
    await upload(phone, attemptId, bytes)
    await worker.work()

    const own = JSON.parse((await look(await phone.token())).text) as PhotoViewReply
    expect(own.expiresAt).toBe(new Date(clock.nowMs() + 5 * MINUTE_MS).toISOString())
    const seen = await fetch(own.url)
    expect(seen.headers.get('content-type')).toBe('image/jpeg')
    expect(await sharp(Buffer.from(await seen.arrayBuffer())).metadata()).toMatchObject({ width: 320, height: 240 })
    expect(await auditOf(attemptId)).not.toContain('photo.viewed')

    const hr = await addPerson(app, { roles: [['hr', 'sales']] })
    const auditor = await addPerson(app, { roles: ['auditor'] })
    const [hrOfOthers, admin, colleague] = [
      await addPerson(app, { roles: [['hr', 'office']] }),
      await addPerson(app, { roles: ['admin'] }),
      await addPerson(app, { departmentId: 'sales' }),
    ]
    for (const person of [hrOfOthers, admin, colleague]) {
      expectRefusal(await look(await loginToken(app, person)), 'NOT_FOUND')
    }
    expect(await auditOf(attemptId)).not.toContain('photo.viewed')
    for (const person of [hr, auditor]) {
      const answer = await look(await loginToken(app, person), 'display')
      expect(answer.status).toBe(200)
      expect(await app.auditOf(answer.headers.get('x-request-id') ?? '')).toEqual([
        {
          action: 'photo.viewed',
          actor: `employee:${person.id}`,
          detail: { employeeId: phone.person.id, sha256, view: 'display' },
        },
      ])
    }
    expectRefusal(await look(await phone.token(), 'original'), 'QUERY_INVALID')

    clock.advance(5 * MINUTE_MS)
    expect((await fetch(own.url)).status).toBe(403)
  }, 60_000)
})

describe('a worker', () => {
  it('loses nothing while the store is away, and looks again every five minutes', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    await upload(phone, attemptId, bytes)
    const away = () => Promise.reject(new AppError('PHOTO_STORE_UNAVAILABLE'))
    const photoStore = { ...worker.parts.photoStore, head: away }
    for (const _ of [1, 2, 3]) {
      await worker.work({ photoStore })
      clock.advance(5 * MINUTE_MS)
    }
    expect(worker.complaints.filter((line) => line.includes(attemptId))).toHaveLength(3)
    clock.set(DEADLINE_MS + MINUTE_MS)
    await worker.work({ photoStore })
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'pending' })
    clock.advance(10 * MINUTE_MS)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'accepted' })
  }, 60_000)

  it('calls a picture damaged when five decoders were lost over it, not before', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    await upload(phone, attemptId, bytes)
    const verify = async () => ({ verified: null, cause: new Error('took too long') }) as const
    const photoVerifier = { ...worker.parts.photoVerifier, verify }
    for (const pauseMinutes of [1, 2, 4, 8]) {
      await worker.work({ photoVerifier })
      clock.advance(pauseMinutes * MINUTE_MS - 1)
      await worker.work({ photoVerifier })
      expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'pending' })
      clock.advance(1)
    }
    expect(worker.complaints.filter((line) => line.includes(attemptId))).toHaveLength(4)
    await worker.work({ photoVerifier })
    expect((await photosOf(phone, attemptId)).items).toMatchObject([{ state: 'failed', problem: 'damaged' }])
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'refused', code: 'PHOTO_MISMATCH' })
  }, 60_000)

  it('verifies a picture over which decoders were lost while the machine was slow', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    await upload(phone, attemptId, bytes)
    const hasty = createPhotoVerifier({ processes: 1, timeoutMs: 1 })
    await worker.work({ photoVerifier: hasty })
    await hasty.close()
    expect(worker.complaints.filter((line) => line.includes(attemptId))).toHaveLength(1)
    clock.advance(MINUTE_MS)
    await worker.work()
    expect(await recordOf(phone, attemptId)).toMatchObject({ outcome: 'accepted' })
  }, 60_000)

  it('deletes the others when one object cannot be deleted', async () => {
    const phone = await bindStoryPhone()
    const failed = await Promise.all([1, 2, 3].map(picture))
    const { attemptId } = await checkIn(
      phone,
      failed.map((bytes) => claimOf(bytes)),
    )
    for (const bytes of failed) await upload(phone, attemptId, Buffer.alloc(bytes.length), claimOf(bytes))
    await worker.work()
    const { photoStore } = worker.parts
    const keys = failed.map((bytes) => keyOf(attemptId, claimOf(bytes).sha256))
    const stuck = keys[1] ?? ''
    const objects = () => Promise.all(keys.map((key) => photoStore.head(key)))
    const poor = {
      ...photoStore,
      delete: (key: string) =>
        key === stuck ? Promise.reject(new AppError('PHOTO_STORE_UNAVAILABLE')) : photoStore.delete(key),
    }
    clock.advance(30 * MINUTE_MS)
    await worker.work({ photoStore: poor })
    expect((await objects()).map((object) => object === null)).toEqual([true, false, true])
    expect(worker.complaints.filter((line) => line.includes(attemptId))).toHaveLength(1)
    clock.advance(60 * MINUTE_MS)
    await worker.work()
    expect(await objects()).toEqual([null, null, null])
  }, 60_000)

  it('settles at once what can have no ticket: its check-in is for no slot', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { attemptId, code } = await checkIn(phone, [claimOf(bytes)], 'early', DAY, 2)
    expect(code).toBe('SLOT_UNKNOWN')
    await worker.work()
    expect((await photosOf(phone, attemptId)).items).toMatchObject([{ state: 'failed', problem: 'not_uploaded' }])
    expect((await recordOf(phone, attemptId)).code).toBe('SLOT_UNKNOWN')
  }, 60_000)

  it('beside another one decides each photo once', async () => {
    const phone = await bindStoryPhone()
    const bytes = await picture()
    const { attemptId } = await checkIn(phone, [claimOf(bytes)])
    await upload(phone, attemptId, bytes)
    const { photoRecords } = worker.parts
    const photos = (await photoRecords.due(10, clock.nowMs())).filter((photo) => photo.attemptId === attemptId)
    expect(photos).toHaveLength(1)
    // Each sees the photo as due, as if it had looked before the other claimed it.
    const both = [[...photos], [...photos]]
    await Promise.all(
      both.map((due) => worker.work({ photoRecords: { ...photoRecords, due: async () => due.splice(0) } })),
    )
    expect(await eventsOf(attemptId)).toEqual(['check_in.decided', 'photo.verified', 'check_in.redecided'])
  }, 60_000)

  it.each(WORKER_STEPS)(
    'killed at the step %s leaves everything for the next one, once',
    async (step) => {
      const phone = await bindStoryPhone()
      const bytes = await picture()
      const { attemptId } = await checkIn(phone, [claimOf(bytes)])
      await upload(phone, attemptId, bytes)
      const { dataFolder, database } = app.config
      const child = startChild('verify-photos', dataFolder, database.url, String(clock.nowMs()), step)
      await child.printed(`at ${step}`)
      const ended = new Promise((resolve) => child.process.once('close', resolve))
      child.process.kill('SIGKILL')
      await ended

      clock.advance(5 * MINUTE_MS)
      await worker.work()
      const record = await recordOf(phone, attemptId)
      expect(record).toMatchObject({ outcome: 'accepted', evidenceState: 'verified' })
      expect(record.decisions).toHaveLength(2)
      expect(await eventsOf(attemptId)).toEqual(['check_in.decided', 'photo.verified', 'check_in.redecided'])
      expect((await auditOf(attemptId)).filter((action) => action === 'photo.verified')).toHaveLength(1)
      for (const view of ['thumbnail', 'display']) {
        const object = await worker.parts.photoStore.head(`${keyOf(attemptId, claimOf(bytes).sha256)}.${view}.jpg`)
        expect(object?.contentType).toBe('image/jpeg')
      }
    },
    60_000,
  )
})
