import { join } from 'node:path'
import { auditHashes } from '../adapters/database/audit-rows'
import { createAuditSealStore } from '../adapters/database/audit-store'
import type { Database } from '../adapters/database/database'
import { createDatabaseEventLog } from '../adapters/database/event-log-store'
import { createGatewayStore } from '../adapters/database/gateway-store'
import { createLeaseStore } from '../adapters/database/lease-store'
import { requireMigrated } from '../adapters/database/migrate'
import { openDatabase } from '../adapters/database/open-database'
import { createOutboxStore } from '../adapters/database/outbox-store'
import { createRetentionStore } from '../adapters/database/retention-store'
import { createLog } from '../adapters/system/log'
import { createGatewayClockReader } from '../adapters/system/presence-proof-clock'
import { createSealFiles } from '../adapters/system/seal-files'
import type { Config } from '../config'
import { createApprovals } from './approvals'
import { startPhotoVerification } from './photo-verification'
import { SYSTEM_SOURCES, type Sources } from './platform'
import { approvalsSubscriber } from '../worker/approvals-subscriber'
import { startAskingAgain } from '../worker/ask-again'
import { eventLogSubscriber } from '../worker/event-log-subscriber'
import { startExpiringApprovals } from '../worker/expire-approvals'
import { startMeasuringGatewayClocks } from '../worker/measure-gateway-clocks'
import { startPurgingExpired } from '../worker/purge-expired'
import { rebindsSubscriber } from '../worker/rebinds-subscriber'
import { startRelay } from '../worker/relay'
import { startSealingAudit } from '../worker/seal-audit'
import type { Subscriber } from '../worker/subscriber'

/** Whom the relay hands events to; a name that is missing here is not served any more. */
export function relaySubscribers(
  database: Database,
  { askForApproval, settleHeld }: Pick<ReturnType<typeof createApprovals>, 'askForApproval' | 'settleHeld'>,
): readonly Subscriber[] {
  return [
    eventLogSubscriber(createDatabaseEventLog(database)),
    approvalsSubscriber(askForApproval),
    rebindsSubscriber(settleHeld),
  ]
}

/** The worker process: relays the outbox, measures the gateways' clocks, verifies photos, deletes what expired. Several may run; a lease lets one relay. */
export async function startWorker(
  config: Config,
  sources: Sources = SYSTEM_SOURCES,
): Promise<{ close(): Promise<void> }> {
  const { url } = config.database
  await requireMigrated(url)
  const { clock, random } = sources
  const database = await openDatabase({ url, clock })
  const log = createLog(config, 'worker')
  const approvals = createApprovals(database, sources)
  const relay = startRelay({
    outbox: createOutboxStore(database),
    leases: createLeaseStore(database),
    subscribers: relaySubscribers(database, approvals),
    clock,
    random,
    log,
    ownerId: `worker-${random.id()}`,
  })
  const clocks = startMeasuringGatewayClocks({
    gateways: createGatewayStore(database),
    readGatewayClock: createGatewayClockReader(clock),
    clock,
    log,
  })
  const expiring = startExpiringApprovals({ ...approvals, log })
  const asking = startAskingAgain({ ...approvals, log })
  const photos = startPhotoVerification(config, database, { ...sources, log })
  const purging = startPurgingExpired({ retention: createRetentionStore(database), clock, log })
  const sealing = startSealingAudit({
    audit: createAuditSealStore(database),
    leases: createLeaseStore(database),
    sealFiles: createSealFiles(join(config.dataFolder, 'audit-seals')),
    hashText: auditHashes.hashText,
    clock,
    random,
    log,
    ownerId: `worker-${random.id()}`,
  })
  return {
    close: async () => {
      await Promise.all([
        sealing.stop(),
        relay.stop(),
        expiring.stop(),
        asking.stop(),
        clocks.stop(),
        purging.stop(),
        photos.stop(),
      ])
      await database.close()
    },
  }
}
