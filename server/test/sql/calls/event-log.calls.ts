import { LOG_TOP_FIELDS, type LogTopField } from '#contract/api-logs'
import { createDatabaseEventLog } from '../../../src/adapters/database/event-log-store'
import type { EventLogDocument, EventLogFilter } from '../../../src/ports/event-log'
import { storeCalls } from '../store-calls'
import { DAY, idOf, MANY_IDS, NOW, OFFICE, PEOPLE } from '../world-names'

const entry = (id: string): EventLogDocument => ({
  ...{
    id,
    atMs: NOW,
    action: 'check_in.decided',
    outcome: 'accepted',
    code: 'ACCEPTED',
    text: '张敏 总部',
    fields: {},
  },
  ...{ employeeId: PEOPLE.zhang.id, userId: PEOPLE.zhang.userId, siteId: OFFICE },
})
const anything: EventLogFilter = {
  ...{ words: [], fromMs: null, untilMs: null },
  ...(Object.fromEntries(LOG_TOP_FIELDS.map((field) => [field, []])) as unknown as Record<LogTopField, string[]>),
}
const oneDay = { fromMs: NOW - DAY, untilMs: NOW }

export const eventLogCalls = storeCalls({
  file: 'event-log-store',
  create: ({ database }) => createDatabaseEventLog(database),
  calls: {
    append: {
      'a batch': ({ store }) => store.append([entry(idOf('entry')), entry(idOf('other entry'))]),
      'some are there already': ({ store }) => store.append([entry(idOf('entry')), entry(idOf('third entry'))]),
      many: ({ store }) => store.append(MANY_IDS.slice(0, 1_000).map(entry)),
    },
    search: {
      'the newest': ({ store }) => store.search({ filter: anything, after: null, limit: 50 }),
      'next page of a day': ({ store }) =>
        store.search({ filter: { ...anything, ...oneDay }, after: { atMs: NOW, id: idOf('entry') }, limit: 50 }),
      'of a person, with a word': ({ store }) => {
        const filter = { ...anything, employeeId: [PEOPLE.zhang.id], words: ['总部'] }
        return store.search({ filter, after: null, limit: 50 })
      },
      'of one code': ({ store }) =>
        store.search({ filter: { ...anything, code: ['ACCEPTED'] }, after: null, limit: 50 }),
      'of two codes': ({ store }) =>
        store.search({ filter: { ...anything, code: ['ACCEPTED', 'OUT_OF_RANGE'] }, after: null, limit: 50 }),
    },
    histogram: ({ store }) => store.histogram({ filter: { ...anything, ...oneDay }, bucketSeconds: 3_600 }),
    top: Object.fromEntries(
      LOG_TOP_FIELDS.map((field) => [
        field,
        ({ store }: { store: ReturnType<typeof createDatabaseEventLog> }) =>
          store.top({ ...anything, ...oneDay }, field, 10),
      ]),
    ),
  },
})
