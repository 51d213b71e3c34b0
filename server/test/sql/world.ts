/** A small company with something to find for every store's methods; the same in every run. */
import {
  seedCalendarYear,
  seedCompany,
  seedDepartment,
  seedDevice,
  seedFieldPlan,
  seedRoster,
  seedRule,
  seedShift,
  seedSite,
  seedTeam,
} from '../../../prisma/seed/builders'
import type { Database, Transaction } from '../../src/adapters/database/database'
import { storePeople } from '../people'
import { seedWorkDay } from './world-day'
import {
  CHALLENGE,
  cipher,
  CROWD,
  CUSTOMER,
  DAY,
  DEVICES,
  FREE_DAY,
  hashOf,
  idOf,
  NETWORK_ADDRESS,
  NOW,
  OFFICE,
  PEOPLE,
  RULE,
  SESSIONS,
  SHIFT,
  TEAM,
  WORK_DAY,
} from './world-names'

export async function seedWorld(database: Database): Promise<void> {
  await storePeople(database)
  await database.write(async (tx) => {
    await seedCompany(tx)
    await seedDepartment(tx, { id: 'empty', name: '空' })
    await seedPlaces(tx)
    await seedRules(tx)
    await seedPhones(tx)
    await seedCrowd(tx)
  })
  await seedWorkDay(database)
}

async function seedPlaces(tx: Transaction): Promise<void> {
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x: 'x' } as const
  await seedSite(tx, {
    id: OFFICE,
    name: '总部',
    zone: 'Asia/Shanghai',
    wifi: [{ ssid: 'CJ-Office', bssid: '3c:06:a7:8f:2a:10' }],
    gateway: { url: 'http://10.0.0.2', publicKey },
  })
  await seedSite(tx, { id: CUSTOMER, name: '客户', kind: 'customer' })
  const addressHash = cipher.keyedHash(NETWORK_ADDRESS, 'network-address')
  await tx.siteAddress.create({ data: { siteId: OFFICE, addressHash } })
  const plan = { employeeId: PEOPLE.zhang.id, siteId: OFFICE }
  await seedFieldPlan(tx, { ...plan, id: idOf('plan of today'), workDay: WORK_DAY })
  await seedFieldPlan(tx, { ...plan, id: idOf('plan of another day'), workDay: FREE_DAY })
}

async function seedRules(tx: Transaction): Promise<void> {
  await seedShift(tx, { id: SHIFT, name: '行政班' })
  await seedTeam(tx, { id: TEAM, name: '华南班组', members: [PEOPLE.zhang.id] })
  const week = Array<string>(7).fill(SHIFT)
  const assignTo = [{ kind: 'company' }, { kind: 'team', id: TEAM }] as const
  await seedRule(tx, { id: RULE, name: '总部', week, sites: [OFFICE], assignTo })
  await seedRoster(tx, { target: { kind: 'team', id: TEAM }, days: { [WORK_DAY]: SHIFT } })
  await seedRoster(tx, { target: { kind: 'employee', id: PEOPLE.zhang.id }, days: { [WORK_DAY]: null } })
  const days = [{ day: '2026-10-01', kind: 'holiday', name: '国庆节' }] as const
  await seedCalendarYear(tx, { year: 2026, publishedAt: new Date(NOW), days })
}

async function seedPhones(tx: Transaction): Promise<void> {
  const at = new Date(NOW - DAY)
  const facts = { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'Android 12' }
  const phone = (employeeId: string, name: string) => ({
    employeeId,
    facts,
    publicKey: Buffer.from(hashOf(name), 'hex'),
  })
  const zhang = await seedDevice(tx, { ...phone(PEOPLE.zhang.id, 'zhang'), id: DEVICES.zhang })
  const li = await seedDevice(tx, { ...phone(PEOPLE.li.id, 'li'), id: DEVICES.li })
  const candidate = { state: 'candidate', createdAt: at } as const
  await seedDevice(tx, { ...phone(PEOPLE.li.id, 'candidate'), id: DEVICES.candidate, ...candidate })
  for (const [id, employeeId, { keyThumbprint }] of [
    [SESSIONS.zhang, PEOPLE.zhang.id, zhang],
    [SESSIONS.li, PEOPLE.li.id, li],
  ] as const) {
    const times = { loggedInAt: at, expiresAt: new Date(NOW + DAY) }
    await tx.session.create({ data: { id, employeeId, keyThumbprint, ...times } })
    await tx.refreshToken.create({ data: { hash: hashOf(id), sessionId: id, generation: 1, issuedAt: at } })
  }
  const challenge = { keyThumbprint: zhang.keyThumbprint, issuedAt: at, clockOffsetMs: 1.5 }
  await tx.challenge.create({ data: { id: CHALLENGE, employeeId: PEOPLE.zhang.id, ...challenge } })
  for (const { id } of [PEOPLE.zhang, PEOPLE.wang]) {
    await tx.consent.create({ data: { id: idOf(`consent ${id}`), employeeId: id, version: 1, givenAt: at } })
  }
}

async function seedCrowd(tx: Transaction): Promise<void> {
  const at = new Date(NOW - DAY)
  await tx.employee.createMany({
    data: CROWD.map((id, number) => ({
      ...{ id, userId: id, userIdKey: id, name: `员工 ${number}`, departmentId: 'office', createdAt: at },
    })),
  })
  await tx.device.createMany({
    data: CROWD.map((id) => ({
      ...{ id: idOf(`phone of ${id}`), employeeId: id, keyThumbprint: hashOf(id), publicKey: 'k', state: 'active' },
      ...{ brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'Android 12', createdAt: at, boundAt: at },
    })),
  })
}
