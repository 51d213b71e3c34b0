/** The scripts of server/sqlserver: no SQL Server is at hand, so a parser reads what it knows, and the schema tells the rest. */
import { init, parse } from '@guanmingchiu/sqlparser-ts'
import { readFileSync } from 'node:fs'

const ROOT = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

/** What sqlcmd sends one by one, without comments, with its variables filled in. */
function batchesOf(name: string): string[] {
  return read(`server/sqlserver/${name}`)
    .replace(/^--.*$/gm, '')
    .replace(/\$\((\w+)\)/g, '$1')
    .split(/^GO$/m)
    .map((batch) => batch.trim())
    .filter((batch) => batch !== '')
}

/** Of these the parser knows no more than the first words. */
const UNKNOWN_TO_THE_PARSER = /^\s*(ALTER DATABASE|CREATE LOGIN|CREATE USER|GRANT [A-Z, ]+ ON SCHEMA::)/m

const migration = read('prisma/migrations/20261122000000_initial/migration.sql')
const columnsOf = (table: string) => {
  const body = new RegExp(`CREATE TABLE \\[dbo\\]\\.\\[${table}\\] \\(([\\s\\S]*?)\\n\\);`).exec(migration)?.[1] ?? ''
  return [...body.matchAll(/^ {4}\[(\w+)\]/gm)].map(([, name = '']) => name)
}
const all = ['1-database.sql', '2-rights.sql'].flatMap((name) => batchesOf(name).map((batch) => [name, batch] as const))
const rights = batchesOf('2-rights.sql')

beforeAll(() => init())

describe('the scripts for SQL Server', () => {
  it.each(all.filter(([, batch]) => !UNKNOWN_TO_THE_PARSER.test(batch)))('%s parses: %s', (_name, batch) => {
    expect(parse(batch, 'mssql')).toHaveLength(1)
  })

  it('may run again: what would fail the second time is asked for first', () => {
    const makes = all.filter(([, batch]) => batch.includes('CREATE ') || batch.includes('ALTER DATABASE'))
    expect(makes).toHaveLength(7)
    for (const [, batch] of makes) expect(batch).toMatch(/^IF .+(IS NULL|= 0|<> 1)\n/)
  })

  it('keep the log for backups of its own', () => {
    expect(batchesOf('1-database.sql').filter((batch) => batch.includes('SET RECOVERY'))).toEqual([
      `IF (SELECT [recovery_model] FROM sys.databases WHERE [name] = N'DATABASE') <> 1
    ALTER DATABASE [DATABASE] SET RECOVERY FULL;`,
    ])
  })

  it.each(['waiqin_migrate', 'waiqin_app'])('give %s its login again after a restore from another server', (user) => {
    const [made, ...others] = rights.filter((batch) => batch.includes(`USER [${user}]`))
    expect(others).toEqual([])
    // 1: INSTANCE, a login of the server; contained users have none.
    expect(made?.split('\n').slice(2)).toEqual([
      `ELSE IF (SELECT [authentication_type] FROM sys.database_principals WHERE [name] = N'${user}') = 1`,
      `    ALTER USER [${user}] WITH LOGIN = [${user}];`,
    ])
  })

  it('name the same people in both', () => {
    const people = (name: string) =>
      new Set(
        [
          ...batchesOf(name)
            .join()
            .matchAll(/waiqin_\w+/g),
        ].map(([word]) => word),
      )
    expect(people('1-database.sql')).toEqual(people('2-rights.sql'))
  })

  it('give web and worker rows, and no way to change a table', () => {
    const own = rights.filter((batch) => /TO \[waiqin_app\]|MEMBER \[waiqin_app\]/.test(batch))
    const granted = own.filter((batch) => !/\bDENY\b/.test(batch))
    expect(granted).toEqual(['GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[dbo] TO [waiqin_app];'])
  })

  it('leave the audit trail as it was written, but for the sealer’s mark and the erasing of details', () => {
    const denied = (table: string) =>
      rights.flatMap((batch) => {
        const [, verbs = '', columns, on] = /DENY ([A-Z, ]+?)(?: \(([^)]+)\))? ON \[dbo\]\.\[(\w+)\]/.exec(batch) ?? []
        return on === table ? [[verbs, columns?.replace(/[[\]]/g, '').split(', ') ?? 'all']] : []
      })
    expect(denied('AuditRecord')).toEqual([
      ['DELETE', 'all'],
      ['UPDATE', columnsOf('AuditRecord').filter((name) => name !== 'sealed')],
    ])
    expect(columnsOf('AuditRecord')).toContain('sealed')
    expect(denied('AuditSeal')).toEqual([['UPDATE, DELETE', 'all']])
    expect(denied('AuditDetail')).toEqual([['UPDATE', 'all']])
    expect(denied('_prisma_migrations')).toEqual([['INSERT, UPDATE, DELETE', 'all']])
  })
})
