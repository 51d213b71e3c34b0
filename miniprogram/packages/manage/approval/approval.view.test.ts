import { approvalReply, attemptSubject, decidedReply, LIU, rebindSubject, WANG } from '../../../test/approvals'
import { START_MS } from '../../../test/fake-platform'
import { approvalView } from './approval.view'

const view = (change: Parameters<typeof approvalReply>[0] = {}) =>
  approvalView(approvalReply(change), START_MS, WANG.id)
const rowsOf = (shown: ReturnType<typeof view>) => shown.rows.map(({ name, value }) => `${name}：${value}`)

it('shows a change of phones in full', () => {
  const shown = view({ subject: rebindSubject({ heldAttempts: 2, probablySamePhone: true }) })
  expect(rowsOf(shown)).toEqual([
    '旧手机：HUAWEI Mate 60',
    '新手机：Xiaomi 15',
    '已签：2 次，随这次一起定',
    '原因：旧手机屏幕碎了，送修换新',
    '有效期：11月21日 08:40 前有效',
    '审批人：王建国',
  ])
  expect(shown).toMatchObject({
    what: '换手机',
    chip: { text: '待审批' },
    effect: '同意后新手机生效，旧手机立即停用',
    samePhone: '看起来是同一部手机，可能是小程序数据被清掉了',
    approve: '同意换机',
    history: [{ when: '11月18日 08:40', text: '陈雨桐提交', more: [] }],
  })
})

it('shows a check-in with what was asked and seen', () => {
  const shown = view({ subject: attemptSubject(), reason: '客户临时换了会议地点' })
  expect(rowsOf(shown).slice(0, 3)).toEqual(['签到：早 08:41:40', '地点：张江总部', '原因：客户临时换了会议地点'])
  expect(shown).toMatchObject({
    what: '范围外签到',
    sentences: ['不在「张江总部」范围，还差 270 m'],
    photoCount: '1 张',
    approve: '同意，记为早签到',
  })
  expect(view({ subject: attemptSubject({ photoCount: 0, siteName: null }) })).toMatchObject({ photoCount: '' })
})

it('says in whose place one decides', () => {
  const shown = view({ approvers: [{ employee: WANG, level: 1, onBehalfOf: LIU }] })
  expect(rowsOf(shown)).toContain('代谁审批：刘思远')
})

it.each([
  [{}, ['意见：路上小心']],
  [{ effect: 'DAY_CLOSED' }, ['意见：路上小心', '那天已经结账，只留下决定，没有重算']],
  [{ effect: 'SUBJECT_SETTLED' }, ['意见：路上小心', '所申请的事已有结果，没有改变什么']],
])('shows what became of it: %j', (change, more) => {
  const shown = approvalView(decidedReply({ comment: '路上小心', ...change }), START_MS, WANG.id)
  expect(shown.approve).toBeNull()
  expect(shown.effect).toBe('')
  expect(shown.history).toEqual([
    { when: '11月18日 08:40', text: '陈雨桐提交', more: [] },
    { when: '11月18日 08:52', text: '王建国同意 11月18日 08:52', more },
  ])
  expect(rowsOf(shown).some((line) => line.startsWith('有效期'))).toBe(false)
})

it('leaves the buttons to who may decide', () => {
  expect(view({ mayDecide: false })).toMatchObject({ approve: null, effect: '' })
})
