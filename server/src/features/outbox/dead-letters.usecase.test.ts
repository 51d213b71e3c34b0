import { fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createDeadLetterStore } from '../../adapters/database/dead-letter-store'
import { createRetentionStore } from '../../adapters/database/retention-store'
import { writeTrail } from '../../adapters/database/trail'
import { dropSubscriber, retryAllDeadLetters } from './dead-letters.usecase'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const HOUR_MS = 3_600_000
const OPERATOR = { actor: { kind: 'operator', id: 'operator' }, requestId: null } as const

const clock = fixedClock(NOW_MS)
let opened: TestDatabase

beforeEach(async () => {
  opened = await openTestDatabase({ clock })
})
afterEach(() => opened.close())

const ports = () => ({ deadLetters: createDeadLetterStore(opened.database), clock })
const deliveries = (subscriber: string) =>
  opened.database.read.outboxDelivery.findMany({ where: { subscriber }, orderBy: { feedSequence: 'asc' } })

/** Events in feed order, each with the state of its delivery to each subscriber. */
async function happen(...events: readonly Readonly<Record<string, string>>[]): Promise<void> {
  await opened.database.write(async (tx) => {
    const rows = events.map((states, index) => ({ id: `event-${index + 1}`, place: index + 1, states }))
    const named = rows.map(({ id }) => ({ id, aggregateKey: id, type: 'site.changed' as const, payload: {} }))
    await writeTrail(tx, { audit: [], events: named }, NOW_MS)
    for (const { id, place } of rows) await tx.outboxEvent.update({ where: { id }, data: { feedSequence: place } })
    await tx.outboxDelivery.createMany({
      data: rows.flatMap(({ id, place, states }) =>
        Object.entries(states).map(([subscriber, state]) => ({
          ...{ eventId: id, aggregateKey: id, feedSequence: place, subscriber, state },
          attempts: state === 'dead' ? 12 : 0,
          nextAttemptAt: new Date(NOW_MS + HOUR_MS),
        })),
      ),
    })
  })
}

async function auditLines() {
  const rows = await opened.database.read.auditRecord.findMany({ include: { detail: true }, orderBy: { id: 'asc' } })
  return rows.map(({ action, actorId, subjectId, detail }) => ({
    ...{ action, actorId, subjectId },
    detail: JSON.parse(detail?.detailJson ?? 'null') as unknown,
  }))
}

describe('all of a subscriber once more', () => {
  it('makes what is dead and what waits due at once, for this one alone', async () => {
    await happen({ hook: 'dead', log: 'dead' }, { hook: 'waiting' }, { hook: 'delivered' }, { hook: 'dead' })
    expect(await retryAllDeadLetters(ports(), OPERATOR, 'hook')).toBe(2)
    expect((await deliveries('hook')).map(({ state, nextAttemptAt }) => [state, nextAttemptAt.getTime()])).toEqual([
      ['waiting', NOW_MS],
      ['waiting', NOW_MS],
      ['delivered', NOW_MS + HOUR_MS],
      ['waiting', NOW_MS],
    ])
    expect(await deliveries('log')).toMatchObject([{ state: 'dead' }])
    expect(await auditLines()).toEqual([
      { action: 'outbox.all_retried', actorId: 'operator', subjectId: 'hook', detail: { count: 2 } },
    ])
  })

  it('leaves no line when nothing was dead', async () => {
    await happen({ hook: 'waiting' })
    expect(await retryAllDeadLetters(ports(), OPERATOR, 'hook')).toBe(0)
    expect(await auditLines()).toEqual([])
  })
})

describe('a subscriber that is not served any more', () => {
  const settled = () => createRetentionStore(opened.database).settledEventsBefore(NOW_MS + 1, 100)

  it('is dropped: what it never took can be purged', async () => {
    await happen({ old: 'waiting', log: 'delivered' }, { old: 'dead', log: 'delivered' }, { log: 'delivered' })
    expect(await settled()).toEqual([])
    const subscribers = ['log']
    expect(await dropSubscriber({ ...ports(), subscribers }, OPERATOR, 'old', '旧接口停用')).toBe(2)
    expect(await settled()).toEqual(['event-1', 'event-2'])
    expect((await deliveries('log')).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered'])
    expect(await auditLines()).toEqual([
      {
        ...{ action: 'outbox.subscriber_dropped', actorId: 'operator', subjectId: 'old' },
        detail: { count: 2, reason: '旧接口停用' },
      },
    ])
  })

  it('is dropped in bounded transactions, however much waits', async () => {
    await happen(...Array.from({ length: 501 }, () => ({ old: 'waiting' })))
    expect(await dropSubscriber({ ...ports(), subscribers: [] }, OPERATOR, 'old', '旧接口停用')).toBe(501)
    expect((await auditLines()).map(({ detail }) => detail)).toMatchObject([{ count: 500 }, { count: 1 }])
  })

  it('is left alone while the relay serves it', async () => {
    await happen({ log: 'waiting' })
    expect(await dropSubscriber({ ...ports(), subscribers: ['log'] }, OPERATOR, 'log', '以为停用了')).toBeNull()
    expect(await deliveries('log')).toMatchObject([{ state: 'waiting' }])
    expect(await auditLines()).toEqual([])
  })
})
