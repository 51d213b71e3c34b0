import { createApprovalCardStore } from '../../../src/adapters/database/approval-card-store'
import { storeCalls } from '../store-calls'
import { DAY, HOUR, idOf, NOW, PEOPLE, REQUESTS } from '../world-names'

const { wang, chen } = PEOPLE
const [taskId, other] = [idOf('card of wang'), idOf('card of chen')]

export const approvalCardCalls = storeCalls({
  file: 'approval-card-store',
  create: ({ database, cipher }) => createApprovalCardStore(database, cipher),
  calls: {
    requesterOf: ({ store }) => store.requesterOf(REQUESTS.attempt),
    pendingRequestsOf: ({ store }) => store.pendingRequestsOf(wang.id),
    pendingRequestsBy: ({ store }) => store.pendingRequestsBy(PEOPLE.zhang.id),
    leadersWithOtherStandIns: ({ store }) => store.leadersWithOtherStandIns(NOW - DAY, NOW),
    plan: ({ store }) => {
      const card = { requestId: REQUESTS.attempt, round: 1 }
      return store.plan(
        [
          { ...card, taskId, employeeId: wang.id },
          { ...card, taskId: other, employeeId: chen.id },
        ],
        NOW,
      )
    },
    due: ({ store }) => store.due(NOW, 50),
    hold: ({ store }) => store.hold({ taskId, nextTryAtMs: NOW }, NOW + HOUR),
    opened: ({ store }) => {
      const sent = { status: 'pending', subjectVersion: 1, messageId: 'message', responseCode: 'code' } as const
      return store.opened(taskId, sent, NOW)
    },
    newest: ({ store }) => store.newest(REQUESTS.attempt),
    find: ({ store }) => store.find(taskId),
    unanswered: ({ store }) => store.unanswered(NOW + DAY, 3, 50),
    redraw: ({ store }) => store.redraw(REQUESTS.attempt, NOW),
    pressed: {
      'with a code': ({ store }) => store.pressed(taskId, 'another code', NOW),
      'without a code': ({ store }) => store.pressed(taskId, null, NOW),
    },
    drawn: {
      'by a code': async ({ store, quietly }) => {
        const card = await quietly(() => store.find(taskId))
        return store.drawn({ taskId, codeMark: card?.codeMark ?? null }, { status: 'approved', subjectVersion: 1 }, NOW)
      },
      'without a code': ({ store }) =>
        store.drawn({ taskId, codeMark: null }, { status: 'approved', subjectVersion: 1 }, NOW),
    },
    rest: ({ store }) => store.rest(taskId, NOW),
    end: ({ store }) => store.end({ taskId, codeMark: null }, 'closed', 'approved', NOW),
    postpone: {
      '': ({ store }) => store.postpone(other, 'busy', NOW + HOUR, NOW),
      'for good': ({ store }) => store.postpone(other, 'busy', null, NOW),
    },
  },
})
