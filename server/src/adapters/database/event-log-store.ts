import type { EventLog } from '../../ports/event-log'
import { chunk } from './chunk'
import type { Database } from './database'

const TEXT_MAX_LENGTH = 1_000

/** The event log of an installation without Elasticsearch: a table. */
export function createDatabaseEventLog(database: Database): EventLog {
  return {
    append: (documents) =>
      database.write(async (tx) => {
        for (const group of chunk(documents)) {
          const rows = await tx.eventLogEntry.findMany({
            where: { id: { in: group.map((document) => document.id) } },
            select: { id: true },
          })
          const known = new Set(rows.map((row) => row.id))
          const fresh = group.filter((document) => !known.has(document.id))
          if (fresh.length === 0) continue
          await tx.eventLogEntry.createMany({
            data: fresh.map(({ atMs, text, fields, ...columns }) => ({
              ...columns,
              at: new Date(atMs),
              text: text.slice(0, TEXT_MAX_LENGTH),
              documentJson: JSON.stringify(fields),
            })),
          })
        }
      }),
  }
}
