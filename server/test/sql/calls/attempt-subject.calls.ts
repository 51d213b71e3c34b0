import { createAttemptSubjectStore } from '../../../src/adapters/database/attempt-subject-store'
import { storeCalls } from '../store-calls'
import { ATTEMPTS, DAY, idOf, MANY_IDS, NOW, WORK_DAY } from '../world-names'

const query = { receivedBeforeMs: NOW + DAY, firstWorkDay: WORK_DAY, limit: 100 }

export const attemptSubjectCalls = storeCalls({
  file: 'attempt-subject-store',
  create: ({ database }) => createAttemptSubjectStore(database),
  calls: {
    findMany: {
      one: ({ store }) => store.findMany([ATTEMPTS.application]),
      many: ({ store }) => store.findMany([ATTEMPTS.application, ...MANY_IDS]),
    },
    load: ({ store, inTransaction }) => inTransaction((tx) => store.load(tx, ATTEMPTS.application)),
    hold: ({ store, inTransaction }) => inTransaction((tx) => store.hold(tx, ATTEMPTS.application, 1)),
    findUnasked: {
      'first page': ({ store }) => store.findUnasked({ ...query, afterId: null }),
      'next page': ({ store }) => store.findUnasked({ ...query, afterId: idOf('the page before') }),
    },
  },
})
