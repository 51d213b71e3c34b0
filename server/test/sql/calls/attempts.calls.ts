import { createPhotoBacklog } from '../../../src/adapters/database/photo-backlog'
import { createPhotoRecordStore } from '../../../src/adapters/database/photo-record-store'
import { createRecordStore } from '../../../src/adapters/database/record-store'
import { createSettlementStore } from '../../../src/adapters/database/settlement-store'
import { createTeamStore } from '../../../src/adapters/database/team-store'
import { createVisitRecordStore } from '../../../src/adapters/database/visit-record-store'
import type { SettlementWrite } from '../../../src/ports/settlement-store'
import { storeCalls } from '../store-calls'
import { ATTEMPTS, DAY, hashOf, HOUR, MANY_IDS, MONTH, NOW, PEOPLE, PHOTOS, trail, WORK_DAY } from '../world-names'

const { zhang, wang, li } = PEOPLE

const settlement = (changes: Partial<SettlementWrite>, name: string): SettlementWrite => ({
  ...{ attemptId: ATTEMPTS.application, employeeId: zhang.id, slot: { workDay: WORK_DAY, kind: 'early', span: 1 } },
  ...{ decisionCount: 1, dayVersion: 5, zone: 'Asia/Shanghai', decidedBy: wang.id, outcome: 'refused' },
  ...{ code: 'OUT_OF_RANGE', findings: [], checks: [], evidenceState: 'none', approvedBy: null, effect: null },
  ...{ supersedes: [], reinstates: null, trail: trail(name) },
  ...changes,
})

export const settlementCalls = storeCalls({
  file: 'settlement-store',
  create: () => createSettlementStore(),
  calls: {
    load: {
      'for photos': ({ store, inTransaction }) => inTransaction((tx) => store.load(tx, ATTEMPTS.early, 'photos')),
      'for an approval': ({ store, inTransaction }) =>
        inTransaction((tx) => store.load(tx, ATTEMPTS.application, 'approval')),
      'for a rebind': ({ store, inTransaction }) => inTransaction((tx) => store.load(tx, ATTEMPTS.held, 'rebind')),
    },
    heldOfKey: ({ store, inTransaction }) =>
      inTransaction((tx) => store.heldOfKey(tx, li.id, hashOf('key of li'), 100)),
    write: {
      '': ({ store, inTransaction, quietly }) =>
        inTransaction(async (tx) => {
          const facts = await quietly(() => store.load(tx, ATTEMPTS.application, 'approval'))
          const { dayVersion = 0, decisionCount = 0 } = facts ?? {}
          return store.write(tx, settlement({ dayVersion, decisionCount }, 'settled'), NOW)
        }),
      'takes the place of another one': ({ store, inTransaction, quietly }) =>
        inTransaction(async (tx) => {
          const facts = await quietly(() => store.load(tx, ATTEMPTS.visit, 'approval'))
          const { dayVersion = 0, decisionCount = 0 } = facts ?? {}
          const changes = { attemptId: ATTEMPTS.visit, dayVersion, decisionCount, supersedes: [ATTEMPTS.late] }
          return store.write(tx, settlement(changes, 'superseding'), NOW)
        }),
      'makes another one count again': ({ store, inTransaction, quietly }) =>
        inTransaction(async (tx) => {
          const facts = await quietly(() => store.load(tx, ATTEMPTS.refused, 'approval'))
          const { dayVersion = 0, decisionCount = 0 } = facts ?? {}
          const changes = { attemptId: ATTEMPTS.refused, dayVersion, decisionCount, reinstates: ATTEMPTS.late }
          return store.write(tx, settlement(changes, 'reinstating'), NOW)
        }),
      'of a day without a row': ({ store, inTransaction }) =>
        inTransaction((tx) => {
          const slot = { workDay: '2026-11-19', kind: 'early', span: 1 } as const
          return store.write(tx, settlement({ slot, dayVersion: 0, decisionCount: 9 }, 'new day'), NOW)
        }),
    },
  },
})

export const recordCalls = storeCalls({
  file: 'record-store',
  create: ({ database, cipher }) => createRecordStore(database, cipher),
  calls: {
    listOwn: {
      'of all days': ({ store }) => store.listOwn({ employeeId: zhang.id, workDay: null, beforeId: null, limit: 20 }),
      'of a day, next page': ({ store }) =>
        store.listOwn({ employeeId: zhang.id, workDay: WORK_DAY, beforeId: ATTEMPTS.late, limit: 20 }),
    },
    findOwn: ({ store }) => store.findOwn(zhang.id, ATTEMPTS.application),
    loadDays: ({ store }) => store.loadDays(zhang.id, MONTH.from, MONTH.to),
  },
})

