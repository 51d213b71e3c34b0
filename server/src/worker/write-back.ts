import { writeBack, type WriteBackPorts } from '../features/attendance/write-back.usecase'
import type { LeaseStore } from '../ports/outbox-store'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

/** WeCom takes 60 calls a minute from all of us together: 28 go out, twice as many where each was tried before. */
const PAGE_SIZE = 7
const EVERY_MS = 15_000
const LEASE_NAME = 'attendance-write-back'
/** Several rounds, so that it stays with one worker; what that one has begun is held for as long. */
const LEASE_MS = 60_000

export interface WritingBackPorts extends WriteBackPorts {
  readonly leases: LeaseStore
  /** Names this process among all that may write. */
  readonly ownerId: string
}

/** Until stopped, writes accepted check-ins into WeCom's own attendance; of several workers one at a time. */
export function startWritingBack(ports: WritingBackPorts, timer: Timer = systemTimer): Repeating {
  const { leases, ownerId: owner, clock, log } = ports
  const repeating = startRepeating(async (mayGoOn) => {
    try {
      const nowMs = clock.nowMs()
      if (await leases.take({ name: LEASE_NAME, owner, untilMs: nowMs + LEASE_MS }, nowMs)) {
        await writeBack(ports, PAGE_SIZE, mayGoOn)
      }
    } catch (error) {
      log.error({ err: error }, 'check-ins could not be written back; it is tried again')
    }
    return EVERY_MS
  }, timer)
  return {
    stop: async () => {
      await repeating.stop()
      await leases.release({ name: LEASE_NAME, owner }, clock.nowMs())
    },
  }
}
