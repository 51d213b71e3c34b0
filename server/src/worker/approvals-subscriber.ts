import type { AskForApproval } from '../features/check-in/ask-for-approval.usecase'
import type { OutboxEvent } from '../ports/outbox-store'
import type { Subscriber } from './subscriber'

const WANTED: ReadonlySet<string> = new Set(['check_in.decided', 'check_in.redecided'])

/** Opens a request for each attempt that waits for approval, and closes it when the attempt settles by itself. */
export function approvalsSubscriber(askForApproval: AskForApproval): Subscriber {
  return {
    name: 'approvals',
    wants: (type) => WANTED.has(type),
    deliver: async (events) => {
      for (const event of events) {
        const { attemptId } = event.payload
        if (typeof attemptId === 'string' && concerns(event)) await askForApproval({ id: event.id, attemptId })
      }
    },
  }
}

/** A first decision that is final never had a request. */
function concerns({ type, payload }: OutboxEvent): boolean {
  return type === 'check_in.redecided' || payload['outcome'] === 'pending'
}
