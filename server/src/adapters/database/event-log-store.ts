import type { EventLog, EventLogDocument } from '../../ports/event-log'
import { chunk } from './chunk'
import type { Database, Transaction } from './database'
import { toDocument } from './event-log-queries'
import { eventLogQueriesOfSqlite } from './sqlite/event-log-queries'
import { insertNewRows } from './sqlite/insert-new-rows'
import { eventLogQueriesOfSqlServer } from './sqlserver/event-log-queries'

const TEXT_MAX_LENGTH = 1_000

/** The event log of an installation without Elasticsearch: a table. */
export function createDatabaseEventLog(database: Pick<Database, 'engine' | 'read' | 'write'>): EventLog {
  const { read, write, engine } = database
  const queries = engine === 'sqlite' ? eventLogQueriesOfSqlite : eventLogQueriesOfSqlServer
  return {
    append: (documents) =>
      write(async (tx) => {
        const rows = documents.map(toRow)
        if (engine === 'sqlite') await insertNewRows(tx, 'EventLogEntry', 'id', rows)
        else await insertUnknown(tx, rows)
      }),
    search: async (search) => (await queries.search(read, search)).map(toDocument),
    histogram: (histogram) => queries.histogram(read, histogram),
    top: (filter, field, limit) => queries.top(read, filter, field, limit),
  }
}

function toRow({ atMs, text, fields, ...columns }: EventLogDocument) {
  return {
    ...columns,
    at: new Date(atMs),
    text: text.slice(0, TEXT_MAX_LENGTH),
    documentJson: JSON.stringify(fields),
  }
}

async function insertUnknown(tx: Transaction, rows: readonly ReturnType<typeof toRow>[]): Promise<void> {
  for (const group of chunk(rows)) {
    const known = await tx.eventLogEntry.findMany({
      where: { id: { in: group.map(({ id }) => id) } },
      select: { id: true },
    })
    const knownIds = new Set(known.map(({ id }) => id))
    const fresh = group.filter(({ id }) => !knownIds.has(id))
    if (fresh.length > 0) await tx.eventLogEntry.createMany({ data: fresh })
  }
}
