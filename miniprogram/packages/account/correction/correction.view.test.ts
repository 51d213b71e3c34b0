import { claimedAt, correctionView, type CorrectableSlot, type CorrectionDraft } from './correction.view'

const early: CorrectableSlot = {
  workDay: '2026-11-18',
  kind: 'early',
  span: 1,
  opensAt: '2026-11-18T07:00:00+08:00',
  closesAt: '2026-11-18T09:30:00+08:00',
}
const night: CorrectableSlot = {
  ...early,
  kind: 'late',
  opensAt: '2026-11-18T22:00:00+08:00',
  closesAt: '2026-11-19T07:30:00+08:00',
}
const newYork: CorrectableSlot = {
  ...early,
  opensAt: '2026-11-18T07:00:00-05:00',
  closesAt: '2026-11-18T09:30:00-05:00',
}
const NOW_MS = Date.parse('2026-11-20T10:00:00+08:00')
const draft = (change: Partial<CorrectionDraft> = {}): CorrectionDraft => ({
  slot: early,
  time: '08:50',
  reason: '手机没电了',
  isSending: false,
  nowMs: NOW_MS,
  ...change,
})

describe('asking for a forgotten check-in', () => {
  it('says which slot, and its window', () => {
    expect(correctionView(draft())).toMatchObject({
      slot: '11月18日 周三，早签到',
      window: '可签时段 07:00–09:30',
      timeTitle: '你到的时间',
      pickFrom: '07:00',
      pickUntil: '09:30',
      isReady: true,
    })
    expect(correctionView(draft({ slot: night, time: '06:00' }))).toMatchObject({
      window: '可签时段 22:00–次日 07:30',
      timeTitle: '你离开的时间',
      pickFrom: '',
      isReady: true,
    })
    expect(correctionView(draft({ slot: { ...early, closesAt: '2026-11-19T00:00:00+08:00' } }))).toMatchObject({
      window: '可签时段 07:00–24:00',
      pickUntil: '23:59',
    })
  })

  it.each([
    ['in the morning', early, '08:50', '2026-11-18T08:50:00+08:00'],
    ['as it opens', early, '07:00', '2026-11-18T07:00:00+08:00'],
    ['before midnight', night, '23:10', '2026-11-18T23:10:00+08:00'],
    ['after midnight', night, '06:05', '2026-11-19T06:05:00+08:00'],
    ['in another zone', newYork, '08:50', '2026-11-18T08:50:00-05:00'],
  ])('claims a time %s', (_, slot, time, wanted) => {
    expect(claimedAt(slot, time)).toBe(wanted)
  })

  it.each([
    ['before the window', { time: '06:59' }, '要在 07:00 到 09:30 之间'],
    ['after the window', { time: '09:31' }, '要在 07:00 到 09:30 之间'],
    ['beyond the night', { slot: night, time: '07:31' }, '要在 22:00 到 07:30 之间'],
    ['to come', { nowMs: Date.parse('2026-11-18T08:00:00+08:00') }, '还没到这个时间'],
  ])('takes no time %s', (_, change, problem) => {
    expect(correctionView(draft(change))).toMatchObject({ timeProblem: problem, isReady: false })
  })

  it.each([
    ['no time', { time: '' }, '写明为什么没签，至少 5 个字'],
    ['no reason', { reason: '' }, '写明为什么没签，至少 5 个字'],
    ['a short reason', { reason: ' 没电了 ' }, '还差 2 个字'],
    ['a request under way', { isSending: true }, '写明为什么没签，至少 5 个字'],
  ])('is not ready with %s', (_, change, reasonHint) => {
    expect(correctionView(draft(change))).toMatchObject({ isReady: false, reasonHint })
  })
})
