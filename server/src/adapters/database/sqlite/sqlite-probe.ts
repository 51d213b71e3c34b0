import { PrismaLibSql } from '@prisma/adapter-libsql'
import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SqliteFacts } from '../../../features/db-doctor/facts.rules'
import type { DatabaseProbe } from '../../../ports/database-probe'
import { libsqlUrl } from './sqlite-file'

type Connection = Awaited<ReturnType<PrismaLibSql['connect']>>

/** More are not worth reading: the file is damaged. */
const MOST_FAULTS = 5
const INDEXES = `SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`

/** Looks at a database file beside the servers that use it; by Prisma's own adapter, for ours would set the pragmas right. */
export function createSqliteProbe(file: string): DatabaseProbe {
  return {
    facts: async () => {
      // SQLite would make the file.
      if ((await bytesOf(file)) === null) return { engine: null, reason: 'no_file', text: '' }
      try {
        const connection = await new PrismaLibSql({ url: libsqlUrl(file) }).connect()
        try {
          return await read(connection, file)
        } finally {
          await connection.dispose()
        }
      } catch (error) {
        return { engine: null, reason: 'other', text: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}

async function read(connection: Connection, file: string): Promise<SqliteFacts> {
  const columnOf = async (sql: string) => {
    const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] })
    return rows.map(([value]) => String(value))
  }
  const [version = ''] = await columnOf('SELECT sqlite_version()')
  const [journalMode = ''] = await columnOf('PRAGMA journal_mode')
  const corruptions = (await columnOf(`PRAGMA quick_check(${MOST_FAULTS})`)).flatMap((text) => text.split('\n'))
  const strayTables = await columnOf('PRAGMA foreign_key_check')
  const indexes = await columnOf(INDEXES)
  const { bavail, bsize } = await statfs(dirname(file))
  return {
    engine: 'sqlite',
    version,
    journalMode,
    corruptions: corruptions.filter((line) => line !== 'ok' && !line.startsWith('*** ')),
    strayTables: [...new Set(strayTables)],
    indexes: indexes.map((name) => ({ name, isDisabled: false })),
    fileBytes: (await bytesOf(file)) ?? 0,
    logBytes: (await bytesOf(`${file}-wal`)) ?? 0,
    freeBytes: bavail * bsize,
  }
}

/** Null: there is no such file. */
async function bytesOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
