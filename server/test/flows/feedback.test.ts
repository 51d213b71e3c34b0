/** Somebody reports a fault from the phone; HR answers; nobody else reads it. */
import type { Page } from '#contract/api'
import type {
  FaultReportReply,
  FaultReportRequest,
  ReceivedFaultReportReply,
  ReportedPlace,
} from '#contract/api-feedback'
import { seedDepartment } from '../../../prisma/seed/builders'
import { toDocument } from '../../src/worker/event-log-subscriber'
import {
  addPerson,
  expectRefusal,
  loginToken,
  send,
  sendOk,
  startApp,
  type Answered,
  type App,
  type Person,
} from '../start-app'

const PATH = '/api/v1/feedback'
const REPORT: FaultReportRequest = {
  text: '在地下停车场一直定位失败',
  diagnosis: { networkType: '5g', locationPermission: 'granted', fixAccuracyMetres: 812.5, wifiOn: false },
}
const PLACE = { latitude: 31.20413, longitude: 121.59071, accuracyMetres: 35 }

let app: App
let zhang: Person
let tokens: Readonly<Record<'zhang' | 'leader' | 'hr' | 'otherHr' | 'auditor' | 'admin', string>>

beforeAll(async () => {
  app = await startApp({
    seed: async (tx) => {
      await seedDepartment(tx, { id: 'sales', name: '销售部' })
      await seedDepartment(tx, { id: 'south', name: '华南组', parentId: 'sales' })
      await seedDepartment(tx, { id: 'works', name: '工程部' })
    },
  })
  zhang = await addPerson(app, { name: '张敏', departmentId: 'south', consents: [1] })
  const leader = await addPerson(app, { name: '王建国' })
  await app.seed((tx) => tx.departmentLeader.create({ data: { departmentId: 'sales', employeeId: leader.id } }))
  const hr = await addPerson(app, { name: '李婷', roles: [['hr', 'sales']] })
  const otherHr = await addPerson(app, { roles: [['hr', 'works']] })
  const auditor = await addPerson(app, { roles: ['auditor'] })
  const admin = await addPerson(app, { roles: ['admin'] })
  const people = { zhang, leader, hr, otherHr, auditor, admin }
  const made = Object.entries(people).map(async ([name, person]) => [name, await loginToken(app, person)] as const)
  tokens = Object.fromEntries(await Promise.all(made)) as typeof tokens
}, 60_000)

afterAll(() => app.close())

/** A session of its own each time: a session may report five times a minute. */
async function report(body: unknown, person: Person = zhang): Promise<Answered> {
  return send(app, { path: PATH, token: await loginToken(app, person), body })
}
async function reported(body: unknown, person: Person = zhang): Promise<FaultReportReply & { requestId: string }> {
  const { status, text, headers } = await report(body, person)
  if (status !== 201) throw new Error(`${status}: ${text}`)
  return { ...(JSON.parse(text) as FaultReportReply), requestId: headers.get('x-request-id') ?? '' }
}
const answer = (token: string, id: string, text: unknown) =>
  send(app, { path: `${PATH}/${id}/answer`, token, body: { text } })
const mine = (token: string) => sendOk<Page<FaultReportReply>>(app, { path: `${PATH}/mine`, token })
const received = (token: string, query = '') =>
  sendOk<Page<ReceivedFaultReportReply>>(app, { path: PATH + query, token })
const idsOf = ({ items }: Page<{ readonly id: string }>) => items.map(({ id }) => id)

it('is told, read by HR of the scope, answered once, and the answer comes back', async () => {
  const { id, requestId, ...rest } = await reported(REPORT)
  expect(rest).toEqual({ ...REPORT, includesPlace: false, createdAt: expect.any(String), answer: null })
  expect(idsOf(await received(tokens.hr, '?answered=false'))).toContain(id)
  expect((await received(tokens.hr)).items.find((item) => item.id === id)).toMatchObject({
    employee: { id: zhang.id, name: '张敏', department: '华南组' },
    text: REPORT.text,
    diagnosis: REPORT.diagnosis,
  })

  const text = '地下请走申请签到，附一张照片'
  const answered = await answer(tokens.hr, id, text)
  expect(answered.status).toBe(200)
  const own = (await mine(tokens.zhang)).items.find((item) => item.id === id)
  expect(own?.answer).toEqual({ text, answeredByName: '李婷', answeredAt: expect.any(String) })
  expect(own).not.toHaveProperty('employee')
  expect(idsOf(await received(tokens.hr, '?answered=false'))).not.toContain(id)
  expect(idsOf(await received(tokens.hr, '?answered=true'))).toContain(id)

  expect((await answer(tokens.hr, id, text)).text).toBe(answered.text)
  expectRefusal(await answer(tokens.hr, id, '别的答复'), 'FEEDBACK_ALREADY_ANSWERED')
  expectRefusal(await answer(tokens.admin, id, text), 'FEEDBACK_ALREADY_ANSWERED')

  expect(await app.auditOf(requestId)).toEqual([
    { action: 'feedback.created', actor: `employee:${zhang.id}`, detail: { includesPlace: false } },
  ])
  const events = await app.database.read.outboxEvent.findMany({ where: { type: { startsWith: 'feedback.' } } })
  const ours = events.filter(({ payloadJson }) => payloadJson.includes(id))
  expect(ours.map(({ type }) => type).sort()).toEqual(['feedback.answered', 'feedback.created'])
  for (const { payloadJson, createdAt, feedSequence, ...event } of ours) {
    expect(payloadJson).not.toMatch(/停车场|申请签到/)
    const payload = JSON.parse(payloadJson) as Record<string, unknown>
    const logged = toDocument({ ...event, payload, createdAtMs: createdAt.getTime(), feedSequence: feedSequence ?? 0 })
    expect(logged).toMatchObject({ employeeId: zhang.id, fields: { reportId: id } })
  }
})

