/** The team today on the real page: pages that follow by themselves, filters, and what it says when it is asked too often. */
import { CHEN, memberReply, summaryReply } from '../../../../miniprogram/test/approvals'
import type { TeamStanding } from '#contract/api-team'
import { openRendered, type RenderedPhone } from '../rendered'
import { loggedIn, recordingWx, refusal, type Answers } from './recording-wx'

const FIRST = 'GET /api/v1/team/today?limit=100'
const NEXT = 'GET /api/v1/team/today?limit=100&cursor=c1'
const person = (name: string, standing: TeamStanding) =>
  memberReply({ employee: { ...CHEN, id: name, name }, standing })
const page = (items: readonly unknown[], nextCursor: string | null, summary: unknown = null) => ({
  serverTime: '2026-11-18T09:31:00+08:00',
  summary,
  items,
  nextCursor,
})

async function open(answers: Answers) {
  const recording = recordingWx(answers)
  const phone = await openRendered({ page: 'packages/manage/team/team', wx: recording.wx, storage: loggedIn() })
  const asked = () => recording.sent.filter(({ line }) => line.includes('/team/today')).map(({ line }) => line)
  return { phone, asked, answers }
}

const see = (phone: RenderedPhone, text: string) => phone.until(() => expect(phone.text()).toContain(text))

it('reads on until a screen is filled, then filters and finds by name', async () => {
  const { phone, asked } = await open({
    [FIRST]: page([person('陈雨桐', 'accepted')], 'c1', summaryReply()),
    [NEXT]: page([person('赵文博', 'missing'), person('孙可', 'late')], null),
  })
  await see(phone, '赵文博')
  expect(asked()).toEqual([FIRST, NEXT])
  await phone.tap(phone.byText('未签 3'))
  await phone.until(() => expect(phone.findAll('.member')).toHaveLength(1))
  await phone.tap(phone.byText('全部 24'))
  await phone.type('.search__input', '孙')
  await phone.until(() =>
    expect(phone.findAll('.member').map((one) => one.textContent)).toEqual([expect.stringContaining('孙可')]),
  )
  expect(asked()).toHaveLength(2)
  expect(phone.phone.errors).toEqual([])
})

it('keeps what it had when it is asked too often', async () => {
  const { phone, answers } = await open({ [FIRST]: page([person('陈雨桐', 'accepted')], null, summaryReply()) })
  await see(phone, '陈雨桐')
  answers[FIRST] = refusal(429, 'TOO_MANY_REQUESTS')
  phone.phone.pullDown()
  await see(phone, '看得太勤，过一分钟再刷新')
  expect(phone.text()).toContain('陈雨桐')
})

it('says who may see it', async () => {
  const { phone } = await open({ [FIRST]: refusal(403, 'NOT_ALLOWED') })
  await see(phone, '你没有看团队的权限，请管理员授权')
})
