import { contextReply, sessionReply } from '../../../../miniprogram/test/replies'
import { openRendered } from '../rendered'
import { loggedIn, recordingWx, type Answers } from './recording-wx'

const NOTICE = {
  version: 3,
  publishedAt: '2026-10-08T00:00:00+08:00',
  title: '告知',
  text: '# 告知\n\n| 内容 | 用途 | 最长保存 |\n|---|---|---|\n| 现场照片 | 当场拍摄 | 1 年 |',
}
const NOT_AGREED = { currentVersion: 3, agreedVersion: null, sufficient: false, due: true }
const WITHDRAW = 'DELETE /api/v1/privacy/consents/current'

function context(capabilities: Partial<ReturnType<typeof contextReply>['capabilities']> = {}) {
  const reply = contextReply({ capabilities: { ...contextReply().capabilities, ...capabilities } })
  const known = { context: reply, receivedAtMs: Date.now(), clockOffsetMs: 0, employeeId: 'employee-1' }
  return { 'plain:context': JSON.stringify(known) }
}

async function open(page: string, answers: Answers = {}, storage: Record<string, string> = context()) {
  const recording = recordingWx({
    'GET /api/v1/privacy/notice': NOTICE,
    'GET /api/v1/devices/mine': { items: [], nextCursor: null },
    ...answers,
  })
  const phone = await openRendered({
    page: `packages/account/${page}`,
    storage: { 'plain:device-key': JSON.stringify({ secretSeed: 'A'.repeat(43) }), ...loggedIn(), ...storage },
    wx: recording.wx,
  })
  const kept = () => Object.keys(phone.window.localStorage).filter((key) => key.startsWith('preview:1:data:'))
  return { phone, kept, ...recording }
}

describe('settings', () => {
  it('offer quick check-in only where the server does, off until switched on', async () => {
    const without = await open('settings/settings')
    await without.phone.until(() => without.phone.byText('权限'))
    expect(without.phone.text()).not.toContain('极速签到')

    const { phone, kept } = await open('settings/settings', {}, context({ quickCheckIn: true }))
    const toggle = await phone.until(() => phone.find('[role=switch]'))
    expect(toggle.getAttribute('aria-checked')).not.toBe('true')
    await phone.tap(toggle)
    await phone.until(() => expect(kept().some((key) => key.endsWith('preferences:employee-1'))).toBe(true))
    expect(phone.phone.errors).toEqual([])
  })
})

describe('my data', () => {
  it('withdraws consent only after a question', async () => {
    const { phone, sent, toasts } = await open('my-data/my-data', { [WITHDRAW]: 204 })
    const withdrawals = () => sent.filter(({ line }) => line === WITHDRAW).length
    await phone.until(() => phone.byText('现场照片'))
    await phone.tap(await phone.until(() => phone.byText('撤回同意')))
    await phone.tap(await phone.until(() => phone.byText('先不撤回')))
    expect(withdrawals()).toBe(0)
    await phone.tap(phone.byText('撤回同意'))
    await phone.tap(await phone.until(() => phone.find('.dialog-confirm')))
    await phone.until(() => phone.byText('没有同意'))
    expect([withdrawals(), toasts]).toEqual([1, ['已撤回，不再收集']])
  })

  it('says what becomes of the check-ins that wait before it withdraws', async () => {
    const entry = { id: 'x', employeeId: 'employee-1', state: 'waiting', photos: [], capturedAtMs: 1 }
    const slot = { workDay: '2026-11-18', kind: 'early', span: 1 }
    const waiting = { ...context(), 'plain:queue:x': JSON.stringify({ ...entry, slot, uploadUntil: '', body: '' }) }
    const { phone } = await open('my-data/my-data', {}, waiting)
    await phone.tap(await phone.until(() => phone.byText('撤回同意')))
    await phone.until(() =>
      expect(phone.text()).toContain('还有 1 次签到没发完：签到会照常发送，照片不再上传，缺照片的可能不通过'),
    )
  })

  it('deletes what the phone keeps, after saying what that costs', async () => {
    const session = sessionReply({ device: 'none', consent: NOT_AGREED, refreshToken: null })
    const { phone, kept } = await open('my-data/my-data', { 'POST /api/v1/sessions': session })
    await phone.tap(await phone.until(() => phone.byText('删除这部手机里的数据')))
    await phone.until(() => expect(phone.text()).toContain('要主管同意才能再用它签到'))
    expect(kept().some((key) => key.endsWith('device-key'))).toBe(true)
    await phone.tap(phone.find('.dialog-confirm'))
    await phone.until(() => expect(phone.page()).toBe('pages/privacy/privacy'))
    expect(kept().some((key) => key.endsWith('device-key'))).toBe(false)
  })

  it('keeps everything while check-ins wait', async () => {
    const entry = { id: 'x', employeeId: 'employee-2', state: 'waiting', photos: [], capturedAtMs: 1 }
    const waiting = { ...context(), 'plain:queue:x': JSON.stringify(entry) }
    const { phone, kept, toasts } = await open('my-data/my-data', {}, waiting)
    await phone.tap(await phone.until(() => phone.byText('删除这部手机里的数据')))
    await phone.until(() => expect(toasts).toEqual(['还有签到没上传，传完才能删']))
    expect(kept().some((key) => key.endsWith('device-key'))).toBe(true)
  })
})

