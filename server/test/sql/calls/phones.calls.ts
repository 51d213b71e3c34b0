import { createDeviceStore } from '../../../src/adapters/database/device-store'
import { createRebindStore } from '../../../src/adapters/database/rebind-store'
import { createSessionStore } from '../../../src/adapters/database/session-store'
import { createSigningKeyStore } from '../../../src/adapters/database/signing-key-store'
import { storeCalls } from '../store-calls'
import { DAY, DEVICES, hashOf, idOf, MANY_IDS, NOW, PEOPLE, SESSIONS, trail } from '../world-names'

const { zhang, wang, li, chen } = PEOPLE
const facts = { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'Android 12' }
const binding = (name: string, employeeId: string) => ({
  ...{ deviceId: idOf(name), employeeId, keyThumbprint: hashOf(name), publicKey: 'k', facts },
})
const session = (name: string, refreshTokenHash: string | null) => ({
  ...{ id: idOf(name), employeeId: wang.id, keyThumbprint: null, loggedInAtMs: NOW, expiresAtMs: NOW + DAY },
  refreshTokenHash,
})

export const deviceCalls = storeCalls({
  file: 'device-store',
  create: ({ database }) => createDeviceStore(database),
  calls: {
    ofEmployee: ({ store }) => store.ofEmployee(zhang.id),
    ofEmployees: ({ store }) => store.ofEmployees([zhang.id, ...MANY_IDS]),
    ofKey: ({ store }) => store.ofKey(hashOf('key of zhang')),
    find: ({ store }) => store.find(DEVICES.zhang),
    bind: ({ store }) => store.bind(binding('phone of wang', wang.id), trail('bound'), NOW),
    unbind: async ({ store, quietly }) => {
      const device = await quietly(() => store.find(DEVICES.zhang))
      return device !== null && store.unbind(device, 'unbound_by_hr', trail('unbound'), NOW)
    },
  },
})

export const rebindCalls = storeCalls({
  file: 'rebind-store',
  create: ({ database }) => createRebindStore(database),
  calls: {
    countHeld: {
      one: ({ store }) => store.countHeld([{ employeeId: li.id, keyThumbprint: hashOf('key of li') }]),
      many: ({ store }) =>
        store.countHeld(MANY_IDS.map((employeeId) => ({ employeeId, keyThumbprint: hashOf(employeeId) }))),
    },
    addCandidate: ({ store, inTransaction }) =>
      inTransaction((tx) => store.addCandidate(tx, binding('candidate of chen', chen.id), trail('asked'), NOW)),
    loadParties: ({ store, inTransaction }) => inTransaction((tx) => store.loadParties(tx, DEVICES.candidate)),
    replace: ({ store, inTransaction, quietly }) =>
      inTransaction(async (tx) => {
        const parties = await quietly(() => store.loadParties(tx, DEVICES.candidate))
        return parties === null ? null : store.replace(tx, parties, trail('replaced'), NOW)
      }),
    discard: ({ store, inTransaction, quietly }) =>
      inTransaction(async (tx) => {
        const parties = await quietly(() => store.loadParties(tx, idOf('candidate of chen')))
        return parties === null ? null : store.discard(tx, parties.candidate, 'rejected', trail('discarded'), NOW)
      }),
  },
})

export const sessionCalls = storeCalls({
  file: 'session-store',
  create: ({ database }) => createSessionStore(database),
  calls: {
    loadCaller: {
      '': ({ store }) => store.loadCaller(SESSIONS.zhang),
      'of somebody who changes phones': ({ store }) => store.loadCaller(SESSIONS.li),
    },
    loadCallers: ({ store }) => store.loadCallers([SESSIONS.zhang, ...MANY_IDS]),
    open: {
      'of a bound phone': ({ store }) => store.open(session('bound', hashOf('token')), trail('opened'), NOW),
      'of any other': ({ store }) => store.open(session('unbound', null), trail('opened too'), NOW),
    },
    findRefreshToken: ({ store }) => store.findRefreshToken(hashOf('token')),
    replaceRefreshToken: ({ store }) =>
      store.replaceRefreshToken({ hash: hashOf('token'), successorHash: hashOf('next token') }, NOW),
    revoke: ({ store }) => store.revoke(idOf('bound'), 'logout', trail('revoked'), NOW),
    recordRefusal: ({ store }) => store.recordRefusal(trail('refused'), NOW),
  },
})

export const signingKeyCalls = storeCalls({
  file: 'signing-key-store',
  create: ({ database, cipher }) => createSigningKeyStore(database, cipher),
  calls: {
    add: ({ store }) => {
      const publicJwk = { kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'key-2', alg: 'EdDSA', use: 'sig' }
      const key = { kid: 'key-2', publicJwk, privateJwkJson: '{}', activeFromMs: NOW }
      return store.add(key, [{ kid: 'key-1', retiredAtMs: NOW + DAY }], trail('rotated'), NOW)
    },
    list: ({ store }) => store.list(),
  },
})
