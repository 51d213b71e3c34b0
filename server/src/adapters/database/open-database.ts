import { PrismaClient as SqliteClient } from '../../generated/sqlite/client'
import { PrismaClient as SqlServerClient } from '../../generated/sqlserver/client'
import type { Clock } from '../../ports/system'
import { systemClock, systemRandom } from '../system/system'
import type { Client, Database } from './database'
import { oneAtATime } from './one-at-a-time'
import { retryOnConflict } from './retry'
import { SqliteAdapter } from './sqlite/sqlite-adapter'
import { sqliteFileOf } from './sqlite/sqlite-file'
import { SqlServerAdapter, type SqlServerOptions } from './sqlserver/sqlserver-adapter'
import { isSqlServerUrl } from './sqlserver/sqlserver-url'
import { byClock } from './transaction-clock'

export interface DatabaseOptions extends Partial<SqlServerOptions> {
  /** `file:…` (SQLite) or `sqlserver://…` */
  readonly url: string
  /** Gives the events of a transaction their order; the system's own by default. */
  readonly clock?: Clock
}

/** A transaction that takes longer is rolled back; starting one may wait for a free connection. */
const TRANSACTION_LIMITS = { timeout: 20_000, maxWait: 10_000 }

/**
 * Opens the database and shows that it answers. The schema is not touched: see `migrate`.
 * @throws Error when it cannot be reached, or the address is of neither kind
 */
export async function openDatabase({ url, clock = systemClock, ...options }: DatabaseOptions): Promise<Database> {
  const database = isSqlServerUrl(url)
    ? sqlServer(url, clock, { applicationName: 'waiqin', ...options })
    : sqlite(sqliteFileOf(url), clock)
  try {
    await database.connect()
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

interface UnopenedDatabase extends Database {
  connect(): Promise<void>
}

function sqlite(file: string, clock: Clock): UnopenedDatabase {
  // One client writes and one reads: a second writing connection in this process would block the event loop that the
  // first one needs to finish.
  const writing = sqliteClient(file, 'write')
  const read = sqliteClient(file, 'read')
  const queue = oneAtATime()
  let waiting = 0
  return {
    engine: 'sqlite',
    read,
    write: (work) => {
      waiting++
      return queue(() => {
        waiting--
        return retryOnConflict(systemRandom, () => writing.$transaction(byClock(clock, work), TRANSACTION_LIMITS))
      })
    },
    waitingWrites: () => waiting,
    connect: async () => {
      // The writing client first: it creates the file and turns WAL on, which needs the file for itself for a moment.
      await retryOnConflict(systemRandom, () => writing.$connect())
      await retryOnConflict(systemRandom, () => read.$connect())
    },
    close: async () => {
      await queue(() => Promise.resolve())
      await read.$disconnect()
      await writing.$disconnect()
    },
  }
}

/** Both schemas are rendered from one, so both clients are the same but for their engine; the one cast stands here. */
function sqliteClient(file: string, use: 'write' | 'read'): Client {
  return new SqliteClient({ adapter: new SqliteAdapter(file, use), errorFormat: 'minimal' }) as unknown as Client
}

function sqlServer(url: string, clock: Clock, options: SqlServerOptions): UnopenedDatabase {
  const client: Client = new SqlServerClient({ adapter: new SqlServerAdapter(url, options), errorFormat: 'minimal' })
  return {
    engine: 'sqlserver',
    read: retryingReads(client),
    write: (work) => retryOnConflict(systemRandom, () => client.$transaction(byClock(clock, work), TRANSACTION_LIMITS)),
    waitingWrites: () => 0,
    connect: () => client.$connect(),
    close: () => client.$disconnect(),
  }
}

/** A query outside of transactions changes nothing, so it is repeated as a transaction is. */
function retryingReads(client: Client): Client {
  const extended = client.$extends({
    query: { $allOperations: ({ args, query }) => retryOnConflict(systemRandom, () => query(args)) },
  })
  return extended as unknown as Client
}
