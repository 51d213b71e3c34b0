import type { VisitRecordReply } from '#contract/api-visits'
import type { Fence } from '#contract/place'
import { seedSite } from '../../../prisma/seed/builders'
import { fixAt, placeInside } from '../../demo/place'
import { fixedClock } from '../fakes'
import {
  addPerson,
  bindPhone,
  checkIn,
  expectRefusal,
  loginToken,
  seedFreeHours,
  send,
  sendOk,
  startApp,
  type App,
  type PhoneInUse,
} from '../start-app'

const MINUTE_MS = 60_000
const FENCE: Fence = { kind: 'circle', centre: { latitude: 31.31, longitude: 121.48 }, radiusMetres: 200 }
const CONTACT = { contact: '陈女士', contactPhone: '13800000001' }
const VISIT = { customer: '青浦水务', ...CONTACT, purpose: '月度巡检' }

const clock = fixedClock(Date.now())
let app: App
let customerId: string

beforeAll(async () => {
  app = await startApp({
    clock,
    seed: async (tx) => {
      customerId = await seedSite(tx, { name: '青浦水务', kind: 'customer', fence: FENCE })
      await seedFreeHours(tx, [customerId])
    },
  })
}, 60_000)

afterAll(() => app.close())

async function visit(phone: PhoneInUse, changes: Parameters<typeof checkIn>[3] = {}): Promise<string> {
  const reply = await checkIn(app, phone, 'visit', {
    siteId: customerId,
    fix: fixAt(placeInside(FENCE), true),
    ...changes,
  })
  expect(reply.outcome).toBe('accepted')
  return reply.attemptId
}

const pathOf = (attemptId: string) => `/api/v1/check-ins/${attemptId}/visit-record`
const put = (phone: { readonly accessToken: string }, attemptId: string, body: unknown) =>
  send(app, { method: 'PUT', path: pathOf(attemptId), token: phone.accessToken, body })
const edit = async (phone: PhoneInUse, attemptId: string, body: unknown) => {
  const { status, text } = await put(phone, attemptId, body)
  if (status !== 200) throw new Error(text)
  return JSON.parse(text) as VisitRecordReply
}
const read = (phone: PhoneInUse, attemptId: string) =>
  sendOk<VisitRecordReply>(app, { path: pathOf(attemptId), token: phone.accessToken })

it('keeps every version of a record that is edited on its day', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  expect(await read(phone, attemptId)).toMatchObject({ ...VISIT, attemptId, version: 1, edits: [] })

  const edited = await edit(phone, attemptId, { version: 1, ...VISIT, outcome: '已更换阀门', notes: '下月复查' })
  expect(edited).toMatchObject({ ...VISIT, version: 2, outcome: '已更换阀门', notes: '下月复查' })
  expect(edited.edits).toEqual([{ ...VISIT, version: 1, writtenAt: expect.any(String) }])

  const { contactPhone: _, ...withoutPhone } = VISIT
  const third = await edit(phone, attemptId, { version: 2, ...withoutPhone })
  expect(third).not.toHaveProperty('contactPhone')
  expect(third.edits.map(({ version }) => version)).toEqual([2, 1])
  expect(await read(phone, attemptId)).toEqual(third)
})

it('can be written afterwards when the check-in brought none', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone)
  expectRefusal(await send(app, { path: pathOf(attemptId), token: phone.accessToken }), 'NOT_FOUND')
  expect(await edit(phone, attemptId, { version: 0, ...VISIT })).toMatchObject({ version: 1, edits: [] })
})

it('changes nothing when it says the same again', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  expect(await edit(phone, attemptId, { version: 1, ...VISIT })).toMatchObject({ version: 1, edits: [] })
})

it('answers a repeat whose first reply was lost, and keeps one edit', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  const body = { version: 1, ...VISIT, notes: '补充' }
  const first = await edit(phone, attemptId, body)
  expect(await edit(phone, attemptId, body)).toEqual(first)
  expect([first.version, first.edits.length]).toEqual([2, 1])
  expectRefusal(await put(phone, attemptId, { ...body, notes: '另一句' }), 'VERSION_CONFLICT')
})

