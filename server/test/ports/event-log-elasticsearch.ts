/** A real Elasticsearch for tests; its address is in TEST_ELASTICSEARCH_URL. */
import { randomBytes } from 'node:crypto'
import { createElasticsearchClient } from '../../src/adapters/elasticsearch/client'
import { createElasticsearchEventLog, eventStream } from '../../src/adapters/elasticsearch/event-log'
import { createLogSetupTarget } from '../../src/adapters/elasticsearch/log-setup'
import { appStream, logStreams, logTemplates } from '../../src/adapters/elasticsearch/templates'
import { setUpElk } from '../../src/features/elk-setup/setup-elk.usecase'
import type { EventLog } from '../../src/ports/event-log'

export const RETENTION = { eventDays: 180, appDays: 30 }
export const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

export function elasticsearchUrl(): string | null {
  return process.env['TEST_ELASTICSEARCH_URL'] ?? null
}

/** `describe` when there is a node; else it says in the results that what follows was left out. */
export function describeOnElasticsearch(name: string, define: (url: string) => void): void {
  const url = elasticsearchUrl()
  if (url !== null) describe(name, () => define(url))
  else it.skip(`${name}: left out, TEST_ELASTICSEARCH_URL is not set`, () => {})
}

export type OpenedElasticsearch = ReturnType<typeof openElasticsearch>

/** @param namespace a new one by default, so that nobody else's entries are seen */
export function openElasticsearch(
  url: string,
  { namespace = `test${randomBytes(6).toString('hex')}`, timeoutMs = 8_000 } = {},
) {
  const client = createElasticsearchClient({ nodeUrls: [url], auth: null, caPem: null }, timeoutMs)
  const stream = eventStream(namespace)
  const plan = { templates: logTemplates(RETENTION), streams: logStreams(namespace, RETENTION) }
  return {
    ...{ client, namespace, stream, plan },
    appStream: appStream(namespace),
    setUp: () => setUpElk(createLogSetupTarget(client), plan),
    /** Finds at once what was appended. */
    eventLog: visible(
      createElasticsearchEventLog({ client, namespace, log: SILENT, busyWaitMs: 50, breakMs: 50 }),
      async () => void (await client.indices.refresh({ index: stream })),
    ),
    close: () => client.close(),
  }
}

function visible(eventLog: EventLog, refresh: () => Promise<void>): EventLog {
  return {
    ...eventLog,
    append: async (documents) => {
      await eventLog.append(documents)
      await refresh()
    },
  }
}
