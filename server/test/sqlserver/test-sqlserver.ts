/** Databases of tests on a real SQL Server; its address is in TEST_SQLSERVER_URL, with a login that may create databases. */
import { randomBytes } from 'node:crypto'
import { SqlServerAdapter } from '../../src/adapters/database/sqlserver/sqlserver-adapter'
import { settingOf, withSetting } from '../../src/adapters/database/sqlserver/sqlserver-url'

const PREFIX = 'waiqin_test_'
/** What is left over by runs that were killed; no test lasts that long. */
const LEFT_OVER_HOURS = 3
/** A database is made of files: it takes its time on a busy machine. */
const STATEMENT_TIMEOUT_MS = 120_000
/** Other than the binary one of the keys, as docs/operations.md has it, so that a forgotten collation shows. */
const COLLATION = 'Chinese_Simplified_Pinyin_100_CI_AS_SC'

export interface MadeDatabase {
  readonly url: string
  remove(): Promise<void>
}

/** Null: tests run on SQLite. */
export function testSqlServerUrl(): string | null {
  const url = process.env['TEST_SQLSERVER_URL'] ?? ''
  return url === '' ? null : url
}

let isSwept = false

/** A fresh, empty database of its own on that server; once in each process those are dropped that nobody dropped. */
export async function createSqlServerDatabase(serverUrl: string): Promise<MadeDatabase> {
  const name = PREFIX + randomBytes(8).toString('hex')
  if (!isSwept) {
    isSwept = true
    await dropLeftOvers(serverUrl)
  }
  await onMaster(serverUrl, `CREATE DATABASE [${name}] COLLATE ${COLLATION}`)
  try {
    await onMaster(serverUrl, `ALTER DATABASE [${name}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE`)
  } catch (error) {
    await dropDatabase(serverUrl, name)
    throw error
  }
  return { url: withSetting(serverUrl, 'database', name), remove: () => dropDatabase(serverUrl, name) }
}

export async function dropLeftOvers(serverUrl: string): Promise<void> {
  const names = await onMaster(
    serverUrl,
    `SELECT [name] FROM sys.databases
     WHERE [name] LIKE N'${PREFIX.replaceAll('_', '[_]')}%' AND [create_date] < DATEADD(HOUR, -${LEFT_OVER_HOURS}, GETDATE())`,
  )
  for (const name of names) {
    // Another process may be at it.
    if (isOurs(name)) await dropDatabase(serverUrl, name).catch(() => undefined)
  }
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  if (!isOurs(name)) throw new Error(`${name} is no database of a test`)
  // Whoever is still connected, e.g. a process that a test has killed, would hold it.
  await onMaster(
    serverUrl,
    `IF DB_ID(N'${name}') IS NOT NULL
     BEGIN
       ALTER DATABASE [${name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
       DROP DATABASE [${name}];
     END`,
  )
}

function isOurs(name: string): boolean {
  return new RegExp(`^${PREFIX}[0-9a-f]{16}$`).test(name)
}

/** Runs one statement outside of any transaction. @returns the first column of what it answers */
async function onMaster(serverUrl: string, sql: string): Promise<string[]> {
  const master = withSetting(serverUrl, 'database', 'master')
  const isPatient = settingOf(master, 'socketTimeout') !== null
  const url = isPatient ? master : withSetting(master, 'socketTimeout', String(STATEMENT_TIMEOUT_MS))
  const connection = await new SqlServerAdapter(url, { applicationName: 'waiqin-test' }).connect()
  try {
    const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] })
    return rows.map(([value]) => String(value))
  } finally {
    await connection.dispose()
  }
}
