import type { Database, Transaction } from '../../server/src/adapters/database/database'
import { addDays } from '../../server/src/features/shifts/work-day.rules'
import { localDate } from '../../server/src/features/shifts/zone-time.rules'
import type { FieldCipher } from '../../server/src/ports/field-cipher'
import { seedBase } from './base'
import { seedDepartment, seedDevice, seedEmployee, seedSite } from './builders'
import { seedDemoHistory } from './demo/history'
import {
  DEMO_COMPANY,
  DEMO_CORP_ID,
  DEMO_DEPARTMENTS,
  DEMO_PEOPLE,
  FEATURED_PEOPLE,
  type DemoPerson,
} from './demo/people'
import { demoHandset, demoPublicKey } from './demo/phones'
import { seedDemoPlans } from './demo/plans'
import { demoEmployeeId, seedDemoRoster, seedDemoRules } from './demo/rules'
import { DEMO_CUSTOMERS, demoGateway, demoOffices, type DemoGateway } from './demo/sites'

export { DEMO_CORP_ID, FEATURED_PEOPLE } from './demo/people'

const DAY_MS = 86_400_000
const NOTICE_AGE_DAYS = 60
const HISTORY_DAYS = 14

export interface DemoSeedOptions {
  readonly cipher: FieldCipher
  readonly nowMs: number
  /** As the WeCom side calls this company. */
  readonly corpId?: string
  /** Of a gateway that really runs; default: a key for show. */
  readonly gateway?: DemoGateway
}

/**
 * The demo company with its people, places, rules, two weeks of history and today's plans. Run again it adds only what
 * time has made missing (roster and plans of the days around now); the history is written once.
 */
export async function seedDemo(database: Database, options: DemoSeedOptions): Promise<void> {
  const { nowMs, cipher, corpId = DEMO_CORP_ID, gateway = demoGateway() } = options
  const noticePublishedAtMs = nowMs - NOTICE_AGE_DAYS * DAY_MS
  await seedBase(database, { corpId, companyName: DEMO_COMPANY, nowMs, noticePublishedAtMs })
  const today = localDate(nowMs, 'Asia/Shanghai')
  const isNew = await database.write(async (tx) => {
    const known = await tx.employee.count({ where: { id: demoEmployeeId('ShenRuoLan') } })
    if (known > 0) return false
    await seedOrganisation(tx, { nowMs, joinedAt: new Date(`${addDays(today, -HISTORY_DAYS)}T00:00:00+08:00`) })
    for (const office of demoOffices(gateway)) await seedSite(tx, office)
    for (const { near: _near, ...customer } of DEMO_CUSTOMERS) await seedSite(tx, customer)
    await seedDemoRules(tx)
    return true
  })
  await database.write(async (tx) => {
    await seedDemoRoster(tx, today)
    await seedDemoPlans(tx, today, HISTORY_DAYS)
  })
  if (isNew) await seedDemoHistory(database, { cipher, nowMs, days: HISTORY_DAYS })
}

/** Nobody was there before the history: days without a check-in would be missing in every record. */
interface Beginning {
  readonly nowMs: number
  readonly joinedAt: Date
}

async function seedOrganisation(tx: Transaction, beginning: Beginning): Promise<void> {
  for (const { id, name, parentId } of DEMO_DEPARTMENTS) await seedDepartment(tx, { id, name, parentId })
  // Leaders come before the people they lead.
  const leaders = new Set(DEMO_DEPARTMENTS.map((department) => department.leader))
  const people = [...DEMO_PEOPLE].sort(
    (left, right) => Number(leaders.has(right.userId)) - Number(leaders.has(left.userId)),
  )
  for (const [index, person] of people.entries()) await seedPerson(tx, person, index, beginning)
  for (const { id, leader } of DEMO_DEPARTMENTS) {
    await tx.departmentLeader.create({ data: { departmentId: id, employeeId: demoEmployeeId(leader) } })
  }
  for (const person of DEMO_PEOPLE) {
    const leader = leaderOf(person)
    if (leader === null) continue
    const employeeId = demoEmployeeId(person.userId)
    await tx.employeeLeader.create({ data: { employeeId, leaderId: demoEmployeeId(leader) } })
  }
}

/** The department's leader; for leaders the next one up. */
function leaderOf(person: DemoPerson): string | null {
  let department = DEMO_DEPARTMENTS.find((item) => item.id === person.departmentId)
  while (department?.leader === person.userId) {
    const { parentId } = department
    department = DEMO_DEPARTMENTS.find((item) => item.id === parentId)
  }
  return department?.leader ?? null
}

async function seedPerson(
  tx: Transaction,
  person: DemoPerson,
  index: number,
  { nowMs, joinedAt }: Beginning,
): Promise<void> {
  const { userId, name, position, departmentId, roles = [], isNew = false } = person
  const id = demoEmployeeId(userId)
  const led = DEMO_DEPARTMENTS.filter((department) => department.leader === userId)
  const createdAt = isNew ? new Date(nowMs) : joinedAt
  await seedEmployee(tx, {
    id,
    userId,
    name,
    position,
    departmentId,
    employeeNumber: String(6_001 + index),
    createdAt,
    roles: [...roles, ...led.map((department) => ['leader', department.id] as const)],
    consents: isNew ? [] : [1],
  })
  if (isNew) return
  const isFeatured = FEATURED_PEOPLE.some((featured) => featured.userId === userId)
  await seedDevice(tx, {
    employeeId: id,
    publicKey: demoPublicKey(userId),
    facts: demoHandset(userId),
    createdAt,
    // HR has unbound it: whoever tries the demo binds a phone of their own.
    ...(isFeatured ? { state: 'revoked', revokedAt: new Date(nowMs) } : {}),
  })
}
