import { Counter, Gauge, type Registry } from 'prom-client'
import type { QueueBacklog, ReadWecomBacklog } from '../ports/wecom-backlog'
import { sharedReading } from './shared-reading'

export interface WecomWatched {
  readonly readBacklog: ReadWecomBacklog
  /** Whether calls of this process fail at once, because many failed before. */
  readonly isBroken: () => boolean
}

/** @returns counts a call of this process */
export function countWecomCalls(registry: Registry): (app: string, path: string, outcome: string) => void {
  const calls = new Counter({
    name: 'waiqin_wecom_calls_total',
    help: 'Calls of this process to WeCom by app, path and outcome',
    labelNames: ['app', 'path', 'outcome'],
    registers: [registry],
  })
  return (app, path, outcome) => calls.inc({ app, path, outcome })
}

/** Asked at every scrape. */
export function watchWecom(registry: Registry, { readBacklog, isBroken }: WecomWatched): void {
  const backlog = sharedReading(readBacklog)
  const watch = (name: string, help: string, valueOf: (queue: QueueBacklog) => number) =>
    new Gauge({
      name: `waiqin_wecom_${name}`,
      help,
      labelNames: ['queue'],
      registers: [registry],
      async collect() {
        const queues = await backlog()
        this.reset()
        for (const [queue, one] of Object.entries(queues ?? {})) this.set({ queue }, valueOf(one))
      },
    })
  watch('waiting', 'Callbacks, cards, messages and write-backs that wait', (queue) => queue.waitingCount)
  watch('retried', 'Those that wait and have failed before', (queue) => queue.retriedCount)
  watch('failed', 'Those that were given up', (queue) => queue.failedCount)
  new Gauge({
    name: 'waiqin_wecom_broken',
    help: '1 while this process makes no calls, because many failed in a row',
    registers: [registry],
    collect() {
      this.set(isBroken() ? 1 : 0)
    },
  })
}
