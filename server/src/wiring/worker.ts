import { createDatabaseEventLog } from '../adapters/database/event-log-store'
import { createGatewayStore } from '../adapters/database/gateway-store'
import { createLeaseStore } from '../adapters/database/lease-store'
import { requireMigrated } from '../adapters/database/migrate'
import { openDatabase } from '../adapters/database/open-database'
import { createOutboxStore } from '../adapters/database/outbox-store'
import { createRetentionStore } from '../adapters/database/retention-store'
import { createLog } from '../adapters/system/log'
import { createGatewayClockReader } from '../adapters/system/presence-proof-clock'
import type { Config } from '../config'
import { SYSTEM_SOURCES, type Sources } from './platform'
import { startMeasuringGatewayClocks } from '../worker/measure-gateway-clocks'
import { startPurgingExpired } from '../worker/purge-expired'
import { startRelay } from '../worker/relay'

/** The worker process: relays the outbox, measures the gateways' clocks, deletes what expired. Several may run; a lease lets one relay. */
export async function startWorker(
  config: Config,
  sources: Sources = SYSTEM_SOURCES,
): Promise<{ close(): Promise<void> }> {
  const { url } = config.database
  await requireMigrated(url)
  const database = await openDatabase({ url })
  const log = createLog(config, 'worker')
  const { clock, random } = sources
  const relay = startRelay({
    outbox: createOutboxStore(database),
    leases: createLeaseStore(database),
    eventLog: createDatabaseEventLog(database),
    clock,
    log,
    ownerId: `worker-${random.id()}`,
  })
  const clocks = startMeasuringGatewayClocks({
    gateways: createGatewayStore(database),
    readGatewayClock: createGatewayClockReader(clock),
    clock,
    log,
  })
  const purging = startPurgingExpired({ retention: createRetentionStore(database), clock, log })
  return {
    close: async () => {
      await Promise.all([relay.stop(), clocks.stop(), purging.stop()])
      await database.close()
    },
  }
}
