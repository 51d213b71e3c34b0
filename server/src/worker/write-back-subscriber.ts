import type { OutboxEvent } from '../ports/outbox-store'
import type { Clock } from '../ports/system'
import type { WriteBackStore } from '../ports/write-back-store'
import type { Subscriber } from './subscriber'

const WANTED: ReadonlySet<string> = new Set(['check_in.decided', 'check_in.redecided'])

/** Notes down what was accepted, so that it is written into WeCom's own attendance. */
export function writeBackSubscriber(writeBacks: Pick<WriteBackStore, 'plan'>, clock: Clock): Subscriber {
  return {
    name: 'write-back',
    wants: (type) => WANTED.has(type),
    deliver: async (events) => {
      for (const event of events.filter(isAccepted)) {
        const { attemptId } = event.payload
        if (typeof attemptId === 'string') await writeBacks.plan(attemptId, clock.nowMs())
      }
    },
  }
}

function isAccepted({ payload }: OutboxEvent): boolean {
  return payload['outcome'] === 'accepted'
}
