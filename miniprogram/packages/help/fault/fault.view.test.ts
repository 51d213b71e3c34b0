import type { FaultReportReply } from '../../../contract/api-feedback'
import { ACCURACY_CLASSES, FACT_NAMES, type Facts } from '../../../services/diagnosis-facts'
import type { ApiProblem } from '../../../services/transport'
import { factRows } from './fault-facts.view'
import { faultView, reportView } from './fault.view'

const FACTS: Facts = { networkType: 'wifi', appVersion: '0.1.0' }
const WRITTEN = {
  text: '定位一直不准',
  attemptId: '',
  facts: FACTS,
  hasConsent: true,
  includesPlace: false,
  isSending: false,
  trouble: null,
}

describe('the fault report', () => {
  it.each([
    ['nothing written', { text: '' }, false, '发给人事', '写当时在做什么、看到了什么，至少 5 个字'],
    ['too short', { text: ' 不准了 ' }, false, '发给人事', '还差 2 个字'],
    ['written', {}, true, '发给人事', ''],
    ['written before the phone is looked at', { facts: null }, false, '正在查看手机情况…', ''],
    ['under way', { isSending: true }, false, '正在发送…', ''],
  ])('%s', (_, change, isReady, submit, missing) => {
    expect(faultView({ ...WRITTEN, ...change })).toMatchObject({ isReady, submit, missing })
  })

  it('without consent offers no place', () => {
    expect(faultView({ ...WRITTEN, hasConsent: false, attemptId: 'a' })).toMatchObject({
      mayAddPlace: false,
      about: '',
      diagnosisHint: '没有同意隐私告知，只附上版本',
    })
  })

  const refused = {
    kind: 'refused',
    status: 429,
    code: 'RATE_LIMITED',
    action: 'retry',
    message: '今天报告太多',
    hint: '明天再发',
    details: [],
    requestId: 'r',
    retryAfterMs: null,
  } satisfies ApiProblem
  it.each([
    [{ kind: 'send', problem: { kind: 'unreachable' } }, '连不上服务器。文字留在这里，有信号后再点「发给人事」'],
    [{ kind: 'send', problem: refused }, '今天报告太多。明天再发'],
    [{ kind: 'send', problem: { kind: 'login', why: 'timeout' } }, '企业微信没有响应'],
    [{ kind: 'place', why: 'refused' }, '没读到位置（没有定位权限）。不附位置就能发送'],
  ] as const)('says what stood in its way: %j', (trouble, text) => {
    expect(faultView({ ...WRITTEN, trouble })).toMatchObject({ trouble: text, isReady: true })
  })
})

describe('the facts, line by line', () => {
  it.each([
    ['networkType', '5g', '5G'],
    ['serverReachable', false, '连不上'],
    ['clockDifferenceSeconds', 1, '和服务器一致'],
    ['clockDifferenceSeconds', -95, '比服务器快 1 分 35 秒'],
    ['clockDifferenceSeconds', 40, '比服务器慢 40 秒'],
    ['locationPermission', false, '没有允许'],
    ['locationService', true, '开着'],
    ['preciseAllowed', false, '只有大致位置'],
    ['accuracyClass', 'to50', '误差 20 到 50 m'],
    ['accuracyClass', 'switched_off', '手机定位关着'],
    ['wifiState', 'readable', '能读到'],
    ['wifiState', 'location_needed', '打开手机定位才能读 Wi-Fi'],
    ['gatewayState', 'held', '已验证'],
    ['gatewayState', 'unreachable', '内网验证没有回应'],
    ['queueLength', 2, '2 条'],
    ['lastErrorCode', 'BUSY_TRY_AGAIN', 'BUSY_TRY_AGAIN'],
  ] as const)('%s %s: %s', (name, value, text) => {
    expect(factRows({ [name]: value })).toMatchObject([{ name, value: text }])
  })

  it('hides none', () => {
    const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, 'x'])) as Facts
    expect(factRows(facts).map(({ name }) => name)).toEqual([...FACT_NAMES])
    expect(factRows(facts).every(({ label }) => label !== '')).toBe(true)
  })

  it.each(ACCURACY_CLASSES)('has words for %s', (accuracyClass) => {
    expect(factRows({ accuracyClass })[0]?.value).toMatch(/./)
  })
})

describe('a report that was sent', () => {
  const report: FaultReportReply = {
    id: 'r1',
    text: '定位一直不准',
    diagnosis: null,
    includesPlace: true,
    createdAt: '2026-11-18T01:12:00Z',
    answer: null,
  }

  it('waits for its answer', () => {
    expect(reportView(report, 480)).toEqual({
      id: 'r1',
      text: '定位一直不准',
      when: '11月18日 09:12，附了位置',
      answer: '',
      standing: '等人事答复',
      isAnswered: false,
    })
  })

  it('tells its time in another zone', () => {
    expect(reportView(report, -300)).toMatchObject({ when: '11月17日 20:12，附了位置' })
  })

  it('shows its answer, by whom and when', () => {
    const answer = { text: '装了新热点', answeredByName: '李萍', answeredAt: '2026-11-18T16:30:00.000Z' }
    expect(reportView({ ...report, includesPlace: false, answer }, 480)).toMatchObject({
      when: '11月18日 09:12',
      answer: '装了新热点',
      standing: '李萍 11月19日 00:30 答复',
    })
  })
})
