/** Who is told what, when something has happened. */
import { addDays } from '../shifts/work-day.rules'
import { instantOfLocal, localDate } from '../shifts/zone-time.rules'

export type NoticeKind =
  | 'approval_closed'
  | 'phone_bound'
  | 'phone_bound_of_report'
  | 'phone_unbound'
  | 'check_in_refused_later'
  | 'fault_answered'

/** Ids and words of fixed lists, out of which the text is made when it is sent; nothing that somebody wrote. */
export type NoticeDetail = Readonly<Record<string, string | number | boolean>>

export interface Happened {
  readonly id: string
  readonly type: string
  readonly createdAtMs: number
  readonly payload: Readonly<Record<string, unknown>>
}

export interface NoticeDraft {
  readonly to: 'self' | 'leaders'
  readonly employeeId: string
  readonly kind: NoticeKind
  readonly detail: NoticeDetail
  /** May wait until people are up. */
  readonly isUrgent: boolean
}

export const NOTICE_EVENTS: ReadonlySet<string> = new Set([
  'approval.decided',
  'approval.expired',
  'device.bound',
  'device.revoked',
  'check_in.redecided',
  'feedback.answered',
])

/** Pure. What nobody has to be told gives nothing. */
export function noticesOf({ type, payload, createdAtMs: atMs }: Happened): readonly NoticeDraft[] {
  const employeeId = payload['employeeId']
  if (typeof employeeId !== 'string') return []
  const self = (kind: NoticeKind, detail: NoticeDetail, isUrgent = true): NoticeDraft => ({
    to: 'self',
    ...{ employeeId, kind, detail: { ...detail, atMs }, isUrgent },
  })
  const text = (name: string) => (typeof payload[name] === 'string' ? payload[name] : '')
  if (type === 'approval.decided' || type === 'approval.expired') {
    // What settled by itself is told where it settled.
    return payload['effect'] === 'SUBJECT_SETTLED' ? [] : [self('approval_closed', { approvalId: text('approvalId') })]
  }
  if (type === 'device.bound') {
    const phone = { brand: text('brand'), model: text('model') }
    if (payload['by'] === 'rebind') return []
    const leaders: readonly NoticeDraft[] =
      payload['first'] === true
        ? [
            {
              to: 'leaders',
              employeeId,
              kind: 'phone_bound_of_report',
              detail: { ...phone, employeeId, atMs },
              isUrgent: false,
            },
          ]
        : []
    return [self('phone_bound', phone), ...leaders]
  }
  if (type === 'device.revoked') return payload['by'] === 'rebind' ? [] : [self('phone_unbound', {})]
  if (type === 'check_in.redecided') {
    const isLoss = payload['outcome'] === 'refused' && payload['cause'] === 'photos'
    return isLoss
      ? [self('check_in_refused_later', { attemptId: text('attemptId'), slotKind: text('slotKind') }, false)]
      : []
  }
  if (type === 'feedback.answered') return [self('fault_answered', {}, false)]
  return []
}

const DAY_BEGINS_MINUTES = 8 * 60
const DAY_ENDS_MINUTES = 21 * 60

/** The next moment at which people may be disturbed: between 08:00 and 21:00 on the company's clock. */
export function sensibleTimeMs(nowMs: number, zone: string): number {
  const today = localDate(nowMs, zone)
  const beginOf = (day: string) => instantOfLocal(day, DAY_BEGINS_MINUTES, zone, 'opening')
  if (nowMs < beginOf(today)) return beginOf(today)
  return nowMs < instantOfLocal(today, DAY_ENDS_MINUTES, zone, 'closing') ? nowMs : beginOf(addDays(today, 1))
}
