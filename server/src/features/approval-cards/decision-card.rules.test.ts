import { APPROVAL_KINDS, APPROVAL_STATUSES, type ApprovalReply } from '#contract/api-approvals'
import { requireFitting } from '../../adapters/wecom/template-card'
import { decisionCard, pressOf, type CardTrouble } from './decision-card.rules'

const person = (id: string, name: string, department: string | null = '昆山组') => ({ id, name, department })
const REQUESTER = person('r', '陈雨桐', '华东服务一部 昆山组')
const LEADER = person('l', '王建国')
const STAND_IN = person('d', '钱进')
const FACTS = { platform: 'android', system: 'Android 14' } as const

const SUBJECTS: Readonly<Record<ApprovalReply['kind'], ApprovalReply['subject']>> = {
  rebind: {
    kind: 'rebind',
    oldPhone: { brand: 'HUAWEI', model: 'Mate 60', ...FACTS },
    newPhone: { brand: 'Xiaomi', model: 'Xiaomi 15', ...FACTS },
    probablySamePhone: false,
    heldAttempts: 0,
  },
  attempt: {
    kind: 'attempt',
    attemptId: 'a',
    slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
    capturedAt: '2026-11-18T09:05:00+08:00',
    outcome: 'pending',
    code: 'OUT_OF_RANGE',
    sentences: ['离签到地点 812 米，范围是 150 米', '网络时间对不上'],
    siteName: '张江总部',
    photoCount: 2,
  },
  correction: { kind: 'correction' },
}

function approvalOf(changes: Partial<ApprovalReply> = {}): ApprovalReply {
  const kind = changes.kind ?? 'rebind'
  return {
    ...{ id: '0190', kind, status: 'pending', requester: REQUESTER, reason: '旧手机屏幕碎了，送修换新' },
    ...{ createdAt: '2026-11-18T09:12:00+08:00', expiresAt: '2026-11-21T09:12:00+08:00' },
    ...{ subject: SUBJECTS[kind], subjectVersion: 3 },
    approvers: [
      { employee: LEADER, level: 1, onBehalfOf: null },
      { employee: STAND_IN, level: 1, onBehalfOf: LEADER },
    ],
    ...{ decidedAt: null, decidedBy: null, comment: null, effect: null, mayDecide: false, mayWithdraw: true },
    ...changes,
  }
}

const closedBy = (status: ApprovalReply['status']): Partial<ApprovalReply> => ({
  status,
  approvers: [],
  ...(status === 'approved' || status === 'rejected'
    ? { decidedBy: LEADER, decidedAt: '2026-11-18T09:40:00+08:00' }
    : {}),
})

const cardFor = (viewerId: string, changes: Partial<ApprovalReply> = {}, trouble: CardTrouble | null = null) =>
  decisionCard({ taskId: 'card-1', viewerId, approval: approvalOf(changes), trouble })
const rowNames = (viewerId: string, changes: Partial<ApprovalReply> = {}) =>
  cardFor(viewerId, changes).rows.map(({ name }) => name)

const VIEWERS = { approver: 'l', delegate: 'd', 'no longer asked': 'x' } as const
const EVERY = APPROVAL_KINDS.flatMap((kind) =>
  APPROVAL_STATUSES.flatMap((status) =>
    (Object.keys(VIEWERS) as (keyof typeof VIEWERS)[]).map((viewer) => ({ kind, status, viewer })),
  ),
)
const LOOK = { source: '外勤签到', miniprogramAppId: 'wx1' }

describe('every kind, status and viewer', () => {
  const feet = { rebind: '同意换机', attempt: '同意签到', correction: '同意补卡' } as const
  const outcomes = {
    approved: '王建国已同意',
    rejected: '王建国已驳回',
    withdrawn: '已撤回',
    expired: '已过期',
  } as const

  it.each(EVERY)('$kind, $status, $viewer', ({ kind, status, viewer }) => {
    const change = status === 'pending' ? { kind } : { kind, ...closedBy(status) }
    const card = cardFor(VIEWERS[viewer], change)
    requireFitting(card, LOOK)
    expect(card.pagePath).toBe('packages/manage/approval/approval?id=0190')
    if (status !== 'pending') return expect(card.foot).toEqual({ kind: 'outcome', text: outcomes[status] })
    if (viewer === 'no longer asked') return expect(card.foot).toEqual({ kind: 'outcome', text: '不再由你处理' })
    expect(card.foot).toEqual({
      kind: 'buttons',
      buttons: [
        { text: '驳回', key: 'reject:3', style: 'reject' },
        { text: feet[kind], key: 'approve:3', style: 'agree' },
      ],
    })
    const onBehalf = card.rows.find(({ name }) => name === '代谁处理')?.value
    expect(onBehalf).toBe(viewer === 'delegate' ? '王建国' : undefined)
  })
})

