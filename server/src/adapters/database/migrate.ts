import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock, systemRandom } from '../system/system'
import type { Migrating, MigrationHistory } from './migration-history'
import { compareMigrations, readMigrations, type Migration, type MigrationState } from './migrations'
import { retryOnConflict } from './retry'
import { sqliteFileOf } from './sqlite/sqlite-file'
import { openSqliteHistory, type SqliteMigrating } from './sqlite/sqlite-history'
import { isSqlServerUrl } from './sqlserver/sqlserver-url'

/** The database holds another history than this software's; nothing was changed. */
export class MigrationProblem extends Error {}

const PRISMA_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../../prisma')

/**
 * Brings the database up to this version of the software, all or nothing.
 * @param folder other migrations than the product's, for tests
 * @returns the names of the migrations that were applied now
 * @throws MigrationProblem when the history does not fit
 */
export async function migrate(url: string, folder = migrationsFolder(url)): Promise<string[]> {
  return withHistory(url, (history) => migrateLocked(history, url, folder))
}

/**
 * Empties a SQLite database and migrates it again, in one transaction: a server that runs meanwhile never sees half.
 * @throws Error for a SQL Server address
 */
export async function resetDatabase(url: string): Promise<string[]> {
  const history = await openSqlite(url)
  try {
    return await migrateLocked(history, url, migrationsFolder(url), (migrating) => migrating.dropAll())
  } finally {
    await history.close()
  }
}

async function migrateLocked<M extends Migrating>(
  history: MigrationHistory<M>,
  url: string,
  folder: string,
  first: (migrating: M) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const migrations = readMigrations(folder)
  return retryOnConflict(systemRandom, () =>
    history.locked(async (migrating) => {
      await first(migrating)
      const { pending, problems } = compareMigrations(migrations, await migrating.read())
      if (problems.length > 0) throw new MigrationProblem(describeProblems(url, problems))
      for (const migration of pending) {
        const startedAtMs = systemClock.nowMs()
        await migrating.run(migration.sql)
        const finishedAtMs = systemClock.nowMs()
        await migrating.record(migration, { id: systemRandom.id(), startedAtMs, finishedAtMs })
      }
      return pending.map((migration) => migration.name)
    }),
  )
}

/** What has been applied and what is missing; changes nothing, and makes no SQLite file where there is none. */
export async function migrationState(url: string, folder = migrationsFolder(url)): Promise<MigrationState> {
  const missing = !isSqlServerUrl(url) && !existsSync(sqliteFileOf(url))
  const applied = missing ? [] : await withHistory(url, (history) => history.read())
  return compareMigrations(readMigrations(folder), applied)
}

/** @throws MigrationProblem unless the database is exactly at this version of the software */
export async function requireMigrated(url: string): Promise<void> {
  const { pending, problems } = await migrationState(url)
  if (problems.length > 0) throw new MigrationProblem(describeProblems(url, problems))
  if (pending.length > 0) {
    const names = pending.map((migration) => migration.name).join(', ')
    throw new MigrationProblem(`The database lacks ${names}: run npm run db:migrate`)
  }
}

/** The problems, and what to do about them. */
export function describeProblems(url: string, problems: readonly string[]): string {
  const advice = isSqlServerUrl(url)
    ? 'Use the version of this software that the database belongs to, or restore a backup that fits.'
    : 'This is an older demo database: run npm run db:reset to start a new one (its data is deleted).'
  return [...problems.map((problem) => `Migration ${problem}.`), advice].join('\n')
}

async function withHistory<Result>(url: string, work: (history: MigrationHistory) => Promise<Result>): Promise<Result> {
  const history = await openHistory(url)
  try {
    return await work(history)
  } finally {
    await history.close()
  }
}

async function openHistory(url: string): Promise<MigrationHistory> {
  if (!isSqlServerUrl(url)) return openSqlite(url)
  const { openSqlServerHistory } = await import('./sqlserver/sqlserver-history')
  return openSqlServerHistory(url)
}

function openSqlite(url: string): Promise<MigrationHistory<SqliteMigrating>> {
  const file = sqliteFileOf(url)
  return retryOnConflict(systemRandom, () => openSqliteHistory(file))
}

/** What this version of the software brings for the engine of an address. */
export function productMigrations(url: string): Migration[] {
  return readMigrations(migrationsFolder(url))
}

function migrationsFolder(url: string): string {
  return join(PRISMA_FOLDER, isSqlServerUrl(url) ? 'migrations' : 'sqlite/migrations')
}
