import { rebindApproval, sessionReply } from '../../../../miniprogram/test/replies'
import type { ApprovalReply } from '../../../../miniprogram/contract/api-approvals'
import { openRendered } from '../rendered'
import { loggedIn, recordingWx, refusal, type Answers } from './recording-wx'

const OTHER = { device: 'other_bound', refreshToken: null } as const
const CANDIDATE = { device: 'candidate' } as const
const LIST = 'GET /api/v1/approvals'
const ASK = 'POST /api/v1/rebind-requests'
const oldPhone = {
  id: 'device-1',
  keyThumbprint: 'a',
  state: 'active',
  facts: { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'HarmonyOS 4.2' },
  boundAt: '2026-09-01T01:00:00.000Z',
}
const list = (...items: readonly ApprovalReply[]) => ({ items, nextCursor: null })

async function open(session: Parameters<typeof loggedIn>[0], change: Answers = {}) {
  const answers: Answers = {
    'POST /api/v1/sessions': sessionReply(session),
    'POST /api/v1/devices/enrolments': { seed: 'A'.repeat(43), enrolmentToken: 'enrolment', expiresAt: '' },
    'GET /api/v1/devices/mine': { items: [oldPhone], nextCursor: null },
    [LIST]: list(),
    [ASK]: { approval: rebindApproval(), session: sessionReply(CANDIDATE) },
    ...change,
  }
  const recording = recordingWx(answers)
  const phone = await openRendered({
    page: 'pages/rebind/rebind',
    settings: { brand: 'Xiaomi', model: 'Xiaomi 14' },
    storage: loggedIn(session),
    wx: recording.wx,
  })
  await phone.until(() => phone.find('.band'))
  const asked = () => recording.sent.filter(({ line }) => line === ASK)
  return { phone, answers, asked, ...recording }
}

describe('the page of a change of phones', () => {
  it('asks with a reason: by a chip, or in one’s own words', async () => {
    const { phone, asked } = await open(OTHER)
    expect(phone.text()).toContain('换到这部手机签到')
    await phone.tap(phone.byText('申请换机'))
    expect(asked()).toEqual([])
    await phone.tap(phone.byText('旧手机坏了'))
    await phone.type('.reason', '旧手机掉水里了')
    await phone.tap(phone.byText('申请换机'))
    await phone.until(() => phone.byText('等王建国同意'))
    expect(JSON.parse(asked()[0]?.body ?? '')).toMatchObject({ reason: '旧手机掉水里了' })
    expect(phone.phone.errors).toEqual([])
  })

  it('asks once, however often it is tapped', async () => {
    const { phone, asked } = await open(OTHER)
    await phone.tap(phone.byText('换了新手机'))
    const button = phone.byText('申请换机')
    await Promise.all([phone.tap(button), phone.tap(button), phone.tap(button)])
    await phone.until(() => phone.byText('已提交申请'))
    expect(asked()).toHaveLength(1)
  })

  it('says why it was not taken, beside the reason', async () => {
    const { phone } = await open(OTHER, { [ASK]: refusal(429, 'TOO_MANY_REQUESTS', '请求太频繁', 18_000) })
    await phone.tap(phone.byText('换了新手机'))
    await phone.tap(phone.byText('申请换机'))
    await phone.until(() => expect(phone.text()).toContain('5 小时后可以再申请'))
    expect(phone.text()).toContain('申请换机')
  })

  it('shows the request that waits already', async () => {
    const { phone, answers } = await open(OTHER, { [ASK]: refusal(409, 'REBIND_ALREADY_REQUESTED') })
    await phone.tap(phone.byText('换了新手机'))
    answers[LIST] = list(
      rebindApproval({
        subject: {
          ...(rebindApproval().subject as Extract<ApprovalReply['subject'], { kind: 'rebind' }>),
          newPhone: { brand: 'OPPO', model: 'Find X7', platform: 'android', system: 'ColorOS 15' },
        },
      }),
    )
    await phone.tap(phone.byText('申请换机'))
    await phone.until(() => expect(phone.text()).toContain('是在 OPPO Find X7 上申请的'))
    expect(phone.text()).not.toContain('去签到')
  })

  it('goes on to the check-in page where no other phone is bound any more', async () => {
    const { phone } = await open(OTHER, { [ASK]: refusal(409, 'REBIND_NOT_NEEDED') })
    await phone.tap(phone.byText('换了新手机'))
    await phone.tap(phone.byText('申请换机'))
    await phone.until(() => expect(phone.page()).toBe('pages/home/home'))
  })

  it('notices by itself that somebody agreed', async () => {
    const { phone, answers, sent } = await open(CANDIDATE, { [LIST]: list(rebindApproval()) })
    expect(phone.text()).toContain('等王建国同意')
    answers[LIST] = list(
      rebindApproval({
        status: 'approved',
        approvers: [],
        mayWithdraw: false,
        decidedAt: '2026-11-18T08:50:00+08:00',
        decidedBy: { id: 'employee-9', name: '王建国', department: null },
      }),
    )
    answers['POST /api/v1/sessions'] = sessionReply()
    phone.phone.background()
    phone.phone.foreground()
    await phone.until(() => phone.byText('换好了，可以签到'))
    expect(phone.text()).toContain('王建国同意了')
    expect(sent.some(({ line }) => line === 'POST /api/v1/sessions')).toBe(true)
    await phone.tap(phone.byText('开始签到'))
    await phone.until(() => expect(phone.page()).toBe('pages/home/home'))
  })

  it('takes the request back only after a question', async () => {
    const WITHDRAW = 'POST /api/v1/approvals/approval-1/withdraw'
    const withdrawn = rebindApproval({ status: 'withdrawn', approvers: [], mayWithdraw: false })
    const { phone, answers, sent } = await open(CANDIDATE, { [LIST]: list(rebindApproval()), [WITHDRAW]: withdrawn })
    const count = () => sent.filter(({ line }) => line === WITHDRAW).length
    answers['POST /api/v1/sessions'] = sessionReply(OTHER)
    await phone.tap(phone.find('.withdraw'))
    await phone.tap(await phone.until(() => phone.byText('先不撤回')))
    expect(count()).toBe(0)
    await phone.tap(phone.find('.withdraw'))
    answers[LIST] = list(withdrawn)
    await phone.tap(await phone.until(() => phone.find('.dialog-confirm')))
    await phone.until(() => phone.byText('换机申请已撤回'))
    expect(count()).toBe(1)
    await phone.tap(phone.byText('重新申请'))
    await phone.until(() => phone.byText('申请换机'))
  })

  it('says what is not reachable, and tries again', async () => {
    const recording = recordingWx({ [LIST]: refusal(503, 'INTERNAL') })
    const phone = await openRendered({ page: 'pages/rebind/rebind', storage: loggedIn(OTHER), wx: recording.wx })
    await phone.until(() => phone.byText('换机申请暂时打不开'))
    const before = recording.sent.length
    await phone.tap(phone.byText('重试'))
    await phone.until(() => expect(recording.sent.length).toBeGreaterThan(before))
  })
})
