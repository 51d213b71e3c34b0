import type { SqlServerFacts, Unreachable } from '../../../features/db-doctor/facts.rules'
import type { DatabaseProbe } from '../../../ports/database-probe'
import type { Clock } from '../../../ports/system'
import { serverTroubleOf, troubleText } from './server-errors'
import { SqlServerAdapter } from './sqlserver-adapter'

type Connection = Awaited<ReturnType<SqlServerAdapter['connect']>>
type Row = Readonly<Record<string, unknown>>

/** Of `SERVERPROPERTY('EngineEdition')`: Azure SQL Database and Managed Instance, which are always new enough. */
const AZURE_EDITIONS: readonly number[] = [5, 8]
const PAGE_BYTES = 8_192

/** Each needs no more than membership in `public` and SELECT on the tables. */
export const PROBE_QUERIES = {
  server: `
    SELECT CAST(SERVERPROPERTY('ProductVersion') AS NVARCHAR(40)) AS [version],
      CAST(SERVERPROPERTY('EngineEdition') AS INT) AS [engineEdition],
      CAST([compatibility_level] AS INT) AS [compatibilityLevel],
      CAST([collation_name] AS NVARCHAR(128)) AS [collation],
      CAST([is_read_committed_snapshot_on] AS INT) AS [isSnapshotOn],
      CAST(DATABASEPROPERTYEX(DB_NAME(), 'Updateability') AS NVARCHAR(20)) AS [updateability],
      CAST(@@LANGUAGE AS NVARCHAR(128)) AS [language],
      CONVERT(NVARCHAR(33), SYSUTCDATETIME(), 126) AS [utcNow]
    FROM sys.databases WHERE [name] = DB_NAME()`,
  indexes: `
    SELECT [index].[name] AS [name], CAST([index].[is_disabled] AS INT) AS [isDisabled]
    FROM sys.indexes AS [index] JOIN sys.tables AS [table] ON [table].[object_id] = [index].[object_id]
    WHERE [table].[schema_id] = SCHEMA_ID(N'dbo') AND [index].[name] IS NOT NULL`,
  collations: `
    SELECT [table].[name] AS [table], [column].[name] AS [column], [column].[collation_name] AS [collation]
    FROM sys.columns AS [column] JOIN sys.tables AS [table] ON [table].[object_id] = [column].[object_id]
    WHERE [table].[schema_id] = SCHEMA_ID(N'dbo') AND [column].[collation_name] IS NOT NULL`,
  rights: `
    SELECT HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'SELECT') AS [canSelect],
      HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'INSERT') AS [canInsert],
      HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'UPDATE') AS [canUpdate],
      HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'DELETE') AS [canDelete],
      HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'CREATE TABLE') AS [canCreateTables],
      HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'ALTER') AS [canAlterSchema],
      HAS_PERMS_BY_NAME(N'dbo.AuditRecord', N'OBJECT', N'DELETE') AS [canDeleteAudit],
      HAS_PERMS_BY_NAME(N'dbo.AuditSeal', N'OBJECT', N'UPDATE') AS [canChangeSeals]`,
  space: `
    SELECT CAST(SUM(CAST(FILEPROPERTY([name], 'SpaceUsed') AS BIGINT)) AS BIGINT) AS [usedPages],
      CAST(SUM(CASE WHEN [growth] = 0 THEN CAST([size] AS BIGINT) ELSE CAST([max_size] AS BIGINT) END) AS BIGINT) AS [mostPages],
      SUM(CASE WHEN [growth] <> 0 AND [max_size] = -1 THEN 1 ELSE 0 END) AS [unlimitedFiles]
    FROM sys.database_files WHERE [type] = 0`,
} as const

/** Looks at a database of SQL Server. @param clock ours, to hold the server's against */
export function createSqlServerProbe(url: string, clock: Clock): DatabaseProbe {
  return {
    facts: async () => {
      try {
        const connection = await new SqlServerAdapter(url, { applicationName: 'waiqin-doctor' }).connect()
        try {
          return await read(connection, clock)
        } finally {
          await connection.dispose()
        }
      } catch (error) {
        return unreachable(error)
      }
    },
  }
}

async function read(connection: Connection, clock: Clock): Promise<SqlServerFacts> {
  const rowsOf = async (query: keyof typeof PROBE_QUERIES): Promise<Row[]> => {
    const { columnNames, rows } = await connection.queryRaw({ sql: PROBE_QUERIES[query], args: [], argTypes: [] })
    return rows.map((row) => Object.fromEntries(row.map((value, index) => [columnNames[index] ?? '', value])))
  }
  const beforeMs = clock.nowMs()
  const [server = {}] = await rowsOf('server')
  const middleMs = (beforeMs + clock.nowMs()) / 2
  const [indexes, collations] = [await rowsOf('indexes'), await rowsOf('collations')]
  const [rights = {}] = await rowsOf('rights')
  const [space = {}] = await rowsOf('space')
  const may = (...names: readonly string[]) => names.every((name) => Number(rights[name]) === 1)
  return {
    engine: 'sqlserver',
    version: String(server['version']),
    isAzure: AZURE_EDITIONS.includes(Number(server['engineEdition'])),
    compatibilityLevel: Number(server['compatibilityLevel']),
    collation: String(server['collation']),
    isReadCommittedSnapshotOn: Number(server['isSnapshotOn']) === 1,
    isWritable: server['updateability'] === 'READ_WRITE',
    language: String(server['language']),
    // Style 126 has seven digits of a second and no zone.
    clockAheadMs: Date.parse(`${String(server['utcNow']).slice(0, 23)}Z`) - middleMs,
    indexes: indexes.map(({ name, isDisabled }) => ({ name: String(name), isDisabled: Number(isDisabled) === 1 })),
    collations: new Map(
      collations.map((row) => [`${String(row['table'])}.${String(row['column'])}`, String(row['collation'])]),
    ),
    rights: {
      canReadAndWriteRows: may('canSelect', 'canInsert', 'canUpdate', 'canDelete'),
      canChangeTables: may('canCreateTables') || may('canAlterSchema'),
      canRewriteAudit: may('canDeleteAudit') || may('canChangeSeals'),
    },
    space: {
      usedBytes: Number(space['usedPages']) * PAGE_BYTES,
      mostBytes: Number(space['unlimitedFiles']) > 0 ? null : Number(space['mostPages']) * PAGE_BYTES,
    },
  }
}

function unreachable(error: unknown): Unreachable {
  const trouble = serverTroubleOf(error)
  const isLine = trouble === 'lost' || trouble === 'timeout'
  return {
    engine: null,
    reason: trouble === 'login' ? 'refused' : isLine ? 'no_line' : 'other',
    text: troubleText(error),
  }
}
