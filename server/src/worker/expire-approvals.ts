import { sweepApprovals, type SweepPorts } from '../features/approvals/sweep-approvals.usecase'
import type { Log } from '../ports/log'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

const EVERY_MS = 60_000
const BATCH_SIZE = 100

/** Expires and escalates requests every minute until stopped; without a pause while there are many. */
export function startExpiringApprovals(
  ports: SweepPorts & { readonly log: Log },
  timer: Timer = systemTimer,
): Repeating {
  const { log } = ports
  return startRepeating(async () => {
    try {
      const { expired, escalated, failed } = await sweepApprovals(ports, BATCH_SIZE)
      for (const { approvalId, error } of failed) {
        log.error({ err: error, approvalId }, 'an approval could not be expired or escalated; it is tried again')
      }
      if (expired + escalated > 0) log.info({ expired, escalated }, 'approvals expired or escalated')
      const isBehind = (expired === BATCH_SIZE || escalated === BATCH_SIZE) && failed.length === 0
      return isBehind ? 0 : EVERY_MS
    } catch (error) {
      log.error({ err: error }, 'approvals could not be looked through; it is tried again')
      return EVERY_MS
    }
  }, timer)
}
