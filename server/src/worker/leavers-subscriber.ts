import type { CloseRequestsOfLeaver } from '../features/approvals/close-for-leaver.usecase'
import type { Subscriber } from './subscriber'

/** Closes what leavers asked for, so that nobody is asked to decide it any more; their cards follow the requests. */
export function leaversSubscriber(closeRequestsOfLeaver: CloseRequestsOfLeaver): Subscriber {
  return {
    name: 'leavers',
    wants: (type) => type === 'employee.left',
    deliver: async (events) => {
      for (const { payload } of events) {
        const { employeeId } = payload
        if (typeof employeeId === 'string') await closeRequestsOfLeaver(employeeId)
      }
    },
  }
}
