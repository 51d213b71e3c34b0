import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { outboxDeliveries } from './outbox-deliveries'
import { outboxDeliveriesOfSqlite } from './sqlite/outbox-deliveries'

const NOW = new Date(Date.UTC(2026, 10, 18, 1))
const [EARLIER, LATER, LATEST] = [-60_000, 60_000, 120_000].map((ms) => new Date(NOW.getTime() + ms)) as [
  Date,
  Date,
  Date,
]
/** More than one statement takes. */
const MANY = 1_100

interface Row {
  readonly key: string
  readonly state?: string
  readonly attempts?: number
  readonly nextAttemptAt?: Date
}

let opened: TestDatabase
beforeEach(async () => {
  opened = await openTestDatabase()
})
afterEach(() => opened.close())

const idOf = (index: number) => `019a94f2-0000-7000-8000-${index.toString(16).padStart(12, '0')}`

async function store(rows: readonly Row[]): Promise<void> {
  await opened.database.write(async (tx) => {
    const events = rows.map(({ key: aggregateKey }, index) => ({
      ...{ id: idOf(index), aggregateKey, type: 'check_in.decided', createdAt: EARLIER },
      ...{ payloadJson: `{"index":${index}}`, feedSequence: index + 1 },
    }))
    await tx.outboxEvent.createMany({ data: events })
    const deliveries = rows.map(({ key: aggregateKey, ...row }, index) => ({
      ...{ eventId: idOf(index), subscriber: 'log', aggregateKey, feedSequence: index + 1 },
      ...{ state: 'waiting', attempts: 0, nextAttemptAt: EARLIER, ...row },
    }))
    await tx.outboxDelivery.createMany({ data: deliveries })
  })
}

describe.each([
  ['on any engine', outboxDeliveries],
  ['on SQLite', outboxDeliveriesOfSqlite],
])('deliveries %s', (_, statements) => {
  const due = (limit: number) => statements.due(opened.database.read, { subscriber: 'log', limit, now: NOW })

  it('are read, asked after and marked in batches longer than an engine takes parameters', async () => {
    await store(Array.from({ length: MANY }, (_, index) => ({ key: `key:${index}` })))
    const rows = await due(MANY)
    expect(rows.map(({ eventId }) => eventId)).toEqual(Array.from({ length: MANY }, (_, index) => idOf(index)))
    expect(rows[7]).toEqual({
      ...{ eventId: idOf(7), aggregateKey: 'key:7', type: 'check_in.decided', payloadJson: '{"index":7}' },
      ...{ createdAt: EARLIER, feedSequence: 8, attempts: 0 },
    })
    const among = {
      ...{ subscriber: 'log', now: NOW, candidateIds: rows.map(({ eventId }) => eventId) },
      aggregateKeys: rows.map(({ aggregateKey }) => aggregateKey),
    }
    expect(await statements.holds(opened.database.read, among)).toEqual([])
    await opened.database.write((tx) => statements.markDelivered(tx, 'log', among.candidateIds, NOW))
    const delivered = { state: 'delivered', deliveredAt: NOW, lastError: null }
    expect(await opened.database.read.outboxDelivery.count({ where: delivered })).toBe(MANY)
    expect(await due(MANY)).toEqual([])
  })

  it('are due in feed order, only the waiting ones, as many as asked for', async () => {
    const rows: Row[] = [{ key: 'a' }, { key: 'b', state: 'dead' }, { key: 'c', nextAttemptAt: LATER }]
    await store([
      ...rows,
      { key: 'd', nextAttemptAt: NOW },
      { key: 'a', attempts: 3 },
      { key: 'e', state: 'delivered' },
    ])
    expect((await due(10)).map(({ feedSequence, attempts }) => [feedSequence, attempts])).toEqual([
      [1, 0],
      [4, 0],
      [5, 3],
    ])
    expect(await due(2)).toHaveLength(2)
  })

  it.each<[string, Row[], number[], [number, Date] | null]>([
    ['a dead one', [{ key: 'a', state: 'dead' }, { key: 'a' }], [1], [1, EARLIER]],
    ['one that waits for a retry', [{ key: 'a', nextAttemptAt: LATER, attempts: 1 }, { key: 'a' }], [1], [1, LATER]],
    ['one that came back after they were read', [{ key: 'a', attempts: 12 }, { key: 'a' }], [1], [1, NOW]],
    ['none: it is a candidate itself', [{ key: 'a', attempts: 12 }, { key: 'a' }], [0, 1], null],
    ['none: it was given up', [{ key: 'a', state: 'dropped' }, { key: 'a' }], [1], null],
    ['none: it is of another key', [{ key: 'b', state: 'dead' }, { key: 'a' }], [1], null],
    [
      'the earliest, until the last is due',
      [
        { key: 'a', attempts: 12 },
        { key: 'a', nextAttemptAt: LATEST, attempts: 1 },
        { key: 'a', nextAttemptAt: LATER },
      ],
      [],
      [1, LATEST],
    ],
  ])('are held by %s', async (_, rows, candidates, expected) => {
    await store(rows)
    const candidateIds = candidates.map(idOf)
    const among = { subscriber: 'log', aggregateKeys: ['a'], candidateIds, now: NOW }
    const holds = await statements.holds(opened.database.read, among)
    const [held] = holds
    expect(holds).toHaveLength(expected === null ? 0 : 1)
    if (held === undefined || expected === null) return
    const [feedSequence, until] = expected
    expect(held).toMatchObject({ aggregateKey: 'a', feedSequence })
    // What lies in the past says only that the hold has no end of its own.
    expect(held.nextAttemptAt > NOW ? held.nextAttemptAt : NOW).toEqual(until > NOW ? until : NOW)
  })

  it('are marked only while they wait', async () => {
    await store([{ key: 'a' }, { key: 'b', state: 'dropped' }])
    await opened.database.write((tx) => statements.markDelivered(tx, 'log', [idOf(0), idOf(1)], NOW))
    const rows = await opened.database.read.outboxDelivery.findMany({ orderBy: { feedSequence: 'asc' } })
    expect(rows.map(({ state }) => state)).toEqual(['delivered', 'dropped'])
  })
})
