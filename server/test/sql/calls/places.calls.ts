import { createGatewayStore } from '../../../src/adapters/database/gateway-store'
import { createOutageStore } from '../../../src/adapters/database/outage-store'
import { createPlanStore } from '../../../src/adapters/database/plan-store'
import { createRuleStore } from '../../../src/adapters/database/rule-store'
import { createSiteStore } from '../../../src/adapters/database/site-store'
import type { SiteWrite } from '../../../src/ports/site-store'
import { storeCalls } from '../store-calls'
import { DAY, HOUR, idOf, MANY_IDS, MONTH, NOW, OFFICE, PEOPLE, trail, WORK_DAY } from '../world-names'

const { zhang, wang, chen } = PEOPLE
const fence = { kind: 'circle', centre: { latitude: 31.2, longitude: 121.6 }, radiusMetres: 150 } as const
const publicKey = { kty: 'OKP', crv: 'Ed25519', x: 'y' } as const
const site = (changes: Partial<SiteWrite>): SiteWrite => ({
  ...{ name: '新址', kind: 'office', address: '路 1 号', mainlandChina: true, zone: null, fence },
  ...{ original: { system: 'gcj02', fence }, box: { south: 31, west: 121, north: 32, east: 122 } },
  ...{ wifi: [{ ssid: 'x', bssid: '3c:06:a7:8f:2a:11' }], wifiProof: 'bssid', gateway: { url: 'http://x', publicKey } },
  publicAddresses: ['203.0.113.8'],
  ...changes,
})
const [id, other] = [idOf('new site'), idOf('other new site')]

export const siteCalls = storeCalls({
  file: 'site-store',
  create: ({ database, cipher }) => createSiteStore(database, cipher),
  calls: {
    create: ({ store }) => store.create(id, site({}), trail('site'), NOW),
    update: {
      'with the same gateway': ({ store }) => store.update(id, 1, site({ name: '新址 2' }), trail('changed'), NOW),
      'without Wi-Fi, gateway and addresses': ({ store }) =>
        store.update(id, 2, site({ wifi: [], gateway: null, publicAddresses: null }), trail('changed again'), NOW),
    },
    archive: ({ store }) => store.archive(id, 3, trail('archived'), NOW),
    find: ({ store }) => store.find(OFFICE),
    list: {
      'in use': ({ store }) =>
        store.list({ kind: null, nameContains: null, archived: false, afterId: null, limit: 50 }),
      'archived, of a kind and name, next page': ({ store }) =>
        store.list({ kind: 'office', nameContains: '新', archived: true, afterId: other, limit: 50 }),
    },
    loadSites: {
      one: ({ store }) => store.loadSites([OFFICE]),
      many: ({ store }) => store.loadSites([OFFICE, ...MANY_IDS]),
    },
    customerSitesNear: ({ store }) => store.customerSitesNear(31, 121, 32, 122, 50),
  },
})

export const gatewayCalls = storeCalls({
  file: 'gateway-store',
  create: ({ database }) => createGatewayStore(database),
  calls: {
    listGateways: ({ store }) => store.listGateways(),
    recordSkew: ({ store }) => store.recordSkew({ siteId: OFFICE, skewMs: 12.5, measuredAtMs: NOW }, trail('skew')),
  },
})

const plan = { employeeId: zhang.id, siteId: OFFICE, note: null, createdBy: wang.id }
const planQuery = { employeeId: null, from: WORK_DAY, until: null, after: null, limit: 50 }

export const planCalls = storeCalls({
  file: 'plan-store',
  create: ({ database }) => createPlanStore(database),
  calls: {
    list: {
      'of everybody': ({ store }) => store.list({ ...planQuery, people: { kind: 'everybody' } }),
      'of departments and people, next page': ({ store }) => {
        const people = { kind: 'some', departmentIds: ['south'], employeeIds: [zhang.id] } as const
        const after = { workDay: WORK_DAY, id: idOf('plan of today') }
        return store.list({ ...planQuery, people, until: MONTH.to, after })
      },
      'of one person': ({ store }) =>
        store.list({ ...planQuery, people: { kind: 'everybody' }, employeeId: zhang.id, from: null }),
    },
    create: ({ store }) => store.create({ ...plan, id: idOf('plan'), workDay: '2026-11-25' }, trail('planned'), NOW),
    find: ({ store }) => store.find(idOf('plan')),
    findInForce: ({ store }) => store.findInForce(zhang.id, WORK_DAY, OFFICE),
    cancel: ({ store }) => store.cancel(idOf('plan'), trail('cancelled'), NOW),
    loadLeadership: ({ store }) => store.loadLeadership(wang.id),
    findEmployee: ({ store }) => store.findEmployee(zhang.id),
    isSiteInUse: ({ store }) => store.isSiteInUse(OFFICE),
  },
})

export const ruleCalls = storeCalls({
  file: 'rule-store',
  create: ({ database }) => createRuleStore(database),
  calls: {
    rulesVersion: ({ store }) => store.rulesVersion(),
    ruleBookAt: ({ store }) => store.ruleBookAt(0),
    loadRuleBook: ({ store }) => store.loadRuleBook(),
    loadPersonSchedules: {
      one: ({ store }) => store.loadPersonSchedules([zhang.id], MONTH.from, MONTH.to),
      many: ({ store }) => store.loadPersonSchedules([zhang.id, ...MANY_IDS], MONTH.from, MONTH.to),
    },
  },
})

export const outageCalls = storeCalls({
  file: 'outage-store',
  create: ({ database }) => createOutageStore(database),
  calls: {
    declare: ({ store }) => {
      const outage = { id: idOf('outage'), startsAtMs: NOW - DAY, endsAtMs: NOW + HOUR, reason: '断网' }
      return store.declare({ ...outage, declaredBy: chen.id }, trail('outage'), NOW)
    },
    list: {
      'first page': ({ store }) => store.list(null, 20),
      'next page': ({ store }) => store.list(idOf('outage'), 20),
    },
    find: ({ store }) => store.find(idOf('outage')),
    withdraw: ({ store }) => store.withdraw(idOf('outage'), trail('withdrawn'), NOW),
  },
})
