/** Check-ins over HTTP and the relay, while the Elasticsearch behind them is killed, full, and slow. */
import type { CheckInReply } from '#contract/api'
import { createDeadLetterStore } from '../../src/adapters/database/dead-letter-store'
import { createLeaseStore } from '../../src/adapters/database/lease-store'
import { createOutboxStore } from '../../src/adapters/database/outbox-store'
import { writeTrail } from '../../src/adapters/database/trail'
import { systemRandom } from '../../src/adapters/system/system'
import { startWeb } from '../../src/wiring'
import { DEAD_AFTER_TRIES } from '../../src/worker/delivery.rules'
import { eventLogSubscriber } from '../../src/worker/event-log-subscriber'
import { startRelay, type Relay } from '../../src/worker/relay'
import { systemTimer } from '../../src/worker/repeat'
import { signCheckIn } from '../fleet'
import { prepareFleetApp, type FleetApp } from '../fleet-app'
import { openElasticsearch, SILENT, type OpenedElasticsearch } from '../ports/event-log-elasticsearch'
import { describeOnOwnNode, prepareOwnNode, type OwnNode } from '../ports/event-log-node'
import { openFaultyLine, type FaultyLine } from '../ports/faulty-line'
import { until } from '../until'

const PHONES = 30
const VISITS = 8
/** Time runs faster for the relay: it leaves alone what is down for seconds, and tries again for hours. */
const TIMES_FASTER = 40
/** How long the relay waits for an answer: that runs in Elasticsearch's time. */
const DELIVERY_LIMIT_MS = 30_000
const HOUR_MS = 3_600_000
const POISONED = 'poisoned'
/** Longer than a slow line takes. */
const TIMEOUT_MS = 3_000

