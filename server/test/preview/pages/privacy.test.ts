import type { ConsentState } from '../../../../miniprogram/contract/api'
import { recordReply } from '../../../../miniprogram/test/record-replies'
import { contextReply, sessionReply, slotReply } from '../../../../miniprogram/test/replies'
import { openRendered } from '../rendered'
import { loggedIn, recordingWx, type Answers } from './recording-wx'

const NOT_AGREED = { currentVersion: 3, agreedVersion: null, sufficient: false, due: true }
const AGREED = { currentVersion: 3, agreedVersion: 3, sufficient: true, due: false }
const CONSENTS = 'POST /api/v1/privacy/consents'
const NOTICE = {
  version: 3,
  publishedAt: '2026-10-08T00:00:00+08:00',
  title: '个人信息处理告知',
  text: '# 告知\n\n先请读完。\n\n| 内容 | 用途 | 最长保存 |\n|---|---|---|\n| 现场照片 | 当场拍摄 | 1 年 |\n\n## 你可以\n\n- 随时撤回同意',
}
/** Calls that read where somebody is, what is around, or take a picture. */
const COLLECTING = [
  'getLocation',
  'startLocationUpdate',
  'getFuzzyLocation',
  'startWifi',
  'getConnectedWifi',
  'getWifiList',
  'chooseImage',
  'chooseMedia',
  'createCameraContext',
  'startBeaconDiscovery',
  'getBluetoothDevices',
]

async function firstUse(change: Answers = {}, wxParts: Record<string, unknown> = {}) {
  const collected: string[] = []
  const recording = recordingWx({
    'POST /api/v1/sessions': sessionReply({ device: 'none', refreshToken: null, consent: NOT_AGREED }),
    'GET /api/v1/privacy/notice': NOTICE,
    [CONSENTS]: AGREED,
    'POST /api/v1/devices/enrolments': { seed: 'A'.repeat(43), enrolmentToken: 'enrolment', expiresAt: '' },
    'POST /api/v1/devices': { session: sessionReply() },
    'GET /api/v1/context': contextReply(),
    ...change,
  })
  const watched = COLLECTING.map((name) => [name, () => void collected.push(name)])
  const phone = await openRendered({ wx: { ...Object.fromEntries(watched), ...recording.wx, ...wxParts } })
  await phone.until(() => phone.byText('暂不同意'))
  return { phone, collected, ...recording }
}

describe('the notice', () => {
  it('comes first, and nothing is collected before somebody agrees', async () => {
    const { phone, collected, sent } = await firstUse()
    expect(phone.page()).toBe('pages/privacy/privacy')
    expect(phone.text()).toContain('现场照片')
    phone.phone.background()
    phone.phone.foreground()
    // What is asked whenever the app is shown has gone out: whatever else a showing sets off has begun before.
    await phone.until(() => expect(sent.map(({ line }) => line)).toContain('GET /api/v1/me'))
    expect(collected).toEqual([])
    expect(sent.map(({ line }) => line).filter((line) => /devices|rebind|context|check-ins/.test(line))).toEqual([])
    for (const { body, headers } of sent) {
      expect(JSON.stringify([body, headers])).not.toMatch(/HUAWEI|Mate 60|android|latitude|ssid/i)
    }
  })

  it('is declined without a word to the server, and can be read and agreed to later', async () => {
    const { phone, collected, sent } = await firstUse()
    await phone.until(() => phone.byText('现场照片'))
    const before = sent.length
    await phone.tap(phone.byText('暂不同意'))
    await phone.until(() => phone.byText('你没有同意，什么都没有收集'))
    expect([collected, sent.length]).toEqual([[], before])
    await phone.tap(phone.byText('再看一遍'))
    await phone.tap(await phone.until(() => phone.byText('同意并开始使用')))
    await phone.until(() => expect(phone.page()).toBe('pages/home/home'))
    await phone.until(() => expect(collected).toContain('getLocation'))
    const lines = sent.map(({ line }) => line)
    expect(lines.filter((line) => line === CONSENTS)).toHaveLength(1)
    expect(lines.indexOf('POST /api/v1/devices')).toBeGreaterThan(lines.indexOf(CONSENTS))
  })

  it('shows what is collected first, and all of it by one tap', async () => {
    const { phone } = await firstUse()
    expect(phone.text()).not.toContain('先请读完')
    expect(phone.text()).toContain('随时撤回同意')
    await phone.tap(phone.byText('告知全文'))
    await phone.until(() => expect(phone.text()).toContain('先请读完'))
  })

  it('gives the host its own authorisation with the same tap, where the host asks for one', async () => {
    const setting = { needAuthorization: true, privacyContractName: '《外勤签到隐私保护指引》' }
    let opened = 0
    const { phone } = await firstUse(
      {},
      {
        getPrivacySetting: ({ success }: { success: (reply: object) => void }) => success(setting),
        openPrivacyContract: ({ success }: { success: () => void }) => {
          opened++
          success()
        },
      },
    )
    await phone.tap(await phone.until(() => phone.byText('《外勤签到隐私保护指引》')))
    expect(opened).toBe(1)
    const { data } = phone.phone.stack.top()?.instance as unknown as { data: { openType: string } }
    expect(data.openType).toBe('agreePrivacyAuthorization')
    await phone.tap(phone.byText('同意并开始使用'))
    await phone.until(() => expect(phone.page()).toBe('pages/home/home'))
  })
})

