import type { OutboxStore, WaitingDelivery } from '../ports/outbox-store'
import { countingRandom, fixedClock } from '../../test/fakes'
import { DEAD_AFTER_TRIES } from './delivery.rules'
import { deliverDue, type DeliveryPorts } from './deliver-due'
import { watchSubscriber } from './subscriber-watch'

const NOW_MS = Date.UTC(2026, 10, 18, 1)

function waiting(count: number, keys = count): WaitingDelivery[] {
  return Array.from({ length: count }, (_, index) => ({
    attempts: 0,
    event: {
      ...{ id: `e${index}`, aggregateKey: `key:${index % keys}`, type: 'check_in.decided', payload: {} },
      ...{ createdAtMs: NOW_MS, feedSequence: index + 1 },
    },
  }))
}

/**
 * One round over these deliveries with a subscriber that refuses what it is told to.
 * @param mayGoOn told how often it was asked before
 */
async function round(
  deliveries: readonly WaitingDelivery[],
  refuses: (id: string, takenCount: number) => boolean,
  mayGoOn: (askedCount: number) => boolean = () => true,
) {
  const calls: number[] = []
  const taken: string[] = []
  const [marked, failed, dead] = [new Set<string>(), [] as string[], [] as string[]]
  let askedCount = 0
  const outbox: OutboxStore = {
    numberEvents: () => Promise.resolve(0),
    dueDeliveries: () => Promise.resolve({ deliveries, heldCount: 0 }),
    markDelivered: async (_, ids) => ids.forEach((id) => marked.add(id)),
    markFailed: async (_, { eventId, state }) => {
      failed.push(eventId)
      if (state === 'dead') dead.push(eventId)
    },
    retryNow: () => Promise.reject(new Error('it was not away before')),
  }
  const ports: DeliveryPorts = {
    ...{ outbox, clock: fixedClock(NOW_MS), random: countingRandom(), watch: watchSubscriber(NOW_MS) },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    timer: () => () => {},
    mayGoOn: () => Promise.resolve(mayGoOn(askedCount++)),
  }
  const deliver = async (events: readonly { readonly id: string }[]) => {
    calls.push(events.length)
    if (events.some(({ id }) => refuses(id, taken.length))) throw new Error('no')
    taken.push(...events.map(({ id }) => id))
  }
  const result = await deliverDue(ports, { name: 'log', wants: () => true, deliver }, deliveries.length)
  return { ...result, calls, taken, marked: [...marked], failed, dead }
}

it('finds one bad event among two thousand in few tries, and nobody else waits', async () => {
  const deliveries = waiting(2_000)
  const { calls, taken, marked, failed, isDown } = await round(deliveries, (id) => id === 'e1377')
  expect(calls.length).toBeLessThan(30)
  expect(taken).toEqual(deliveries.map(({ event }) => event.id).filter((id) => id !== 'e1377'))
  expect([marked, failed, isDown]).toEqual([taken, ['e1377'], false])
})

it('hands nothing of a key on after its bad event, however the batch was cut', async () => {
  const bad = ['e0', 'e5', 'e40']
  const deliveries = waiting(100, 10)
  const { taken, failed } = await round(deliveries, (id) => bad.includes(id))
  // Key 0 stops at its first event, so that e40, which is of that key too, is never tried; key 5 likewise.
  expect(failed).toEqual(['e0', 'e5'])
  const expected = deliveries.filter(({ event }) => !['key:0', 'key:5'].includes(event.aggregateKey))
  expect(taken).toEqual(expected.map(({ event }) => event.id))
})

it('leaves one that takes nothing alone after three events', async () => {
  const { calls, failed, isDown } = await round(waiting(2_000), () => true)
  expect(calls).toEqual([2_000, 1, 1, 1])
  expect([failed, isDown]).toEqual([['e0', 'e1', 'e2'], true])
})

it('tries what failed before alone, and the others together around it', async () => {
  const deliveries = waiting(10).map((one, index) => ({ ...one, attempts: index === 4 ? 2 : 0 }))
  const { calls, marked } = await round(deliveries, () => false)
  expect(calls).toEqual([4, 1, 5])
  expect(marked).toHaveLength(10)
})

describe('one that takes the first half and then nothing more', () => {
  it('is left alone after few tries, the rest untouched', async () => {
    const deliveries = waiting(2_000)
    // Two bad events have the batch cut into halves; it dies when it has taken the first of them.
    const bad = ['e0', 'e1500']
    const { calls, taken, marked, failed, isDown } = await round(
      deliveries,
      (id, takenCount) => bad.includes(id) || takenCount >= 1_000,
    )
    expect(calls).toEqual([2_000, 1, 1, 1_998, 999, 999, 500, 250, 1, 1, 1])
    expect(taken).toEqual(deliveries.slice(1, 1_001).map(({ event }) => event.id))
    expect([marked, failed, isDown]).toEqual([taken, ['e0', 'e1001', 'e1002', 'e1003'], true])
  })

  it('makes none dead that had failed eleven times', async () => {
    const deliveries = waiting(2_000).map((one) => ({ ...one, attempts: DEAD_AFTER_TRIES - 1 }))
    const { calls, failed, dead, isDown } = await round(deliveries, (_, takenCount) => takenCount >= 1_000)
    expect(calls).toHaveLength(1_003)
    expect([failed, dead, isDown]).toEqual([['e1000', 'e1001', 'e1002'], [], true])
  })
})

it('gives up a single bad event at its twelfth try, and serves the others', async () => {
  const deliveries = waiting(9).map((one, index) => ({ ...one, attempts: index === 8 ? DEAD_AFTER_TRIES - 1 : 0 }))
  const { taken, dead, isDown } = await round(deliveries, (id) => id === 'e8')
  expect([taken.length, dead, isDown]).toEqual([8, ['e8'], false])
})

it('asks before every piece but the first whether it may go on, also while all goes well', async () => {
  const deliveries = waiting(10).map((one) => ({ ...one, attempts: 1 }))
  const { calls, marked, failed } = await round(
    deliveries,
    () => false,
    (askedCount) => askedCount < 3,
  )
  expect([calls, marked, failed]).toEqual([[1, 1, 1, 1], ['e0', 'e1', 'e2', 'e3'], []])
})
