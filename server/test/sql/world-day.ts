/** What happened in the small company of world.ts: check-ins, requests about them, and what all that left behind. */
import type { Database, Transaction } from '../../src/adapters/database/database'
import { writeTrail } from '../../src/adapters/database/trail'
import { at, fixOutside, lateSlot, photo, visitSlot } from '../check-in-builders'
import { storeCheckIn, type StoreChanges, type StoredPhone } from '../stored-attempts'
import {
  ATTEMPTS,
  DAY,
  DELEGATION,
  DEVICES,
  EVENTS,
  hashOf,
  HOUR,
  LEASE,
  NOW,
  OFFICE,
  PEOPLE,
  PHOTOS,
  REQUESTS,
  RULE,
  SUBSCRIBER,
  trail,
} from './world-names'

export async function seedWorkDay(database: Database): Promise<void> {
  await seedAttempts(database)
  await database.write(async (tx) => {
    await seedRequests(tx)
    await seedFeed(tx)
    await seedAudit(tx)
    await tx.lease.create({ data: { name: LEASE.name, owner: LEASE.owner, leasedUntil: new Date(LEASE.untilMs) } })
  })
}

async function seedAttempts(database: Database): Promise<void> {
  const zhang: StoredPhone = { employeeId: PEOPLE.zhang.id, keyThumbprint: hashOf('key of zhang') }
  const store = (attemptId: string, changes: StoreChanges, phone = zhang) =>
    storeCheckIn(database, phone, {
      ...changes,
      write: { attemptId, rule: { ruleId: RULE, version: 1 } },
      decision: { siteId: OFFICE, ...changes.decision },
    })
  const accepted = { outcome: 'accepted', code: 'ACCEPTED' } as const
  const late = (time: string): StoreChanges => ({ nowMs: at(time), slot: lateSlot(), decision: accepted })
  await store(ATTEMPTS.early, { attempt: { photos: [photo({ sha256: PHOTOS.early })] }, decision: accepted })
  await store(ATTEMPTS.firstLate, late('18:01'))
  await store(ATTEMPTS.late, { ...late('18:30'), decision: { ...accepted, supersedes: [ATTEMPTS.firstLate] } })
  const visit = { customer: '客户', contact: '陈', contactPhone: '1', purpose: '拜访' }
  await store(ATTEMPTS.visit, { slot: visitSlot(), attempt: { visit }, decision: accepted })
  await store(ATTEMPTS.application, {
    nowMs: at('09:10'),
    attempt: {
      fix: fixOutside(900),
      applicationReason: '地下车库没信号',
      photos: [photo({ sha256: PHOTOS.application })],
    },
    decision: { outcome: 'pending' },
  })
  await store(ATTEMPTS.refused, { nowMs: at('09:11'), attempt: { fix: fixOutside(900) } })
  const held = { outcome: 'pending', code: 'DEVICE_AWAITING_APPROVAL' } as const
  await store(ATTEMPTS.held, { decision: held }, { employeeId: PEOPLE.li.id, keyThumbprint: hashOf('key of li') })
}

async function seedRequests(tx: Transaction): Promise<void> {
  const [createdAt, later] = [new Date(NOW - HOUR), new Date(NOW + DAY)]
  const request = { reason: '请批准', status: 'pending', createdAt, expiresAt: later, escalateAt: new Date(NOW - 1) }
  const { zhang, wang, li, chen } = PEOPLE
  await tx.approvalRequest.createMany({
    data: [
      { id: REQUESTS.attempt, kind: 'attempt', subjectId: ATTEMPTS.application, requesterId: zhang.id, ...request },
      { id: REQUESTS.rebind, kind: 'rebind', subjectId: DEVICES.candidate, requesterId: li.id, ...request },
      {
        ...{ id: REQUESTS.overdue, kind: 'correction', subjectId: ATTEMPTS.refused, requesterId: zhang.id },
        ...{ ...request, createdAt: new Date(NOW - DAY), expiresAt: new Date(NOW - HOUR) },
      },
    ],
  })
  await tx.approver.createMany({
    data: Object.values(REQUESTS).flatMap((requestId) => [
      { requestId, employeeId: wang.id, level: 1, addedAt: createdAt },
      { requestId, employeeId: chen.id, level: 1, onBehalfOf: wang.id, addedAt: createdAt },
    ]),
  })
  const times = { startsAt: new Date(NOW - HOUR), endsAt: later }
  await tx.delegation.create({ data: { id: DELEGATION, leaderId: wang.id, delegateId: chen.id, ...times } })
}

async function seedFeed(tx: Transaction): Promise<void> {
  const [createdAt, later] = [new Date(NOW - DAY), new Date(NOW + HOUR)]
  const event = { type: 'check_in.decided', payloadJson: '{}', createdAt }
  const { delivered, dead, waiting, last } = EVENTS
  await tx.outboxEvent.createMany({
    data: [
      { id: delivered, aggregateKey: 'employee:a', feedSequence: 1, ...event },
      { id: dead, aggregateKey: 'employee:b', feedSequence: 2, ...event },
      { id: waiting, aggregateKey: 'employee:b', feedSequence: 3, ...event },
      { id: last, aggregateKey: 'employee:c', feedSequence: null, ...event },
    ],
  })
  const delivery = { subscriber: SUBSCRIBER, attempts: 1 }
  await tx.outboxDelivery.createMany({
    data: [
      { eventId: delivered, aggregateKey: 'employee:a', feedSequence: 1, state: 'delivered', nextAttemptAt: createdAt },
      { eventId: dead, aggregateKey: 'employee:b', feedSequence: 2, state: 'dead', nextAttemptAt: later },
      { eventId: waiting, aggregateKey: 'employee:b', feedSequence: 3, state: 'waiting', nextAttemptAt: createdAt },
    ].map((row) => ({ ...delivery, ...row })),
  })
}

/** Two lines: a sealed one, and one that waits for the sealer. */
async function seedAudit(tx: Transaction): Promise<void> {
  await writeTrail(tx, trail('sealed'), NOW - DAY)
  const { id } = await tx.auditRecord.findFirstOrThrow()
  await tx.auditSeal.create({
    data: {
      number: 1,
      auditId: id,
      previousHash: hashOf('none'),
      hash: hashOf('first'),
      sealedAt: new Date(NOW - DAY),
    },
  })
  await tx.auditRecord.updateMany({ where: { id }, data: { sealed: true } })
  await writeTrail(tx, trail('unsealed'), NOW - HOUR)
}
