import type { DeviceReply } from '../../contract/api'
import type { ApprovalReply, ApproverReply } from '../../contract/api-approvals'
import { START_MS } from '../../test/fake-platform'
import { rebindApproval } from '../../test/replies'
import type { RebindFacts } from './rebind-situation'
import { rebindView } from './rebind.view'
import { waitedText } from './waited'

const xiaomi = { brand: 'Xiaomi', model: 'Xiaomi 14', platform: 'android', system: 'HyperOS 2.0' }
const huawei = { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'HarmonyOS 4.2' }
const device = (state: DeviceReply['state'], facts = huawei): DeviceReply => ({
  id: state,
  keyThumbprint: state,
  state,
  facts,
  boundAt: '2026-09-01T01:00:00.000Z',
})
const approver = (name: string, level = 1, leader: string | null = null): ApproverReply => ({
  employee: { id: name, name, department: null },
  level,
  onBehalfOf: leader === null ? null : { id: leader, name: leader, department: null },
})
const subject = (change: object) => ({ ...rebindApproval().subject, ...change }) as ApprovalReply['subject']
const ended = (status: ApprovalReply['status'], change: Partial<ApprovalReply> = {}) =>
  rebindApproval({
    status,
    approvers: [],
    mayWithdraw: false,
    decidedAt: '2026-11-18T08:50:00+08:00',
    decidedBy: { id: 'employee-9', name: '王建国', department: null },
    ...change,
  })
const view = (change: Partial<RebindFacts> = {}) =>
  rebindView({
    approval: rebindApproval(),
    standing: 'candidate',
    devices: [device('active'), device('candidate', xiaomi)],
    thisPhone: xiaomi,
    wantsAnother: false,
    leaders: [],
    nowMs: START_MS,
    ...change,
  })

const WHERE = '会出现在对方的「审批」页；公司开通审批卡片的，也会发到企业微信'

