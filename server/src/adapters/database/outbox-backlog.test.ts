import { fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createOutboxBacklog } from './outbox-backlog'
import { writeTrail } from './trail'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const clock = fixedClock(NOW_MS)
let opened: TestDatabase

beforeEach(async () => {
  opened = await openTestDatabase({ clock })
})
afterEach(() => opened.close())

async function happen(id: string, atMs: number, place: number | null, states: Readonly<Record<string, string>>) {
  const event = { id, aggregateKey: 'k', type: 'session.opened', payload: {} } as const
  clock.set(atMs)
  await opened.database.write(async (tx) => {
    await writeTrail(tx, { audit: [], events: [event] }, atMs)
    await tx.outboxEvent.update({ where: { id }, data: { feedSequence: place } })
    await tx.outboxDelivery.createMany({
      data: Object.entries(states).map(([subscriber, state]) => ({
        ...{ eventId: id, subscriber, state, aggregateKey: 'k', feedSequence: place ?? 0 },
        nextAttemptAt: new Date(atMs),
      })),
    })
  })
}

describe('the backlog', () => {
  it('is nothing in a new database', async () => {
    expect(await createOutboxBacklog(opened.database)()).toEqual({
      unnumberedCount: 0,
      oldestUnnumberedAtMs: null,
      subscribers: [],
    })
  })

  it('counts what has no number, and what waits or is dead for each subscriber', async () => {
    await happen('a', NOW_MS, 1, { log: 'delivered', hook: 'dead' })
    await happen('b', NOW_MS + 1, 2, { log: 'delivered', hook: 'waiting' })
    await happen('c', NOW_MS + 2, 3, { log: 'delivered', hook: 'waiting' })
    await happen('d', NOW_MS + 3, 4, { log: 'dropped' })
    await happen('f', NOW_MS + 5, null, {})
    await happen('e', NOW_MS + 4, null, {})
    expect(await createOutboxBacklog(opened.database)()).toEqual({
      unnumberedCount: 2,
      oldestUnnumberedAtMs: NOW_MS + 4,
      subscribers: [
        { name: 'hook', waitingCount: 2, deadCount: 1, oldestWaitingAtMs: NOW_MS + 1 },
        { name: 'log', waitingCount: 0, deadCount: 0, oldestWaitingAtMs: null },
      ],
    })
  })
})
