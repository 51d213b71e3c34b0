import { join } from 'node:path'
import { auditHashes } from '../adapters/database/audit-rows'
import { createAuditSealStore } from '../adapters/database/audit-store'
import type { Database } from '../adapters/database/database'
import { createGatewayStore } from '../adapters/database/gateway-store'
import { createLeaseStore } from '../adapters/database/lease-store'
import { requireMigrated } from '../adapters/database/migrate'
import { openDatabase } from '../adapters/database/open-database'
import { createOutboxStore } from '../adapters/database/outbox-store'
import { createRetentionStore } from '../adapters/database/retention-store'
import { createWriteBackStore } from '../adapters/database/write-back-store'
import { createLog } from '../adapters/system/log'
import { createGatewayClockReader } from '../adapters/system/presence-proof-clock'
import { createSealFiles } from '../adapters/system/seal-files'
import { createAttendance } from '../adapters/wecom/attendance'
import type { Config } from '../config'
import type { Log } from '../ports/log'
import type { LeaseStore } from '../ports/outbox-store'
import { createApprovals } from './approvals'
import { createChat } from './chat'
import { openEventLog } from './event-log'
import { createOrganisation } from './organisation'
import { startPhotoVerification } from './photo-verification'
import { fieldCipher, sourcesOf, type Sources } from './platform'
import { openWecomApps } from './wecom'
import { createWorkerWatch, openWorkerPages, type WorkerWatch } from './worker-watch'
import { approvalsSubscriber } from '../worker/approvals-subscriber'
import { cardsSubscriber } from '../worker/cards-subscriber'
import { leaversSubscriber } from '../worker/leavers-subscriber'
import { noticesSubscriber } from '../worker/notices-subscriber'
import { startReminding, startWorkingCards } from '../worker/work-cards'
import { startWorkingInbox } from '../worker/work-inbox'
import { startWorkingNotices } from '../worker/work-notices'
import { startWritingBack } from '../worker/write-back'
import { writeBackSubscriber } from '../worker/write-back-subscriber'
import { startAskingAgain } from '../worker/ask-again'
import { eventLogSubscriber } from '../worker/event-log-subscriber'
import { startExpiringApprovals } from '../worker/expire-approvals'
import { startMeasuringGatewayClocks } from '../worker/measure-gateway-clocks'
import { startPurgingExpired } from '../worker/purge-expired'
import { rebindsSubscriber } from '../worker/rebinds-subscriber'
import { startRelay } from '../worker/relay'
import type { Repeating } from '../worker/repeat'
import { startSealingAudit } from '../worker/seal-audit'
import { startSyncingOrganisation } from '../worker/sync-organisation'
import type { Subscriber } from '../worker/subscriber'

/** Whom the relay hands events to; a name that is missing here is not served any more. */
export function relaySubscribers(
  config: Config,
  database: Database,
  { approvals, chat, clock, events }: Pick<WorkerParts, 'approvals' | 'chat' | 'clock' | 'events'>,
): readonly Subscriber[] {
  return [
    eventLogSubscriber(events.eventLog),
    approvalsSubscriber(approvals.askForApproval),
    rebindsSubscriber(approvals.settleHeld),
    leaversSubscriber(approvals.closeRequestsOfLeaver),
    noticesSubscriber(chat.planNotices),
    // Without a callback address nobody could press them.
    ...(config.wecom.callback === null ? [] : [cardsSubscriber(chat.planCards)]),
    ...(config.wecom.writesBack ? [writeBackSubscriber(createWriteBackStore(database), clock)] : []),
  ]
}

/** What the worker's parts share; made by commands too. */
export type WorkerParts = Awaited<ReturnType<typeof openWorkerParts>>

/** @param onWecomCall told of every call to WeCom, by name of the app */
export async function openWorkerParts(
  config: Config,
  database: Database,
  { clock, random }: Sources,
  log: Log,
  onWecomCall?: Parameters<typeof openWecomApps>[3],
) {
  const cipher = fieldCipher(config)
  const shared = { database, cipher, clock, random, log }
  const apps = openWecomApps(config, shared, () => config.port, onWecomCall)
  const organisation = createOrganisation(database, { ...shared, apps })
  const { handleContactChange } = organisation
  return {
    ...shared,
    apps,
    events: await openEventLog(config, database, log),
    organisation,
    approvals: createApprovals(database, { clock, random }),
    chat: createChat(config, { ...shared, apps, handleContactChange }),
  }
}

