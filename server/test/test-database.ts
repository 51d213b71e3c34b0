import type { Database } from '../src/adapters/database/database'
import { migrate } from '../src/adapters/database/migrate'
import { openDatabase, type DatabaseOptions } from '../src/adapters/database/open-database'
import { makeTempFolder } from './temp-folder'

export interface TestDatabase {
  readonly database: Database
  /** For other processes on the same file. */
  readonly url: string
  close(): Promise<void>
}

/** A fresh migrated SQLite database in a folder of its own, deleted on close. */
export async function openTestDatabase(options: Pick<DatabaseOptions, 'clock'> = {}): Promise<TestDatabase> {
  const folder = makeTempFolder()
  const url = folder.databaseUrl()
  await migrate(url)
  const database = await openDatabase({ ...options, url })
  return {
    database,
    url,
    close: async () => {
      await database.close()
      folder.remove()
    },
  }
}
