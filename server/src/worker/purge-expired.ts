import { purgeExpired, type PurgeExpiredPorts } from '../features/privacy/purge-expired.usecase'
import type { Log } from '../ports/log'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

const EVERY_MS = 3_600_000

/** Deletes what nothing can use any more, hourly until stopped. */
export function startPurgingExpired(
  ports: PurgeExpiredPorts & { readonly log: Log },
  timer: Timer = systemTimer,
): Repeating {
  return startRepeating(async () => {
    try {
      const purged = await purgeExpired(ports)
      const { more: _more, ...counts } = purged
      if (Object.values(counts).some((count) => count > 0)) ports.log.info({ ...purged }, 'expired rows deleted')
    } catch (error) {
      ports.log.error({ err: error }, 'expired rows could not be deleted; it is tried again')
    }
    return EVERY_MS
  }, timer)
}