describe('a change of phones', () => {
  it.each<[string, Partial<RebindFacts>, object]>([
    ['nothing asked', { approval: null, standing: 'other_bound' }, { isAsking: true, act: 'ask', mayWithdraw: false }],
    ['asked on this phone', {}, { isAsking: false, act: 'checkIn', action: '去签到', mayWithdraw: true }],
    ['asked, seen on the old phone', { standing: 'bound' }, { act: 'checkIn', mayWithdraw: true, mayBeLost: false }],
    ['asked, seen on a third phone', { standing: 'other_bound' }, { act: 'none', action: '', mayWithdraw: true }],
    ['approved', { approval: ended('approved'), standing: 'bound' }, { act: 'checkIn', action: '开始签到' }],
    ['approved long ago, on a third phone', { approval: ended('approved'), standing: 'other_bound' }, { act: 'ask' }],
    ['rejected', { approval: ended('rejected'), standing: 'other_bound' }, { act: 'again', action: '重新申请' }],
    ['rejected, wants another', { approval: ended('rejected'), standing: 'none', wantsAnother: true }, { act: 'ask' }],
    ['withdrawn', { approval: ended('withdrawn'), standing: 'none' }, { act: 'again', mayWithdraw: false }],
    ['expired', { approval: ended('expired'), standing: 'none' }, { act: 'again' }],
    ['rejected, seen on the bound phone', { approval: ended('rejected'), standing: 'bound' }, { act: 'checkIn' }],
    ['bound, nothing asked', { approval: null, standing: 'bound' }, { act: 'checkIn', phones: null, steps: [] }],
  ])('%s', (_, change, wanted) => {
    expect(view(change)).toMatchObject(wanted)
  })

  it('says what each phone can do while the request waits', () => {
    const text = (change: Partial<RebindFacts>) => view(change).band.text
    expect(text({})).toContain('旧手机照常签到；这部手机也能先签，要拍 1 张照片，记录等审批结果')
    expect(text({ standing: 'bound' })).toContain('你申请换到 Xiaomi 14。同意前，这部手机照常签到')
    expect(text({ standing: 'other_bound' })).toContain('是在 Xiaomi 14 上申请的')
    expect(text({ devices: [device('revoked')] })).toContain('旧手机已经停用。撤回这个申请，就能直接绑定这部手机')
    expect(text({ approval: rebindApproval({ subject: subject({ probablySamePhone: true }) }) })).not.toContain(
      '旧手机',
    )
  })

  it('shows both phones with what they are', () => {
    expect(view().phones).toMatchObject({
      old: {
        label: '旧手机',
        name: 'HUAWEI Mate 60',
        system: 'HarmonyOS 4.2',
        chip: { tone: 'accepted', text: '使用中' },
      },
      new: { label: '新手机（本机）', name: 'Xiaomi 14', chip: { tone: 'pending', text: '待生效' } },
    })
    expect(view({ standing: 'bound' }).phones).toMatchObject({
      old: { label: '旧手机（本机）' },
      new: { label: '新手机' },
    })
    expect(view({ devices: null }).phones?.old?.chip).toBeNull()
    expect(view({ devices: [device('revoked')] }).phones?.old?.chip?.text).toBe('已停用')
    expect(view({ approval: ended('approved'), standing: 'bound' }).phones).toMatchObject({
      old: { chip: { text: '已停用' } },
      new: { chip: { text: '使用中' } },
    })
    expect(view({ approval: ended('rejected'), standing: 'none' }).phones).toMatchObject({
      old: { chip: { text: '使用中' } },
      new: { chip: { text: '没生效' } },
    })
    expect(view({ approval: null, standing: 'none', devices: [] }).phones).toMatchObject({ old: null })
  })

  it('tells the way of the request: asked, with whom, until when, then what', () => {
    const steps = view({ nowMs: START_MS + 2 * 60_000 }).steps
    expect(steps.map(({ mark, title, right, lines }) => [mark, title, right, ...lines])).toEqual([
      ['done', '已提交申请', '今天 08:40', '原因：旧手机坏了'],
      ['done', '已请主管审批', '', '王建国', WHERE, '12 小时没有审批，再请上一级'],
      ['current', '等王建国同意', '已等 14 分钟', '11月21日 08:40 前没有审批会过期，可以再申请'],
      ['todo', '这部手机绑定，旧手机同时停用', '', '审批结果会显示在这一页，也会在企业微信里通知你'],
    ])
  })

  it('names several, those who stand in, and those above whom nobody stands', () => {
    const approvers = [approver('王建国'), approver('李雷', 1, '王建国')]
    const [, sent, current] = view({ approval: rebindApproval({ approvers }) }).steps
    expect(sent).toMatchObject({
      title: '已请 2 个人审批',
      lines: ['王建国、李雷（代王建国）', WHERE, expect.anything()],
    })
    expect(current).toMatchObject({ title: '有一个人同意就行' })
    const [, atHr] = view({
      approval: rebindApproval({ approvers: [approver('王建国'), approver('沈若兰', 4)] }),
    }).steps
    expect(atHr?.lines).toEqual(['王建国、沈若兰', WHERE])
    expect(view({ approval: rebindApproval({ approvers: [] }) }).steps[1]?.lines).toEqual([
      '还没找到能审批的人，请联系人事',
    ])
  })

  it('says how many check-ins wait with it', () => {
    const approval = rebindApproval({ subject: subject({ heldAttempts: 2 }) })
    expect(view({ approval }).steps[3]?.lines).toContain('已先签 2 次，同意后按当时的时间算')
    expect(view({ approval, standing: 'bound' }).steps[3]?.lines).not.toContain('已先签 2 次，同意后按当时的时间算')
  })

  it.each<[string, ApprovalReply, readonly unknown[]]>([
    ['approved', ended('approved'), ['done', '王建国同意了', '今天 08:50']],
    [
      'rejected',
      ended('rejected', { comment: '先用旧的' }),
      ['refused', '王建国没有同意', '今天 08:50', '意见：先用旧的'],
    ],
    ['withdrawn', ended('withdrawn'), ['todo', '你撤回了申请', '今天 08:50']],
    ['expired', ended('expired'), ['todo', '没有人审批，已过期', '11月21日 08:40']],
  ])('ends %s', (_, approval, wanted) => {
    const { mark, title, right, lines } = view({ approval, standing: 'candidate' }).steps[1] ?? {
      lines: [] as string[],
    }
    expect([mark, title, right, ...lines]).toEqual(wanted)
  })

  it('notices a handset that lost its key, as the server does', () => {
    const asking = (thisPhone: typeof huawei) => view({ approval: null, standing: 'other_bound', thisPhone })
    expect(asking({ ...huawei, brand: 'huawei', system: 'HarmonyOS 5' })).toMatchObject({
      band: { title: '重新绑定这部手机' },
      same: expect.stringContaining('同一部手机') as unknown,
      mayBeLost: false,
    })
    expect(asking(xiaomi)).toMatchObject({ band: { title: '换到这部手机签到' }, same: '', mayBeLost: true })
  })

  it('says who will be asked, where that is known', () => {
    expect(view({ leaders: ['王建国', '刘思远'] }).leaders).toContain('王建国、刘思远审批')
    expect(view().leaders).toContain('你的主管审批')
  })

  it('tells times in the zone of the request', () => {
    const approval = rebindApproval({ createdAt: '2026-11-17T19:40:07-05:00', expiresAt: '2026-11-20T19:40:07-05:00' })
    expect(view({ approval }).steps[0]?.right).toBe('今天 19:40')
    expect(view({ approval, nowMs: START_MS + 86_400_000 }).steps[0]?.right).toBe('11月17日 19:40')
  })
})

it.each([
  [59_000, ''],
  [60_000, '1 分钟'],
  [59 * 60_000, '59 分钟'],
  [60 * 60_000, '1 小时'],
  [185 * 60_000, '3 小时 5 分钟'],
  [24 * 3_600_000, '1 天'],
  [52 * 3_600_000, '2 天 4 小时'],
])('%d ms waited is "%s"', (milliseconds, wanted) => {
  expect(waitedText(milliseconds)).toBe(wanted)
})
