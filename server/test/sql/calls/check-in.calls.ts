import { createCheckInRules } from '../../../src/adapters/database/check-in-rules'
import { createCheckInStore } from '../../../src/adapters/database/check-in-store'
import { createRuleStore } from '../../../src/adapters/database/rule-store'
import type { CheckInQuery } from '../../../src/ports/check-in-store'
import { at, lateSlot, photo, visitSlot } from '../../check-in-builders'
import { checkInWrite, type StoreChanges } from '../../stored-attempts'
import { storeCalls, type StoreParts } from '../store-calls'
import {
  ATTEMPTS,
  CHALLENGE,
  CROWD,
  hashOf,
  HOUR,
  idOf,
  NETWORK_ADDRESS,
  NOW,
  PEOPLE,
  trail,
  WORK_DAY,
} from '../world-names'

/** Check-ins that come together share their statements. */
const GROUP_SIZE = 64

const query: CheckInQuery = {
  ...{
    employeeId: PEOPLE.zhang.id,
    keyThumbprint: hashOf('key of zhang'),
    challengeId: CHALLENGE,
    challengePosition: 1,
  },
  ...{ requestId: idOf('request'), workDay: WORK_DAY, coordinates: { latitude: 31.2, longitude: 121.6 } },
  deviceFacts: { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'Android 12' },
  ...{ networkAddress: NETWORK_ADDRESS, photoHashes: [], receivedAtMs: NOW },
}
const ofCrowd = CROWD.map((employeeId, number): CheckInQuery => ({
  ...{ ...query, employeeId, keyThumbprint: hashOf(employeeId), requestId: idOf(`request ${number}`) },
  photoHashes: [hashOf(`photo ${number}`)],
}))

async function write(parts: StoreParts, employeeId: string, name: string, changes: StoreChanges) {
  const phone = { employeeId, keyThumbprint: hashOf(`key of ${name}`) }
  const challenge = {
    ...{ id: idOf(`next challenge ${name}`), ...phone, issuedAtMs: NOW, clockOffsetMs: 0 },
  }
  const ids = { requestId: idOf(`request of ${name}`), challengeId: idOf(`challenge of ${name}`) }
  const own = { attemptId: idOf(name), sessionId: idOf(`session of ${name}`), challenge, trail: trail(name) }
  return parts.quietly(() =>
    checkInWrite(parts.database, phone, { ...changes, attempt: { ...ids, ...changes.attempt }, write: own }),
  )
}

const accepted = { outcome: 'accepted', code: 'ACCEPTED' } as const

export const checkInCalls = storeCalls({
  file: 'check-in-store',
  create: ({ database, cipher }) => createCheckInStore(database, { cipher, groupSize: GROUP_SIZE }),
  calls: {
    load: {
      one: ({ store }) => store.load({ ...query, photoHashes: [hashOf('photo')] }),
      'one of a phone that waits for a rebind': ({ store }) =>
        store.load({ ...query, employeeId: PEOPLE.li.id, keyThumbprint: hashOf('candidate') }),
      'a group of 64': ({ store }) => Promise.all(ofCrowd.map((one) => store.load(one))),
    },
    commit: {
      'a first one of the day': async ({ store, ...parts }) =>
        store.commit(await write(parts, PEOPLE.wang.id, 'wang early', { decision: accepted })),
      'a visit with a photo': async ({ store, ...parts }) => {
        const visit = { customer: '客户', contact: '陈', purpose: '拜访' }
        const attempt = { visit, photos: [photo({ sha256: hashOf('photo') })] }
        return store.commit(await write(parts, PEOPLE.wang.id, 'wang visiting', { slot: visitSlot(), attempt }))
      },
      'a later one that supersedes': async ({ store, ...parts }) => {
        const decision = { ...accepted, supersedes: [ATTEMPTS.late] }
        return store.commit(
          await write(parts, PEOPLE.zhang.id, 'later', { nowMs: at('19:30'), slot: lateSlot(), decision }),
        )
      },
      'a group of 64': async ({ store, ...parts }) => {
        const writes = []
        for (const id of CROWD) writes.push(await write(parts, id, id, { decision: accepted }))
        return Promise.all(writes.map((one) => store.commit(one)))
      },
      'another group of 64 on the same day': async ({ store, ...parts }) => {
        const writes = []
        for (const id of CROWD) {
          const attempt = { visit: { customer: '客户', purpose: '拜访' }, photos: [photo({ sha256: hashOf(id) })] }
          const changes = { nowMs: NOW + HOUR, slot: visitSlot(), attempt, decision: accepted }
          writes.push(await write(parts, id, `second ${id}`, changes))
        }
        return Promise.all(writes.map((one) => store.commit(one)))
      },
    },
  },
})

export const checkInRulesCalls = storeCalls({
  file: 'check-in-rules',
  create: ({ database }) => createCheckInRules(createRuleStore(database), GROUP_SIZE),
  calls: {
    load: {
      one: ({ store }) => store.load({ employeeId: PEOPLE.zhang.id, fromDay: WORK_DAY, toDay: WORK_DAY }),
      'a group of 64': ({ store }) =>
        Promise.all(CROWD.map((employeeId) => store.load({ employeeId, fromDay: WORK_DAY, toDay: WORK_DAY }))),
    },
  },
})
