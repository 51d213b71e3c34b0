import type { Lease, LeaseStore } from '../ports/outbox-store'
import type { Clock } from '../ports/system'

const LEASE_NAME = 'outbox-relay'
const LEASE_MS = 30_000

/** The right to relay, shared by all rounds of one process. */
export interface RelayLease {
  /** Takes or renews it when needed; false while another process has it. */
  hold(): Promise<boolean>
  /** As it would stand when renewed now. */
  next(): Lease
  /** It turned out to be another's: the next `hold` asks the database. */
  lost(): void
  /** Lets others take it at once. */
  release(): Promise<void>
}

/** @param ownerId names this process among all that may relay */
export function createRelayLease(leases: LeaseStore, clock: Clock, ownerId: string): RelayLease {
  let leasedUntilMs = 0
  let taking: Promise<boolean> | null = null

  const next = () => ({ name: LEASE_NAME, owner: ownerId, untilMs: clock.nowMs() + LEASE_MS })
  const take = async () => {
    const lease = next()
    leasedUntilMs = (await leases.take(lease, clock.nowMs())) ? lease.untilMs : 0
    return leasedUntilMs > 0
  }

  return {
    next,
    // Renewed when half of it is over, which keeps an idle relay from writing at every look.
    hold: () => {
      if (leasedUntilMs - clock.nowMs() > LEASE_MS / 2) return Promise.resolve(true)
      taking ??= take().finally(() => (taking = null))
      return taking
    },
    lost: () => {
      leasedUntilMs = 0
    },
    release: () => leases.release({ name: LEASE_NAME, owner: ownerId }, clock.nowMs()),
  }
}
