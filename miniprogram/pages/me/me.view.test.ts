import { START_MS } from '../../test/fake-platform'
import { rebindApproval, sessionReply } from '../../test/replies'
import { meView, type MeFacts } from './me.view'

const view = (change: Partial<MeFacts> = {}) =>
  meView({
    session: sessionReply(),
    thisPhone: { brand: 'HUAWEI', model: 'Mate 60' },
    approval: null,
    hasQuickCheckIn: true,
    hasFaultReports: true,
    version: '0.1.0',
    nowMs: START_MS,
    ...change,
  })
const titles = (change: Partial<MeFacts> = {}) => view(change).groups.map((group) => group.map(({ title }) => title))

describe('me', () => {
  it('says who I am, and leads everywhere', () => {
    expect(view()).toMatchObject({
      name: '张敏',
      surname: '张',
      department: '销售一部',
      rebind: null,
      phone: { title: 'HUAWEI Mate 60', hint: '这部手机已绑定', url: '' },
    })
    expect(titles()).toEqual([
      ['我的数据', '设置', '隐私告知'],
      ['帮助', '报告故障', '关于'],
    ])
  })

  it('hides what the server does not offer', () => {
    expect(titles({ hasFaultReports: false })[1]).toEqual(['帮助', '关于'])
    expect(view({ hasQuickCheckIn: false }).groups[0]?.[1]?.hint).toBe('权限')
  })

  it.each(['other_bound', 'candidate'] as const)('leads from a phone that is %s to the change of phones', (device) => {
    expect(view({ session: sessionReply({ device }) }).phone.url).toBe('/pages/rebind/rebind')
  })

  it('shows a change that waits, on the new phone and on the old one', () => {
    const waiting = (device: 'candidate' | 'bound') =>
      view({ session: sessionReply({ device }), approval: rebindApproval() }).rebind
    expect(waiting('candidate')).toEqual({ title: '换到这部手机', hint: '等王建国同意，已等 12 分钟' })
    expect(waiting('bound')).toMatchObject({ title: '有人申请把签到换到 Xiaomi 14' })
    expect(view({ approval: rebindApproval({ status: 'approved' }) }).rebind).toBeNull()
  })

  it('says whether the notice was agreed to', () => {
    const hint = (agreedVersion: number | null) =>
      view({ session: sessionReply({ consent: { ...sessionReply().consent, agreedVersion } }) }).groups[0]?.[2]?.hint
    expect([hint(3), hint(null)]).toEqual(['已同意第 3 版', '还没有同意'])
  })
})
