/** The relay and a real Elasticsearch whose line breaks, whose disk is full and that is slow. */
import { createLeaseStore } from '../../src/adapters/database/lease-store'
import { createOutboxStore } from '../../src/adapters/database/outbox-store'
import { createDeadLetterStore } from '../../src/adapters/database/dead-letter-store'
import { writeTrail } from '../../src/adapters/database/trail'
import { eventLogSubscriber } from '../../src/worker/event-log-subscriber'
import { createRelayRounds, type RelayRounds } from '../../src/worker/relay'
import { countingRandom, fixedClock, type FixedClock } from '../fakes'
import {
  describeOnElasticsearch,
  openElasticsearch,
  SILENT,
  type OpenedElasticsearch,
} from '../ports/event-log-elasticsearch'
import { openFaultyLine, type FaultyLine, type LineFault } from '../ports/faulty-line'
import { openTestDatabase, type TestDatabase } from '../test-database'

const START_MS = Date.UTC(2026, 10, 18, 1)
const EVENTS = 40
const KEYS = 7
const HOUR_MS = 3_600_000
/** Short: what is stuck shall fail soon. */
const TIMEOUT_MS = 1_000

describeOnElasticsearch('the relay with Elasticsearch', (url) => {
  let database: TestDatabase
  let clock: FixedClock
  let line: FaultyLine
  let direct: OpenedElasticsearch
  let throughLine: OpenedElasticsearch
  let rounds: RelayRounds
  const random = countingRandom()

  beforeEach(async () => {
    clock = fixedClock(START_MS)
    database = await openTestDatabase({ clock })
    line = await openFaultyLine(url)
    direct = openElasticsearch(url)
    await direct.setUp()
    throughLine = openElasticsearch(line.url, { namespace: direct.namespace, timeoutMs: TIMEOUT_MS })
    rounds = createRelayRounds({
      outbox: createOutboxStore(database.database),
      leases: createLeaseStore(database.database),
      subscribers: [eventLogSubscriber(throughLine.eventLog)],
      ...{ clock, random, log: SILENT, ownerId: 'relay' },
    })
  })
  afterEach(async () => {
    await throughLine.close()
    await direct.close()
    await line.close()
    await database.close()
  })

  async function happen(count = EVENTS, payload: Readonly<Record<string, unknown>> = {}): Promise<readonly string[]> {
    const events = Array.from({ length: count }, (_, index) => ({
      ...{ id: random.id(), aggregateKey: `key:${index % KEYS}`, type: 'check_in.decided' as const, payload },
    }))
    await database.database.write((tx) => writeTrail(tx, { audit: [], events }, clock.nowMs()))
    return events.map(({ id }) => id)
  }

  const deliver = () => rounds.subscribers[0]!()

  /** Until nothing is left to do; hours pass between rounds, so that everything that failed is due again. */
  async function drain(): Promise<void> {
    for (let round = 0; round < 50; round++) {
      const { movedCount } = await rounds.number()
      if (movedCount + (await deliver()).movedCount === 0) return
      clock.advance(3 * HOUR_MS)
    }
    throw new Error('never idle')
  }

  async function idsThere(): Promise<readonly (string | undefined)[]> {
    await direct.client.indices.refresh({ index: direct.stream })
    const { hits } = await direct.client.search<{ event: { id: string } }>({ index: direct.stream, size: 10_000 })
    return hits.hits.map(({ _source }) => _source?.event.id).sort()
  }

  it.each<[string, LineFault]>([
    ['is down', 'down'],
    ['takes all and answers nothing', 'deaf'],
    ['is slower than anybody waits', 'stuck'],
  ])('loses and doubles nothing when it %s', async (_, fault) => {
    const ids = [...(await happen())]
    await drain()
    line.break(fault)
    ids.push(...(await happen()))
    await rounds.number()
    await deliver()
    ids.push(...(await happen()))
    await rounds.number()
    await deliver()
    line.mend()
    await drain()
    expect(await idsThere()).toEqual([...ids].sort())
  })

  it('waits while the disk is full: as the flood stage does, the index takes nothing', async () => {
    const block = (on: true | null) =>
      direct.client.indices.putSettings({
        index: direct.stream,
        settings: { 'index.blocks.read_only_allow_delete': on },
      })
    const ids = [...(await happen())]
    await drain()
    await block(true)
    ids.push(...(await happen()))
    await rounds.number()
    await deliver()
    expect(await idsThere()).toHaveLength(EVENTS)
    await block(null)
    await drain()
    expect(await idsThere()).toEqual([...ids].sort())
  })

  it('keeps nobody waiting: business is written while a delivery hangs', async () => {
    await happen()
    await rounds.number()
    line.break('stuck')
    let hasEnded = false
    const delivering = deliver().finally(() => (hasEnded = true))
    await line.untilRequested()
    await happen(1)
    expect(hasEnded).toBe(false)
    line.mend()
    await delivering
  })

  it('makes a bad event a dead letter that an operator sees, and delivers the other keys', async () => {
    const ids = await happen(2, { lateMinutes: 5 })
    const [bad = ''] = await happen(1, { lateMinutes: 'many' })
    await drain()
    const letters = await createDeadLetterStore(database.database).list(null, 10)
    expect(letters).toMatchObject([{ eventId: bad, lastError: expect.stringContaining('document_parsing_exception') }])
    expect(await idsThere()).toEqual([...ids].sort())
  })
})
