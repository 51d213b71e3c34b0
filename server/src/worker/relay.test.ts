import { createDeadLetterStore } from '../adapters/database/dead-letter-store'
import { createDatabaseEventLog } from '../adapters/database/event-log-store'
import { createLeaseStore } from '../adapters/database/lease-store'
import { createOutboxStore } from '../adapters/database/outbox-store'
import { writeTrail } from '../adapters/database/trail'
import type { EventLog } from '../ports/event-log'
import type { Log } from '../ports/log'
import type { DomainEvent } from '../ports/trail'
import { countingRandom, fixedClock, type FixedClock } from '../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { DEAD_AFTER_TRIES, retryDelayMs } from './delivery.rules'
import { eventLogSubscriber } from './event-log-subscriber'
import { createRelayRounds, startRelay, type RelayParts } from './relay'
import type { Timer } from './repeat'
import type { Subscriber } from './subscriber'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

let opened: TestDatabase
let clock: FixedClock

beforeEach(async () => {
  clock = fixedClock(NOW_MS)
  opened = await openTestDatabase({ clock })
})
afterEach(() => opened.close())

function parts(ownerId: string, changes: Partial<RelayParts> = {}): RelayParts {
  const { database } = opened
  return {
    outbox: createOutboxStore(database),
    leases: createLeaseStore(database),
    subscribers: [eventLogSubscriber(createDatabaseEventLog(database))],
    clock,
    random: countingRandom(),
    log: silent,
    ownerId,
    ...changes,
  }
}