describe('what stands on it', () => {
  it('a rebind as in the picture', () => {
    expect(cardFor('l')).toMatchObject({
      title: '陈雨桐申请换手机',
      subtitle: '同意后新手机生效，旧手机立即停用',
      rows: [
        { name: '部门', value: '华东服务一部 昆山组' },
        { name: '旧手机', value: 'HUAWEI Mate 60' },
        { name: '新手机', value: 'Xiaomi 15' },
        { name: '原因', value: '旧手机屏幕碎了，送修换新' },
        { name: '有效期', value: '11月21日 09:12 前' },
      ],
    })
    expect(cardFor('l', closedBy('approved'))).toMatchObject({
      title: '换手机申请：已同意',
      subtitle: '新手机已生效，旧手机已停用',
      rows: expect.arrayContaining([{ name: '处理人', value: '王建国 09:40' }]),
    })
  })

  const samePhone = { subject: { ...SUBJECTS.rebind, probablySamePhone: true } as ApprovalReply['subject'] }
  const plainAttempt = { ...SUBJECTS.attempt, siteName: null, photoCount: 0, sentences: [] } as ApprovalReply['subject']
  it.each([
    ['rebind', 'l', {}, ['部门', '旧手机', '新手机', '原因', '有效期']],
    ['rebind, same handset', 'l', samePhone, ['部门', '旧手机', '新手机', '说明', '原因', '有效期']],
    ['rebind, stand-in', 'd', {}, ['部门', '旧手机', '新手机', '原因', '代谁处理', '有效期']],
    ['rebind, both', 'd', samePhone, ['旧手机', '新手机', '说明', '原因', '代谁处理', '有效期']],
    ['attempt', 'l', { kind: 'attempt' }, ['签到时间', '地点', '情况', '照片', '原因', '有效期']],
    ['attempt, stand-in', 'd', { kind: 'attempt' }, ['签到时间', '地点', '情况', '原因', '代谁处理', '有效期']],
    ['attempt, little', 'l', { kind: 'attempt', subject: plainAttempt, reason: ' ' }, ['部门', '签到时间', '有效期']],
    ['correction', 'l', { kind: 'correction' }, ['部门', '原因', '有效期']],
  ] as const)('%s: the reason is never what gives way', (_what, viewer, changes, names) => {
    expect(rowNames(viewer, changes as Partial<ApprovalReply>)).toEqual(names)
  })

  it('says where the phone is unknown, and where it has changed', () => {
    const subject = { ...SUBJECTS.rebind, oldPhone: null } as ApprovalReply['subject']
    expect(cardFor('l', { subject }).rows[1]).toEqual({ name: '旧手机', value: '没有' })
    expect(cardFor('l', { requester: { ...REQUESTER, department: null } }).rows[0]?.value).toBe('未分部门')
  })

  it.each([
    ['changed', '内容有变化，请再看一遍再处理', ['reject:3', 'approve:3']],
    ['late', '这次点击没有及时送达，请再点一次', ['reject:3', 'approve:3']],
    ['device_of_another', '新手机已绑定别人，只能驳回', ['reject:3']],
  ] as const)('%s: %s', (trouble, subtitle, keys) => {
    const card = cardFor('l', {}, trouble)
    requireFitting(card, LOOK)
    expect(card.subtitle).toBe(subtitle)
    expect(card.foot).toMatchObject({ kind: 'buttons', buttons: keys.map((key) => ({ key })) })
    // What is over says so, whatever the press met.
    expect(cardFor('l', closedBy('approved'), trouble)).toEqual(cardFor('l', closedBy('approved')))
  })

  it('says that it came to its end by itself', () => {
    const card = cardFor('l', { kind: 'attempt', ...closedBy('expired'), effect: 'SUBJECT_SETTLED' })
    expect(card).toMatchObject({ title: '签到审批：已经不需要审批', foot: { text: '已经不需要审批' } })
  })

  it('tells times on the clock that they were given in', () => {
    const card = cardFor('l', { expiresAt: '2026-11-21T00:05:00-08:00' })
    expect(card.rows.at(-1)).toEqual({ name: '有效期', value: '11月21日 00:05 前' })
  })
})

describe('what is long is cut, whole characters at a time', () => {
  const long = '𠮷'.repeat(200)
  const changes: Partial<ApprovalReply> = {
    requester: person('r', long, long),
    reason: `  ${long}\n\n第二行`,
    approvers: [{ employee: LEADER, level: 1, onBehalfOf: person('l', long) }],
    subject: {
      ...(SUBJECTS.rebind as Extract<ApprovalReply['subject'], { kind: 'rebind' }>),
      newPhone: { brand: long, model: long, ...FACTS },
      probablySamePhone: true,
    },
  }

  it.each(EVERY)('$kind, $status, $viewer', ({ kind, status, viewer }) => {
    const subject = kind === 'rebind' ? changes.subject : SUBJECTS[kind]
    const decidedBy = person('l', long)
    const closed = status === 'pending' ? {} : { ...closedBy(status), ...(status === 'approved' ? { decidedBy } : {}) }
    const card = cardFor(VIEWERS[viewer], {
      ...changes,
      kind,
      ...(subject === undefined ? {} : { subject }),
      ...closed,
    })
    expect(() => requireFitting(card, LOOK)).not.toThrow()
    expect(JSON.stringify(card)).not.toMatch(/\\ud[89a-f]/i)
    // However long a name is, what became of it can be read.
    if (status === 'approved') expect(card.foot).toEqual({ kind: 'outcome', text: expect.stringMatching(/…已同意$/) })
  })

  it('puts a reason on one line', () => {
    const reason = cardFor('l', { reason: ' 屏幕碎了\n\n\t送修 ' }).rows.find(({ name }) => name === '原因')
    expect(reason?.value).toBe('屏幕碎了 送修')
  })
})

describe('what a button’s key says', () => {
  it.each([
    ['approve:1', { decision: 'approve', subjectVersion: 1 }],
    ['reject:12', { decision: 'reject', subjectVersion: 12 }],
    ['approve', null],
    ['approve:', null],
    ['approve:-1', null],
    ['approve:1:2', null],
    ['approve:1e3', null],
    ['approve:9999999999', null],
    [' approve:1', null],
    ['decided', null],
    ['', null],
  ])('%p', (key, expected) => {
    expect(pressOf(key)).toEqual(expected)
  })
})
