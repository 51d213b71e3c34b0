import type { Migrating, MigrationHistory } from '../migration-history'
import type { AppliedMigration } from '../migrations'
import { SqliteAdapter, type SqlConnection } from './sqlite-adapter'

type Queryable = Pick<SqlConnection, 'queryRaw' | 'executeRaw'>

/** As Prisma's CLI creates it. */
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

export interface SqliteMigrating extends Migrating {
  /** Drops every table, the history included. */
  dropAll(): Promise<void>
}

/** The migration lock is SQLite's own write lock: the transaction begins as IMMEDIATE. */
export async function openSqliteHistory(file: string): Promise<MigrationHistory<SqliteMigrating>> {
  const connection = await new SqliteAdapter(file, 'migrate').connect()
  return {
    read: async () => ((await hasHistory(connection)) ? readAppliedMigrations(connection) : []),
    locked: async (work) => {
      const transaction = await connection.startTransaction()
      try {
        const result = await work(migratingOn(transaction))
        await transaction.commit()
        return result
      } catch (error) {
        await transaction.rollback()
        throw error
      }
    },
    close: () => connection.dispose(),
  }
}

function migratingOn(transaction: Queryable): SqliteMigrating {
  const execute = (sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] })
  return {
    read: async () => {
      await execute(CREATE_TABLE)
      return readAppliedMigrations(transaction)
    },
    run: async (sql) => {
      for (const statement of splitStatements(sql)) await execute(statement)
    },
    dropAll: async () => {
      const sql = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`
      const tables = await transaction.queryRaw({ sql, args: [], argTypes: [] })
      for (const [name] of tables.rows) await execute(`DROP TABLE "${String(name).replaceAll('"', '""')}"`)
    },
    record: async (migration, row) => {
      const text = { scalarType: 'string', arity: 'scalar' } as const
      const number = { scalarType: 'bigint', arity: 'scalar' } as const
      await transaction.executeRaw({
        sql: `INSERT INTO "_prisma_migrations"
          ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
          VALUES (?, ?, ?, ?, ?, 1)`,
        args: [row.id, migration.checksum, row.finishedAtMs, migration.name, row.startedAtMs],
        argTypes: [text, text, number, text, number],
      })
    },
  }
}

/** Whether anybody ever migrated this database. */
export async function hasHistory(connection: Queryable): Promise<boolean> {
  const sql = `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`
  const table = await connection.queryRaw({ sql, args: [], argTypes: [] })
  return table.rows.length > 0
}

export async function readAppliedMigrations(connection: Queryable): Promise<AppliedMigration[]> {
  const { rows } = await connection.queryRaw({
    sql: `SELECT "migration_name", "checksum", "finished_at" IS NOT NULL
      FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
    args: [],
    argTypes: [],
  })
  return rows.map(([name, checksum, finished]) => ({
    name: String(name),
    checksum: String(checksum),
    finished: Number(finished) === 1,
  }))
}

/**
 * The statements of a migration: each ends with a semicolon at the end of a line, as in all of Prisma's. Triggers,
 * which hold such lines inside, would need another way.
 */
function splitStatements(sql: string): string[] {
  return sql
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
