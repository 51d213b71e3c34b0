import { createIntegrationTokenStore } from '../../../src/adapters/database/integration-token-store'
import { createNoticeStore } from '../../../src/adapters/database/notice-store'
import { createOrganisationStore } from '../../../src/adapters/database/organisation-store'
import { createWecomBacklog } from '../../../src/adapters/database/wecom-backlog'
import { createWriteBackStore } from '../../../src/adapters/database/write-back-store'
import { storeCalls } from '../store-calls'
import { ATTEMPTS, HOUR, idOf, MANY_IDS, NOW, PEOPLE, trail } from '../world-names'

const { zhang, wang, li, chen, zhou } = PEOPLE
const notice = (name: string, employeeId: string) => ({
  ...{ id: idOf(name), key: name, employeeId, kind: 'check_in_refused', detail: {}, notBeforeMs: NOW },
})

export const noticeCalls = storeCalls({
  file: 'notice-store',
  create: ({ database }) => createNoticeStore(database),
  calls: {
    leadersOf: ({ store }) => store.leadersOf(zhang.id),
    zone: ({ store }) => store.zone(),
    plan: ({ store }) => {
      const notices = [notice('notice', zhang.id), notice('notice', zhang.id), notice('to a leaver', zhou.id)]
      return store.plan(notices as unknown as Parameters<typeof store.plan>[0], NOW)
    },
    due: ({ store }) => store.due(NOW, 50),
    hold: ({ store }) => store.hold({ id: idOf('notice'), nextTryAtMs: NOW }, NOW + HOUR),
    postpone: {
      '': ({ store }) => store.postpone(idOf('notice'), 'busy', NOW),
      'for good': ({ store }) => store.postpone(idOf('given up'), 'busy', null),
    },
    end: {
      sent: ({ store }) => store.end(idOf('notice'), 'sent', NOW),
      undeliverable: ({ store }) => store.end(idOf('notice'), 'undeliverable', NOW),
    },
  },
})

export const writeBackCalls = storeCalls({
  file: 'write-back-store',
  create: ({ database }) => createWriteBackStore(database),
  calls: {
    plan: {
      'of an accepted one': ({ store }) => store.plan(ATTEMPTS.visit, NOW),
      'of one that is no longer accepted': ({ store }) => store.plan(ATTEMPTS.refused, NOW),
    },
    due: ({ store }) => store.due(NOW, 50),
    begin: ({ store }) => store.begin({ attemptId: ATTEMPTS.visit, nextTryAtMs: NOW }, NOW + HOUR),
    postpone: {
      '': ({ store }) => store.postpone(ATTEMPTS.visit, 45_009, NOW),
      'for good': ({ store }) => store.postpone(ATTEMPTS.refused, 45_009, null),
    },
    sent: ({ store }) => store.sent(ATTEMPTS.visit, NOW),
  },
})

export const wecomBacklogCalls = storeCalls({
  file: 'wecom-backlog',
  create: ({ database }) => ({ readBacklog: createWecomBacklog(database) }),
  calls: { readBacklog: ({ store }) => store.readBacklog() },
})

export const integrationTokenCalls = storeCalls({
  file: 'integration-token-store',
  create: ({ database, cipher }) => createIntegrationTokenStore(database, cipher),
  calls: {
    save: {
      'the first': ({ store }) => store.save('wecom', { value: 'token', expiresAtMs: NOW }),
      'a later one': ({ store }) => store.save('wecom', { value: 'token', expiresAtMs: NOW }),
    },
    find: ({ store }) => store.find('wecom'),
  },
})

const row = { userId: 'new', name: '新', position: null, employeeNumber: null, departmentId: 'south' }
const joined = { employeeId: idOf('joined'), loadedUserId: 'new' }

export const organisationCalls = storeCalls({
  file: 'organisation-store',
  create: ({ database }) => createOrganisationStore(database),
  calls: {
    load: ({ store }) => store.load(),
    loadUpFrom: {
      one: ({ store }) => store.loadUpFrom(['ZhangMin']),
      many: ({ store }) => store.loadUpFrom(['ZhangMin', ...MANY_IDS]),
    },
    loadDepartments: ({ store }) => store.loadDepartments(),
    zone: ({ store }) => store.zone(),
    hasPeople: ({ store }) => store.hasPeople(),
    isInUse: ({ store }) => store.isInUse(zhang.id),
    beginRun: ({ store }) => store.beginRun({ id: idOf('run'), source: 'wecom' }, NOW),
    finishRun: ({ store }) =>
      store.finishRun({ id: idOf('run'), summary: { joined: 1 }, problem: null }, trail('synced'), NOW),
    lastRun: ({ store }) => store.lastRun('wecom'),
    sourceInUse: ({ store }) => store.sourceInUse(),
    saveDepartments: ({ store }) => {
      const [before, to] = [
        { id: 'office', name: '人事行政部', parentId: null },
        { id: 'office', name: '行政部', parentId: null },
      ]
      const diff = { added: [{ id: 'new', name: '新部门', parentId: 'sales' }], changed: [{ from: before, to }] }
      return store.saveDepartments(diff, trail('departments'), NOW)
    },
    removeDepartment: ({ store }) =>
      store.removeDepartment({ id: 'empty', name: '空', parentId: null }, trail('department removed'), NOW),
    write: {
      join: ({ store }) =>
        store.write([{ kind: 'join', employeeId: joined.employeeId, row }], () => trail('joined'), NOW),
      change: ({ store }) =>
        store.write([{ kind: 'change', ...joined, row, returns: false }], () => trail('changed'), NOW),
      relate: ({ store }) => {
        const led = { leaderIds: [wang.id, chen.id], leadsDepartmentIds: ['south'] }
        return store.write([{ kind: 'relate', ...joined, ...led }], () => trail('related'), NOW)
      },
      leave: ({ store }) => {
        const leave = {
          kind: 'leave',
          employeeId: li.id,
          loadedUserId: li.userId,
          deviceReason: 'employee_left',
        } as const
        return store.write([leave], () => trail('left'), NOW)
      },
      return: ({ store }) => {
        const person = { ...row, userId: zhou.userId, name: zhou.name }
        const write = { kind: 'change', employeeId: zhou.id, loadedUserId: zhou.userId, row: person } as const
        return store.write([{ ...write, returns: true }], () => trail('returned'), NOW)
      },
    },
    rename: ({ store }) => {
      const retire = { employeeId: joined.employeeId, toUserId: 'left:new' }
      const rename = { employeeId: zhang.id, fromUserId: 'zhangmin', toUserId: 'new', retire }
      return store.rename(rename, trail('renamed'), NOW)
    },
  },
})
