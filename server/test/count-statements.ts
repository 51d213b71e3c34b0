import type { Client, Database } from '../src/adapters/database/database'
import { SqliteAdapter } from '../src/adapters/database/sqlite/sqlite-adapter'
import { sqliteFileOf } from '../src/adapters/database/sqlite/sqlite-file'
import { SqlServerAdapter } from '../src/adapters/database/sqlserver/sqlserver-adapter'
import { isSqlServerUrl } from '../src/adapters/database/sqlserver/sqlserver-url'
import { PrismaClient as SqliteClient } from '../src/generated/sqlite/client'
import { PrismaClient as SqlServerClient } from '../src/generated/sqlserver/client'

const LOG = [{ emit: 'event', level: 'query' }] as const

/** The same database opened again, with a count of the SQL statements that reach it. */
export async function countStatements(url: string) {
  let count = 0
  const engine = isSqlServerUrl(url) ? 'sqlserver' : 'sqlite'
  const open = (use: 'read' | 'write'): Client => {
    if (engine === 'sqlserver') {
      const adapter = new SqlServerAdapter(url, { applicationName: 'waiqin-test' })
      const client = new SqlServerClient({ adapter, log: [...LOG] })
      client.$on('query', () => count++)
      return client
    }
    const client = new SqliteClient({ adapter: new SqliteAdapter(sqliteFileOf(url), use), log: [...LOG] })
    client.$on('query', () => count++)
    return client as unknown as Client
  }
  const [writing, read] = [open('write'), open('read')]
  const counting: Database = {
    engine,
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
