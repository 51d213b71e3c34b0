import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { SqliteAdapter } from '../../src/adapters/database/sqlite/sqlite-adapter'
import { sqliteFileOf } from '../../src/adapters/database/sqlite/sqlite-file'
import { fixedClock } from '../fakes'
import { makeTempFolder } from '../temp-folder'
import { openTestSqlite } from '../test-database'
import { STORES } from './calls'
import { recordHistory } from './record-history'
import { ENGINES, openRecordingDatabase, type Engine, type RecordingDatabase } from './recording-database'
import type { Statement } from './statement-recorder'
import type { RecordableStore } from './store-calls'
import { seedWorld } from './world'
import { cipher, NOW } from './world-names'

/** What one call sent, in order. */
export interface RecordedCall {
  readonly name: string
  readonly statements: Readonly<Record<Engine, readonly Statement[]>>
}

export interface RecordedStore {
  /** Name of the store's file without `.ts`. */
  readonly file: string
  readonly calls: readonly RecordedCall[]
}

/** The statements of every method of every store, on both engines, each store on a small company of its own. */
export async function recordStores(): Promise<readonly RecordedStore[]> {
  const folder = makeTempFolder()
  const clock = fixedClock(NOW)
  const recording = {
    sqlite: openRecordingDatabase('sqlite', clock),
    sqlserver: openRecordingDatabase('sqlserver', clock),
  }
  try {
    const template = join(folder.path, 'template.db')
    await makeTemplate(template)
    const stores: RecordedStore[] = []
    for (const store of STORES) {
      const recorded = {
        sqlite: new Map<string, readonly Statement[]>(),
        sqlserver: new Map<string, readonly Statement[]>(),
      }
      for (const engine of ENGINES) {
        const file = join(folder.path, `${store.file}-${engine}.db`)
        copyFileSync(template, file)
        await recording[engine].use(file)
        await recordStore(store, recording[engine], recorded[engine])
      }
      const calls = [...recorded.sqlite].map(([name, sqlite]) => ({
        name,
        statements: { sqlite, sqlserver: recorded.sqlserver.get(name) ?? [] },
      }))
      stores.push({ file: store.file, calls })
    }
    return [...stores, await recordHistory()]
  } finally {
    for (const engine of ENGINES) await recording[engine].database.close()
    folder.remove()
  }
}

async function recordStore(
  store: RecordableStore,
  { database, during, quietly }: RecordingDatabase,
  recorded: Map<string, readonly Statement[]>,
): Promise<void> {
  await store.run({ database, cipher, quietly }, async (name, call) => {
    recorded.set(name, await during(call))
  })
}

async function makeTemplate(file: string): Promise<void> {
  const opened = await openTestSqlite({ clock: fixedClock(NOW) })
  try {
    await seedWorld(opened.database)
    const connection = await new SqliteAdapter(sqliteFileOf(opened.url), 'migrate').connect()
    await connection.executeRaw({
      sql: 'VACUUM INTO ?',
      args: [file],
      argTypes: [{ scalarType: 'string', arity: 'scalar' }],
    })
    await connection.dispose()
  } finally {
    await opened.close()
  }
}
