import type { CheckInReply, CheckRowReply, FindingReply, RecordReply } from '../../contract/api'
import { recordReply } from '../../test/record-replies'
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

const FIGURE = { figureWidthPixels: 375, figureHeightPixels: 132 }
const DUE = { early: '2026-11-18T09:00:00+08:00', late: '2026-11-18T18:00:00+08:00', visit: null }

const view = (reply: Parameters<typeof checkInReply>[0] = {}, context = contextReply()) => {
  const given = checkInReply(reply)
  return resultView({ reply: given, context, dueAt: DUE[given.slot.kind], ...FIGURE })
}

const LATE = { workDay: '2026-11-18', kind: 'late', span: 1 } as const
const VISIT = { workDay: '2026-11-18', kind: 'visit', span: 0 } as const
const slotRow = (seen: CheckRowReply['seen']): CheckRowReply => ({
  check: 'slot',
  result: 'passed',
  asked: {},
  seen,
  title: '时段',
  askedText: '',
  seenText: '',
})

describe('the result', () => {
  it('says when, how it counts, and by how much', () => {
    expect(view()).toMatchObject({
      tone: 'accepted',
      headline: '早签到成功',
      time: '08:52',
      seconds: ':09',
      chips: [{ tone: 'accepted', text: '准时' }],
      facts: ['比 09:00 早 7 分 51 秒'],
      day: '11月18日 周三',
      siteName: '张江总部',
      siteAddress: '上海市浦东新区云杉路 88 号',
      whyTitle: '为什么通过',
      recordNumber: '记录号 20261118-0852-PT-1',
      act: 'done',
    })
  })

  const late = { lateMinutes: 12, capturedAt: '2026-11-18T09:12:09+08:00', receivedAt: '2026-11-18T09:12:09+08:00' }
  const offEarly = {
    slot: LATE,
    capturedAt: '2026-11-18T17:40:00+08:00',
    receivedAt: '2026-11-18T17:40:00+08:00',
    checks: [slotRow({ lateMinutes: 0, leftEarlyMinutes: 20, case: 'left_early' })],
  }
  const afterWork = { slot: LATE, capturedAt: '2026-11-18T18:08:00+08:00', receivedAt: '2026-11-18T18:08:00+08:00' }
  const night = {
    slot: LATE,
    capturedAt: '2026-11-19T06:02:00+08:00',
    receivedAt: '2026-11-19T06:02:00+08:00',
    checks: [slotRow({ case: 'no_due_time' })],
  }
  const visit = { slot: VISIT, checks: [slotRow({ case: 'no_due_time' })] }
  const deferred = { deferred: true, receivedAt: '2026-11-18T09:18:20+08:00' }
  const arrived = '离线，26 分 11 秒后送达（09:18:20）'
  const pending = { outcome: 'pending', code: 'OUT_OF_RANGE', sentence: '已发给主管', next: '等主管审批' } as const
  const photos = { outcome: 'pending', code: 'PHOTO_AWAITED', sentence: '照片还没到', next: '' } as const
  const refused = { outcome: 'refused', code: 'OUT_OF_RANGE', sentence: '不在范围', next: '走近些再签' } as const
  const superseded = { outcome: 'superseded', sentence: '这次不计', next: '不用再操作' } as const
  const early = '比 09:00 早 7 分 51 秒'

  it.each<[string, Partial<CheckInReply>, string, readonly string[], readonly string[], string]>([
    ['early', {}, '早签到成功', ['准时'], [early], ''],
    ['early late', late, '早签到成功', ['迟到 12 分'], ['比 09:00 晚 12 分 9 秒'], ''],
    ['early without a due time', { checks: visit.checks }, '早签到成功', ['已通过'], [early], ''],
    ['early deferred', deferred, '早签到成功', ['准时', '离线'], [early, arrived], ''],
    ['early pending', pending, '早签到待审批', ['待审批'], [early], '已发给主管。等主管审批'],
    ['early awaiting photos', photos, '早签到等照片', ['等照片'], [early], '照片还没到'],
    ['early refused', refused, '早签到未通过', ['未通过'], [], '不在范围。走近些再签'],
    [
      'refused deferred',
      { ...refused, ...deferred },
      '早签到未通过',
      ['未通过', '离线'],
      [arrived],
      '不在范围。走近些再签',
    ],
    ['superseded', superseded, '早签到不计', ['不计'], [], '这次不计。不用再操作'],
    ['late slot', afterWork, '晚签到成功', ['已通过'], ['比 18:00 晚 8 分'], ''],
    ['off early', offEarly, '晚签到成功', ['早退 20 分'], ['比 18:00 早 20 分'], ''],
    ['on the next calendar date', night, '晚签到成功', ['已通过'], ['次日 06:02', '比 18:00 晚 12 小时 2 分'], ''],
    [
      'late slot pending',
      { ...pending, ...afterWork },
      '晚签到待审批',
      ['待审批'],
      ['比 18:00 晚 8 分'],
      '已发给主管。等主管审批',
    ],
    ['late slot superseded', { ...superseded, ...afterWork }, '晚签到不计', ['不计'], [], '这次不计。不用再操作'],
    ['visit', visit, '拜访签到成功', ['已通过'], [], ''],
    ['visit deferred', { ...visit, ...deferred }, '拜访签到成功', ['已通过', '离线'], [arrived], ''],
    ['visit pending', { ...visit, ...pending }, '拜访签到待审批', ['待审批'], [], '已发给主管。等主管审批'],
    ['visit refused', { ...visit, ...refused }, '拜访签到未通过', ['未通过'], [], '不在范围。走近些再签'],
  ])('%s', (_, change, headline, chips, facts, said) => {
    const shown = view(change)
    expect(shown).toMatchObject({ headline, facts, said, day: '11月18日 周三' })
    expect(shown.chips.map(({ text }) => text)).toEqual(chips)
  })

  it('compares with nothing where the due time is not known, and says when it was met to the second', () => {
    const reply = checkInReply()
    expect(resultView({ reply, context: null, dueAt: null, ...FIGURE }).facts).toEqual([])
    expect(resultView({ reply, context: null, dueAt: '2026-11-18T08:52:09+08:00', ...FIGURE }).facts).toEqual([
      '正好 08:52',
    ])
  })

  it('offers corrections only where the server has them', () => {
    const over = { outcome: 'refused', code: 'TOO_LATE_FOR_DAY', sentence: '送达太晚', next: '请联系人事补记' } as const
    expect(view(over)).toMatchObject({ act: 'done', said: '送达太晚。请联系人事补记' })
    const capabilities = { ...contextReply().capabilities, corrections: true }
    expect(view(over, contextReply({ capabilities }))).toMatchObject({
      act: 'correct',
      action: '申请补卡',
      said: '送达太晚。可以申请补卡',
    })
    const early = { outcome: 'refused', code: 'OUTSIDE_WINDOW', next: '到时间再签' } as const
    const before = [finding({ code: 'OUTSIDE_WINDOW', seen: { case: 'before_opening' } })]
    expect(view({ ...early, findings: before }, contextReply({ capabilities })).act).toBe('done')
    expect(view({ ...early, findings: [] }, contextReply({ capabilities })).act).toBe('correct')
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
      ['passed', '定位', '范围 150\u00a0m', '35\u00a0m'],
      ['none', 'Wi-Fi', '有一项即可', '—'],
      ['failed', '时段', '08:00–09:30', '09:41'],
    ])
    expect(shown.notes).toEqual([{ code: 'SYSTEM_UPDATED', title: '系统升级了', sentence: '从 11 升到 12' }])
  })

  it('draws the place of a record, with what was missing', () => {
    const place = { latitude: 31.2041, longitude: 121.5931, accuracyMetres: 15 }
    const record = recordReply({
      outcome: 'refused',
      code: 'OUT_OF_RANGE',
      findings: [finding({ seen: { missingMetres: 86 } })],
      place,
    })
    const figureOf = (change: Partial<RecordReply> = {}) =>
      resultView({ reply: { ...record, ...change }, context: contextReply(), dueAt: null, ...FIGURE }).figure
    expect(figureOf()?.pill).toMatchObject({ text: '还差 86 m', tone: 'refused' })
    expect(view().figure).toBeNull()
    const fence = (distanceMetres: number): CheckRowReply => ({ ...slotRow({ distanceMetres }), check: 'fence' })
    // 238 m from the middle of a fence of 150 m.
    expect(figureOf({ checks: [fence(88)] })).not.toBeNull()
    expect(figureOf({ checks: [fence(38)] })).toBeNull()
    // Its card would hide how much was missing.
    expect(resultView({ reply: record, context: contextReply(), dueAt: null, ...FIGURE }).hasRoomForCard).toBe(false)
    // Refused, it was made nowhere: the site is the one that it was held against.
    const held = { ...fence(88), asked: { siteId: 'site-1', siteName: '张江总部' } }
    expect(figureOf({ site: null, checks: [held] })).not.toBeNull()
    expect(figureOf({ site: null, checks: [fence(88)] })).toBeNull()
  })

  it('tells who decided, where it was decided more than once', () => {
    const decision = { number: 1, decidedAt: '2026-11-18T08:52:10+08:00', decidedBy: 'rule', decidedByName: null }
    const first = { ...decision, outcome: 'pending', code: 'OUT_OF_RANGE' } as const
    const second = {
      number: 2,
      decidedAt: '2026-11-19T09:10:00+08:00',
      decidedBy: 'employee-9',
      decidedByName: '王建国',
      outcome: 'accepted',
      code: 'ACCEPTED',
    } as const
    const rows = (decisions: RecordReply['decisions']) =>
      resultView({ reply: recordReply({ decisions }), context: null, dueAt: null, ...FIGURE }).decisions
    expect(rows([second, first]).map(({ time, who, chips }) => [time, who, chips[0]?.text])).toEqual([
      ['08:52', '系统按规则判定', '待审批'],
      ['次日 09:10', '王建国审批', '已通过'],
    ])
    expect(rows([first])).toEqual([])
  })

  it('numbers a record so that it can be told by voice', () => {
    expect(
      recordNumber({ capturedAt: '2026-11-18T08:52:09+08:00', attemptId: '019a94f2-7c3e-7d11-8a52-3f0c1e5b7f3a' }),
    ).toBe('20261118-0852-7F3A')
  })
})
