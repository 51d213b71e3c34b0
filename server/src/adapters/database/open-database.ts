import type { Clock } from '../../ports/system'
import { systemClock } from '../system/system'
import type { Database, UnopenedDatabase } from './database'
import type { SqlServerOptions } from './sqlserver/sqlserver-adapter'
import { isSqlServerUrl } from './sqlserver/sqlserver-url'

export interface DatabaseOptions extends Partial<SqlServerOptions> {
  /** `file:…` (SQLite) or `sqlserver://…` */
  readonly url: string
  /** Gives the events of a transaction their order; the system's own by default. */
  readonly clock?: Clock
}

/**
 * Opens the database and shows that it answers. The schema is not touched: see `migrate`.
 * @throws Error when it cannot be reached, or the address is of neither kind
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const database = await unopened(options)
  try {
    await database.connect()
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

/** Each side loads its own driver and client alone. */
async function unopened({ url, clock = systemClock, ...options }: DatabaseOptions): Promise<UnopenedDatabase> {
  if (isSqlServerUrl(url)) {
    const { openSqlServer } = await import('./sqlserver/open-sqlserver')
    return openSqlServer(url, clock, { applicationName: 'waiqin', ...options })
  }
  const { openSqlite } = await import('./sqlite/open-sqlite')
  return openSqlite(url, clock)
}
