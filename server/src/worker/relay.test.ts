import { createDatabaseEventLog } from '../adapters/database/event-log-store'
import { createLeaseStore } from '../adapters/database/lease-store'
import { createOutboxStore } from '../adapters/database/outbox-store'
import { writeTrail } from '../adapters/database/trail'
import type { EventLog, EventLogDocument } from '../ports/event-log'
import type { Log } from '../ports/log'
import type { DomainEvent } from '../ports/trail'
import { fixedClock, type FixedClock } from '../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { DEAD_AFTER_TRIES, retryDelayMs } from './delivery.rules'
import { createRelayPass, startRelay, type RelayParts } from './relay'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

let opened: TestDatabase
let clock: FixedClock

beforeEach(async () => {
  opened = await openTestDatabase()
  clock = fixedClock(NOW_MS)
})
afterEach(() => opened.close())

function parts(ownerId: string, changes: Partial<RelayParts> = {}): RelayParts {
  const { database } = opened
  return {
    outbox: createOutboxStore(database),
    leases: createLeaseStore(database),
    eventLog: createDatabaseEventLog(database),
    clock,
    log: silent,
    ownerId,
    ...changes,
  }
}

const relay = (ownerId: string, changes?: Partial<RelayParts>) => createRelayPass(parts(ownerId, changes))

let eventCount = 0
function event(aggregateKey: string, payload: DomainEvent['payload'] = {}): DomainEvent {
  const id = `019a94f2-0000-7000-8000-${String(++eventCount).padStart(12, '0')}`
  return { id, aggregateKey, type: 'check_in.decided', payload }
}

async function happen(...events: DomainEvent[]): Promise<readonly string[]> {
  await opened.database.write((tx) => writeTrail(tx, { audit: [], events }, clock.nowMs()))
  return events.map(({ id }) => id)
}

/** A log that keeps what it was given, in order, and refuses what it is told to refuse. */
function recordingLog(refuses: (id: string) => boolean = () => false) {
  const appended: string[] = []
  const eventLog: EventLog = {
    append: async (documents) => {
      const refused = documents.find(({ id }) => refuses(id))
      if (refused !== undefined) throw new Error(`no ${refused.id}`)
      appended.push(...documents.map(({ id }) => id))
    },
  }
  return { appended, eventLog }
}

