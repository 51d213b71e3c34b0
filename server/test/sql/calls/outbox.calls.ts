import { createDeadLetterStore } from '../../../src/adapters/database/dead-letter-store'
import { createLeaseStore } from '../../../src/adapters/database/lease-store'
import { createOutboxBacklog } from '../../../src/adapters/database/outbox-backlog'
import { createOutboxStore } from '../../../src/adapters/database/outbox-store'
import { createRecordTrail } from '../../../src/adapters/database/record-trail'
import { storeCalls } from '../store-calls'
import { EVENTS, HOUR, LEASE, MANY_IDS, NOW, SUBSCRIBER, trail } from '../world-names'

export const outboxCalls = storeCalls({
  file: 'outbox-store',
  create: ({ database }) => createOutboxStore(database),
  calls: {
    dueDeliveries: {
      'some are held': ({ store }) => store.dueDeliveries(SUBSCRIBER, 200, NOW),
      'nothing is due': ({ store }) => store.dueDeliveries('nobody', 200, NOW),
    },
    numberEvents: {
      '': ({ store }) => {
        const subscribers = [{ name: SUBSCRIBER, wants: () => true }]
        return store.numberEvents({ lease: LEASE, subscribers, limit: 500 }, NOW)
      },
      'nothing is new': ({ store }) => store.numberEvents({ lease: LEASE, subscribers: [], limit: 500 }, NOW),
    },
    markDelivered: ({ store }) => store.markDelivered(SUBSCRIBER, [EVENTS.last, ...MANY_IDS.slice(0, 199)], NOW),
    markFailed: ({ store }) => {
      const failure = { eventId: EVENTS.waiting, attempts: 2, state: 'waiting', error: 'no' } as const
      return store.markFailed(SUBSCRIBER, { ...failure, nextAttemptAtMs: NOW + HOUR })
    },
    retryNow: ({ store }) => store.retryNow(SUBSCRIBER, NOW),
  },
})

export const deadLetterCalls = storeCalls({
  file: 'dead-letter-store',
  create: ({ database }) => createDeadLetterStore(database),
  calls: {
    list: {
      'first page': ({ store }) => store.list(null, 20),
      'next page': ({ store }) => store.list({ feedSequence: 1, subscriber: SUBSCRIBER }, 20),
    },
    retry: ({ store }) => store.retry({ eventId: EVENTS.dead, subscriber: SUBSCRIBER }, trail('retried'), NOW),
    drop: ({ store }) => store.drop({ eventId: EVENTS.delivered, subscriber: SUBSCRIBER }, trail('dropped'), NOW),
    retryAll: ({ store }) => store.retryAll(SUBSCRIBER, () => trail('all retried'), NOW),
    dropOldest: ({ store }) => store.dropOldest(SUBSCRIBER, 500, () => trail('oldest dropped'), NOW),
  },
})

export const leaseCalls = storeCalls({
  file: 'lease-store',
  create: ({ database }) => createLeaseStore(database),
  calls: {
    take: {
      'the first time': ({ store }) => store.take({ ...LEASE, name: 'new' }, NOW),
      again: ({ store }) => store.take(LEASE, NOW),
    },
    release: ({ store }) => store.release(LEASE, NOW),
  },
})

export const outboxBacklogCalls = storeCalls({
  file: 'outbox-backlog',
  create: ({ database }) => ({ readBacklog: createOutboxBacklog(database) }),
  calls: { readBacklog: ({ store }) => store.readBacklog() },
})

export const recordTrailCalls = storeCalls({
  file: 'record-trail',
  create: ({ database }) => ({ recordTrail: createRecordTrail(database) }),
  calls: { recordTrail: ({ store }) => store.recordTrail(trail('looked'), NOW) },
})
