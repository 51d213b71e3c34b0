import type { PlanCards } from '../features/approval-cards/plan-cards.usecase'
import type { OutboxEvent } from '../ports/outbox-store'
import type { Subscriber } from './subscriber'

const ASKED: ReadonlySet<string> = new Set(['approval.requested', 'approval.escalated'])
const CLOSED: ReadonlySet<string> = new Set(['approval.decided', 'approval.withdrawn', 'approval.expired'])
const STAND_INS = 'delegation.changed'
const PERSON = 'employee.changed'

/** Keeps the cards in step with the requests: who gets one, and which of them have to be drawn anew. */
export function cardsSubscriber(plan: PlanCards): Subscriber {
  return {
    name: 'cards',
    wants: (type) => ASKED.has(type) || CLOSED.has(type) || type === STAND_INS || type === PERSON,
    deliver: async (events) => {
      for (const event of events) await follow(plan, event)
    },
  }
}

async function follow(plan: PlanCards, { type, payload }: OutboxEvent): Promise<void> {
  const { approvalId, leaderId, employeeId } = payload
  if (type === STAND_INS && typeof leaderId === 'string') return plan.standInsChanged(leaderId)
  if (type === PERSON && typeof employeeId === 'string') return plan.requesterChanged(employeeId)
  if (typeof approvalId !== 'string') return
  return ASKED.has(type) ? plan.ask(approvalId) : plan.show(approvalId)
}
