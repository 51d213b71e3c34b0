import type { Database } from '../src/adapters/database/database'
import { migrate } from '../src/adapters/database/migrate'
import { openDatabase, type DatabaseOptions } from '../src/adapters/database/open-database'
import { createSqlServerDatabase, testSqlServerUrl, type MadeDatabase } from './sqlserver/test-sqlserver'
import { makeTempFolder } from './temp-folder'

export interface TestDatabase {
  readonly database: Database
  /** For other processes on the same database. */
  readonly url: string
  close(): Promise<void>
}

type Options = Pick<DatabaseOptions, 'clock'>

/** As which engines a store can be tried on the database of this run: SQLite also runs what is meant for SQL Server. */
export const TESTED_ENGINES: readonly Database['engine'][] =
  testSqlServerUrl() === null ? ['sqlite', 'sqlserver'] : ['sqlserver']

/** A fresh migrated database, deleted on close: SQLite, or on the SQL Server of TEST_SQLSERVER_URL. */
export async function openTestDatabase(options: Options = {}): Promise<TestDatabase> {
  return openMigrated(await makeTestDatabase(), options)
}

/** The same, always on SQLite: for tests that are about SQLite, its files or its SQL. */
export function openTestSqlite(options: Options = {}): Promise<TestDatabase> {
  return openMigrated(makeSqliteDatabase(), options)
}

/** The address of a fresh database that is not migrated yet, for programs that are started on it. */
export async function makeTestDatabase(): Promise<MadeDatabase> {
  const serverUrl = testSqlServerUrl()
  return serverUrl === null ? makeSqliteDatabase() : createSqlServerDatabase(serverUrl)
}

async function openMigrated({ url, remove }: MadeDatabase, options: Options): Promise<TestDatabase> {
  try {
    await migrate(url)
    const database = await openDatabase({ ...options, url })
    return {
      database,
      url,
      close: async () => {
        try {
          await database.close()
        } finally {
          await remove()
        }
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

function makeSqliteDatabase(): MadeDatabase {
  const folder = makeTempFolder()
  return { url: folder.databaseUrl(), remove: () => Promise.resolve(folder.remove()) }
}
