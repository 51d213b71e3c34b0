import type { Client } from '@elastic/elasticsearch'
import { circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel'
import type { EventLog } from '../../ports/event-log'
import type { Log } from '../../ports/log'
import { createAppend } from './append'
import { EVENTS_DATASET, fromStored, type StoredEvent } from './document'
import { isOutage, unavailable } from './problems'
import { histogramBody, searchBody, topBody } from './queries'

export interface ElasticsearchEventLogOptions {
  readonly client: Client
  /** Last part of the data stream's name: one per installation on a cluster. */
  readonly namespace: string
  readonly log: Pick<Log, 'info' | 'warn'>
  readonly failuresToBreak?: number
  readonly breakMs?: number
  readonly busyWaitMs?: number
}

/**
 * One request each. Measured: a node takes twice as many documents per second in requests of 1 000 than of 256, for it
 * syncs its journal once for each, and hardly more in longer ones. About 3 MB here and there while one is on its way.
 */
const BATCH_SIZE = 2_000
const FAILURES_TO_BREAK = 3
const BREAK_MS = 5_000

export function eventStream(namespace: string): string {
  return `logs-${EVENTS_DATASET}-${namespace}`
}

/**
 * The event log in a data stream of Elasticsearch, as `npm run elk:setup` prepares it. What was appended is found some
 * seconds later. After three failures in a row each call fails at once for five seconds; that Elasticsearch refused a
 * document or a question is none.
 */
export function createElasticsearchEventLog(options: ElasticsearchEventLogOptions): EventLog {
  const { client, namespace, log, busyWaitMs } = options
  const stream = eventStream(namespace)
  // A shard that does not answer must not look like entries that are not there.
  const target = { index: stream, ignore_unavailable: true, allow_partial_search_results: false }
  const append = createAppend(client, { stream, namespace, ...(busyWaitMs === undefined ? {} : { busyWaitMs }) })
  const breakMs = options.breakMs ?? BREAK_MS
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: breakMs,
    breaker: new ConsecutiveBreaker(options.failuresToBreak ?? FAILURES_TO_BREAK),
  })
  breaker.onBreak(() => log.warn({ stream }, 'Elasticsearch keeps failing: it is left alone for a while'))
  breaker.onReset(() => log.info({ stream }, 'Elasticsearch answers again'))
  const ask = async <Found>(question: () => Promise<Found>): Promise<Found> => {
    try {
      return await breaker.execute(question)
    } catch (error) {
      throw isOutage(error) ? unavailable(error, Math.ceil(breakMs / 1_000)) : error
    }
  }

  return {
    batchSize: BATCH_SIZE,

    append: (documents) => breaker.execute(() => append(documents)),

    search: async (search) => {
      const { hits } = await ask(() => client.search<StoredEvent>({ ...target, ...searchBody(search) }))
      return hits.hits.flatMap(({ _source }) => (_source === undefined ? [] : [fromStored(_source)]))
    },

    histogram: async (histogram) => {
      const { aggregations } = await ask(() =>
        client.search<StoredEvent, { buckets: { buckets: { key: number; doc_count: number }[] } }>({
          ...target,
          ...histogramBody(histogram),
        }),
      )
      return (aggregations?.buckets.buckets ?? []).map(({ key, doc_count }) => ({ fromMs: key, count: doc_count }))
    },

    top: async (filter, field, limit) => {
      const { aggregations } = await ask(() =>
        client.search<
          StoredEvent,
          { values: { sum_other_doc_count: number; buckets: { key: string; doc_count: number }[] } }
        >({ ...target, ...topBody(filter, field, limit) }),
      )
      const values = (aggregations?.values.buckets ?? []).map(({ key, doc_count }) => ({
        value: key,
        count: doc_count,
      }))
      return { values, otherCount: aggregations?.values.sum_other_doc_count ?? 0 }
    },
  }
}
