import type { Log } from '../ports/log'
import type { LeaseStore, OutboxStore } from '../ports/outbox-store'
import type { Clock, Random } from '../ports/system'
import { deliverDue, type DeliveryPorts } from './deliver-due'
import { downPauseMs } from './delivery.rules'
import { createRelayLease, type RelayLease } from './relay-lease'
import { startRepeating, systemTimer, type Timer } from './repeat'
import { shareOf } from './share'
import type { Subscriber } from './subscriber'
import { watchSubscriber } from './subscriber-watch'

const POLL_MS = 500
/**
 * A round takes what is there, up to this many where a subscriber names no other number. Measured: 256 cost two fifths
 * of the time per event that 64 cost, and the longest of their transactions keeps check-ins waiting for less than 20 ms.
 */
const BATCH_SIZE = 256

export interface RelayParts {
  readonly outbox: OutboxStore
  readonly leases: LeaseStore
  /** Who gets the events; an event that was numbered while a subscriber was missing here never reaches it. */
  readonly subscribers: readonly Subscriber[]
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Names this process among all that may relay. */
  readonly ownerId: string
}

export interface Relay {
  /** Lets the rounds under way end, gives the lease back, and comes back when both are done. */
  stop(): Promise<void>
}

/**
 * Relays events until stopped: at once while there are any, else it looks again every half second. Numbering and each
 * subscriber go round by themselves, so that one that is slow or down keeps back nobody else.
 */
export function startRelay(parts: RelayParts, timer: Timer = systemTimer): Relay {
  let stopping = false
  const { lease, number, subscribers } = createRelayRounds(parts, { timer, stopping: () => stopping })
  const repeating = [number, ...subscribers].map((round) =>
    startRepeating(async () => {
      try {
        const { movedCount, pauseMs } = await round()
        return pauseMs ?? (movedCount > 0 ? 0 : POLL_MS)
      } catch (error) {
        parts.log.error({ err: error }, 'relay round failed; it is tried again')
        return POLL_MS
      }
    }, timer),
  )
  return {
    stop: async () => {
      stopping = true
      await Promise.all(repeating.map((one) => one.stop()))
      await lease.release()
    },
  }
}

export interface RoundResult {
  /** 0: there is nothing to do, or another process holds the lease. */
  readonly movedCount: number
  /** How long to wait before the next round; absent: as `movedCount` says. */
  readonly pauseMs?: number
}

export interface RelayRounds {
  readonly lease: RelayLease
  /** Gives new events their place in the feed. */
  readonly number: () => Promise<RoundResult>
  /** Each hands one subscriber its next batch. */
  readonly subscribers: readonly (() => Promise<RoundResult>)[]
}

/**
 * The bounded rounds that a relay repeats; each holds the lease first. At least once and per key in order: an event is
 * marked after its subscriber took it, and a process that dies in between, or loses its lease while it works, leaves a
 * repetition that the subscriber recognises by the event's id.
 */
export function createRelayRounds(
  { outbox, leases, subscribers, clock, random, log, ownerId }: RelayParts,
  { timer = systemTimer, stopping = () => false }: { readonly timer?: Timer; readonly stopping?: () => boolean } = {},
): RelayRounds {
  const lease = createRelayLease(leases, clock, ownerId)
  const holdLease = async () => !stopping() && (await lease.hold())
  const deliveryPorts: Omit<DeliveryPorts, 'watch'> = { outbox, clock, random, log, timer, mayGoOn: holdLease }

  return {
    lease,
    number: async () => {
      if (!(await holdLease())) return { movedCount: 0 }
      const request = { lease: lease.next(), subscribers, limit: BATCH_SIZE }
      const movedCount = await outbox.numberEvents(request, clock.nowMs())
      if (movedCount === null) {
        lease.lost()
        return { movedCount: 0 }
      }
      return { movedCount }
    },
    subscribers: subscribers.map((subscriber) => {
      let timesDown = 0
      let watch = watchSubscriber(clock.nowMs())
      return async () => {
        if (!(await holdLease())) {
          // What another process sees while it relays is not known here.
          watch = watchSubscriber(clock.nowMs())
          return { movedCount: 0 }
        }
        const limit = subscriber.batchSize ?? BATCH_SIZE
        const { foundCount, isDown } = await deliverDue({ ...deliveryPorts, watch }, subscriber, limit)
        if (isDown) timesDown++
        else if (!watch.isDown()) timesDown = 0
        return isDown
          ? { movedCount: foundCount, pauseMs: downPauseMs(timesDown, shareOf(random)) }
          : { movedCount: foundCount }
      }
    }),
  }
}
