/** Staff look at their own month, day and check-in: what counts, what waits, who decided. */
import type { ContextReply, Page, RecordItem, RecordReply } from '#contract/api'
import type { RecordMonthReply } from '#contract/api-days'
import { inside, startApprovalsApp, type ApprovalsApp } from '../approvals-app'
import { addPerson, expectRefusal, loginToken, send, sendOk, type PhoneInUse } from '../start-app'

let story: ApprovalsApp
let phone: PhoneInUse

beforeAll(async () => {
  story = await startApprovalsApp()
  phone = await story.bindStaff({ name: '张敏' })
}, 60_000)

afterAll(() => story.app.close())

const read = <Reply>(path: string, token = phone.accessToken) => sendOk<Reply>(story.app, { path, token })
const monthOf = (workDay: string) => read<RecordMonthReply>(`/api/v1/records/months/${workDay.slice(0, 7)}`)

it('a check-in that waits, is approved and then counts, everywhere alike', async () => {
  const { workDay } = story.app
  const dayIn = (month: RecordMonthReply) => month.days.find((day) => day.workDay === workDay)
  expect(dayIn(await monthOf(workDay))).toMatchObject({ attended: false, pending: false, refusedCount: 0 })

  const { reply, approval } = await story.ask(phone)
  const waiting = await monthOf(workDay)
  expect(dayIn(waiting)).toMatchObject({ attended: false, pending: true })
  expect(dayIn(waiting)?.slots[0]).toMatchObject({
    kind: 'early',
    state: 'pending',
    attemptId: reply.attemptId,
    code: 'OUT_OF_RANGE',
  })

  await story.decided(story.leader, approval.id, 'approve')
  const late = await story.submit(phone, 'late', inside())
  const decided = await monthOf(workDay)
  expect(decided.totals).toMatchObject({ attendedDays: 1, fieldDays: 0 })
  expect(dayIn(decided)).toMatchObject({ attended: true, pending: false })
  expect(dayIn(decided)?.slots.map(({ state }) => state)).toEqual(['accepted', 'accepted'])

  const day = await read<Page<RecordItem>>(`/api/v1/records?day=${workDay}`)
  expect(day.items.map(({ attemptId }) => attemptId)).toEqual([late.attemptId, reply.attemptId])
  expect((await read<Page<RecordItem>>('/api/v1/records?day=2026-01-01')).items).toEqual([])

  const record = await read<RecordReply>(`/api/v1/records/${reply.attemptId}`)
  expect(record.decisions.map(({ decidedBy, decidedByName }) => [decidedBy, decidedByName])).toEqual([
    ['rule', null],
    [story.leader.id, '王建国'],
  ])

  const context: ContextReply = await phone.context()
  expect(context.attempts).toEqual(day.items)
  expect(context).toMatchObject({ leaders: ['王建国'], plans: [], capabilities: { corrections: false } })
})

it('is one’s own: another person’s month is another month', async () => {
  const token = await loginToken(story.app, await addPerson(story.app, { name: '陈雨桐' }))
  const { workDay } = story.app
  const month = await read<RecordMonthReply>(`/api/v1/records/months/${workDay.slice(0, 7)}`, token)
  expect(month.totals).toEqual({ attendedDays: 0, lateCount: 0, lateMinutes: 0, fieldDays: 0 })
  expect((await read<Page<RecordItem>>(`/api/v1/records?day=${workDay}`, token)).items).toEqual([])
  expectRefusal(await send(story.app, { path: `/api/v1/records/months/${workDay.slice(0, 7)}` }), 'TOKEN_MISSING')
})

it.each([
  ['a month 13', '/months/2026-13'],
  ['a month 00', '/months/2026-00'],
  ['a month of one digit', '/months/2026-1'],
  ['a day as month', '/months/2026-11-18'],
  ['a month of another century', '/months/1999-12'],
  ['a year 0000', '/months/0000-01'],
  ['a word', '/months/november'],
  ['an extra parameter', '/months/2026-11?employeeId=1'],
  ['a day that is none', '?day=2026-02-30'],
  ['a month as day', '?day=2026-11'],
  ['a day with a time', '?day=2026-11-18T00:00:00Z'],
  ['a day given twice', '?day=2026-11-18&day=2026-11-19'],
])('refuses %s', async (_name, path) => {
  expectRefusal(await send(story.app, { path: `/api/v1/records${path}`, token: phone.accessToken }), 'QUERY_INVALID')
})
