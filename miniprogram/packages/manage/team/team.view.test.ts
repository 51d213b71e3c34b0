import type { DaySlotReply } from '../../../contract/api-days'
import type { TeamMemberReply, TeamStanding } from '../../../contract/api-team'
import { CHEN, memberReply, summaryReply } from '../../../test/approvals'
import { filterOf, memberView, teamView, type TeamInput } from './team.view'

const slot = (change: Partial<DaySlotReply> = {}): DaySlotReply => ({ ...memberReply().slots[0]!, ...change })
const person = (name: string, standing: TeamStanding): TeamMemberReply =>
  memberReply({ employee: { ...CHEN, id: name, name }, standing })
const view = (change: Partial<TeamInput> = {}) =>
  teamView({
    members: [
      person('陈雨桐', 'accepted'),
      person('赵文博', 'missing'),
      person('孙可', 'late'),
      person('周立', 'missing'),
    ],
    summary: summaryReply(),
    serverTime: '2026-11-18T09:31:00+08:00',
    filter: 'all',
    search: '',
    hasMore: false,
    ...change,
  })
const namesOf = (shown: ReturnType<typeof view>) => shown.members.map(({ name }) => name)

describe('a check-in in words', () => {
  it.each<[Partial<DaySlotReply>, string, string]>([
    [{}, '早 08:52 准时', 'plain'],
    [{ lateMinutes: 12, capturedAt: '2026-11-18T09:12:00+08:00' }, '早 09:12 迟到 12 分', 'late'],
    [{ kind: 'late', capturedAt: '2026-11-18T18:05:00+08:00' }, '晚 18:05', 'plain'],
    [{ kind: 'late', capturedAt: '2026-11-18T17:40:00+08:00', leftEarlyMinutes: 20 }, '晚 17:40 早退 20 分', 'late'],
    [{ state: 'pending' }, '早 08:52 待审批', 'pending'],
    [{ state: 'missing', capturedAt: null }, '早 缺卡', 'refused'],
    [{ state: 'overdue', capturedAt: null }, '早 该签了', 'refused'],
    [{ state: 'open', capturedAt: null }, '早 还没签', 'plain'],
    [
      { kind: 'late', state: 'upcoming', capturedAt: null, opensAt: '2026-11-18T17:30:00+08:00' },
      '晚 17:30 起',
      'plain',
    ],
    // Another zone: its own time, as it was there.
    [{ capturedAt: '2026-11-18T08:52:09+09:00' }, '早 08:52 准时', 'plain'],
  ])('%j', (change, text, tone) => {
    expect(memberView(memberReply({ slots: [slot(change)] })).slots).toEqual([{ text, tone }])
  })
})

it.each<[Partial<TeamMemberReply>, string, string]>([
  [{ standing: 'missing' }, 'missing', '未签'],
  [{ standing: 'late', slots: [slot({ lateMinutes: 12 }), slot()] }, 'late', '迟到 12 分'],
  [{ standing: 'pending' }, 'pending', '待审批'],
  [{ standing: 'accepted' }, 'accepted', '准时'],
  [{ standing: 'accepted', visitCount: 2 }, 'field', '外勤'],
  [{ standing: 'waiting' }, 'plain', '未到时'],
  [{ standing: 'off', off: 'holiday' }, 'plain', '节假日'],
  [{ standing: 'off' }, 'plain', '休息'],
])('stands as %j: %s %s', (change, tone, text) => {
  expect(memberView(memberReply(change)).chip).toMatchObject({ tone, text })
})

it('says what else there is to know, and no place but a name', () => {
  const lastSite = { name: '嘉澜纸业', capturedAt: '2026-11-18T10:20:00+08:00' }
  expect(memberView(memberReply({ visitCount: 2, lastSite, pendingApprovals: 1 })).meta).toEqual([
    '拜访 2 次',
    '10:20 在「嘉澜纸业」',
    '待审批申请 1 条',
  ])
})

describe('the list', () => {
  it('begins with who needs a look', () => {
    expect(namesOf(view())).toEqual(['赵文博', '周立', '孙可', '陈雨桐'])
    expect(view().expected).toBe('今天应到 23 人')
  })

  it('offers the standings that there are, with their counts', () => {
    expect(view().filters.map(({ text }) => text)).toEqual(['全部 24', '未签 3', '迟到 2', '准时 17', '休息 1'])
    expect(view({ filter: 'waiting' }).filters.map(({ text, isOn }) => [text, isOn])).toContainEqual(['未到时 0', true])
  })

  it('is filtered by standing and name', () => {
    expect(namesOf(view({ filter: 'missing' }))).toEqual(['赵文博', '周立'])
    expect(namesOf(view({ filter: 'missing', search: ' 周' }))).toEqual(['周立'])
  })

  it.each([
    [{ search: '李' }, '读到的人里没有「李」'],
    [{ filter: 'pending' as const }, '没有待审批的人'],
    [{ members: [], summary: summaryReply({ people: 0 }) }, '没有你能看的人。团队有了人，今天的签到会出现在这里'],
    [{ search: '李', hasMore: true }, ''],
  ])('says why it is empty: %#', (change, empty) => {
    expect(view(change).empty).toBe(empty)
  })

  it('says how much of it is here', () => {
    expect([view().loaded, view({ hasMore: true }).loaded]).toEqual(['', '已读 4 人，共 24 人'])
  })
})

it('takes an unknown filter for all', () => {
  expect([filterOf('missing'), filterOf('x'), filterOf(undefined)]).toEqual(['missing', 'all', 'all'])
})