/** Every round of a relay once, the numbering first; answers how much was moved. */
function relay(ownerId: string, changes?: Partial<RelayParts>): () => Promise<number> {
  const { number, subscribers } = createRelayRounds(parts(ownerId, changes))
  return async () => {
    let movedCount = 0
    for (const round of [number, ...subscribers]) movedCount += (await round()).movedCount
    return movedCount
  }
}

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
  const append: EventLog['append'] = async (documents) => {
    const refused = documents.find(({ id }) => refuses(id))
    if (refused !== undefined) throw new Error(`no ${refused.id}`)
    appended.push(...documents.map(({ id }) => id))
  }
  const subscribers = [eventLogSubscriber({ append })]
  return { appended, subscribers }
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
    const late = await happen(...Array.from({ length: 300 }, () => event('employee:1')))
    clock.advance(-1_000)
    const early = await happen(event('employee:2'))
    clock.advance(1_000)
    const pass = relay('a')
    await pass()
    expect(await opened.database.read.outboxEvent.count({ where: { feedSequence: { not: null } } })).toBe(256)
    await untilIdle(pass)
    const rows = await opened.database.read.outboxEvent.findMany({ orderBy: { feedSequence: 'asc' } })
    expect(rows.map(({ id }) => id)).toEqual([...early, ...late])
    expect(rows.map(({ feedSequence }) => feedSequence)).toEqual(rows.map((_, index) => index + 1))
  })

  it('goes by the order of transactions, whatever ids and times their writers brought', async () => {
    const [asked, judged] = [event('employee:1'), event('employee:1')]
    const write = (events: DomainEvent[], nowMs: number) =>
      opened.database.write((tx) => writeTrail(tx, { audit: [], events }, nowMs))
    // The later check-in was received first, had to wait, and replaces what was received after it.
    await write([judged], NOW_MS + 100)
    await write([asked], NOW_MS)
    clock.advance(1)
    const last = event('employee:1')
    await write([last], NOW_MS - 1)
    const { appended, subscribers } = recordingLog()
    await untilIdle(relay('a', { subscribers }))
    expect(appended).toEqual([judged.id, asked.id, last.id])
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
    const { appended, subscribers } = recordingLog()
    const ids: string[] = []
    const relays = [relay('a', { subscribers }), relay('b', { subscribers })] as const
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
    const { appended, subscribers } = recordingLog((id) => refusing && id === bad)
    const pass = relay('a', { subscribers })
    await untilIdle(pass)
    expect(appended).toEqual([other])

    const [fourth] = await happen(event('employee:1'))
    await untilIdle(pass)
    expect(appended).toEqual([other])

    refusing = false
    clock.advance(retryDelayMs(1, 0) - 1)
    await untilIdle(pass)
    expect(appended).toEqual([other])
    clock.advance(retryDelayMs(1, 1) - retryDelayMs(1, 0) + 1)
    await untilIdle(pass)
    expect(appended).toEqual([other, bad, second, third, fourth])
  })

  it('is dead after twelve tries and holds its key', async () => {
    const [bad, next] = await happen(event('employee:1'), event('employee:1'))
    const { appended, subscribers } = recordingLog((id) => id === bad)
    const pass = relay('a', { subscribers })
    for (let tries = 1; tries <= DEAD_AFTER_TRIES; tries++) {
      await untilIdle(pass)
      const row = await opened.database.read.outboxDelivery.findFirst({ where: { eventId: bad ?? '' } })
      expect(row).toMatchObject({
        attempts: tries,
        state: tries < DEAD_AFTER_TRIES ? 'waiting' : 'dead',
        lastError: `no ${bad}`,
      })
      clock.advance(retryDelayMs(tries, 1))
    }
    for (let days = 0; days < 3; days++) {
      clock.advance(86_400_000)
      await untilIdle(pass)
    }
    expect(appended).toEqual([])

    // An operator gives it up: what stood behind it follows at once.
    const letters = createDeadLetterStore(opened.database)
    const letter = { eventId: bad ?? '', subscriber: 'event-log' }
    expect(await letters.drop(letter, { audit: [], events: [] }, clock.nowMs())).toBe(true)
    await untilIdle(pass)
    expect(appended).toEqual([next])
  })

  it('does not fill the batch with what stands behind it', async () => {
    const queue = Array.from({ length: 300 }, () => event('employee:1'))
    const [bad] = await happen(...queue)
    const [other] = await happen(event('employee:2'))
    const { appended, subscribers } = recordingLog((id) => id === bad)
    await untilIdle(relay('a', { subscribers }))
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
      text: 'check_in.decided refused OUT_OF_RANGE FIX_REPEATED',
    })
    expect(JSON.parse(entry.documentJson)).toEqual({
      feedSequence: 1,
      attemptId: 'a1',
      employeeId: 'e1',
      siteId: 's1',
      outcome: 'refused',
      code: 'OUT_OF_RANGE',
      findings: ['OUT_OF_RANGE', 'FIX_REPEATED'],
      cell: { latitude: 31.23, longitude: 121.46, mainlandSystem: true },
    })
  })
})

