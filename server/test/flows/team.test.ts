/** A leader looks at the team today; a request of one of them waits; nobody sees whom he does not lead. */
import type { TeamTodayReply } from '#contract/api-team'
import { inside, startApprovalsApp, type ApprovalsApp } from '../approvals-app'
import { addPerson, expectRefusal, loginToken, send, sendOk, type Person, type PhoneInUse } from '../start-app'

const TODAY = '/api/v1/team/today'

let story: ApprovalsApp
let zhang: PhoneInUse
let chen: PhoneInUse
let stranger: Person

beforeAll(async () => {
  story = await startApprovalsApp()
  zhang = await story.bindStaff({ name: '张敏' })
  chen = await story.bindStaff({ name: '陈雨桐' })
  stranger = await addPerson(story.app, { name: '周立', departmentId: 'works' })
}, 60_000)

afterAll(() => story.app.close())

const teamOf = async (person: Person, query = '') =>
  sendOk<TeamTodayReply>(story.app, { path: TODAY + query, token: await story.tokenOf(person) })
const memberOf = (reply: TeamTodayReply, { id }: Person) => reply.items.find(({ employee }) => employee.id === id)

it('shows a check-in as soon as it counts, and what waits', async () => {
  const before = await teamOf(story.leader)
  expect(before.items.map(({ employee }) => employee.name).sort()).toEqual(['张敏', '陈雨桐'].sort())
  expect(before.summary).toMatchObject({ people: 2, waiting: 2, accepted: 0 })
  expect(memberOf(before, zhang.person)).toMatchObject({
    employee: { department: '华南组' },
    off: null,
    standing: 'waiting',
    lastSite: null,
    pendingApprovals: 0,
  })

  const accepted = await story.submit(zhang, 'early', inside())
  expect(accepted.outcome).toBe('accepted')
  await story.ask(chen)
  const after = await teamOf(story.leader)
  expect(memberOf(after, zhang.person)).toMatchObject({
    standing: 'accepted',
    slots: [{ kind: 'early', state: 'accepted', lateMinutes: 0 }, { kind: 'late' }],
    lastSite: { name: accepted.site?.name },
    pendingApprovals: 0,
  })
  expect(Date.parse(memberOf(after, zhang.person)?.slots[0]?.capturedAt ?? '')).toBe(Date.parse(accepted.capturedAt))
  expect(memberOf(after, chen.person)).toMatchObject({ standing: 'pending', pendingApprovals: 1 })
  expect(after.summary).toMatchObject({ people: 2, accepted: 1, pending: 1, waiting: 0 })
  expect(JSON.stringify(after)).not.toMatch(/latitude|longitude|bssid|address/i)
})

it('reaches the departments below, and no further', async () => {
  const names = (reply: TeamTodayReply) => reply.items.map(({ employee }) => employee.name).sort()
  expect(names(await teamOf(story.boss))).toEqual(['张敏', '陈雨桐', '王建国'].sort())
  expect(names(await teamOf(story.hr))).toEqual(['张敏', '陈雨桐', '王建国'].sort())
  const admin = await addPerson(story.app, { name: '孙可', roles: ['admin'] })
  const all = await teamOf(admin)
  expect(names(all)).toContain('周立')
  expect(names(all)).not.toContain('孙可')
})

it('comes in pages, its summary with the first', async () => {
  const first = await teamOf(story.boss, '?limit=2')
  expect([first.items.length, first.summary?.people]).toEqual([2, 3])
  const second = await teamOf(story.boss, `?limit=2&cursor=${first.nextCursor}`)
  expect([second.items.length, second.summary, second.nextCursor]).toEqual([1, null, null])
  const ids = [...first.items, ...second.items].map(({ employee }) => employee.id)
  expect(new Set(ids).size).toBe(3)
})

it('is not for staff, nor for auditors, nor without a session', async () => {
  expectRefusal(await send(story.app, { path: TODAY, token: zhang.accessToken }), 'NOT_ALLOWED')
  const auditor = await addPerson(story.app, { roles: ['auditor'] })
  expectRefusal(await send(story.app, { path: TODAY, token: await loginToken(story.app, auditor) }), 'NOT_ALLOWED')
  expectRefusal(await send(story.app, { path: TODAY, token: await story.tokenOf(stranger) }), 'NOT_ALLOWED')
  expectRefusal(await send(story.app, { path: TODAY }), 'TOKEN_MISSING')
})

it.each([
  ['a limit of 101', '?limit=101'],
  ['a limit of 0', '?limit=0'],
  ['a limit that is no number', '?limit=ten'],
  ['a cursor that is none', '?cursor=1'],
  ['a cursor of SQL', '?cursor=1%27%20OR%201=1'],
  ['an extra parameter', '?departmentId=works'],
  ['a parameter given twice', '?limit=1&limit=2'],
])('refuses %s', async (_name, query) => {
  const token = await story.tokenOf(story.leader)
  expectRefusal(await send(story.app, { path: TODAY + query, token }), 'QUERY_INVALID')
})
