import {
  createSealAudit,
  SEALER_LEASE,
  type SealAuditPorts,
  type SealingPass,
} from '../features/audit/seal-audit.usecase'
import type { Log } from '../ports/log'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

/** Until it is sealed, a line can be changed unnoticed. */
const IDLE_MS = 1_000
const STANDBY_MS = 10_000

/** Seals audit lines until stopped, and publishes a seal each day; several workers may run, a lease lets one seal. */
export function startSealingAudit(
  ports: SealAuditPorts & { readonly log: Log },
  timer: Timer = systemTimer,
): Repeating {
  const { leases, clock, log, ownerId } = ports
  const pass = createSealAudit(ports)
  const repeating = startRepeating(async () => {
    try {
      const done = await pass()
      tell(log, done)
      return { idle: IDLE_MS, standby: STANDBY_MS, more: 0 }[done.state]
    } catch (error) {
      log.error({ err: error }, 'audit lines could not be sealed; it is tried again')
      return STANDBY_MS
    }
  }, timer)
  return {
    stop: async () => {
      await repeating.stop()
      await leases.release({ name: SEALER_LEASE, owner: ownerId }, clock.nowMs())
    },
  }
}

function tell(log: Log, { published }: SealingPass): void {
  for (const { differs, ...fields } of published) {
    if (!differs) log.info(fields, 'seal of the day published')
    else {
      log.error(
        fields,
        'the seal file of this day says another seal: the database may have been rewritten; run audit:verify',
      )
    }
  }
}
