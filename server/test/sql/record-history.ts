import { join } from 'node:path'
import type { Migrating, MigrationHistory } from '../../src/adapters/database/migration-history'
import { SqliteAdapter, type SqlConnection } from '../../src/adapters/database/sqlite/sqlite-adapter'
import { openSqliteHistory } from '../../src/adapters/database/sqlite/sqlite-history'
import { openSqlServerHistory } from '../../src/adapters/database/sqlserver/sqlserver-history'
import { makeTempFolder } from '../temp-folder'
import type { RecordedStore } from './record-stores'
import { driveEveryAdapter, NOWHERE } from './recording-database'
import { statementRecorder, type Statement } from './statement-recorder'

const MIGRATION = { name: '20261122000000_initial', sql: 'SELECT 1;', checksum: 'c'.repeat(64) }

/** What a migration sends beside the migration itself, on both engines. */
export async function recordHistory(): Promise<RecordedStore> {
  const [sqlite, sqlserver] = [await ofSqlite(), await ofSqlServer()]
  const names = [...new Set([...sqlite.keys(), ...sqlserver.keys()])]
  return {
    file: 'migration-history',
    calls: names.map((name) => ({
      name,
      statements: { sqlite: sqlite.get(name) ?? [], sqlserver: sqlserver.get(name) ?? [] },
    })),
  }
}

type Calls = Map<string, readonly Statement[]>
type During = (work: () => Promise<unknown>) => Promise<readonly Statement[]>

async function callsOf<M extends Migrating>(history: MigrationHistory<M>, during: During): Promise<Calls> {
  const migrateOnce = () =>
    history.locked(async (migrating) => {
      await migrating.read()
      await migrating.run(MIGRATION.sql)
      await migrating.record(MIGRATION, { id: 'id', startedAtMs: 0, finishedAtMs: 1 })
    })
  return new Map([
    ['locked: a migration', await during(migrateOnce)],
    ['read', await during(() => history.read())],
  ])
}

async function ofSqlite(): Promise<Calls> {
  const folder = makeTempFolder()
  const { listen, during } = statementRecorder()
  const connect = Object.getOwnPropertyDescriptor(SqliteAdapter.prototype, 'connect')
    ?.value as () => Promise<SqlConnection>
  SqliteAdapter.prototype.connect = async function (this: SqliteAdapter) {
    return listen(await connect.call(this))
  }
  try {
    const history = await openSqliteHistory(join(folder.path, 'history.db'))
    const calls = await callsOf(history, during)
    await history.close()
    return calls
  } finally {
    SqliteAdapter.prototype.connect = connect
    folder.remove()
  }
}

async function ofSqlServer(): Promise<Calls> {
  const { listen, during } = statementRecorder()
  const stop = driveEveryAdapter(() => Promise.resolve(listen(emptyServer)))
  try {
    return await callsOf(await openSqlServerHistory(NOWHERE), during)
  } finally {
    stop()
  }
}

/** Has the table and grants the lock, and knows no migration. */
const queryable = {
  queryRaw: ({ sql }: { readonly sql: string }) => {
    const rows = /OBJECT_ID|sp_getapplock/.test(sql) ? [[0]] : []
    return Promise.resolve({ columnNames: [], columnTypes: [], rows })
  },
  executeRaw: () => Promise.resolve(0),
}
const nothing = () => Promise.resolve()
const emptyServer = {
  ...queryable,
  startTransaction: () => Promise.resolve({ ...queryable, commit: nothing, rollback: nothing }),
  dispose: nothing,
} as unknown as SqlConnection
