import type { AppliedMigration } from '../migrations'
import { SqliteAdapter, type SqlConnection } from './sqlite-adapter'
import { hasHistory, readAppliedMigrations } from './sqlite-history'

/** What a file holds that was looked at as a database. */
export interface ExaminedFile {
  /** SQLite's own words; empty: every page, index and foreign key is sound. */
  readonly problems: readonly string[]
  /** Null: no database of this product. */
  readonly applied: readonly AppliedMigration[] | null
  readonly attemptCount: number
  readonly employeeCount: number
  readonly eventCount: number
}

/** What SQLite itself says: that a file is damaged, is none of its own, or the disk is full. */
export class FileFault extends Error {}

/** Another process has the database open. */
export class DatabaseInUse extends Error {}

export interface HeldDatabase {
  /** 0: nothing is in it. */
  readonly tableCount: number
  /** Lets others in again. */
  release(): Promise<void>
}

/** SQLite names at most this many faults. */
const MOST_PROBLEMS = 20

/**
 * Writes everything that is committed now into a new file, as one moment of it, while other processes read and write.
 * Blocks this process's event loop meanwhile.
 * @throws FileFault, also when the target is there and not empty
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  await onConnection(file, (connection) => query(connection, `VACUUM INTO '${target.replaceAll("'", "''")}'`))
}

/**
 * Reads the whole file, which no other process may have open. Leaves it as one file that stands for itself, without
 * SQLite's files beside it.
 * @throws FileFault when it is no database, or too damaged to be read
 */
export async function examineDatabase(file: string): Promise<ExaminedFile> {
  return onConnection(file, async (connection) => {
    const texts = (rows: unknown[][]) => rows.map((row) => row.map(String).join(' '))
    const integrity = texts(await query(connection, `PRAGMA integrity_check(${MOST_PROBLEMS})`))
    const foreign = texts(await query(connection, 'PRAGMA foreign_key_check'))
    const isOurs = await hasHistory(connection)
    const count = async (table: string) =>
      isOurs ? Number((await query(connection, `SELECT count(*) FROM "${table}"`))[0]?.[0]) : 0
    const examined = {
      problems: [...(integrity[0] === 'ok' ? [] : integrity), ...foreign.slice(0, MOST_PROBLEMS)],
      applied: isOurs ? await readAppliedMigrations(connection) : null,
      attemptCount: await count('Attempt'),
      employeeCount: await count('Employee'),
      eventCount: await count('OutboxEvent'),
    }
    await query(connection, 'PRAGMA journal_mode=DELETE')
    return examined
  })
}

/**
 * Keeps every other process out of a database until released. Leaving the write-ahead log asks for the file alone: SQLite
 * refuses it while anybody else has it open, even idle.
 * @throws DatabaseInUse, FileFault
 */
export async function holdDatabase(file: string): Promise<HeldDatabase> {
  const connection = await connect(file)
  try {
    await query(connection, 'PRAGMA journal_mode=DELETE')
    await query(connection, 'BEGIN EXCLUSIVE')
    const tables = await query(connection, `SELECT count(*) FROM sqlite_master WHERE type = 'table'`)
    return {
      tableCount: Number(tables[0]?.[0]),
      release: async () => {
        await query(connection, 'ROLLBACK')
        await connection.dispose()
      },
    }
  } catch (error) {
    await connection.dispose()
    throw isBusy(error) ? new DatabaseInUse(file) : toFileFault(error)
  }
}

async function onConnection<Result>(
  file: string,
  work: (connection: SqlConnection) => Promise<Result>,
): Promise<Result> {
  const connection = await connect(file)
  try {
    return await work(connection)
  } catch (error) {
    throw toFileFault(error)
  } finally {
    await connection.dispose()
  }
}

async function connect(file: string): Promise<SqlConnection> {
  try {
    return await new SqliteAdapter(file, 'migrate').connect()
  } catch (error) {
    throw toFileFault(error)
  }
}

async function query(connection: SqlConnection, sql: string): Promise<unknown[][]> {
  return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows
}

/** What the driver adapter gives. */
type DriverCause = { readonly originalCode?: unknown; readonly originalMessage?: unknown } | undefined

function toFileFault(error: unknown): unknown {
  const cause = (error as { readonly cause?: DriverCause }).cause
  return typeof cause?.originalMessage === 'string' ? new FileFault(cause.originalMessage, { cause: error }) : error
}

function isBusy(error: unknown): boolean {
  // Primary result code 5, SQLITE_BUSY.
  return (error as { readonly cause?: DriverCause }).cause?.originalCode === '5'
}
