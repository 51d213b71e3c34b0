import { NOTICE_EVENTS } from '../features/notices/notice.rules'
import type { PlanNotices } from '../features/notices/plan-notices.usecase'
import type { Subscriber } from './subscriber'

/** Notes down who has to be told. */
export function noticesSubscriber(planNotices: PlanNotices): Subscriber {
  return {
    name: 'notices',
    wants: (type) => NOTICE_EVENTS.has(type),
    deliver: async (events) => {
      for (const event of events) await planNotices(event)
    },
  }
}