describe('after a withdrawal', () => {
  const OPEN = { opensAt: '2026-11-18T00:00:00+08:00', closesAt: '2099-11-18T00:00:00+08:00', dueAt: null }
  const SLOT = encodeURIComponent('2026-11-18/early-1')
  const RECORD = 'pages/result/result?attemptId=attempt-1'

  async function open(page: string, consent: ConsentState = NOT_AGREED) {
    const collected: string[] = []
    const slots = [slotReply(OPEN), slotReply({ ...OPEN, kind: 'visit', span: 0 })]
    const context = contextReply({ slots })
    const { wx, sent } = recordingWx({
      'GET /api/v1/context': context,
      'GET /api/v1/privacy/notice': NOTICE,
      'GET /api/v1/records/attempt-1': recordReply({
        ...{ attemptId: 'attempt-1', outcome: 'refused', code: 'OUT_OF_RANGE', standingAttemptId: null },
        slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
      }),
    })
    const known = { context, receivedAtMs: Date.now(), clockOffsetMs: 0, employeeId: 'employee-1' }
    const watched = COLLECTING.map((name) => [name, () => void collected.push(name)])
    const phone = await openRendered({
      page,
      storage: {
        ...loggedIn({ consent }),
        'plain:device-key': JSON.stringify({ secretSeed: 'A'.repeat(43) }),
        'plain:context': JSON.stringify(known),
      },
      wx: { ...Object.fromEntries(watched), ...wx },
    })
    return { phone, collected, sent }
  }

  it.each([
    ['application', `pages/application/application?slot=${SLOT}&applies=1`],
    ['visit', `pages/visit/visit?slot=${encodeURIComponent('2026-11-18/visit-0')}&siteId=`],
    ['check-in', 'pages/home/home'],
  ])('the %s page reads nothing and leads to the notice', async (_, page) => {
    const { phone, collected } = await open(page)
    await phone.until(() => phone.byText('暂不同意'))
    expect([phone.page(), collected]).toEqual(['pages/privacy/privacy', []])
    await phone.tap(phone.byText('暂不同意'))
    await phone.until(() => phone.byText('你没有同意，不再收集'))
    expect(collected).toEqual([])
  })

  it('a refused attempt leads to the notice when it is applied for', async () => {
    const { phone, collected } = await open(RECORD)
    await phone.tap(await phone.until(() => phone.byText('申请在此签到')))
    await phone.until(() => phone.byText('暂不同意'))
    expect([phone.page(), collected]).toEqual(['pages/privacy/privacy', []])
  })

  it('a refused attempt leads to the application while the consent stands', async () => {
    const { phone, collected } = await open(RECORD, AGREED)
    await phone.tap(await phone.until(() => phone.byText('申请在此签到')))
    await phone.until(() => expect(phone.page()).toBe('pages/application/application'))
    await phone.until(() => expect(collected).toContain('getLocation'))
  })
})
