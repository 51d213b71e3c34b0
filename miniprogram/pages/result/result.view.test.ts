import type { FindingReply, RecordReply } from '../../contract/api'
import { checkInReply, contextReply, slotReply } from '../../test/replies'
import { recordNumber, resultView } from './result.view'

const finding = (change: Partial<FindingReply>): FindingReply => ({
  code: 'OUT_OF_RANGE',
  severity: 'refuse',
  asked: {},
  seen: {},
  title: '不在范围',
  sentence: '不在「张江总部」范围，还差 86 m',
  askedText: '',
  seenText: '',
  next: '',
  ...change,
})

const view = (reply: Parameters<typeof checkInReply>[0] = {}, context = contextReply()) =>
  resultView({ reply: checkInReply(reply), context, figureWidthPixels: 375, figureHeightPixels: 132 })

describe('the result', () => {
  it('says when, how it counts, and by how much', () => {
    expect(view()).toMatchObject({
      tone: 'accepted',
      headline: '早签到成功',
      time: '08:52',
      seconds: ':09',
      chips: [{ tone: 'accepted', text: '准时' }],
      compared: '比 09:00 早 7 分 51 秒',
      siteName: '张江总部',
      siteAddress: '上海市浦东新区云杉路 88 号',
      whyTitle: '为什么通过',
      recordNumber: '记录号 20261118-0852-PT-1',
      act: 'done',
    })
  })

  it.each([
    ['late', { lateMinutes: 12, capturedAt: '2026-11-18T09:12:09+08:00' }, ['迟到 12 分'], '比 09:00 晚 12 分 9 秒'],
    ['deferred', { deferred: true }, ['准时', '离线'], '比 09:00 早 7 分 51 秒'],
    ['pending', { outcome: 'pending' as const, code: 'PHOTO_AWAITED' as const }, ['待审批'], '比 09:00 早 7 分 51 秒'],
    ['refused', { outcome: 'refused' as const, code: 'OUT_OF_RANGE' as const }, ['未通过'], '11月18日'],
  ])('%s', (_, change, chips, compared) => {
    const shown = view(change)
    expect(shown.chips.map(({ text }) => text)).toEqual(chips)
    expect(shown.compared).toBe(compared)
  })

  it.each([
    ['OUT_OF_RANGE', {}, 'apply', '申请在此签到'],
    ['WIFI_UNREADABLE', {}, 'apply', '申请在此签到'],
    ['DUPLICATE_SLOT', { standingAttemptId: 'attempt-0' }, 'standing', '看已签的那条'],
    ['DEVICE_NOT_BOUND', {}, 'rebind', '申请换机'],
    ['CHALLENGE_EXPIRED', {}, 'again', '再签一次'],
    ['OUTSIDE_WINDOW', {}, 'done', '完成'],
  ] as const)('after %s the next step is %s', (code, change, act, action) => {
    expect(view({ outcome: 'refused', code, ...change })).toMatchObject({ act, action })
  })

  it('offers no application where the rule has none, nor for a slot that is gone', () => {
    const refused = { outcome: 'refused', code: 'OUT_OF_RANGE' } as const
    const strict = contextReply({ policy: { ...contextReply().policy, outOfRange: 'refuse' } })
    expect(view(refused, strict).act).toBe('done')
    expect(view(refused, contextReply({ slots: [slotReply({ workDay: '2026-11-17' })] })).act).toBe('done')
  })

  it('shows the rule left and the fact right, and what else was noticed', () => {
    const shown = view({
      checks: [
        {
          check: 'fence',
          result: 'passed',
          asked: {},
          seen: {},
          title: '定位',
          askedText: '范围 150 m',
          seenText: '35 m',
        },
        {
          check: 'wifi',
          result: 'not_needed',
          asked: {},
          seen: {},
          title: 'Wi-Fi',
          askedText: '有一项即可',
          seenText: '—',
        },
        {
          check: 'slot',
          result: 'failed',
          asked: {},
          seen: {},
          title: '时段',
          askedText: '08:00–09:30',
          seenText: '09:41',
        },
      ],
      findings: [
        finding({ severity: 'note', code: 'SYSTEM_UPDATED', title: '系统升级了', sentence: '从 11 升到 12' }),
        finding({}),
      ],
    })
    expect(shown.rows.map(({ mark, name, asked, seen }) => [mark, name, asked, seen])).toEqual([
      ['passed', '定位', '范围 150 m', '35 m'],
      ['none', 'Wi-Fi', '有一项即可', '—'],
      ['failed', '时段', '08:00–09:30', '09:41'],
    ])
    expect(shown.notes).toEqual([{ code: 'SYSTEM_UPDATED', title: '系统升级了', sentence: '从 11 升到 12' }])
  })

  it('draws the place of a record, with what was missing', () => {
    const record: RecordReply = {
      ...checkInReply({
        outcome: 'refused',
        code: 'OUT_OF_RANGE',
        findings: [finding({ seen: { missingMetres: 86 } })],
      }),
      evidenceState: 'none',
      place: { latitude: 31.2041, longitude: 121.5931, accuracyMetres: 15 },
      wifi: null,
      networkType: '4g',
      rule: null,
      decisions: [],
    }
    const { figure } = resultView({
      reply: record,
      context: contextReply(),
      figureWidthPixels: 375,
      figureHeightPixels: 132,
    })
    expect(figure?.pill).toMatchObject({ text: '还差 86 m', tone: 'refused' })
    expect(view().figure).toBeNull()
  })

  it('numbers a record so that it can be told by voice', () => {
    expect(
      recordNumber({ capturedAt: '2026-11-18T08:52:09+08:00', attemptId: '019a94f2-7c3e-7d11-8a52-3f0c1e5b7f3a' }),
    ).toBe('20261118-0852-7F3A')
  })
})
