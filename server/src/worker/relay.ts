import type { EventLog } from '../ports/event-log'
import type { Log } from '../ports/log'
import type { LeaseStore, OutboxStore } from '../ports/outbox-store'
import type { Clock } from '../ports/system'
import { deliverDue } from './deliver-due'
import { eventLogSubscriber } from './event-log-subscriber'
import { startRepeating, systemTimer, type Timer } from './repeat'
import type { Subscriber } from './subscriber'

const LEASE_NAME = 'outbox-relay'
const LEASE_MS = 30_000
/** Small enough that its transaction does not keep check-ins waiting. */
const BATCH_SIZE = 64
const POLL_MS = 500

export interface RelayParts {
  readonly outbox: OutboxStore
  readonly leases: LeaseStore
  readonly eventLog: EventLog
  readonly clock: Clock
  readonly log: Log
  /** Names this process among all that may relay. */
  readonly ownerId: string
}

export interface Relay {
  /** Lets the pass under way end, gives the lease back, and comes back when both are done. */
  stop(): Promise<void>
}

/** Relays events until stopped: at once while there are any, else it looks again every half second. */
export function startRelay(parts: RelayParts, timer: Timer = systemTimer): Relay {
  const pass = createRelayPass(parts)
  const repeating = startRepeating(async () => {
    try {
      return (await pass()) > 0 ? 0 : POLL_MS
    } catch (error) {
      parts.log.error({ err: error }, 'relay pass failed; it is tried again')
      return POLL_MS
    }
  }, timer)
  return {
    stop: async () => {
      await repeating.stop()
      await parts.leases.release({ name: LEASE_NAME, owner: parts.ownerId }, parts.clock.nowMs())
    },
  }
}

/**
 * One bounded round: hold the lease, give new events their place in the feed, hand each subscriber its next batch.
 * At least once and per key in order: an event is marked after its subscriber took it, and a process that dies in
 * between, or loses its lease while it works, leaves a repetition that the subscriber recognises by the event's id.
 * @returns how much was moved; 0 when there is nothing to do, or another process holds the lease
 */
export function createRelayPass({ outbox, leases, eventLog, clock, log, ownerId }: RelayParts): () => Promise<number> {
  const subscribers: readonly Subscriber[] = [eventLogSubscriber(eventLog)]
  let leasedUntilMs = 0

  const nextLease = () => ({ name: LEASE_NAME, owner: ownerId, untilMs: clock.nowMs() + LEASE_MS })
  /** Renewed when half of it is over, which keeps the idle relay from writing at every look. */
  const holdLease = async () => {
    if (leasedUntilMs - clock.nowMs() > LEASE_MS / 2) return true
    const lease = nextLease()
    leasedUntilMs = (await leases.take(lease, clock.nowMs())) ? lease.untilMs : 0
    return leasedUntilMs > 0
  }

  return async () => {
    if (!(await holdLease())) return 0
    const numberedCount = await outbox.numberEvents(
      { lease: nextLease(), subscribers, limit: BATCH_SIZE },
      clock.nowMs(),
    )
    if (numberedCount === null) {
      leasedUntilMs = 0
      return 0
    }
    let movedCount = numberedCount
    for (const subscriber of subscribers) {
      if (!(await holdLease())) break
      movedCount += await deliverDue({ outbox, clock, log }, subscriber, BATCH_SIZE)
    }
    return movedCount
  }
}
