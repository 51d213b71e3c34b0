import { BrokenCircuitError } from 'cockatiel'
import type { Database } from '../adapters/database/database'
import { createOutboxBacklog } from '../adapters/database/outbox-backlog'
import { createPhotoBacklog } from '../adapters/database/photo-backlog'
import { DocumentsRefused } from '../adapters/elasticsearch/documents-refused'
import type { Config } from '../config'
import { createApp } from '../http/app'
import { healthPages } from '../http/health'
import { createLifecycle } from '../http/lifecycle'
import { createMetrics, metricsPage, type Metrics } from '../http/metrics'
import { startServer, type RunningServer } from '../http/server'
import type { AppendOutcome, WorkerMetrics } from '../http/worker-metrics'
import type { EventLog } from '../ports/event-log'
import type { Log } from '../ports/log'
import type { LeaseStore, OutboxStore } from '../ports/outbox-store'
import { watchJob } from '../worker/job-watch'
import type { Repeating, Timer } from '../worker/repeat'
import type { Sources } from './platform'
import { watchedWecom, type WecomApps } from './wecom'

/** Watches a worker's parts from outside; whoever is watched behaves as before. */
export interface WorkerWatch {
  readonly metrics: Metrics
  /** Starts a job under the name that its figures have. */
  job(name: string, start: (log: Log, timer: Timer) => Repeating): Repeating
  outbox(store: OutboxStore): OutboxStore
  leases(store: LeaseStore): LeaseStore
  eventLog(eventLog: EventLog): EventLog
}

export function createWorkerWatch(
  database: Database,
  { clock, log }: Pick<Sources, 'clock'> & { readonly log: Log },
): WorkerWatch {
  const metrics = createMetrics()
  const figures = metrics.ofWorker(clock)
  metrics.watchWriteQueue(database.waitingWrites)
  metrics.watchOutbox(createOutboxBacklog(database), clock)
  figures.watchPhotos(createPhotoBacklog(database))
  return {
    metrics,
    job: (name, start) => {
      figures.noteJob(name)
      return watchJob({ log, clock, tell: figures.noteRound }, name, start)
    },
    outbox: (store) => watchedOutbox(store, figures),
    leases: (store) => watchedLeases(store, figures),
    eventLog: (eventLog) => watchedEventLog(eventLog, figures),
  }
}

function watchedOutbox(store: OutboxStore, figures: WorkerMetrics): OutboxStore {
  return {
    ...store,
    numberEvents: async (request, nowMs) => {
      const count = await store.numberEvents(request, nowMs)
      // Without the lease nothing was written.
      if (count === null) figures.noteLease(request.lease.name, 0)
      else figures.countNumbered(count)
      return count
    },
    markDelivered: async (subscriber, eventIds, nowMs) => {
      await store.markDelivered(subscriber, eventIds, nowMs)
      figures.countDelivered(subscriber, eventIds.length)
    },
    markFailed: async (subscriber, failure) => {
      figures.countFailedDelivery(subscriber)
      await store.markFailed(subscriber, failure)
    },
  }
}

function watchedLeases(store: LeaseStore, figures: WorkerMetrics): LeaseStore {
  return {
    take: async (lease, nowMs) => {
      const isTaken = await store.take(lease, nowMs)
      figures.noteLease(lease.name, isTaken ? lease.untilMs : 0)
      return isTaken
    },
    release: async (lease, nowMs) => {
      figures.noteLease(lease.name, 0)
      await store.release(lease, nowMs)
    },
  }
}

function watchedEventLog(eventLog: EventLog, figures: WorkerMetrics): EventLog {
  return {
    ...eventLog,
    append: async (documents) => {
      try {
        await eventLog.append(documents)
        figures.noteAppend('ok', documents.length)
      } catch (error) {
        figures.noteAppend(outcomeOf(error), documents.length)
        throw error
      }
    },
  }
}

function outcomeOf(error: unknown): AppendOutcome {
  if (error instanceof DocumentsRefused) return 'refused'
  return error instanceof BrokenCircuitError ? 'broken' : 'failed'
}

/**
 * The worker's own pages: `/metrics`, `/healthz`, `/readyz`; nothing else. Null where no port is set.
 * @throws the listen error, e.g. with code EADDRINUSE
 */
export async function openWorkerPages(
  config: Config,
  { metrics }: WorkerWatch,
  { database, apps, clock, random, log }: Sources & { database: Database; apps: WecomApps; log: Log },
): Promise<RunningServer | null> {
  if (config.workerPort === null) return null
  const wecom = watchedWecom(database, apps)
  metrics.watchWecom(wecom)
  const lifecycle = createLifecycle()
  const handle = createApp({
    config,
    routes: [],
    pages: [
      ...healthPages({ database: () => database.read.company.findFirst() }, lifecycle, { wecom: wecom.word }),
      metricsPage(metrics, config),
    ],
    mounts: [],
    // There is no route that would ask for a session.
    authenticate: () => Promise.reject(new Error('a worker knows no sessions')),
    auditRefusal: () => Promise.resolve(),
    clock,
    random,
    log,
    metrics,
    lifecycle,
  })
  const { host, workerPort: port, shutdownGraceSeconds: graceSeconds } = config
  return startServer({ handle, host, port, lifecycle, graceSeconds })
}
