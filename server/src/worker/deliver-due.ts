import type { Log } from '../ports/log'
import type { OutboxStore, WaitingDelivery } from '../ports/outbox-store'
import type { Clock } from '../ports/system'
import { DEAD_AFTER_TRIES, retryDelayMs } from './delivery.rules'
import type { Subscriber } from './subscriber'

export interface DeliveryPorts {
  readonly outbox: OutboxStore
  readonly clock: Clock
  readonly log: Log
}

/**
 * Hands one subscriber its next batch of due events. A batch that fails is handed over one by one, so that a bad event
 * keeps back only the later ones of its own key.
 * @returns how many deliveries were found; 0: nothing to do now
 */
export async function deliverDue(ports: DeliveryPorts, subscriber: Subscriber, limit: number): Promise<number> {
  const { outbox, clock } = ports
  const { deliveries, heldCount } = await outbox.dueDeliveries(subscriber.name, limit, clock.nowMs())
  if (deliveries.length > 0 && !(await deliverTogether(ports, subscriber, deliveries))) {
    await deliverSingly(ports, subscriber, deliveries)
  }
  return deliveries.length + heldCount
}

async function deliverTogether(
  { outbox, clock }: DeliveryPorts,
  subscriber: Subscriber,
  deliveries: readonly WaitingDelivery[],
): Promise<boolean> {
  // One that failed before is tried alone: it would fail its neighbours again.
  if (deliveries.some((delivery) => delivery.attempts > 0)) return false
  const events = deliveries.map((delivery) => delivery.event)
  try {
    await subscriber.deliver(events)
  } catch {
    return false
  }
  const eventIds = events.map((event) => event.id)
  await outbox.markDelivered(subscriber.name, eventIds, clock.nowMs())
  return true
}

async function deliverSingly(
  ports: DeliveryPorts,
  subscriber: Subscriber,
  deliveries: readonly WaitingDelivery[],
): Promise<void> {
  const { outbox, clock } = ports
  const heldKeys = new Set<string>()
  for (const delivery of deliveries) {
    const { id, aggregateKey } = delivery.event
    if (heldKeys.has(aggregateKey)) continue
    const error = await tryOne(subscriber, delivery)
    if (error === null) {
      await outbox.markDelivered(subscriber.name, [id], clock.nowMs())
    } else {
      heldKeys.add(aggregateKey)
      await fail(ports, subscriber, delivery, error)
    }
  }
}

async function tryOne(subscriber: Subscriber, delivery: WaitingDelivery): Promise<Error | null> {
  try {
    await subscriber.deliver([delivery.event])
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function fail(
  { outbox, clock, log }: DeliveryPorts,
  subscriber: Subscriber,
  delivery: WaitingDelivery,
  error: Error,
): Promise<void> {
  const { id: eventId, aggregateKey } = delivery.event
  const attempts = delivery.attempts + 1
  const state = attempts >= DEAD_AFTER_TRIES ? 'dead' : 'waiting'
  const nextAttemptAtMs = clock.nowMs() + retryDelayMs(attempts)
  await outbox.markFailed(subscriber.name, { eventId, attempts, state, nextAttemptAtMs, error: error.message })
  const fields = { err: error, subscriber: subscriber.name, eventId, aggregateKey, attempts }
  if (state === 'dead') log.error(fields, 'event is dead and holds its key until an operator decides')
  else log.warn(fields, 'event was not taken; it is tried again')
}
