import { createApprovalStore } from '../../../src/adapters/database/approval-store'
import type { NewApproval } from '../../../src/ports/approval-store'
import { storeCalls } from '../store-calls'
import { ATTEMPTS, DAY, DEVICES, HOUR, idOf, MANY_IDS, NOW, PEOPLE, REQUESTS, trail } from '../world-names'

const { zhang, wang, chen } = PEOPLE
const leaderLevels = [{ kind: 'attempt', levels: [1, 2] }] as const
const page = { before: null, limit: 20 } as const
const opening: NewApproval = {
  ...{ id: idOf('new request'), kind: 'correction', subjectId: idOf('correction'), requesterId: zhang.id },
  ...{ reason: '忘了', expiresAtMs: NOW + DAY, escalateAtMs: NOW + HOUR, level: 1 },
  approvers: [{ employeeId: wang.id, level: 1, onBehalfOf: null }],
}
const closing = { status: 'approved', decidedBy: wang.id, comment: null } as const

export const approvalCalls = storeCalls({
  file: 'approval-store',
  create: ({ database }) => createApprovalStore(database),
  calls: {
    loadLadder: ({ store, inTransaction }) => inTransaction((tx) => store.loadLadder(tx, zhang.id, NOW)),
    load: ({ store, inTransaction }) => inTransaction((tx) => store.load(tx, REQUESTS.attempt, NOW)),
    find: ({ store }) => store.find(REQUESTS.attempt, NOW),
    findPending: ({ store, inTransaction }) =>
      inTransaction((tx) => store.findPending(tx, 'attempt', ATTEMPTS.application)),
    about: ({ store }) => store.about('rebind', DEVICES.candidate),
    departments: ({ store }) => store.departments(),
    list: {
      'of the requester': ({ store }) =>
        store.list({ relation: { role: 'requester', employeeId: zhang.id }, status: null, ...page }, NOW),
      'of a leader': ({ store }) => {
        const scope = { kind: 'some', departmentIds: [], employeeIds: [] } as const
        const relation = { role: 'approver', employeeId: wang.id, scope, leaderLevels } as const
        return store.list({ relation, status: 'pending', ...page }, NOW)
      },
      'of a delegate with a large office, next page': ({ store }) => {
        const scope = { kind: 'some', departmentIds: ['sales', 'south', ...MANY_IDS], employeeIds: [] } as const
        const relation = { role: 'approver', employeeId: chen.id, scope, leaderLevels } as const
        const before = { createdAtMs: NOW, id: idOf('the page before') }
        return store.list({ relation, status: 'expired', before, limit: 20 }, NOW)
      },
      'of whoever reaches everybody': ({ store }) => {
        const relation = { role: 'approver', employeeId: chen.id, scope: { kind: 'everybody' }, leaderLevels } as const
        return store.list({ relation, status: 'pending', ...page }, NOW)
      },
    },
    overdue: {
      '': ({ store }) => store.overdue(NOW, 100, null),
      'next page': ({ store }) => store.overdue(NOW, 100, { id: REQUESTS.overdue, dueAtMs: NOW - DAY }),
    },
    dueForEscalation: {
      '': ({ store }) => store.dueForEscalation(NOW, 100, null),
      'next page': ({ store }) => store.dueForEscalation(NOW, 100, { id: REQUESTS.overdue, dueAtMs: NOW - DAY }),
    },
    create: {
      '': ({ store, inTransaction }) => inTransaction((tx) => store.create(tx, opening, trail('opened'), NOW)),
      'of a rebind': ({ store, inTransaction }) => {
        const rebind = { ...opening, id: idOf('new rebind'), kind: 'rebind', subjectId: idOf('phone') } as const
        return inTransaction((tx) => store.create(tx, rebind, trail('rebind opened'), NOW))
      },
    },
    escalate: ({ store, inTransaction }) => {
      const rows = [{ employeeId: chen.id, level: 2, onBehalfOf: null }]
      const escalation = { id: REQUESTS.attempt, fromLevel: 1, level: 2, rows, escalateAtMs: null }
      return inTransaction((tx) => store.escalate(tx, escalation, trail('escalated'), NOW))
    },
    close: {
      'in time': ({ store, inTransaction }) =>
        inTransaction((tx) => store.close(tx, { ...closing, id: REQUESTS.attempt, when: 'in_time' }, NOW)),
      overdue: ({ store, inTransaction }) =>
        inTransaction((tx) => store.close(tx, { ...closing, id: REQUESTS.overdue, when: 'overdue' }, NOW)),
      'at any time': ({ store, inTransaction }) =>
        inTransaction((tx) => store.close(tx, { ...closing, id: REQUESTS.rebind, when: 'any' }, NOW)),
    },
    finish: ({ store, inTransaction }) =>
      inTransaction((tx) => store.finish(tx, REQUESTS.attempt, 'DAY_CLOSED', trail('finished'), NOW)),
  },
})
