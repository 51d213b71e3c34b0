import type { Migrating, MigrationHistory } from '../migration-history'
import type { AppliedMigration } from '../migrations'
import { SqlServerAdapter } from './sqlserver-adapter'
import { settingOf, withSetting } from './sqlserver-url'

type SqlConnection = Awaited<ReturnType<SqlServerAdapter['connect']>>
type Queryable = Pick<SqlConnection, 'queryRaw' | 'executeRaw'>

/** As Prisma's CLI creates it. */
const CREATE_TABLE = `IF OBJECT_ID(N'[dbo].[_prisma_migrations]', N'U') IS NULL
CREATE TABLE [dbo].[_prisma_migrations] (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             DATETIMEOFFSET,
    migration_name          NVARCHAR(250) NOT NULL,
    logs                    NVARCHAR(MAX) NULL,
    rolled_back_at          DATETIMEOFFSET,
    started_at              DATETIMEOFFSET NOT NULL DEFAULT CURRENT_TIMESTAMP,
    applied_steps_count     INT NOT NULL DEFAULT 0
)`

/** Owned by the transaction: it ends with it, also when the process dies. */
const LOCK = `DECLARE @result INT;
EXEC @result = sp_getapplock @Resource = N'waiqin_migrations', @LockMode = N'Exclusive',
    @LockOwner = N'Transaction', @LockTimeout = 60000;
SELECT @result AS result;`

/** mssql gives up a statement after 15 s otherwise, and a migration of a large table takes longer. */
const STATEMENT_TIMEOUT_MS = 30 * 60_000

/** The history on SQL Server; the migration lock is an application lock (`sp_getapplock`). */
export async function openSqlServerHistory(url: string): Promise<MigrationHistory> {
  const isPatient = settingOf(url, 'socketTimeout') !== null
  const patientUrl = isPatient ? url : withSetting(url, 'socketTimeout', String(STATEMENT_TIMEOUT_MS))
  const connection = await new SqlServerAdapter(patientUrl, { applicationName: 'waiqin-migrate' }).connect()
  return {
    read: async () => {
      const sql = `SELECT OBJECT_ID(N'[dbo].[_prisma_migrations]', N'U') AS id`
      const table = await connection.queryRaw({ sql, args: [], argTypes: [] })
      return table.rows[0]?.[0] == null ? [] : readRows(connection)
    },
    locked: async (work) => {
      const transaction = await connection.startTransaction()
      try {
        const lock = await transaction.queryRaw({ sql: LOCK, args: [], argTypes: [] })
        const code = Number(lock.rows[0]?.[0])
        // 0: granted at once, 1: after waiting. Below: timed out, cancelled, deadlock, error.
        if (!(code >= 0)) throw new Error(`Another process holds the migration lock (sp_getapplock: ${code})`)
        const result = await work(migratingOn(transaction))
        await transaction.commit()
        return result
      } catch (error) {
        // The first error says why. A line on which the rollback fails is closed: nothing of the transaction stays.
        await transaction.rollback().catch(() => undefined)
        throw error
      }
    },
    close: () => connection.dispose(),
  }
}

function migratingOn(transaction: Queryable): Migrating {
  return {
    read: async () => {
      await transaction.executeRaw({ sql: CREATE_TABLE, args: [], argTypes: [] })
      return readRows(transaction)
    },
    // The whole file is one batch, as Prisma sends it: its BEGIN TRAN nests in this transaction.
    run: async (sql) => {
      await transaction.executeRaw({ sql, args: [], argTypes: [] })
    },
    record: async (migration, row) => {
      const text = { scalarType: 'string', arity: 'scalar' } as const
      await transaction.executeRaw({
        sql: `INSERT INTO [dbo].[_prisma_migrations]
          (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
          VALUES (@P1, @P2, CAST(@P3 AS DATETIMEOFFSET), @P4, CAST(@P5 AS DATETIMEOFFSET), 1)`,
        args: [
          row.id,
          migration.checksum,
          new Date(row.finishedAtMs).toISOString(),
          migration.name,
          new Date(row.startedAtMs).toISOString(),
        ],
        argTypes: [text, text, text, text, text],
      })
    },
  }
}

async function readRows(connection: Queryable): Promise<AppliedMigration[]> {
  const { rows } = await connection.queryRaw({
    sql: `SELECT migration_name, checksum, CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END AS finished
      FROM [dbo].[_prisma_migrations] WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    args: [],
    argTypes: [],
  })
  return rows.map(([name, checksum, finished]) => ({
    name: String(name),
    checksum: String(checksum),
    finished: Number(finished) === 1,
  }))
}