const loggedIds = async () =>
  (await opened.database.read.eventLogEntry.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
const states = async () =>
  (await opened.database.read.outboxDelivery.findMany({ orderBy: { feedSequence: 'asc' } })).map(({ state }) => state)

async function untilIdle(pass: () => Promise<number>): Promise<void> {
  for (let rounds = 0; (await pass()) > 0; rounds++) if (rounds > 100) throw new Error('never idle')
}

describe('the feed', () => {
  it('numbers events without gaps, oldest first, in bounded batches', async () => {
    const late = await happen(...Array.from({ length: 100 }, () => event('employee:1')))
    clock.advance(-1_000)
    const early = await happen(event('employee:2'))
    clock.advance(1_000)
    const pass = relay('a')
    await pass()
    expect(await opened.database.read.outboxEvent.count({ where: { feedSequence: { not: null } } })).toBe(64)
    await untilIdle(pass)
    const rows = await opened.database.read.outboxEvent.findMany({ orderBy: { feedSequence: 'asc' } })
    expect(rows.map(({ id }) => id)).toEqual([...early, ...late])
    expect(rows.map(({ feedSequence }) => feedSequence)).toEqual(rows.map((_, index) => index + 1))
  })

  it('brings every event into the log once', async () => {
    const ids = await happen(...Array.from({ length: 70 }, (_, index) => event(`employee:${index % 7}`)))
    await untilIdle(relay('a'))
    expect(await loggedIds()).toEqual(ids)
    expect(new Set(await states())).toEqual(new Set(['delivered']))
  })

  it('keeps an event that was rolled back out', async () => {
    const failing = opened.database.write(async (tx) => {
      await writeTrail(tx, { audit: [], events: [event('employee:1')] }, clock.nowMs())
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await relay('a')()).toBe(0)
  })
})

describe('two relays at once', () => {
  it('work one at a time: every event once and in order', async () => {
    const { appended, eventLog } = recordingLog()
    const ids: string[] = []
    const relays = [relay('a', { eventLog }), relay('b', { eventLog })] as const
    for (let round = 0; round < 10; round++) {
      ids.push(...(await happen(...Array.from({ length: 8 }, (_, index) => event(`employee:${index % 3}`)))))
      const moved = await Promise.all(relays.map((pass) => pass()))
      expect(moved.filter((count) => count > 0)).toHaveLength(1)
    }
    await Promise.all(relays.map(untilIdle))
    expect(appended).toEqual(ids)
  })

  it('hand over when the lease runs out', async () => {
    await happen(event('employee:1'))
    const first = relay('a')
    await first()
    const ids = await happen(event('employee:1'))
    const second = relay('b')
    expect(await second()).toBe(0)
    clock.advance(30_001)
    expect(await second()).toBeGreaterThan(0)
    expect(await loggedIds()).toEqual(expect.arrayContaining([...ids]))
    expect(await first()).toBe(0)
  })

  it('number nothing under a lease that another took meanwhile', async () => {
    await relay('b')()
    await happen(event('employee:1'))
    const numbered = await createOutboxStore(opened.database).numberEvents(
      { lease: { name: 'outbox-relay', owner: 'a', untilMs: NOW_MS + 1 }, subscribers: [], limit: 9 },
      NOW_MS,
    )
    expect(numbered).toBeNull()
    expect(await opened.database.read.outboxEvent.count({ where: { feedSequence: null } })).toBe(1)
  })

  it('start the very first lease together and one has it', async () => {
    const leases = [createLeaseStore(opened.database), createLeaseStore(opened.database)]
    const taken = await Promise.all(
      leases.map((store, index) => store.take({ name: 'x', owner: `o${index}`, untilMs: NOW_MS + 1 }, NOW_MS)),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
  })
})

describe('a crash between append and mark', () => {
  it('repeats the event, and the log still has it once', async () => {
    const ids = await happen(event('employee:1'), event('employee:1'))
    const outbox = createOutboxStore(opened.database)
    const dying = relay('a', { outbox: { ...outbox, markDelivered: () => Promise.reject(new Error('crash')) } })
    await expect(dying()).rejects.toThrow('crash')
    expect(await loggedIds()).toEqual(ids)
    expect(await states()).toEqual(['waiting', 'waiting'])

    clock.advance(30_001)
    await untilIdle(relay('b'))
    expect(await loggedIds()).toEqual(ids)
    expect(await states()).toEqual(['delivered', 'delivered'])
  })
})

describe('an event that the log does not take', () => {
  it('keeps back the later ones of its key and nobody else, then goes in order', async () => {
    const events = [event('employee:1'), event('employee:1'), event('employee:2'), event('employee:1')]
    const [bad = '', second, other, third] = await happen(...events)
    let refusing = true
    const { appended, eventLog } = recordingLog((id) => refusing && id === bad)
    const pass = relay('a', { eventLog })
    await untilIdle(pass)
    expect(appended).toEqual([other])

    const [fourth] = await happen(event('employee:1'))
    await untilIdle(pass)
    expect(appended).toEqual([other])

    refusing = false
    clock.advance(retryDelayMs(1) - 1)
    await untilIdle(pass)
    expect(appended).toEqual([other])
    clock.advance(1)
    await untilIdle(pass)
    expect(appended).toEqual([other, bad, second, third, fourth])
  })

  it('is dead after twelve tries and holds its key', async () => {
    const [bad, next] = await happen(event('employee:1'), event('employee:1'))
    const { appended, eventLog } = recordingLog((id) => id === bad)
    const pass = relay('a', { eventLog })
    for (let tries = 1; tries <= DEAD_AFTER_TRIES; tries++) {
      await untilIdle(pass)
      const row = await opened.database.read.outboxDelivery.findFirst({ where: { eventId: bad ?? '' } })
      expect(row).toMatchObject({
        attempts: tries,
        state: tries < DEAD_AFTER_TRIES ? 'waiting' : 'dead',
        lastError: `no ${bad}`,
      })
      clock.advance(retryDelayMs(tries))
    }
    for (let days = 0; days < 3; days++) {
      clock.advance(86_400_000)
      await untilIdle(pass)
    }
    expect(appended).toEqual([])

    // An operator lets it go: what stood behind it follows by itself.
    await opened.database.write((tx) =>
      tx.outboxDelivery.updateMany({ where: { eventId: bad ?? '' }, data: { state: 'delivered' } }),
    )
    clock.advance(5 * 60_000)
    await untilIdle(pass)
    expect(appended).toEqual([next])
  })

  it('does not fill the batch with what stands behind it', async () => {
    const queue = Array.from({ length: 150 }, () => event('employee:1'))
    const [bad] = await happen(...queue)
    const [other] = await happen(event('employee:2'))
    const { appended, eventLog } = recordingLog((id) => id === bad)
    await untilIdle(relay('a', { eventLog }))
    expect(appended).toEqual([other])
  })
})

describe('the log document', () => {
  it('carries ids, outcome, code and a cell, and no exact place', async () => {
    await happen(
      event('employee:e1', {
        attemptId: 'a1',
        employeeId: 'e1',
        siteId: 's1',
        outcome: 'refused',
        code: 'OUT_OF_RANGE',
        findings: ['OUT_OF_RANGE', 'FIX_REPEATED'],
        cell: { latitude: 31.234567, longitude: 121.456789, mainlandSystem: true },
        fix: { latitude: 31.234567, longitude: 121.456789 },
        wifi: { bssid: '8c:2a:8e:00:00:01' },
        reason: '电梯里没信号',
      }),
    )
    await untilIdle(relay('a'))
    const entry = await opened.database.read.eventLogEntry.findFirstOrThrow()
    expect(entry).toMatchObject({
      at: new Date(NOW_MS),
      action: 'check_in.decided',
      outcome: 'refused',
      code: 'OUT_OF_RANGE',
      employeeId: 'e1',
      userId: null,
      siteId: 's1',
      text: 'check_in.decided refused OUT_OF_RANGE OUT_OF_RANGE FIX_REPEATED',
    })
    expect(JSON.parse(entry.documentJson)).toEqual({
      feedSequence: 1,
      attemptId: 'a1',
      employeeId: 'e1',
      siteId: 's1',
      outcome: 'refused',
      code: 'OUT_OF_RANGE',
      findings: ['OUT_OF_RANGE', 'FIX_REPEATED'],
      cell: { latitude: 31.23, longitude: 121.46 },
    })
  })
})

describe('startRelay', () => {
  it('goes on at once while there is work, waits when there is none, and gives its lease back', async () => {
    const delays: number[] = []
    let fire = () => {}
    const timer = (work: () => void, delayMs: number) => {
      delays.push(delayMs)
      fire = work
      return () => (fire = () => {})
    }
    await happen(event('employee:1'))
    let resolve: (documents: readonly EventLogDocument[]) => void = () => {}
    const appended = new Promise<readonly EventLogDocument[]>((settle) => (resolve = settle))
    const append: EventLog['append'] = (documents) => Promise.resolve(resolve(documents))
    const { stop } = startRelay(parts('a', { eventLog: { append } }), timer)
    fire()
    expect(await appended).toHaveLength(1)
    await stop()
    expect(delays[0]).toBe(0)
    expect(
      await createLeaseStore(opened.database).take({ name: 'outbox-relay', owner: 'b', untilMs: NOW_MS + 1 }, NOW_MS),
    ).toBe(true)
    const scheduled = delays.length
    fire()
    expect(delays).toHaveLength(scheduled)
  })
})
