import type { Client, Database } from '../src/adapters/database/database'
import { SqliteAdapter } from '../src/adapters/database/sqlite/sqlite-adapter'
import { sqliteFileOf } from '../src/adapters/database/sqlite/sqlite-file'
import { PrismaClient as SqliteClient } from '../src/generated/sqlite/client'

/** The same database opened again, with a count of the SQL statements that reach it. */
export async function countStatements(url: string) {
  const file = sqliteFileOf(url)
  let count = 0
  const open = (use: 'read' | 'write') => {
    const client = new SqliteClient({
      adapter: new SqliteAdapter(file, use),
      log: [{ emit: 'event', level: 'query' }],
    })
    client.$on('query', () => count++)
    return client as unknown as Client
  }
  const [writing, read] = [open('write'), open('read')]
  const counting: Database = {
    engine: 'sqlite',
    waitingWrites: () => 0,
    read,
    write: (work) => writing.$transaction(work),
    close: async () => {
      await read.$disconnect()
      await writing.$disconnect()
    },
  }
  await writing.$connect()
  await read.$connect()
  return { counting, statements: () => count }
}
