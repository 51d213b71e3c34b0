/** Records of the server as tests need them. */
import type { RecordItem, RecordReply } from '../contract/api'
import type { RecordDayReply, RecordMonthReply, RecordSlotReply } from '../contract/api-days'
import { checkInReply } from './replies'

export function recordItem(change: Partial<RecordItem> = {}): RecordItem {
  return {
    attemptId: 'attempt-1',
    slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
    outcome: 'accepted',
    code: 'ACCEPTED',
    sentence: '早签到已完成，08:52:09，准时',
    capturedAt: '2026-11-18T08:52:09+08:00',
    receivedAt: '2026-11-18T08:52:09+08:00',
    deferred: false,
    siteName: '张江总部',
    evidenceState: 'none',
    ...change,
  }
}

/** The early slot of 18 November, on time. */
export function recordSlot(change: Partial<RecordSlotReply> = {}): RecordSlotReply {
  return {
    kind: 'early',
    span: 1,
    state: 'accepted',
    opensAt: '2026-11-18T07:00:00+08:00',
    closesAt: '2026-11-18T09:30:00+08:00',
    dueAt: '2026-11-18T09:00:00+08:00',
    capturedAt: '2026-11-18T08:52:09+08:00',
    lateMinutes: 0,
    leftEarlyMinutes: 0,
    attemptId: 'attempt-1',
    code: 'ACCEPTED',
    ...change,
  }
}

export function lateRecordSlot(change: Partial<RecordSlotReply> = {}): RecordSlotReply {
  return recordSlot({
    kind: 'late',
    opensAt: '2026-11-18T17:30:00+08:00',
    closesAt: '2026-11-19T00:00:00+08:00',
    dueAt: '2026-11-18T18:00:00+08:00',
    capturedAt: '2026-11-18T18:08:00+08:00',
    attemptId: 'attempt-2',
    ...change,
  })
}

/** Nothing stands for it. */
export function without(slot: RecordSlotReply, state: RecordSlotReply['state']): RecordSlotReply {
  return { ...slot, state, capturedAt: null, attemptId: null, code: null, lateMinutes: 0, leftEarlyMinutes: 0 }
}

/** A working day with both slots on time. */
export function recordDay(change: Partial<RecordDayReply> = {}): RecordDayReply {
  return {
    workDay: '2026-11-18',
    off: null,
    calendarName: null,
    provisional: false,
    slots: [recordSlot(), lateRecordSlot()],
    attended: true,
    visitCount: 0,
    refusedCount: 0,
    pending: false,
    ...change,
  }
}

/** @param days what differs from working days without anything */
export function recordMonth(
  month: string,
  days: readonly (Partial<RecordDayReply> & { readonly workDay: string })[] = [],
  change: Partial<RecordMonthReply> = {},
): RecordMonthReply {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return {
    month,
    today: '2026-11-18',
    totals: { attendedDays: 12, lateCount: 1, lateMinutes: 12, fieldDays: 6 },
    days: Array.from({ length: count }, (_, index) => {
      const workDay = `${month}-${`0${index + 1}`.slice(-2)}`
      const given = days.find((day) => day.workDay === workDay)
      return recordDay({ workDay, slots: [], attended: false, ...given })
    }),
    ...change,
  }
}

export function recordReply(change: Partial<RecordReply> = {}): RecordReply {
  const { challenge: _challenge, ...judged } = checkInReply()
  return {
    ...judged,
    evidenceState: 'none',
    place: null,
    wifi: null,
    networkType: '4g',
    rule: { name: '常白班', version: 1 },
    decisions: [],
    ...change,
  }
}