export const teamCalls = storeCalls({
  file: 'team-store',
  create: ({ database }) => createTeamStore(database),
  calls: {
    loadLeadership: ({ store }) => store.loadLeadership(wang.id),
    listPeople: {
      everybody: ({ store }) =>
        store.listPeople({ reach: { kind: 'everybody' }, exceptId: wang.id, afterId: null, limit: null }, NOW),
      'of departments and direct reports, next page': ({ store }) => {
        const reach = { kind: 'some', departmentIds: ['sales', 'south'], employeeIds: [zhang.id] } as const
        return store.listPeople({ reach, exceptId: wang.id, afterId: zhang.id, limit: 50 }, NOW)
      },
    },
    loadDays: {
      one: ({ store }) => store.loadDays([zhang.id], WORK_DAY, WORK_DAY, NOW),
      many: ({ store }) => store.loadDays([zhang.id, ...MANY_IDS], WORK_DAY, WORK_DAY, NOW),
    },
  },
})

export const visitRecordCalls = storeCalls({
  file: 'visit-record-store',
  create: ({ database, cipher }) => createVisitRecordStore(database, cipher),
  calls: {
    save: {
      'the first': ({ store }) =>
        store.save(ATTEMPTS.late, 0, { customer: '客户', purpose: '拜访' }, trail('first visit record'), NOW),
      'an edit': ({ store }) =>
        store.save(ATTEMPTS.visit, 1, { customer: '客户', purpose: '签约' }, trail('visit record'), NOW),
    },
    findOwn: ({ store }) => store.findOwn(zhang.id, ATTEMPTS.visit),
  },
})

const early = { attemptId: ATTEMPTS.early, sha256: PHOTOS.early }
const application = { attemptId: ATTEMPTS.application, sha256: PHOTOS.application }
const objectKey = 'photos/2026/11/18/x.jpg'
const due = {
  ...{ ...early, employeeId: zhang.id, byteLength: 1, objectKey, deadlineMs: null, receivedAtMs: NOW, lostCount: 0 },
  dueAtMs: NOW,
}

export const photoRecordCalls = storeCalls({
  file: 'photo-record-store',
  create: ({ database }) => createPhotoRecordStore(database),
  calls: {
    ofAttempt: ({ store }) => store.ofAttempt(ATTEMPTS.early),
    noteTicket: ({ store }) => {
      const ticket = { objectKey, lookAtMs: NOW + HOUR, mostBytesADay: 100_000_000 }
      return store.noteTicket(early, ticket, trail('ticket'), NOW)
    },
    noteUploaded: ({ store }) => store.noteUploaded(early, NOW),
    noteView: ({ store }) => store.noteView(trail('viewed'), NOW),
    due: ({ store }) => store.due(20, NOW + 2 * DAY),
    claim: {
      'one with a ticket': ({ store }) => store.claim(due, NOW + HOUR),
      'one without': ({ store }) => store.claim({ ...due, ...application, dueAtMs: null }, NOW + HOUR),
    },
    noteLost: ({ store }) => store.noteLost(due, NOW + HOUR),
    finish: {
      verified: ({ store, inTransaction }) => {
        const picture = { perceptualHash: '0f0f0f0f0f0f0f0f', widthPixels: 4, heightPixels: 3 }
        const verdict = { verified: true, ...picture, verifiedAtMs: NOW, deleteObjectAtMs: NOW + DAY } as const
        return inTransaction((tx) => store.finish(tx, early, verdict, trail('verified'), NOW))
      },
      failed: ({ store, inTransaction }) => {
        const verdict = { verified: false, problem: 'hash', deleteObjectAtMs: NOW } as const
        return inTransaction((tx) => store.finish(tx, application, verdict, trail('failed'), NOW))
      },
    },
    leftovers: ({ store }) => store.leftovers(50, NOW + 2 * DAY),
    forgetLeftover: ({ store }) => store.forgetLeftover({ ...application, objectKey }),
    expired: ({ store }) => store.expired(50, NOW + 2 * DAY),
    postponeDeletion: ({ store }) => store.postponeDeletion({ ...early, objectKey }, NOW + DAY),
    forgetExpired: ({ store }) => store.forgetExpired({ ...early, objectKey }, trail('expired'), NOW),
  },
})

export const photoBacklogCalls = storeCalls({
  file: 'photo-backlog',
  create: ({ database }) => ({ readBacklog: createPhotoBacklog(database) }),
  calls: { readBacklog: ({ store }) => store.readBacklog(NOW + DAY) },
})
