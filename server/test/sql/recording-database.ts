/**
 * Databases that take down what a store asks of them. SQLite is a real one. There is no server for SQL Server's side: our
 * own adapter runs as it does on a server, but the driver below it takes the T-SQL down and has a SQLite twin answer it
 * (t-sql-on-sqlite.ts). That shows which statements are sent and lets each method run to its end; it proves nothing about
 * SQL Server's own behaviour.
 */
import { PrismaMssql } from '@prisma/adapter-mssql'
import type { Client, Database } from '../../src/adapters/database/database'
import { SqliteAdapter, type SqlConnection } from '../../src/adapters/database/sqlite/sqlite-adapter'
import { SqlServerAdapter } from '../../src/adapters/database/sqlserver/sqlserver-adapter'
import { byClock } from '../../src/adapters/database/transaction-clock'
import { PrismaClient as SqliteClient } from '../../src/generated/sqlite/client'
import { PrismaClient as SqlServerClient } from '../../src/generated/sqlserver/client'
import type { Clock } from '../../src/ports/system'
import { over, statementRecorder, type StatementRecorder } from './statement-recorder'
import { toSqlite } from './t-sql-on-sqlite'

export type Engine = Database['engine']
export const ENGINES: readonly Engine[] = ['sqlite', 'sqlserver']

/** As @prisma/adapter-mssql says. */
export const MOST_BIND_VALUES = 2_098
/** More than any work of a test takes: a slow machine is no finding. */
const TRANSACTION_LIMITS = { timeout: 60_000, maxWait: 60_000 }
/** Nobody listens there, and nobody is asked. */
export const NOWHERE = 'sqlserver://127.0.0.1:1;database=recorded;user=recorded;password=recorded'

export interface RecordingDatabase extends Pick<StatementRecorder, 'during' | 'quietly'> {
  readonly database: Database
  /** Goes on with this file, of a migrated database; SQL Server's twin works on it too. */
  use(file: string): Promise<void>
}

/** One pair of clients for all files: making a client takes longer than most stores' statements. */
export function openRecordingDatabase(engine: Engine, clock: Clock): RecordingDatabase {
  const { listen, during, quietly } = statementRecorder()
  let current: { readonly writing: SqlConnection; readonly read: SqlConnection } | null = null
  const clientOf = (use: 'read' | 'writing') => {
    const connection = relayTo(() => {
      if (current === null) throw new Error('No file is in use')
      return current[use]
    })
    return engine === 'sqlite' ? sqliteClient(listen(connection)) : sqlServerClient(listen(answeredBy(connection)))
  }
  const [writing, read] = [clientOf('writing'), clientOf('read')]
  const leave = async () => {
    await current?.read.dispose()
    await current?.writing.dispose()
    current = null
  }
  const database: Database = {
    engine,
    read,
    write: (work) => writing.$transaction(byClock(clock, work), TRANSACTION_LIMITS),
    waitingWrites: () => 0,
    close: async () => {
      await read.$disconnect()
      await writing.$disconnect()
      await leave()
    },
  }
  return {
    ...{ database, during, quietly },
    use: async (file) => {
      await leave()
      const connected = await new SqliteAdapter(file, 'write').connect()
      current = { writing: connected, read: await new SqliteAdapter(file, 'read').connect() }
    },
  }
}

function relayTo(current: () => SqlConnection): SqlConnection {
  return {
    provider: 'sqlite',
    adapterName: 'recorded',
    queryRaw: (query) => current().queryRaw(query),
    executeRaw: (query) => current().executeRaw(query),
    executeScript: (script) => current().executeScript(script),
    startTransaction: (isolationLevel) => current().startTransaction(isolationLevel),
    dispose: () => Promise.resolve(),
  }
}

function sqliteClient(connection: SqlConnection): Client {
  const adapter = { provider: 'sqlite', adapterName: 'recorded', connect: () => Promise.resolve(connection) } as const
  return new SqliteClient({ adapter }) as unknown as Client
}

function sqlServerClient(connection: SqlConnection): Client {
  const adapter = new SqlServerAdapter(NOWHERE, { applicationName: 'recorded' })
  drivers.set(adapter, () => Promise.resolve(connection))
  return new SqlServerClient({ adapter })
}

type Connect = () => Promise<SqlConnection>
const drivers = new WeakMap<object, Connect>()
let driverOfOthers: Connect = () => Promise.reject(new Error('Nobody said how to answer this adapter'))

// Prisma's adapter connects so instead of to a server; what our own adapter adds to it stays.
PrismaMssql.prototype.connect = function (this: PrismaMssql) {
  return (drivers.get(this) ?? driverOfOthers)() as ReturnType<PrismaMssql['connect']>
}

/** For adapters that somebody else makes. @returns ends it */
export function driveEveryAdapter(connect: Connect): () => void {
  const before = driverOfOthers
  driverOfOthers = connect
  return () => {
    driverOfOthers = before
  }
}

function answeredBy(twin: SqlConnection): SqlConnection {
  const translated = <Target extends Pick<SqlConnection, 'queryRaw' | 'executeRaw'>>(target: Target) => ({
    provider: 'sqlserver' as const,
    queryRaw: (query: Parameters<Target['queryRaw']>[0]) => target.queryRaw(toSqlite(query)),
    executeRaw: (query: Parameters<Target['executeRaw']>[0]) => target.executeRaw(toSqlite(query)),
  })
  return over(twin, {
    ...translated(twin),
    getConnectionInfo: () => ({ maxBindValues: MOST_BIND_VALUES, supportsRelationJoins: false }),
    startTransaction: async () => {
      const transaction = await twin.startTransaction()
      return over(transaction, translated(transaction))
    },
  })
}
