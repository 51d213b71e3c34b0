import type { Database } from '../adapters/database/database'
import { createDatabaseEventLog } from '../adapters/database/event-log-store'
import { createElasticsearchClient } from '../adapters/elasticsearch/client'
import { createElasticsearchEventLog } from '../adapters/elasticsearch/event-log'
import type { Config } from '../config'
import type { EventLog } from '../ports/event-log'
import type { Log } from '../ports/log'

export interface OpenedEventLog {
  readonly eventLog: EventLog
  close(): Promise<void>
}

/** Where events are found again: Elasticsearch where one is set, else beside the data. */
export function openEventLog({ elasticsearch }: Config, database: Database, log: Log): OpenedEventLog {
  if (elasticsearch === null) return { eventLog: createDatabaseEventLog(database), close: () => Promise.resolve() }
  const client = createElasticsearchClient(elasticsearch)
  const { namespace } = elasticsearch
  return {
    eventLog: createElasticsearchEventLog({ client, namespace, log }),
    close: async () => {
      await client.close()
    },
  }
}