/** The worker process: relays the outbox, measures the gateways' clocks, verifies photos, deletes what expired. Several may run; a lease lets one relay. */
export async function startWorker(
  config: Config,
  sources: Sources = sourcesOf(config),
): Promise<{ readonly url: string | null; close(): Promise<void> }> {
  const { url } = config.database
  await requireMigrated(url)
  const { clock, random } = sources
  const log = createLog(config, 'worker')
  const database = await openDatabase({
    url,
    clock,
    applicationName: 'waiqin-worker',
    onConnectionTrouble: (err) => log.warn({ err }, 'a connection to the database failed'),
  })
  const watch = createWorkerWatch(database, { clock, log })
  const parts = await openWorkerParts(config, database, sources, log, watch.metrics.countWecomCall)
  const events = { ...parts.events, eventLog: watch.eventLog(parts.events.eventLog) }
  const { approvals } = parts
  // First: a port that is taken must be said before anything runs.
  const pages = await openWorkerPages(config, watch, { ...parts, ...sources })
  const leases = watch.leases(createLeaseStore(database))
  const relay = startRelay({
    outbox: watch.outbox(createOutboxStore(database)),
    leases,
    subscribers: relaySubscribers(config, database, { ...parts, events }),
    clock,
    random,
    log,
    ownerId: `worker-${random.id()}`,
  })
  const gateways = { gateways: createGatewayStore(database), readGatewayClock: createGatewayClockReader(clock), clock }
  const sealing = {
    audit: createAuditSealStore(database),
    leases,
    sealFiles: createSealFiles(join(config.dataFolder, 'audit-seals')),
    hashText: auditHashes.hashText,
    clock,
    random,
    ownerId: `worker-${random.id()}`,
  }
  const purging = { retention: createRetentionStore(database), clock }
  const jobs = [
    relay,
    watch.job('gateway-clocks', (log, timer) => startMeasuringGatewayClocks({ ...gateways, log }, timer)),
    watch.job('expire-approvals', (log, timer) => startExpiringApprovals({ ...approvals, log }, timer)),
    watch.job('ask-again', (log, timer) => startAskingAgain({ ...approvals, log }, timer)),
    watch.job('purge-expired', (log, timer) => startPurgingExpired({ ...purging, log }, timer)),
    watch.job('seal-audit', (log, timer) => startSealingAudit({ ...sealing, log }, timer)),
    startPhotoVerification(config, database, { ...sources, log, watch }),
    ...startChat(config, parts, watch, leases),
  ]
  return {
    url: pages?.url ?? null,
    close: async () => {
      await Promise.all([pages?.close(), ...jobs.map((job) => job.stop())])
      await parts.events.close()
      await database.close()
    },
  }
}

/** What goes to WeCom and comes from it: each job by itself, so that none waits for another. */
function startChat(
  config: Config,
  { chat, apps, organisation, database, clock, random }: WorkerParts,
  { job }: WorkerWatch,
  leases: LeaseStore,
): readonly Repeating[] {
  const { inboxPorts, cardPorts, noticePorts, planCards } = chat
  const writeBack = {
    writeBacks: createWriteBackStore(database),
    attendance: createAttendance(apps.app),
    leases,
    clock,
    ownerId: `worker-${random.id()}`,
  }
  return [
    job('notices', (log, timer) => startWorkingNotices({ ...noticePorts, log }, timer)),
    ...(inboxPorts === null
      ? []
      : [
          job('wecom-inbox', (log, timer) => startWorkingInbox({ ...inboxPorts, log }, timer)),
          job('cards', (log, timer) => startWorkingCards({ ...cardPorts, log }, timer)),
          job('remind', (log, timer) => startReminding({ plan: planCards, log }, timer)),
        ]),
    ...(config.wecom.writesBack
      ? [job('write-back', (log, timer) => startWritingBack({ ...writeBack, log }, timer))]
      : []),
    ...(apps.contacts === null
      ? []
      : [job('sync-organisation', (log, timer) => startSyncingOrganisation({ ...organisation, clock, log }, timer))]),
  ]
}
