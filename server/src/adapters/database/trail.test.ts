import { createHash } from 'node:crypto'
import { fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { Trail } from '../../ports/trail'
import { writeTrail } from './trail'

const NOW_MS = Date.UTC(2026, 10, 18, 1, 2, 3, 456)
const TRAIL: Trail = {
  audit: [
    {
      actor: { kind: 'employee', id: 'e1' },
      action: 'device.bound',
      subject: { kind: 'device', id: 'd1' },
      requestId: 'r1',
      detail: { model: '小米 14', first: true },
    },
    {
      actor: { kind: 'system', id: 'worker' },
      action: 'a.b',
      subject: { kind: 'x', id: 'y' },
      requestId: null,
      detail: {},
    },
  ],
  events: [
    { id: '0198a1', aggregateKey: 'employee:e1', type: 'device.bound', payload: { deviceId: 'd1' } },
    { id: '0198a2', aggregateKey: 'employee:e1', type: 'session.opened', payload: {} },
  ],
}

const WRITTEN_AT_MS = NOW_MS + 1_234

let opened: TestDatabase
beforeEach(async () => {
  opened = await openTestDatabase({ clock: fixedClock(WRITTEN_AT_MS) })
})
afterEach(() => opened.close())

describe('the trail of a transaction', () => {
  it('stores each audit line with the salted hash of its detail, in order', async () => {
    await opened.database.write((tx) => writeTrail(tx, TRAIL, NOW_MS))
    const rows = await opened.database.read.auditRecord.findMany({ include: { detail: true }, orderBy: { id: 'asc' } })
    expect(rows).toMatchObject([
      {
        at: new Date(NOW_MS),
        actorKind: 'employee',
        actorId: 'e1',
        action: 'device.bound',
        subjectKind: 'device',
        subjectId: 'd1',
        requestId: 'r1',
        detail: { detailJson: '{"model":"小米 14","first":true}' },
      },
      { actorKind: 'system', actorId: 'worker', action: 'a.b', requestId: null, detail: { detailJson: '{}' } },
    ])
    for (const { id, detailHash, detail } of rows) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(detail?.salt).toMatch(/^[0-9a-f]{32}$/)
      const salted = Buffer.concat([
        Buffer.from(detail?.salt ?? '', 'hex'),
        Buffer.from(detail?.detailJson ?? '', 'utf8'),
      ])
      expect(detailHash).toBe(createHash('sha256').update(salted).digest('hex'))
    }
    expect(rows[0]?.detail?.salt).not.toBe(rows[1]?.detail?.salt)
  })

  it('stores the events as they are, by the clock of the transaction, without a place in the feed yet', async () => {
    await opened.database.write((tx) => writeTrail(tx, TRAIL, NOW_MS))
    const rows = await opened.database.read.outboxEvent.findMany({ orderBy: { id: 'asc' } })
    const [createdAt, feedSequence, aggregateKey] = [new Date(WRITTEN_AT_MS), null, 'employee:e1']
    expect(rows).toEqual([
      { id: '0198a1', aggregateKey, type: 'device.bound', payloadJson: '{"deviceId":"d1"}', createdAt, feedSequence },
      { id: '0198a2', aggregateKey, type: 'session.opened', payloadJson: '{}', createdAt, feedSequence },
    ])
  })

  it('goes with the transaction', async () => {
    const failing = opened.database.write(async (tx) => {
      await writeTrail(tx, TRAIL, NOW_MS)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await opened.database.read.auditRecord.count()).toBe(0)
    expect(await opened.database.read.auditDetail.count()).toBe(0)
    expect(await opened.database.read.outboxEvent.count()).toBe(0)
  })

  it('may be empty, and may be long', async () => {
    await opened.database.write((tx) => writeTrail(tx, { audit: [], events: [] }, NOW_MS))
    expect(await opened.database.read.auditRecord.count()).toBe(0)
    const audit = Array.from({ length: 600 }, () => TRAIL.audit).flat()
    await opened.database.write((tx) => writeTrail(tx, { audit, events: [] }, NOW_MS))
    expect(await opened.database.read.auditDetail.count()).toBe(1_200)
  })
})
