import type { Log } from '../ports/log'
import type { OutboxEvent, OutboxStore, WaitingDelivery } from '../ports/outbox-store'
import type { Clock, Random } from '../ports/system'
import { afterFailedTry, DEAD_AFTER_TRIES, DOWN_AFTER_FAILURES, retryDelayMs } from './delivery.rules'
import type { Timer } from './repeat'
import { shareOf } from './share'
import type { Subscriber } from './subscriber'
import type { SubscriberWatch } from './subscriber-watch'

/** A subscriber that has not answered by then has failed. */
const LONGEST_DELIVERY_MS = 30_000

export interface DeliveryPorts {
  readonly outbox: OutboxStore
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly timer: Timer
  readonly watch: SubscriberWatch
  /** Asked before each delivery but the first: whether this process still holds the lease and is not about to stop. */
  readonly mayGoOn: () => Promise<boolean>
}

export interface Delivered {
  /** 0: nothing to do now. */
  readonly foundCount: number
  /** Several keys failed since it last took anything, in this round or an earlier one: better leave it alone for a while. */
  readonly isDown: boolean
}

/**
 * Hands one subscriber its next batch of due events. A batch that fails is cut until the bad events stand alone, so that
 * each keeps back only the later ones of its own key; unless one key after the other fails, at the beginning or later:
 * then the rest is left untried.
 */
export async function deliverDue(ports: DeliveryPorts, subscriber: Subscriber, limit: number): Promise<Delivered> {
  const { outbox, clock, watch } = ports
  const { deliveries, heldCount } = await outbox.dueDeliveries(subscriber.name, limit, clock.nowMs())
  const foundCount = deliveries.length + heldCount
  if (deliveries.length === 0) return { foundCount, isDown: false }
  const wasDown = watch.isDown()
  await deliverPieces(ports, subscriber, firstPieces(deliveries))
  const isDown = watch.isDown()
  // What it did not take while it was away says nothing of the events, which would wait up to two hours more.
  if (wasDown && !isDown) await outbox.retryNow(subscriber.name, clock.nowMs())
  return { foundCount, isDown }
}

type Piece = readonly WaitingDelivery[]

/** All together, but for events that failed before: each is tried alone, it would fail its neighbours again. */
function firstPieces(deliveries: Piece): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const [index, delivery] of deliveries.entries()) {
    if (delivery.attempts === 0) continue
    pieces.push(deliveries.slice(start, index), [delivery])
    start = index + 1
  }
  return [...pieces, deliveries.slice(start)]
}

/** In feed order: what is cut takes the place of its piece. */
async function deliverPieces(ports: DeliveryPorts, subscriber: Subscriber, pieces: readonly Piece[]): Promise<void> {
  const { outbox, clock, watch } = ports
  const waiting = [...pieces]
  const lastTries: FailedTry[] = []
  const heldKeys = new Set<string>()
  const failedKeysSinceTaken = new Set<string>()
  let [hasTried, hasFailed, isAnyTaken, failuresSinceTaken] = [false, false, false, 0]
  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
    const free = piece.filter(({ event }) => !heldKeys.has(event.aggregateKey))
    const [first] = free
    if (first === undefined) continue
    // It may be down, which single events show soonest. One bad event, too, fails several pieces that are cut around it.
    const isDoubtful = failuresSinceTaken >= (isAnyTaken ? DOWN_AFTER_FAILURES : 1)
    const now = isDoubtful ? [first] : free
    if (now.length < free.length) waiting.unshift(free.slice(1))
    if (hasTried && !(await ports.mayGoOn())) break
    hasTried = true
    const error = await tryToDeliver(
      ports,
      subscriber,
      now.map(({ event }) => event),
    )
    if (error === null) {
      isAnyTaken = true
      failuresSinceTaken = 0
      failedKeysSinceTaken.clear()
      watch.took()
      const eventIds = now.map(({ event }) => event.id)
      await outbox.markDelivered(subscriber.name, eventIds, clock.nowMs())
      continue
    }
    failuresSinceTaken++
    // An event that was never tried gets a second try at once: the first may have met a broken line.
    const triesAgain = now.length > 1 || (!hasFailed && first.attempts === 0)
    hasFailed = true
    if (triesAgain) {
      waiting.unshift(...(isAnyTaken && now.length > 1 ? halvesOf(now) : [now]))
      continue
    }
    heldKeys.add(first.event.aggregateKey)
    failedKeysSinceTaken.add(first.event.aggregateKey)
    const failed = { delivery: first, error }
    if (first.attempts + 1 < DEAD_AFTER_TRIES) await fail(ports, subscriber, failed)
    else lastTries.push(failed)
    if (failedKeysSinceTaken.size >= DOWN_AFTER_FAILURES) break
  }
  watch.failedSinceTaken(failedKeysSinceTaken)
  // Only now is it known whether these events are bad or the subscriber is down.
  for (const one of lastTries) await fail(ports, subscriber, one)
}

function halvesOf(piece: Piece): [Piece, Piece] {
  const middle = Math.ceil(piece.length / 2)
  return [piece.slice(0, middle), piece.slice(middle)]
}

interface FailedTry {
  readonly delivery: WaitingDelivery
  readonly error: Error
}

async function tryToDeliver(
  { timer }: DeliveryPorts,
  subscriber: Subscriber,
  events: readonly OutboxEvent[],
): Promise<Error | null> {
  let cancel = () => {}
  const tooLate = new Promise<never>((_, reject) => {
    cancel = timer(() => reject(new Error('The subscriber did not answer in time')), LONGEST_DELIVERY_MS)
  })
  try {
    await Promise.race([subscriber.deliver(events), tooLate])
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    cancel()
  }
}

async function fail(
  { outbox, clock, random, log, watch }: DeliveryPorts,
  subscriber: Subscriber,
  { delivery, error }: FailedTry,
): Promise<void> {
  const { id: eventId, aggregateKey } = delivery.event
  const nowMs = clock.nowMs()
  const { attempts, state } = afterFailedTry(delivery.attempts + 1, watch.seen(nowMs))
  const nextAttemptAtMs = nowMs + retryDelayMs(attempts, shareOf(random))
  await outbox.markFailed(subscriber.name, { eventId, attempts, state, nextAttemptAtMs, error: error.message })
  const fields = { err: error, subscriber: subscriber.name, eventId, aggregateKey, attempts }
  if (state === 'dead') log.error(fields, 'event is dead and holds its key until an operator decides')
  else log.warn(fields, 'event was not taken; it is tried again')
}