describeOnOwnNode('check-ins and the relay with an Elasticsearch', (program) => {
  let node: OwnNode
  let line: FaultyLine
  let [direct, throughLine]: OpenedElasticsearch[] = []
  let app: FleetApp
  let web: Awaited<ReturnType<typeof startWeb>>
  let relay: Relay
  let skippedMs = 0
  let visited = 0
  /** Of the poisoned key: comes along when its batch does, and is not counted as delivered. */
  const [badId, behindBadId] = [systemRandom.id(), systemRandom.id()]
  const startedAtMs = Date.now()
  const clock = { nowMs: () => startedAtMs + (Date.now() - startedAtMs) * TIMES_FASTER + skippedMs }

  beforeAll(async () => {
    node = await prepareOwnNode(program)
    const preparing = prepareFleetApp({ phones: PHONES, sites: VISITS, challengesPerPhone: 1 })
    await node.start()
    line = await openFaultyLine(node.url)
    direct = openElasticsearch(node.url)
    throughLine = openElasticsearch(line.url, { namespace: direct.namespace, timeoutMs: TIMEOUT_MS })
    await direct.setUp()
    // How often the node looks at its disk; no shorter one is allowed.
    await direct.client.cluster.putSettings({ persistent: { 'cluster.info.update.interval': '10s' } })
    app = await preparing
    web = await startWeb(app.platform.config)
    const { database } = app.platform
    relay = startRelay(
      {
        outbox: createOutboxStore(database),
        leases: createLeaseStore(database),
        subscribers: [eventLogSubscriber(throughLine.eventLog)],
        ...{ clock, random: systemRandom, log: SILENT, ownerId: 'relay' },
      },
      (work, delayMs) => systemTimer(work, delayMs === DELIVERY_LIMIT_MS ? delayMs : delayMs / TIMES_FASTER),
    )
  }, 120_000)

  afterAll(async () => {
    await relay.stop()
    await web.close()
    await app.close()
    await throughLine?.close()
    await direct?.close()
    await line.close()
    await node.close()
  })

  /** Everybody visits the next customer; each is accepted whatever Elasticsearch does. */
  async function everybodyChecksIn(): Promise<void> {
    const [position, slot] = [visited++, { workDay: app.fleet.workDay, kind: 'visit', span: 0 } as const]
    const answers = app.fleet.phones.map(async (phone, index) => {
      const request = signCheckIn({
        ...{ phone, slot, position, siteId: app.fleet.siteIds[position] as string },
        ...{ requestId: systemRandom.id(), challengeId: phone.challengeIds[0] as string },
        ...{ nowMs: Date.now(), jitter: index * 31 + position },
      })
      const response = await fetch(`${web.url}/api/v1/check-ins`, { method: 'POST', ...request })
      return [response.status, ((await response.json()) as CheckInReply).outcome]
    })
    expect(await Promise.all(answers)).toEqual(app.fleet.phones.map(() => [200, 'accepted']))
  }

  const read = () => app.platform.database.read
  const notPoisoned = { aggregateKey: { not: POISONED } }

  async function idsThere(): Promise<string[]> {
    await direct?.client.indices.refresh({ index: direct.stream })
    const found = await direct?.client.search<{ event: { id: string } }>({ index: direct.stream, size: 10_000 })
    return (found?.hits.hits ?? []).map(({ _source }) => _source?.event.id ?? '').sort()
  }

  /** In the index stands what stands in the database, once. */
  async function everythingIsThereOnce(): Promise<void> {
    await until(async () => {
      const unnumbered = await read().outboxEvent.count({ where: { feedSequence: null } })
      return unnumbered + (await read().outboxDelivery.count({ where: { state: 'waiting', ...notPoisoned } })) === 0
    })
    const events = await read().outboxEvent.findMany({ where: notPoisoned, select: { id: true } })
    expect(events.length).toBeGreaterThanOrEqual(visited * PHONES)
    const ids = (await idsThere()).filter((id) => id !== behindBadId)
    expect(ids).toEqual(events.map(({ id }) => id).sort())
  }

  /** A node answers before it has opened its indices again. */
  const isReady = async () => {
    const asked = direct?.client.cluster.health({ index: direct.stream, wait_for_status: 'yellow', timeout: '1s' })
    return (await asked?.catch(() => null))?.timed_out === false
  }

  /** As an operator does with `outbox:dead -- retry-all` instead of waiting for two hours. */
  async function retryAll(): Promise<void> {
    const nothing = () => ({ audit: [], events: [] })
    await createDeadLetterStore(app.platform.database).retryAll('event-log', nothing, clock.nowMs())
  }

  /** The relay has met the fault. */
  const untilRefused = (lastError: { readonly contains: string } | { readonly not: null }) =>
    until(() =>
      read()
        .outboxDelivery.count({ where: { state: 'waiting', lastError, ...notPoisoned } })
        .then((count) => count > 0),
    )

  it('takes what is written while it runs; a bad event is set aside at once', async () => {
    const [bad, behind] = [{ lateMinutes: 'many' }, { lateMinutes: 5 }]
    const events = [
      { id: badId, aggregateKey: POISONED, type: 'check_in.decided' as const, payload: bad },
      { id: behindBadId, aggregateKey: POISONED, type: 'check_in.decided' as const, payload: behind },
    ]
    await app.platform.database.write((tx) => writeTrail(tx, { audit: [], events }, Date.now()))
    await everybodyChecksIn()
    await everythingIsThereOnce()
  })

  it('loses and doubles nothing when it is killed and comes back', async () => {
    const checkingIn = everybodyChecksIn()
    await node.kill()
    await checkingIn
    await everybodyChecksIn()
    await untilRefused({ not: null })
    await everybodyChecksIn()
    await node.start()
    await until(isReady)
    await retryAll()
    await everythingIsThereOnce()
  }, 120_000)

  it('loses and doubles nothing when its disk is over the flood stage', async () => {
    const blocked = async () => {
      const settings = await direct?.client.indices.getSettings({ index: direct.stream })
      return JSON.stringify(settings).includes('read_only_allow_delete')
    }
    // The node looks at its disk by itself, and blocks the indices by itself.
    await direct?.client.cluster.putSettings({ persistent: watermarks('100000tb') })
    await until(blocked)
    await everybodyChecksIn()
    await untilRefused({ contains: 'cluster_block_exception' })
    await everybodyChecksIn()
    await direct?.client.cluster.putSettings({ persistent: watermarks('1b') })
    await until(async () => !(await blocked()))
    await retryAll()
    await everythingIsThereOnce()
  }, 120_000)

  it('loses and doubles nothing when it is slow', async () => {
    line.break('slow')
    await everybodyChecksIn()
    await line.untilRequested()
    await everybodyChecksIn()
    await everythingIsThereOnce()
    line.mend()
  }, 120_000)

  it('shows the bad event to the operator once it was tried twelve times, with what waits behind it', async () => {
    const attempts = async () => (await read().outboxDelivery.findFirst({ where: { eventId: badId } }))?.attempts ?? 0
    for (let tries = await attempts(); tries < DEAD_AFTER_TRIES; tries = await attempts()) {
      skippedMs += 3 * HOUR_MS
      await until(attempts, (now) => now > tries)
    }
    const letters = await createDeadLetterStore(app.platform.database).list(null, 10)
    expect(letters).toMatchObject([
      { eventId: badId, heldCount: 1, lastError: expect.stringContaining('document_parsing_exception') },
    ])
    await everythingIsThereOnce()
  }, 120_000)
})

/** @param freeSpace the disk counts as full when less is left */
function watermarks(freeSpace: string) {
  const disk = 'cluster.routing.allocation.disk'
  return {
    [`${disk}.threshold_enabled`]: true,
    ...Object.fromEntries(['low', 'high', 'flood_stage'].map((mark) => [`${disk}.watermark.${mark}`, freeSpace])),
  }
}