it('gets one answer when two are given at once', async () => {
  const { id } = await reported(REPORT)
  const answers = await Promise.all([answer(tokens.hr, id, '甲'), answer(tokens.admin, id, '乙')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const trail = await app.database.read.auditRecord.count({ where: { subjectId: id, action: 'feedback.answered' } })
  expect(trail).toBe(1)
})

it('keeps a ticked place encrypted, for those who may see places, and says who looked', async () => {
  const { id } = await reported({ ...REPORT, includesPlace: true, place: PLACE })
  const row = await app.database.read.faultReport.findUniqueOrThrow({ where: { id } })
  expect(row.placeEncrypted).toMatch(/^v1\./)
  const stored = JSON.stringify([
    row,
    await app.database.read.auditDetail.findMany({ where: { audit: { subjectId: id } } }),
    await app.database.read.outboxEvent.findMany({ where: { type: 'feedback.created' } }),
  ])
  expect(stored).not.toMatch(/31\.20413|121\.59071/)
  const listed = (await received(tokens.hr)).items.find((item) => item.id === id)
  expect(listed).toMatchObject({ includesPlace: true })
  expect(JSON.stringify(listed)).not.toMatch(/latitude|31\.2/)

  const path = `${PATH}/${id}/place`
  const looked = await send(app, { path, token: tokens.hr })
  expect(JSON.parse(looked.text) as ReportedPlace).toEqual(PLACE)
  expect(await app.auditOf(looked.headers.get('x-request-id') ?? '')).toMatchObject([
    { action: 'feedback.place_read', detail: { employeeId: zhang.id } },
  ])
  expect((await send(app, { path, token: tokens.auditor })).status).toBe(200)
  expectRefusal(await send(app, { path, token: tokens.otherHr }), 'NOT_FOUND')
  for (const token of [tokens.zhang, tokens.leader, tokens.admin]) {
    expectRefusal(await send(app, { path, token }), 'NOT_ALLOWED')
  }
  const { id: without } = await reported(REPORT)
  expectRefusal(await send(app, { path: `${PATH}/${without}/place`, token: tokens.hr }), 'NOT_FOUND')
})

it('takes no place without consent, and a report all the same', async () => {
  const newcomer = await addPerson(app, { name: '新人', departmentId: 'south' })
  const withPlace = { ...REPORT, includesPlace: true, place: PLACE }
  expectRefusal(await report(withPlace, newcomer), 'CONSENT_NEEDED')
  expect((await report(REPORT, newcomer)).status).toBe(201)
})

it('is nobody else’s', async () => {
  const { id } = await reported(REPORT)
  const other = await loginToken(app, await addPerson(app, { departmentId: 'south' }))
  expect(idsOf(await mine(other))).toEqual([])
  expect(idsOf(await received(tokens.otherHr))).not.toContain(id)
  expect(idsOf(await received(tokens.auditor))).toContain(id)
  expectRefusal(await answer(tokens.otherHr, id, '看到了'), 'NOT_FOUND')
  expectRefusal(await answer(tokens.auditor, id, '看到了'), 'NOT_FOUND')
  expectRefusal(await answer(tokens.leader, id, '看到了'), 'NOT_FOUND')
  expectRefusal(await answer(tokens.zhang, id, '看到了'), 'NOT_ALLOWED')
  expectRefusal(await send(app, { path: PATH, token: tokens.zhang }), 'NOT_ALLOWED')
  expectRefusal(await send(app, { path: PATH, token: tokens.leader }), 'NOT_ALLOWED')
  expectRefusal(await send(app, { path: PATH, body: REPORT }), 'TOKEN_MISSING')
  expectRefusal(await answer(tokens.hr, crypto.randomUUID(), '看到了'), 'NOT_FOUND')
  expectRefusal(await answer(tokens.hr, '1', '看到了'), 'QUERY_INVALID')
  expect((await app.database.read.faultReport.findUniqueOrThrow({ where: { id } })).answeredAt).toBeNull()
})

it('comes in pages, newest first', async () => {
  const person = await addPerson(app, { departmentId: 'south' })
  const ids: string[] = []
  for (const number of ['一', '二', '三']) ids.unshift((await reported({ text: `第${number}个问题` }, person)).id)
  const token = await loginToken(app, person)
  const first = await sendOk<Page<FaultReportReply>>(app, { path: `${PATH}/mine?limit=2`, token })
  expect(idsOf(first)).toEqual(ids.slice(0, 2))
  const path = `${PATH}/mine?limit=2&cursor=${first.nextCursor}`
  expect(await sendOk(app, { path, token })).toMatchObject({ items: [{ id: ids[2] }], nextCursor: null })
  const page = await received(tokens.hr, '?limit=2')
  expect(idsOf(page)).toEqual(ids.slice(0, 2))
})

it('is taken five times a minute from a session', async () => {
  const token = await loginToken(app, await addPerson(app))
  const statuses: number[] = []
  for (let count = 0; count < 6; count++) statuses.push((await send(app, { path: PATH, token, body: REPORT })).status)
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
})

describe('bad input', () => {
  const many = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`fact${index}`, index]))
  it.each<[string, string, unknown]>([
    ['no text', 'text', {}],
    ['four characters', 'text', { text: '不能用了' }],
    ['blanks around two characters', 'text', { text: '   坏了   ' }],
    ['1 001 characters', 'text', { text: '坏'.repeat(1_001) }],
    ['a text that is a number', 'text', { text: 12_345 }],
    ['an extra field', 'employeeId', { ...REPORT, employeeId: crypto.randomUUID() }],
    ['a diagnosis that is a list', 'diagnosis', { ...REPORT, diagnosis: [] }],
    ['a diagnosis that is null', 'diagnosis', { ...REPORT, diagnosis: null }],
    ['41 facts', 'diagnosis', { ...REPORT, diagnosis: many }],
    ['a fact that is an object', 'diagnosis.phone', { ...REPORT, diagnosis: { phone: { brand: 'HUAWEI' } } }],
    ['a fact that is null', 'diagnosis.phone', { ...REPORT, diagnosis: { phone: null } }],
    ['a fact of 201 characters', 'diagnosis.log', { ...REPORT, diagnosis: { log: 'x'.repeat(201) } }],
    ['a name with a blank', 'diagnosis.a b', { ...REPORT, diagnosis: { 'a b': 1 } }],
    ['a latitude among the facts', 'diagnosis.latitude', { ...REPORT, diagnosis: { latitude: 31.2 } }],
    ['a pair among the facts', 'diagnosis.last', { ...REPORT, diagnosis: { last: '31.20413,121.59071' } }],
    [
      'a latitude although ticked',
      'diagnosis.lat',
      { ...REPORT, diagnosis: { lat: 31.2 }, includesPlace: true, place: PLACE },
    ],
    ['a place that is not ticked', 'place', { ...REPORT, place: PLACE }],
    ['a tick without a place', 'place', { ...REPORT, includesPlace: true }],
    ['a tick that says no', 'includesPlace', { ...REPORT, includesPlace: false, place: PLACE }],
    ['a place off the world', 'place.latitude', { ...REPORT, includesPlace: true, place: { ...PLACE, latitude: 91 } }],
    ['half a place', 'place.longitude', { ...REPORT, includesPlace: true, place: { latitude: 31 } }],
  ])('%s → BODY_INVALID', async (_name, path, body) => {
    const before = await app.database.read.faultReport.count()
    const { details } = expectRefusal(await report(body), 'BODY_INVALID')
    expect(details.map((detail) => detail.path)).toContain(path)
    expect(await app.database.read.faultReport.count()).toBe(before)
  })

  it.each<[string, unknown]>([
    ['no answer', {}],
    ['a blank answer', { text: '  ' }],
    ['1 001 characters', { text: '好'.repeat(1_001) }],
    ['an extra field', { text: '好', closed: true }],
  ])('%s of an answer → BODY_INVALID', async (_name, body) => {
    const { id } = await reported(REPORT)
    expectRefusal(await send(app, { path: `${PATH}/${id}/answer`, token: tokens.hr, body }), 'BODY_INVALID')
  })

  it.each(['?answered=yes', '?limit=0', '?cursor=x', '?employeeId=1'])('%s → QUERY_INVALID', async (query) => {
    expectRefusal(await send(app, { path: PATH + query, token: tokens.hr }), 'QUERY_INVALID')
  })
})
