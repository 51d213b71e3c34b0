import { createEncryptedFieldStore } from '../../../src/adapters/database/encrypted-fields'
import { createFeedbackStore } from '../../../src/adapters/database/feedback-store'
import { createRetentionStore } from '../../../src/adapters/database/retention-store'
import type { EncryptedField } from '../../../src/ports/encrypted-fields'
import type { WecomTable } from '../../../src/ports/retention-store'
import { storeCalls, type Call } from '../store-calls'
import { ATTEMPTS, DAY, idOf, MANY_IDS, NOW, PEOPLE, trail } from '../world-names'

const { zhang, li } = PEOPLE
const PAGE = MANY_IDS.slice(0, 500)
const TABLES: readonly WecomTable[] = ['WecomCallback', 'Notice', 'ApprovalCard', 'AttendanceWriteBack']

type Retention = ReturnType<typeof createRetentionStore>
const ofEachTable = (call: (store: Retention, table: WecomTable) => unknown): Record<string, Call<Retention>> =>
  Object.fromEntries(TABLES.map((table): [string, Call<Retention>] => [table, ({ store }) => call(store, table)]))

export const retentionCalls = storeCalls({
  file: 'retention-store',
  create: ({ database }) => createRetentionStore(database),
  calls: {
    challengesIssuedBefore: ({ store }) => store.challengesIssuedBefore(NOW, 500),
    deleteChallenges: ({ store }) => store.deleteChallenges(PAGE, trail('challenges'), NOW),
    sessionsExpiredBefore: ({ store }) => store.sessionsExpiredBefore(NOW, 500),
    deleteSessions: ({ store }) => store.deleteSessions(PAGE, trail('sessions'), NOW),
    settledEventsBefore: ({ store }) => store.settledEventsBefore(NOW, 500),
    deleteEvents: ({ store }) => store.deleteEvents(PAGE, trail('events'), NOW),
    logEntriesBefore: ({ store }) => store.logEntriesBefore(NOW, 500),
    deleteLogEntries: ({ store }) => store.deleteLogEntries(PAGE, trail('entries'), NOW),
    wecomRowsBefore: ofEachTable((store, table) =>
      store.wecomRowsBefore(table, { endedMs: NOW, givenUpMs: NOW - DAY }, 500),
    ),
    deleteWecomRows: ofEachTable((store, table) => store.deleteWecomRows(table, PAGE, trail(table), NOW)),
  },
})

type Fields = ReturnType<typeof createEncryptedFieldStore>
const PLACE: EncryptedField = { table: 'Attempt', column: 'placeEncrypted' }
const ofEachField = (call: (store: Fields, field: EncryptedField) => unknown): Record<string, Call<Fields>> => {
  const fields = createEncryptedFieldStore({ read: undefined as never, write: undefined as never }).fields
  return Object.fromEntries(
    fields.map((field): [string, Call<Fields>] => [
      `${field.table}.${field.column}`,
      ({ store }) => call(store, field),
    ]),
  )
}

export const encryptedFieldCalls = storeCalls({
  file: 'encrypted-fields',
  create: ({ database }) => createEncryptedFieldStore(database),
  calls: {
    notUnderKey: {
      ...ofEachField((store, field) => store.notUnderKey(field, 'next', null, 200)),
      'next page': ({ store }) => store.notUnderKey(PLACE, 'next', ATTEMPTS.early, 200),
      'next page of edits': ({ store }) =>
        store.notUnderKey({ table: 'VisitRecordEdit', column: 'contactEncrypted' }, 'next', `${ATTEMPTS.visit}:1`, 200),
    },
    count: {
      'all of a field': ({ store }) => store.count(PLACE, null),
      'under a key': ({ store }) => store.count(PLACE, 'test'),
    },
    replace: ofEachField((store, field) => {
      const rowId = field.table === 'VisitRecordEdit' ? `${ATTEMPTS.visit}:1` : ATTEMPTS.visit
      return store.replace(field, [{ rowId, oldValue: 'old', newValue: 'new' }], () => trail('rotated'), NOW)
    }),
    dropSigningKeys: ({ store }) => store.dropSigningKeys(() => trail('keys dropped'), NOW),
  },
})

const report = idOf('report')
const page = { answered: null, beforeId: null, limit: 20 }

export const feedbackCalls = storeCalls({
  file: 'feedback-store',
  create: ({ database, cipher }) => createFeedbackStore(database, cipher),
  calls: {
    loadLeadership: ({ store }) => store.loadLeadership(PEOPLE.wang.id),
    create: ({ store }) => {
      const place = { latitude: 31.2, longitude: 121.6, accuracyMetres: 12, system: 'gcj02' } as const
      const fault = { id: report, employeeId: zhang.id, text: '打不开', diagnosis: null, place }
      return store.create(fault as Parameters<typeof store.create>[0], trail('reported'), NOW)
    },
    answer: ({ store }) => store.answer(report, { text: '修好了', answeredBy: li.id }, trail('answered'), NOW),
    find: ({ store }) => store.find(report),
    listOwn: {
      'first page': ({ store }) => store.listOwn(zhang.id, null, 20),
      'next page': ({ store }) => store.listOwn(zhang.id, report, 20),
    },
    list: {
      'of everybody': ({ store }) => store.list({ ...page, reach: { kind: 'everybody' } }),
      'open ones of departments and people, next page': ({ store }) => {
        const reach = { kind: 'some', departmentIds: ['south'], employeeIds: [zhang.id] } as const
        return store.list({ ...page, reach, answered: false, beforeId: report })
      },
    },
    readPlace: ({ store }) => store.readPlace(report, trail('place read'), NOW),
  },
})
