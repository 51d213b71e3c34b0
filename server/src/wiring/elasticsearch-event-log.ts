import { createElasticsearchClient } from '../adapters/elasticsearch/client'
import { createElasticsearchEventLog } from '../adapters/elasticsearch/event-log'
import type { ElasticsearchConfig } from '../config.elasticsearch'
import type { Log } from '../ports/log'
import type { OpenedEventLog } from './event-log'

/** The cluster as web and worker open it. */
export function openElasticsearchEventLog(config: ElasticsearchConfig, log: Log): OpenedEventLog {
  const client = createElasticsearchClient(config)
  return {
    eventLog: createElasticsearchEventLog({ client, namespace: config.namespace, log }),
    close: async () => {
      await client.close()
    },
  }
}
