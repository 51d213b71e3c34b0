import type { NoticeStore } from '../../ports/notice-store'
import type { Clock, Random } from '../../ports/system'
import { noticesOf, sensibleTimeMs, type Happened } from './notice.rules'

export interface PlanNoticesPorts {
  readonly notices: Pick<NoticeStore, 'leadersOf' | 'zone' | 'plan'>
  readonly clock: Clock
  readonly random: Random
}

/** Notes down who has to be told about an event; harmless when repeated. */
export type PlanNotices = (event: Happened) => Promise<void>

export function createPlanNotices({ notices, clock, random }: PlanNoticesPorts): PlanNotices {
  return async (event) => {
    const drafts = noticesOf(event)
    if (drafts.length === 0) return
    const nowMs = clock.nowMs()
    const laterMs = sensibleTimeMs(nowMs, await notices.zone())
    for (const { to, employeeId, kind, detail, isUrgent } of drafts) {
      const recipients = to === 'self' ? [employeeId] : await notices.leadersOf(employeeId)
      const rows = recipients.map((recipient) => ({
        id: random.id(),
        key: `${event.id}:${recipient}:${kind}`,
        employeeId: recipient,
        kind,
        detail,
        notBeforeMs: isUrgent ? nowMs : laterMs,
      }))
      await notices.plan(rows, nowMs)
    }
  }
}
