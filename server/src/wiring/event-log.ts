import type { Database } from '../adapters/database/database'
import { createDatabaseEventLog } from '../adapters/database/event-log-store'
import type { Config } from '../config'
import type { EventLog } from '../ports/event-log'
import type { Log } from '../ports/log'

export interface OpenedEventLog {
  readonly eventLog: EventLog
  close(): Promise<void>
}

/** Where events are found again: Elasticsearch where one is set, whose package nobody else loads; else beside the data. */
export async function openEventLog({ elasticsearch }: Config, database: Database, log: Log): Promise<OpenedEventLog> {
  if (elasticsearch === null) return { eventLog: createDatabaseEventLog(database), close: () => Promise.resolve() }
  const { openElasticsearchEventLog } = await import('./elasticsearch-event-log')
  return openElasticsearchEventLog(elasticsearch, log)
}