describe('asking for a forgotten check-in', () => {
  const PAGE = 'correction/correction?workDay=2026-11-18&kind=early&span=1'
  const slot = {
    kind: 'early',
    span: 1,
    state: 'missing',
    opensAt: '2026-11-18T07:00:00+08:00',
    closesAt: '2026-11-18T09:30:00+08:00',
    dueAt: '2026-11-18T09:00:00+08:00',
    capturedAt: null,
    lateMinutes: 0,
    leftEarlyMinutes: 0,
    attemptId: null,
    code: null,
  }
  const month = { month: '2026-11', today: '2026-11-20', totals: {}, days: [{ workDay: '2026-11-18', slots: [slot] }] }

  it('says that this server does not offer it', async () => {
    const { phone, sent } = await open(PAGE)
    await phone.until(() => phone.byText('公司现在不在这里办补卡'))
    expect(sent.filter(({ line }) => /records|corrections/.test(line))).toEqual([])
  })

  it('sends slot, time and reason once', async () => {
    const { phone, sent } = await open(
      PAGE,
      { 'GET /api/v1/records/months/2026-11': month, 'POST /api/v1/corrections': { id: 'approval-2' } },
      context({ corrections: true }),
    )
    const asked = () => sent.filter(({ line }) => line === 'POST /api/v1/corrections')
    await phone.until(() => phone.byText('11月18日 周三，早签到'))
    await phone.tap(phone.byText('选时间'))
    const field = await phone.until(() => phone.find('.phone-cover input') as HTMLInputElement)
    field.value = '08:50'
    await phone.tap(phone.byText('确定'))
    await phone.type('.correction__reason', '手机没电了')
    const button = phone.byText('提交补卡申请')
    await Promise.all([phone.tap(button), phone.tap(button)])
    await phone.until(() => expect(phone.page()).toBe('pages/requests/requests'))
    expect(asked().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        workDay: '2026-11-18',
        kind: 'early',
        span: 1,
        claimedAt: '2026-11-18T08:50:00+08:00',
        reason: '手机没电了',
        photos: [],
      },
    ])
  })
})

describe('about', () => {
  it('tells whether the server is reachable, and the licences word for word', async () => {
    const { phone } = await open('about/about', { 'GET /api/v1/me': {} })
    await phone.until(() => phone.byText('连得上'))
    expect(phone.text()).not.toContain('WITHOUT WARRANTY')
    await phone.tap(phone.byText('TDesign 1.16.0'))
    await phone.until(() => expect(phone.text()).toContain('WITHOUT WARRANTY OF ANY KIND'))
  })
})
