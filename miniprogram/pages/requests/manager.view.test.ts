import type { ApprovalReply } from '../../contract/api-approvals'
import { approvalReply, attemptSubject, decidedReply, LIU, summaryReply, WANG } from '../../test/approvals'
import { START_MS } from '../../test/fake-platform'
import { requestsPage, type ListFacts, type RequestsPageInput } from './manager.view'

const list = (items: readonly ApprovalReply[] | null, change: Partial<ListFacts> = {}): ListFacts => ({
  items,
  hasMore: false,
  loadedAtMs: items === null ? null : START_MS,
  hasFailed: false,
  ...change,
})
const page = (change: Partial<RequestsPageInput> = {}, lists: Partial<RequestsPageInput['lists']> = {}) =>
  requestsPage({
    nowMs: START_MS,
    employeeId: WANG.id,
    isManager: true,
    segment: 'waiting',
    lists: { waiting: list([]), mine: list([]), decided: list(null), ...lists },
    team: null,
    teamName: '华东服务一部',
    busyId: null,
    notes: {},
    ...change,
  })
const outside = approvalReply({ id: 'approval-2', subject: attemptSubject() })

describe('what waits', () => {
  it('is counted, by kind, without what is decided by now', () => {
    const decided = decidedReply({ id: 'approval-3' })
    const shown = page({}, { waiting: list([approvalReply(), outside, decided]) })
    expect([shown.waitingCount, shown.kinds]).toEqual(['2', ['换机 1', '范围外 1']])
    expect(shown.cards.map(({ id, approve }) => [id, approve !== null])).toEqual([
      ['approval-1', true],
      ['approval-2', true],
      ['approval-3', false],
    ])
    expect(page({}, { waiting: list([outside], { hasMore: true }) }).waitingCount).toBe('1+')
  })

  it('says what the last try led to, and which one is under way', () => {
    const shown = page(
      { busyId: 'approval-1', notes: { 'approval-2': '内容有变化' } },
      { waiting: list([approvalReply(), outside]) },
    )
    expect(shown.cards.map(({ isBusy, note }) => [isBusy, note])).toEqual([
      [true, ''],
      [false, '内容有变化'],
    ])
  })

  it.each([
    ['nothing yesterday', list([decidedReply()]), '今天没有待审批'],
    [
      'some yesterday',
      list([
        decidedReply({ decidedAt: '2026-11-17T10:00:00+08:00' }),
        decidedReply({ id: 'b', decidedAt: '2026-11-17T23:59:59+08:00' }),
        decidedReply({ id: 'c', decidedAt: '2026-11-17T10:00:00+08:00', decidedBy: LIU }),
        decidedReply({ id: 'd', decidedAt: '2026-11-16T10:00:00+08:00' }),
      ]),
      '今天没有待审批。昨天处理了 2 条',
    ],
    ['not known', list(null), '今天没有待审批'],
  ])('is empty: %s', (_, decided, empty) => {
    expect(page({}, { decided }).empty).toBe(empty)
  })

  it('keeps what it had, with its time, when it cannot be read anew', () => {
    const failed = page({}, { waiting: list([outside], { hasFailed: true }) })
    expect([failed.hasFailed, failed.stale, failed.cards.length]).toEqual([
      false,
      '08:52 的数据，没刷新成。下拉再试',
      1,
    ])
    expect(page({}, { waiting: list(null, { hasFailed: true }) })).toMatchObject({
      hasFailed: true,
      isLoading: false,
      empty: '',
    })
    expect(page({}, { waiting: list(null) })).toMatchObject({ hasFailed: false, isLoading: true, empty: '' })
  })
})

describe('the other lists', () => {
  it('shows one’s own', () => {
    const shown = page({ segment: 'mine' }, { mine: list([approvalReply({ mayDecide: false, mayWithdraw: true })]) })
    expect(shown.rows.map(({ title, mayWithdraw }) => [title, mayWithdraw])).toEqual([['换手机', true]])
    expect(shown.cards).toEqual([])
    expect(page({ segment: 'mine' }).empty).toBe('没有申请。范围外签到、换手机时，申请会出现在这里')
  })

  it('shows what is decided, and leaves out what waits', () => {
    const shown = page({ segment: 'decided' }, { decided: list([outside, decidedReply()]) })
    expect(shown.cards.map(({ chip }) => chip?.text)).toEqual(['已同意'])
    expect(page({ segment: 'decided' }, { decided: list([outside]) }).empty).toBe('还没有处理过的申请')
    expect(page({ segment: 'decided' }, { decided: list([outside], { hasMore: true }) }).empty).toBe('')
  })
})

describe('the team', () => {
  const team = (change = {}) => ({
    serverTime: '2026-11-18T08:52:07+08:00',
    summary: summaryReply(change),
    items: [],
    nextCursor: null,
  })

  it('is summed up', () => {
    expect(page({ team: team() }).team).toMatchObject({
      name: '华东服务一部',
      expected: '今天应到 23 人',
      missing: '赵文博、孙可、董明轩',
    })
    expect(page({ team: team({ missing: 9 }) }).team?.missing).toBe('赵文博、孙可、董明轩 等 9 人')
  })

  it('is not there for staff, nor without anybody in it', () => {
    expect(page({ team: team(), isManager: false }).team).toBeNull()
    expect(page({ team: team({ people: 0 }) }).team).toBeNull()
  })
})