/** Rounds that wait to be run, by the delay that they asked for. */
function recordingTimer() {
  const waiting = new Set<{ readonly work: () => void; readonly delayMs: number }>()
  const timer: Timer = (work, delayMs) => {
    const entry = { work, delayMs }
    waiting.add(entry)
    return () => waiting.delete(entry)
  }
  return {
    timer,
    delays: () => [...waiting].map(({ delayMs }) => delayMs).sort((left, right) => left - right),
    /** Runs what asked for exactly this delay. */
    fire: (delayMs: number) => {
      for (const entry of [...waiting]) {
        if (entry.delayMs === delayMs && waiting.delete(entry)) entry.work()
      }
    },
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turns = 0; !(await holds()); turns++) {
    if (turns > 5_000) throw new Error('it never came to that')
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

const POLL_MS = 500
const DELIVERY_LIMIT_MS = 30_000

describe('startRelay', () => {
  it('goes on at once while there is work, waits when there is none, and gives its lease back', async () => {
    const { timer, delays, fire } = recordingTimer()
    const { appended, subscribers } = recordingLog()
    const ids = await happen(event('employee:1'))
    const { stop } = startRelay(parts('a', { subscribers }), timer)
    expect(delays()).toEqual([0, 0])
    await until(() => {
      fire(0)
      fire(POLL_MS)
      return appended.length > 0
    })
    await until(() => {
      fire(0)
      return delays().join() === `${POLL_MS},${POLL_MS}`
    })
    expect(appended).toEqual(ids)
    await stop()
    expect(delays()).toEqual([])
    expect(
      await createLeaseStore(opened.database).take({ name: 'outbox-relay', owner: 'b', untilMs: NOW_MS + 1 }, NOW_MS),
    ).toBe(true)
  })

  it('serves the others and goes on numbering while one subscriber does not answer', async () => {
    const { timer, delays, fire } = recordingTimer()
    const { appended, subscribers } = recordingLog()
    let asked = 0
    const hanging: Subscriber = {
      name: 'hanging',
      wants: () => true,
      deliver: () => new Promise<void>(() => void (asked += 1)),
    }
    const first = await happen(event('employee:1'))
    const { stop } = startRelay(parts('a', { subscribers: [hanging, ...subscribers] }), timer)
    const goOn = () => {
      fire(0)
      fire(POLL_MS)
    }
    await until(() => {
      goOn()
      return asked === 1 && appended.length === 1
    })
    const second = await happen(event('employee:2'))
    await until(() => {
      goOn()
      return appended.length === 2
    })
    expect(appended).toEqual([...first, ...second])
    expect(asked).toBe(1)

    // Given up after half a minute; nothing is tried one by one by a relay that is to stop.
    const stopped = stop()
    await until(() => delays().includes(DELIVERY_LIMIT_MS))
    fire(DELIVERY_LIMIT_MS)
    await stopped
    const rows = await opened.database.read.outboxDelivery.findMany({ where: { subscriber: 'hanging' } })
    expect(rows.map(({ state, attempts }) => ({ state, attempts }))).toEqual([
      { state: 'waiting', attempts: 0 },
      { state: 'waiting', attempts: 0 },
    ])
  })
})

describe('a subscriber that is down', () => {
  it('is left alone for a while after three failures in a row; the rest of the batch is not counted as tried', async () => {
    await happen(...Array.from({ length: 10 }, (_, index) => event(`employee:${index}`)))
    const down: Subscriber = { name: 'down', wants: () => true, deliver: () => Promise.reject(new Error('no')) }
    const { number, subscribers } = createRelayRounds(parts('a', { subscribers: [down] }))
    await number()
    const pauses: (number | undefined)[] = []
    for (let round = 0; round < 3; round++) pauses.push((await subscribers[0]?.())?.pauseMs)
    const attempts = await opened.database.read.outboxDelivery.findMany({ orderBy: { feedSequence: 'asc' } })
    expect(attempts.map((row) => row.attempts)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0])
    expect(pauses.map((pauseMs) => pauseMs !== undefined && pauseMs >= 5_000)).toEqual([true, true, true])
    expect(pauses[2]).toBeGreaterThan(pauses[0] ?? Infinity)
  })

  it('makes no event dead however long it stays away, also over a restart, and then gets all in order', async () => {
    const ids = await happen(...Array.from({ length: 10 }, (_, index) => event(`employee:${index % 5}`)))
    let isAway = true
    const { appended, subscribers } = recordingLog(() => isAway)
    let pass = relay('a', { subscribers })
    for (let hours = 0; hours < 72; hours++) {
      if (hours === 40) pass = relay('a', { subscribers })
      await untilIdle(pass)
      clock.advance(3_600_000)
    }
    expect(new Set(await states())).toEqual(new Set(['waiting']))
    const tries = await opened.database.read.outboxDelivery.findMany({ orderBy: { feedSequence: 'asc' } })
    expect(tries.map(({ attempts }) => attempts)).toEqual([11, 11, 11, 11, 11, 0, 0, 0, 0, 0])

    isAway = false
    clock.advance(retryDelayMs(DEAD_AFTER_TRIES, 1))
    await untilIdle(pass)
    expect([...appended].sort()).toEqual([...ids].sort())
    expect(new Set(await states())).toEqual(new Set(['delivered']))
  })

  it('gets all that waits as soon as it takes something again, and what failed for another reason has its tries anew', async () => {
    const ids = await happen(...Array.from({ length: 20 }, (_, index) => event(`employee:${index % 10}`)))
    const bad = ids[0] ?? ''
    let isAway = true
    const { appended, subscribers } = recordingLog((id) => isAway || id === bad)
    const pass = relay('a', { subscribers })
    for (let hours = 0; hours < 24; hours++) {
      await untilIdle(pass)
      clock.advance(3_600_000)
    }
    await untilIdle(pass)
    isAway = false
    const [fresh = ''] = await happen(event('employee:new'))
    await untilIdle(pass)
    const behindBad = ids[10] ?? ''
    const taken = [...ids.filter((id) => id !== bad && id !== behindBad), fresh]
    expect([...appended].sort()).toEqual(taken.sort())
    const { read } = opened.database
    const left = await read.outboxDelivery.findMany({ where: { state: 'waiting' }, orderBy: { feedSequence: 'asc' } })
    expect(left.map(({ eventId, attempts }) => [eventId, attempts])).toEqual([
      [bad, 2],
      [behindBad, 0],
    ])
  })

  it('lets a bad event die as before once it is back', async () => {
    const [bad = '', ...rest] = await happen(...Array.from({ length: 4 }, (_, index) => event(`employee:${index}`)))
    let isAway = true
    const { appended, subscribers } = recordingLog((id) => isAway || id === bad)
    const pass = relay('a', { subscribers })
    for (let tries = 0; tries < 2 * DEAD_AFTER_TRIES; tries++) {
      isAway = tries < DEAD_AFTER_TRIES
      await untilIdle(pass)
      clock.advance(retryDelayMs(DEAD_AFTER_TRIES, 1))
    }
    expect([...appended].sort()).toEqual([...rest].sort())
    expect(await states()).toEqual(['dead', 'delivered', 'delivered', 'delivered'])
  })

  it('is not taken as down when only some events fail', async () => {
    const ids = await happen(...Array.from({ length: 10 }, (_, index) => event(`employee:${index}`)))
    const { appended, subscribers } = recordingLog((id) => ids.indexOf(id) % 2 === 1)
    await untilIdle(relay('a', { subscribers }))
    expect(appended).toEqual(ids.filter((_, index) => index % 2 === 0))
  })

  it('is known by what fails after it last took something, and not by fewer than three keys', async () => {
    const ids = [...(await happen(...Array.from({ length: 5 }, (_, index) => event(`employee:${index}`))))]
    let takes = 3
    const { subscribers } = recordingLog((id) => ids.indexOf(id) >= takes)
    const { number, subscribers: rounds } = createRelayRounds(parts('a', { subscribers }))
    await number()
    expect(await rounds[0]?.()).toEqual({ movedCount: 5 })
    ids.push(...(await happen(event('employee:6'), event('employee:7'), event('employee:8'), event('employee:9'))))
    takes = 6
    await number()
    expect(await rounds[0]?.()).toEqual({ movedCount: 4, pauseMs: expect.any(Number) })
  })
})

describe('what a subscriber wants', () => {
  it('is what it gets; events that nobody wants are numbered all the same', async () => {
    const [decided] = await happen(event('employee:1'), { ...event('employee:1'), type: 'session.opened' })
    const delivered: string[] = []
    const picky: Subscriber = {
      name: 'picky',
      wants: (type) => type === 'check_in.decided',
      deliver: async (events) => void delivered.push(...events.map(({ id }) => id)),
    }
    await untilIdle(relay('a', { subscribers: [picky] }))
    expect(delivered).toEqual([decided])
    expect(await opened.database.read.outboxEvent.count({ where: { feedSequence: null } })).toBe(0)
    expect(await opened.database.read.outboxDelivery.count()).toBe(1)
  })
})
