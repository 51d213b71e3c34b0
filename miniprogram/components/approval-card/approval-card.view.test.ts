import type { ApprovalReply } from '../../contract/api-approvals'
import type { Decided } from '../../services/approvals'
import { approvalReply, attemptSubject, CHEN, decidedReply, LIU, rebindSubject, WANG } from '../../test/approvals'
import { START_MS } from '../../test/fake-platform'
import { approvalCard } from './approval-card.view'
import { changesText, outcomeText, sinceText } from './approval-words'
import { decidedText } from './decided-words'

const card = (change: Partial<ApprovalReply> = {}) =>
  approvalCard({ approval: approvalReply(change), nowMs: START_MS, employeeId: WANG.id })

describe('a card', () => {
  it('says who asks for which phone in place of which', () => {
    expect(card()).toMatchObject({
      avatar: { text: '陈' },
      name: '陈雨桐',
      department: '华东服务一部',
      since: '12 分钟前',
      what: '换手机',
      detail: '',
      phones: { from: 'HUAWEI Mate 60', to: 'Xiaomi 15' },
      reason: '旧手机屏幕碎了，送修换新',
      lines: [],
      meta: ['11月21日 08:40 前有效'],
      approve: '同意换机',
      chip: null,
    })
  })

  it('says what else there is to know about a phone', () => {
    const subject = rebindSubject({ probablySamePhone: true, heldAttempts: 2, oldPhone: null })
    const shown = card({ subject })
    expect(shown.phones?.from).toBe('没有绑过手机')
    expect(shown.lines).toEqual(['看起来是同一部手机，可能是小程序数据被清掉了', '新手机上已签 2 次，随这次一起定'])
  })

  it.each([
    ['early', 'OUT_OF_RANGE', '范围外签到', '早 08:41:40', '同意，记为早签到'],
    ['late', 'WIFI_UNREADABLE', '范围外签到', '晚 08:41:40', '同意，记为晚签到'],
    ['visit', 'DEVICE_FACTS_CHANGED', '签到审批', '日间 08:41:40', '同意，记为拜访'],
  ] as const)('%s %s', (kind, code, what, detail, approve) => {
    const subject = attemptSubject({ code, slot: { workDay: '2026-11-18', kind, span: 1 } })
    expect(card({ subject })).toMatchObject({
      what,
      detail,
      approve,
      lines: ['不在「张江总部」范围，还差 270 m'],
      meta: ['最近的地点「张江总部」', '11月21日 08:40 前有效'],
    })
  })

  it('names the day of an older check-in', () => {
    expect(card({ subject: attemptSubject({ capturedAt: '2026-11-16T18:05:00+08:00' }) }).detail).toBe(
      '11月16日 早 18:05:00',
    )
  })

  it('says in whose place one decides', () => {
    expect(card({ approvers: [{ employee: WANG, level: 1, onBehalfOf: LIU }] }).meta).toContain('代刘思远审批')
    expect(card({ approvers: [{ employee: LIU, level: 1, onBehalfOf: WANG }] }).meta).not.toContain('代王建国审批')
  })

  it.each([
    [{ status: 'approved' }, '已同意', '王建国同意 11月18日 08:52'],
    [{ status: 'rejected' }, '未同意', '王建国驳回 11月18日 08:52'],
    [{ status: 'withdrawn', decidedBy: null }, '已撤回', '申请人已撤回'],
    [{ status: 'expired', decidedBy: null }, '已过期', '没有人处理，已过期'],
    [{ status: 'expired', effect: 'SUBJECT_SETTLED' }, '已过期', '所申请的事已有结果，不用再审批'],
  ] as const)('shows an end: %j', (change, chip, outcome) => {
    const shown = card(decidedReply(change))
    expect([shown.approve, shown.chip?.text, shown.outcome]).toEqual([null, chip, outcome])
  })
})

it.each([
  ['2026-11-18T08:40:07+08:00', '12 分钟前'],
  ['2026-11-18T06:40:07+08:00', '2 小时前'],
  ['2026-11-17T20:15:00+08:00', '昨天 20:15'],
  ['2026-11-16T20:15:00+08:00', '11月16日 20:15'],
  // The same instants where the day began later.
  ['2026-11-17T16:52:00-08:00', '7 秒前'],
  ['2026-11-16T23:30:00-08:00', '昨天 23:30'],
])('%s is %s', (iso, said) => {
  expect(sinceText(iso, START_MS)).toBe(said)
})

it.each([
  [attemptSubject({ sentences: ['照片太旧'] }), '新增「照片太旧」，不再有「不在「张江总部」范围，还差 270 m」'],
  [attemptSubject({ photoCount: 2 }), '照片从 1 张变为 2 张'],
  [attemptSubject(), '这条签到重新判定过'],
])('what changed since it was read', (now, said) => {
  const before = approvalReply({ subject: attemptSubject() })
  expect(changesText(before, { ...before, subject: now })).toBe(`内容有变化，还没有决定：${said}。看过再定`)
})

describe('what a decision led to', () => {
  const before = approvalReply()
  const refused = { kind: 'refused', message: '这个申请不由你审批', hint: '请审批人处理' } as const
  it.each<[string, Decided, string]>([
    ['done', { kind: 'decided', approval: decidedReply() }, ''],
    [
      'somebody was quicker',
      { kind: 'closed', approval: decidedReply({ decidedBy: LIU }), message: '' },
      '不用再处理：刘思远同意 11月18日 08:52',
    ],
    [
      'not to be read',
      { kind: 'closed', approval: null, message: '这个申请已有人处理' },
      '不用再处理：这个申请已有人处理',
    ],
    [
      'no network',
      { kind: 'failed', at: 'login', problem: { kind: 'unreachable' } },
      '没有网络，还没有决定。联网后再点一次，写的意见还在',
    ],
    [
      'lost answer',
      { kind: 'failed', at: 'decision', problem: { kind: 'unreachable' } },
      '没等到回应，可能已经生效。再点一次，同样的决定不会算两次',
    ],
    [
      'no code',
      { kind: 'failed', at: 'login', problem: { kind: 'login', why: 'timeout' } },
      '企业微信没有确认你的身份，还没有决定。再点一次',
    ],
    [
      'refused',
      {
        kind: 'failed',
        at: 'decision',
        problem: {
          ...refused,
          status: 403,
          code: 'NOT_APPROVER',
          action: 'show',
          details: [],
          requestId: '',
          retryAfterMs: null,
        },
      },
      '这个申请不由你审批，请审批人处理',
    ],
  ])('%s', (_, decided, said) => {
    expect(decidedText(before, decided)).toBe(said)
  })
})

it('calls whoever asked by the whole name', () => {
  expect(outcomeText(decidedReply({ decidedBy: { ...CHEN, name: '欧阳晴' } }))).toBe('欧阳晴同意 11月18日 08:52')
})