it('takes fifty edits', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  await app.seed((tx) => tx.visitRecord.update({ where: { attemptId }, data: { version: 50 } }))
  const last = await edit(phone, attemptId, { version: 50, ...VISIT, notes: '第五十次' })
  expect(last).toMatchObject({ version: 51, editableUntil: null })
  expectRefusal(await put(phone, attemptId, { version: 51, ...VISIT }), 'VISIT_RECORD_FULL')
  expect(await edit(phone, attemptId, { version: 50, ...VISIT, notes: '第五十次' })).toEqual(last)
})

it('lets one of two edits at once win', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  const edits = ['甲', '乙', '丙', '丁'].map((notes) => put(phone, attemptId, { version: 1, ...VISIT, notes }))
  const answers = await Promise.all(edits)
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  for (const answer of answers) if (answer.status === 409) expectRefusal(answer, 'VERSION_CONFLICT')
  const { version, edits: kept } = await read(phone, attemptId)
  expect([version, kept.length]).toEqual([2, 1])
})

it('encrypts who was met, in the record and in its history', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  await edit(phone, attemptId, { version: 1, ...VISIT, contact: '李先生' })
  const { read: rows } = app.database
  const stored = JSON.stringify([
    await rows.visitRecord.findMany({ where: { attemptId } }),
    await rows.visitRecordEdit.findMany({ where: { attemptId } }),
    await rows.auditDetail.findMany({ where: { audit: { subjectId: attemptId } } }),
    await rows.outboxEvent.findMany({ where: { type: 'visit_record.changed' } }),
  ])
  for (const secret of [...Object.values(CONTACT), '李先生']) expect(stored).not.toContain(secret)
})

it('audits which fields changed', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  const { headers } = await put(phone, attemptId, { version: 1, ...VISIT, notes: '补充' })
  expect(await app.auditOf(headers.get('x-request-id') ?? '')).toEqual([
    {
      action: 'visit_record.changed',
      actor: `employee:${phone.person.id}`,
      detail: { version: 2, changed: ['notes'] },
    },
  ])
})

it('is closed when the day is over', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  const { editableUntil } = await read(phone, attemptId)
  const beforeMs = clock.nowMs()
  try {
    clock.set(Date.parse(editableUntil ?? ''))
    const inTime = { accessToken: await loginToken(app, phone.person) }
    expect((await put(inTime, attemptId, { version: 1, ...VISIT, notes: '最后一刻' })).status).toBe(200)
    clock.advance(MINUTE_MS)
    expectRefusal(await put(inTime, attemptId, { version: 2, ...VISIT }), 'VISIT_RECORD_CLOSED')
  } finally {
    clock.set(beforeMs)
  }
})

it.each([
  ['no customer', { version: 1, purpose: '巡检' }],
  ['a blank purpose', { version: 1, customer: '甲', purpose: '  ' }],
  ['a field that nobody knows', { version: 1, ...VISIT, mood: '好' }],
  ['no version', VISIT],
  ['a broken version', { ...VISIT, version: 1.5 }],
  ['too long notes', { version: 1, ...VISIT, notes: '长'.repeat(2_001) }],
])('refuses %s', async (_name, body) => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  expectRefusal(await put(phone, attemptId, body), 'BODY_INVALID')
  expect(await read(phone, attemptId)).toMatchObject({ version: 1 })
})

it('is nobody else’s, and no other check-in’s', async () => {
  const phone = await bindPhone(app)
  const attemptId = await visit(phone, { visit: VISIT })
  const other = { accessToken: await loginToken(app, await addPerson(app, { consents: [1] })) }
  expectRefusal(await put(other, attemptId, { version: 1, ...VISIT }), 'NOT_FOUND')
  expectRefusal(await send(app, { path: pathOf(attemptId), token: other.accessToken }), 'NOT_FOUND')
  const early = await checkIn(app, phone, 'early', { fix: fixAt(placeInside(FENCE), true) })
  expectRefusal(await put(phone, early.attemptId, { version: 0, ...VISIT }), 'NOT_FOUND')
  expectRefusal(await put(phone, 'no-id', { version: 0, ...VISIT }), 'QUERY_INVALID')
})

it('of a refused check-in is not written', async () => {
  const phone = await bindPhone(app)
  const refused = await checkIn(app, phone, 'visit', { siteId: customerId, visit: VISIT })
  expect(refused.outcome).toBe('refused')
  expectRefusal(await put(phone, refused.attemptId, { version: 1, ...VISIT, notes: '补充' }), 'VISIT_RECORD_CLOSED')
})
