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
  /** Asked before each delivery: whether this process still holds the lease and is not about to stop. */
  readonly mayGoOn: () => Promise<boolean>
}

export interface Delivered {
  /** 0: nothing to do now. */
  readonly foundCount: number
  /** Nothing was taken while several keys failed, in this round or since earlier ones: better leave it alone for a while. */
  readonly isDown: boolean
}

/**
 * Hands one subscriber its next batch of due events. A batch that fails is handed over one by one, so that a bad event
 * keeps back only the later ones of its own key; unless one after the other fails: then the rest is left untried.
 */
export async function deliverDue(ports: DeliveryPorts, subscriber: Subscriber, limit: number): Promise<Delivered> {
  const { outbox, clock, watch } = ports
  const { deliveries, heldCount } = await outbox.dueDeliveries(subscriber.name, limit, clock.nowMs())
  const foundCount = deliveries.length + heldCount
  if (deliveries.length === 0 || (await deliverTogether(ports, subscriber, deliveries))) {
    return { foundCount, isDown: false }
  }
  await deliverSingly(ports, subscriber, deliveries)
  return { foundCount, isDown: watch.isDown() }
}

async function deliverTogether(
  ports: DeliveryPorts,
  subscriber: Subscriber,
  deliveries: readonly WaitingDelivery[],
): Promise<boolean> {
  // One that failed before is tried alone: it would fail its neighbours again.
  if (deliveries.some((delivery) => delivery.attempts > 0)) return false
  const events = deliveries.map((delivery) => delivery.event)
  if ((await tryToDeliver(ports, subscriber, events)) !== null) return false
  ports.watch.took()
  const eventIds = events.map((event) => event.id)
  await ports.outbox.markDelivered(subscriber.name, eventIds, ports.clock.nowMs())
  return true
}

async function deliverSingly(
  ports: DeliveryPorts,
  subscriber: Subscriber,
  deliveries: readonly WaitingDelivery[],
): Promise<void> {
  const { outbox, clock, watch } = ports
  const lastTries: FailedTry[] = []
  const heldKeys = new Set<string>()
  let isAnyTaken = false
  for (const delivery of deliveries) {
    const { id, aggregateKey } = delivery.event
    if (heldKeys.has(aggregateKey)) continue
    if (!(await ports.mayGoOn())) break
    const error = await tryToDeliver(ports, subscriber, [delivery.event])
    if (error === null) {
      isAnyTaken = true
      await outbox.markDelivered(subscriber.name, [id], clock.nowMs())
    } else {
      heldKeys.add(aggregateKey)
      const failed = { delivery, error }
      if (delivery.attempts + 1 < DEAD_AFTER_TRIES) await fail(ports, subscriber, failed)
      else lastTries.push(failed)
      if (!isAnyTaken && heldKeys.size >= DOWN_AFTER_FAILURES) break
    }
  }
  if (isAnyTaken) watch.took()
  else watch.tookNone(heldKeys)
  // Only now is it known whether these events are bad or the subscriber is down.
  for (const one of lastTries) await fail(ports, subscriber, one)
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
