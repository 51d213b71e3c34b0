import { createConsentStore } from '../../../src/adapters/database/consent-store'
import { createContextStore } from '../../../src/adapters/database/context-store'
import { createDelegationStore } from '../../../src/adapters/database/delegation-store'
import { createPeopleStore } from '../../../src/adapters/database/people-store'
import { storeCalls } from '../store-calls'
import { DAY, DELEGATION, FREE_DAY, hashOf, idOf, MONTH, NOW, PEOPLE, trail, WORK_DAY } from '../world-names'

const { zhang, wang, li, chen } = PEOPLE

export const peopleCalls = storeCalls({
  file: 'people-store',
  create: ({ database }) => createPeopleStore(database),
  calls: {
    findByUserId: ({ store }) => store.findByUserId('ZhangMin'),
    find: ({ store }) => store.find(zhang.id),
    departmentPathOf: ({ store }) => store.departmentPathOf(zhang.id),
    departmentExists: ({ store }) => store.departmentExists('south'),
    grantsOf: ({ store }) => store.grantsOf(li.id),
    grant: {
      'in a department': ({ store }) => {
        const grant = { id: idOf('grant'), employeeId: wang.id, role: 'hr', scopeDepartmentId: 'sales' } as const
        return store.grant({ ...grant, grantedBy: chen.id }, trail('granted'), NOW)
      },
      'for the whole company': ({ store }) => {
        const grant = { id: idOf('whole grant'), employeeId: wang.id, role: 'hr', scopeDepartmentId: null } as const
        return store.grant({ ...grant, grantedBy: chen.id }, trail('granted all'), NOW)
      },
    },
    revokeGrant: ({ store }) => store.revokeGrant(wang.id, idOf('grant'), trail('revoked'), NOW),
  },
})

export const consentCalls = storeCalls({
  file: 'consent-store',
  create: ({ database }) => createConsentStore(database),
  calls: {
    notices: ({ store }) => store.notices(),
    consentsOf: ({ store }) => store.consentsOf(zhang.id),
    give: ({ store }) =>
      store.give({ id: idOf('consent'), employeeId: li.id, version: 1 }, trail('consent given'), NOW),
    withdraw: ({ store }) => store.withdraw(zhang.id, trail('consent withdrawn'), NOW),
  },
})

export const contextCalls = storeCalls({
  file: 'context-store',
  create: ({ database }) => createContextStore(database),
  calls: {
    loadContext: ({ store }) => store.loadContext(zhang.id, MONTH.from, MONTH.to, NOW),
    openContext: ({ store }) => {
      const challenge = { id: idOf('challenge'), keyThumbprint: hashOf('key of zhang'), employeeId: zhang.id }
      const zones = new Map([WORK_DAY, FREE_DAY].map((day) => [day, 'Asia/Shanghai']))
      return store.openContext({ ...challenge, issuedAtMs: NOW, clockOffsetMs: 0.5 }, zones)
    },
  },
})

export const delegationCalls = storeCalls({
  file: 'delegation-store',
  create: ({ database }) => createDelegationStore(database),
  calls: {
    create: ({ store }) => {
      const times = { startsAtMs: NOW + 2 * DAY, endsAtMs: NOW + 3 * DAY }
      const delegation = { id: idOf('new delegation'), leaderId: wang.id, delegateId: li.id, ...times }
      return store.create(delegation, trail('delegated'), NOW)
    },
    revoke: ({ store }) => store.revoke(DELEGATION, wang.id, trail('not delegated'), NOW),
    find: ({ store }) => store.find(DELEGATION),
    listOf: {
      'first page': ({ store }) => store.listOf(wang.id, null, 20),
      'next page': ({ store }) => store.listOf(wang.id, DELEGATION, 20),
    },
  },
})
