import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { DecisionCode, Outcome } from '#contract/decision'
import type { Config } from '../config'
import type { OutboxBacklog, ReadOutboxBacklog } from '../ports/dead-letter-store'
import type { Measure } from '../ports/measure'
import type { Clock } from '../ports/system'
import { AppError } from '../app-error'
import type { Page } from './page'
import { sharedReading } from './shared-reading'
import { countWecomCalls, watchWecom, type WecomWatched } from './wecom-metrics'
import { createWorkerMetrics, type WorkerMetrics } from './worker-metrics'

export interface Metrics {
  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void
  /** Where the time of check-ins goes. */
  readonly measure: Measure
  /** One judged check-in. */
  countDecision(outcome: Outcome, code: DecisionCode): void
  /** Asked at every scrape: how many writes wait for the database's one writing connection. */
  watchWriteQueue(length: () => number): void
  /** Asked at every scrape: what the relay of the worker has before it, in the database that all processes share. */
  watchOutbox(read: ReadOutboxBacklog, clock: Clock): void
  /** One call to WeCom, by name of the app. */
  countWecomCall(app: string, path: string, outcome: string): void
  /** Asked at every scrape: what waits to go to WeCom, and whether calls go there. */
  watchWecom(watched: WecomWatched): void
  /** The figures that a worker has besides; a web process never asks for them. */
  ofWorker(clock: Clock): WorkerMetrics
  /** Prometheus text format. */
  render(): Promise<string>
  readonly contentType: string
}

/** The figures of one process, in a registry of its own; the event loop's delay is among the default ones. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'waiqin_http_request_duration_seconds',
    help: 'Time from the first byte of a request to its answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const decisions = new Counter({
    name: 'waiqin_check_in_decisions_total',
    help: 'Judged check-ins by outcome and code',
    labelNames: ['outcome', 'code'],
    registers: [registry],
  })
  const stages = new Histogram({
    name: 'waiqin_check_in_stage_duration_seconds',
    help: 'Time of a check-in by stage, waiting for its group included',
    labelNames: ['stage'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    registers: [registry],
  })
  return {
    measure: async (stage, work) => {
      const end = stages.startTimer({ stage })
      try {
        return await work()
      } finally {
        end()
      }
    },
    observeRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    countDecision: (outcome, code) => decisions.inc({ outcome, code }),
    watchWriteQueue: (length) => {
      new Gauge({
        name: 'waiqin_database_write_queue_length',
        help: 'Writes waiting for the writing connection',
        registers: [registry],
        collect() {
          this.set(length())
        },
      })
    },
    watchOutbox: (read, clock) => watchOutbox(registry, read, clock),
    countWecomCall: countWecomCalls(registry),
    watchWecom: (watched) => watchWecom(registry, watched),
    ofWorker: (clock) => createWorkerMetrics(registry, clock),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

type SubscriberBacklog = OutboxBacklog['subscribers'][number]

function watchOutbox(registry: Registry, read: ReadOutboxBacklog, clock: Clock): void {
  const backlog = sharedReading(read)
  const watch = (name: string, help: string, valueOf: (one: SubscriberBacklog) => number) =>
    new Gauge({
      name: `waiqin_outbox_${name}`,
      help,
      labelNames: ['subscriber'],
      registers: [registry],
      async collect() {
        const { subscribers } = (await backlog()) ?? { subscribers: [] }
        this.reset()
        for (const one of subscribers) this.set({ subscriber: one.name }, valueOf(one))
      },
    })
  watch('waiting', 'Events that a subscriber has not taken yet', (one) => one.waitingCount)
  watch('dead', 'Events given up, each holding its key until an operator decides', (one) => one.deadCount)
  watch('oldest_seconds', 'Age of the oldest event that a subscriber has not taken yet', (one) =>
    one.oldestWaitingAtMs === null ? 0 : (clock.nowMs() - one.oldestWaitingAtMs) / 1_000,
  )
  new Gauge({
    name: 'waiqin_outbox_unnumbered',
    help: 'Events without a place in the feed yet',
    registers: [registry],
    async collect() {
      this.set((await backlog())?.unnumberedCount ?? NaN)
    },
  })
}

/** `/metrics`: open in development, behind `METRICS_TOKEN` where one is set, absent in production without one. */
export function metricsPage(metrics: Metrics, config: Pick<Config, 'environment' | 'metricsToken'>): Page {
  return {
    path: '/metrics',
    quiet: true,
    answer: async ({ authorization }) => {
      if (config.metricsToken === null && config.environment === 'production') throw new AppError('ROUTE_UNKNOWN')
      if (config.metricsToken !== null && !isSame(authorization ?? '', `Bearer ${config.metricsToken}`)) {
        throw new AppError(authorization === null ? 'TOKEN_MISSING' : 'TOKEN_INVALID')
      }
      return { type: metrics.contentType, body: await metrics.render() }
    },
  }
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
