import { Counter, Gauge, type Registry } from 'prom-client'
import type { PhotoBacklog, ReadPhotoBacklog } from '../ports/photo-backlog'
import type { Clock } from '../ports/system'
import { sharedReading } from './shared-reading'

/** `refused`: Elasticsearch took all but some documents; `broken`: it was left alone, because it kept failing. */
export type AppendOutcome = 'ok' | 'refused' | 'broken' | 'failed'

/** What only the worker does; the figures of the outbox and of WeCom come with `Metrics`. */
export interface WorkerMetrics {
  /** Events that got their place in the feed. */
  countNumbered(count: number): void
  /** Events that a subscriber took. */
  countDelivered(subscriber: string, count: number): void
  /** A try that failed; the event is tried again or dead. */
  countFailedDelivery(subscriber: string): void
  /** A lease that this process took, renewed, or gave back with 0. */
  noteLease(name: string, untilMs: number): void
  /** A job that begins: until its first round it counts as having succeeded now. */
  noteJob(job: string): void
  noteRound(job: string, round: { readonly endedAtMs: number; readonly failed: boolean }): void
  /** One call that appends to the event log. */
  noteAppend(outcome: AppendOutcome, documentCount: number): void
  /** Asked at every scrape. */
  watchPhotos(read: ReadPhotoBacklog): void
}

export function createWorkerMetrics(registry: Registry, clock: Clock): WorkerMetrics {
  const registers = [registry]
  const numbered = new Counter({
    name: 'waiqin_relay_numbered_total',
    help: 'Events to which this process gave their place in the feed',
    registers,
  })
  const delivered = new Counter({
    name: 'waiqin_relay_delivered_total',
    help: 'Events that a subscriber took from this process',
    labelNames: ['subscriber'],
    registers,
  })
  const failedDeliveries = new Counter({
    name: 'waiqin_relay_failed_tries_total',
    help: 'Tries of this process to hand an event to a subscriber that failed',
    labelNames: ['subscriber'],
    registers,
  })
  const appended = new Counter({
    name: 'waiqin_event_log_documents_total',
    help: 'Documents that this process brought to the event log, by the outcome of their call',
    labelNames: ['outcome'],
    registers,
  })
  const eventLogFailing = new Gauge({
    name: 'waiqin_event_log_failing',
    help: '1 while the latest call of this process to the event log failed',
    registers,
  })
  // Not `job`: Prometheus itself puts that label on everything.
  const succeededAt = new Gauge({
    name: 'waiqin_worker_job_last_success_timestamp_seconds',
    help: 'When the latest round of a job ended without an error; when it began, before its first round',
    labelNames: ['name'],
    registers,
  })
  const failures = new Counter({
    name: 'waiqin_worker_job_failures_total',
    help: 'Rounds of a job in which something failed',
    labelNames: ['name'],
    registers,
  })
  return {
    countNumbered: (count) => numbered.inc(count),
    countDelivered: (subscriber, count) => delivered.inc({ subscriber }, count),
    countFailedDelivery: (subscriber) => failedDeliveries.inc({ subscriber }),
    noteLease: watchLeases(registry, clock),
    noteJob: (job) => {
      succeededAt.set({ name: job }, clock.nowMs() / 1_000)
      failures.inc({ name: job }, 0)
    },
    noteRound: (job, { endedAtMs, failed }) => {
      if (failed) failures.inc({ name: job })
      else succeededAt.set({ name: job }, endedAtMs / 1_000)
    },
    noteAppend: (outcome, documentCount) => {
      appended.inc({ outcome }, documentCount)
      // That single documents were refused says that it answers.
      eventLogFailing.set(outcome === 'broken' || outcome === 'failed' ? 1 : 0)
    },
    watchPhotos: (read) => watchPhotos(registry, clock, read),
  }
}

/** Nobody says when a lease runs out: at each scrape its end is compared with now. */
function watchLeases(registry: Registry, clock: Clock): WorkerMetrics['noteLease'] {
  const heldUntilMs = new Map<string, number>()
  new Gauge({
    name: 'waiqin_worker_lease_held',
    help: '1 while this process holds the lease; over all workers one does, and of audit-sealer nobody while it is quiet',
    labelNames: ['lease'],
    registers: [registry],
    collect() {
      for (const [lease, untilMs] of heldUntilMs) this.set({ lease }, untilMs > clock.nowMs() ? 1 : 0)
    },
  })
  return (name, untilMs) => void heldUntilMs.set(name, untilMs)
}

function watchPhotos(registry: Registry, clock: Clock, read: ReadPhotoBacklog): void {
  const backlog = sharedReading(() => read(clock.nowMs()))
  const watch = (name: string, help: string, valueOf: (one: PhotoBacklog) => number) =>
    new Gauge({
      name: `waiqin_photos_${name}`,
      help,
      registers: [registry],
      async collect() {
        const one = await backlog()
        this.set(one === null ? NaN : valueOf(one))
      },
    })
  watch('awaited', 'Photos that attempts name and that are not settled yet', (one) => one.awaitedCount)
  watch('due', 'Photos whose look is due', (one) => one.dueCount)
  watch('oldest_due_seconds', 'How long the longest due photo waits for its look', (one) =>
    one.oldestDueAtMs === null ? 0 : (clock.nowMs() - one.oldestDueAtMs) / 1_000,
  )
}
