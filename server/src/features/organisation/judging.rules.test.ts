import { judgeLeavers, type GuardVerdict } from './leaver-guard.rules'
import { judgeRename, type RenameFacts, type RenameVerdict } from './rename.rules'
import { isSyncDue, type SyncDueFacts } from './sync-due.rules'

describe('judgeLeavers', () => {
  it.each<[seen: number, employed: number, leaving: number, verdict: GuardVerdict]>([
    [100, 100, 20, 'ok'],
    [100, 100, 21, 'MANY_WOULD_LEAVE'],
    [4, 9, 5, 'ok'],
    [3, 9, 6, 'MANY_WOULD_LEAVE'],
    [3, 0, 0, 'ok'],
    [0, 3, 3, 'NOBODY_SEEN'],
    [0, 0, 0, 'NOBODY_SEEN'],
  ])('%i seen, %i employed, %i leaving: %s', (seenCount, employedCount, leaving, verdict) => {
    expect(judgeLeavers({ seenCount, employedCount, left: Array.from({ length: leaving }) })).toBe(verdict)
  })
})

describe('judgeRename', () => {
  const old = { employeeId: 'old' }
  const taken = { employeeId: 'taken', isEmployed: true, isInUse: false }
  const renamed = { old, taken: null, oldExists: false, newExists: true }
  it.each<[what: string, facts: RenameFacts, verdict: RenameVerdict]>([
    ['renamed', renamed, 'rename'],
    ['somebody else has the old userid already', { ...renamed, oldExists: true }, 'rename'],
    ['a repeat', { ...renamed, old: null, taken }, 'as_they_are'],
    ['renamed back meanwhile', { ...renamed, oldExists: true, newExists: false }, 'as_they_are'],
    ['another case only', { ...renamed, taken: { ...taken, employeeId: 'old' } }, 'as_they_are'],
    ['a synchronisation came first', { ...renamed, taken }, 'take_over'],
    ['it came first, and the new row is used', { ...renamed, taken: { ...taken, isInUse: true } }, 'as_they_are'],
    [
      'somebody who left had the userid',
      { ...renamed, taken: { ...taken, isEmployed: false, isInUse: true } },
      'take_over',
    ],
    ['a repeat after the old userid was given away', { ...renamed, taken, oldExists: true }, 'as_they_are'],
  ])('%s', (_, facts, verdict) => {
    expect(judgeRename(facts)).toBe(verdict)
  })
})

describe('isSyncDue', () => {
  const HOUR = 3_600_000
  const run = (startedAtMs: number, problem: string | null = null) => ({
    ...{ startedAtMs, finishedAtMs: startedAtMs + 1, problem },
  })
  describe.each([
    ['Asia/Shanghai', Date.parse('2026-11-18T00:00:00+08:00')],
    ['Europe/Berlin', Date.parse('2026-11-18T00:00:00+01:00')],
  ])('in %s', (zone, midnightMs) => {
    const at = (hour: number) => midnightMs + hour * HOUR
    it.each<[what: string, facts: Omit<SyncDueFacts, 'zone' | 'sourceInUse'>, due: boolean]>([
      ['nobody yet', { nowMs: at(10), lastRun: null, hasPeople: false }, true],
      ['nobody yet, tried just now', { nowMs: at(10), lastRun: run(at(9.5), 'x'), hasPeople: false }, false],
      ['nobody yet, tried an hour ago', { nowMs: at(10), lastRun: run(at(9), 'x'), hasPeople: false }, true],
      ['by day, never ran', { nowMs: at(10), lastRun: null, hasPeople: true }, false],
      ['by night, never ran', { nowMs: at(3), lastRun: null, hasPeople: true }, true],
      ['by night, ran yesterday', { nowMs: at(3.1), lastRun: run(at(-21)), hasPeople: true }, true],
      ['before the night', { nowMs: at(2.9), lastRun: run(at(-21)), hasPeople: true }, false],
      ['ran this night', { nowMs: at(4.9), lastRun: run(at(3)), hasPeople: true }, false],
      ['failed this night', { nowMs: at(3.4), lastRun: run(at(3), 'WECOM_UNAVAILABLE'), hasPeople: true }, false],
      ['failed a while ago', { nowMs: at(3.5), lastRun: run(at(3), 'WECOM_UNAVAILABLE'), hasPeople: true }, true],
      ['refused this night', { nowMs: at(4.5), lastRun: run(at(3), 'MANY_WOULD_LEAVE'), hasPeople: true }, false],
      [
        'broken off',
        { nowMs: at(4), lastRun: { startedAtMs: at(3), finishedAtMs: null, problem: null }, hasPeople: true },
        true,
      ],
      ['failed, and the night is over', { nowMs: at(5), lastRun: run(at(4.9), 'x'), hasPeople: true }, false],
      ['failed an hour ago, by day', { nowMs: at(5.9), lastRun: run(at(4.9), 'x'), hasPeople: true }, true],
      ['failed again by day', { nowMs: at(14), lastRun: run(at(13), 'WECOM_UNAVAILABLE'), hasPeople: true }, true],
      ['failed by day, just now', { nowMs: at(14), lastRun: run(at(13.5), 'x'), hasPeople: true }, false],
      [
        'refused, and the night is over',
        { nowMs: at(9), lastRun: run(at(3), 'WECOM_REFUSED'), hasPeople: true },
        false,
      ],
      [
        'broken off, and the night is over',
        { nowMs: at(9), lastRun: { startedAtMs: at(4.9), finishedAtMs: null, problem: null }, hasPeople: true },
        true,
      ],
      ['a night was missed', { nowMs: at(9), lastRun: run(at(-21)), hasPeople: true }, true],
    ])('%s', (_, facts, due) => {
      for (const sourceInUse of ['wecom', null] as const) expect(isSyncDue({ ...facts, zone, sourceInUse })).toBe(due)
      expect(isSyncDue({ ...facts, zone, sourceInUse: 'csv' })).toBe(false)
    })
  })
})
