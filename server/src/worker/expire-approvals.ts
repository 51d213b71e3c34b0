import { sweepApprovals, type SweepPlaces, type SweepPorts } from '../features/approvals/sweep-approvals.usecase'
import type { Log } from '../ports/log'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

const EVERY_MS = 60_000
const BATCH_SIZE = 100

/**
 * Expires and escalates requests every minute until stopped; without a pause while there are many. What fails is tried
 * again a minute after all others had their turn.
 */
export function startExpiringApprovals(
  ports: SweepPorts & { readonly log: Log },
  timer: Timer = systemTimer,
): Repeating {
  const { log } = ports
  let places: SweepPlaces | null = null
  return startRepeating(async () => {
    try {
      const { expired, escalated, failed, next } = await sweepApprovals(ports, BATCH_SIZE, places ?? undefined)
      places = next
      for (const { approvalId, error } of failed) {
        log.error({ err: error, approvalId }, 'an approval could not be expired or escalated; it is tried again')
      }
      if (expired + escalated > 0) log.info({ expired, escalated }, 'approvals expired or escalated')
      return next === null ? EVERY_MS : 0
    } catch (error) {
      log.error({ err: error }, 'approvals could not be looked through; it is tried again')
      return EVERY_MS
    }
  }, timer)
}
