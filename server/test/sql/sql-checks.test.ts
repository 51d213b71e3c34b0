/** That the checks of recorded-sql.test.ts can fail. */
import { problemsOf } from './query-plans'
import type { Statement } from './statement-recorder'
import { shapeOf, statementText } from './statement-text'
import { forbiddenShapes, openParser } from './t-sql-checks'

const statement = (sql: string, values: readonly unknown[] = [], dbTypes: readonly string[] = []): Statement => ({
  sql,
  values,
  types: dbTypes.map((dbType) => ({ scalarType: 'string', arity: 'scalar', dbType })),
})

describe('the parser refuses', () => {
  it.each([
    'SELECT [id] WHERE FROM [dbo].[Lease]',
    'SELECT FROM [dbo].[Lease]',
    'SELECT [id] FROM [dbo].[Lease] WHERE',
    'SELECT [id] FROM [dbo].[Lease] WHERE ([id] = @P1',
    'UPDATE [dbo].[Lease] SET',
    'INSERT INTO [dbo].[Lease] ([id]) VALUES (@P1',
    'DELETE [id] FROM FROM [dbo].[Lease]',
    'SELECT [id] FROM [dbo].[Lease] ORDER [id]',
    'DECLARE @generated_keys table([id] VARCHAR(36)) INSERT INTO [a] ([id]) OUTPUT [Inserted].[id] INTO @generated_keys VALUES (@P1) SELECT FROM WHERE',
  ])('%s', async (sql) => {
    expect((await openParser())({ sql })).not.toBeNull()
  })

  it('nothing that Prisma writes', async () => {
    const sql =
      'DECLARE @generated_keys table([id] VARCHAR(36) COLLATE x) INSERT INTO [dbo].[a] ([id]) OUTPUT [Inserted].[id] INTO @generated_keys VALUES (@P1) SELECT [t].[id] FROM @generated_keys AS g INNER JOIN [dbo].[a] AS [t] ON [t].[id] = [g].[id] WHERE @@ROWCOUNT > 0'
    expect((await openParser())({ sql })).toBeNull()
  })
})

describe('forbidden is', () => {
  it.each([
    ['SELECT [id] FROM [a] LIMIT 1', 'LIMIT'],
    ['INSERT INTO [a] ([id]) VALUES (@P1) RETURNING [id]', 'RETURNING'],
    ["SELECT [id] || '%' FROM [a]", '||'],
    ['INSERT INTO [a] ([id]) VALUES (@P1) ON CONFLICT DO NOTHING', 'ON CONFLICT'],
    ['SELECT [id] FROM [a] WHERE [id] = ?', 'a parameter without a number'],
    ['SELECT `id` FROM [a]', 'a name in backticks or double quotes'],
    ['SELECT "id" FROM [a]', 'a name in backticks or double quotes'],
    ['SELECT [id] FROM [a] WHERE [b] = TRUE', 'TRUE or FALSE'],
    ['SELECT [id] FROM [a] ORDER BY [b] NULLS LAST', 'NULLS FIRST or LAST'],
    ['WITH [a] AS MATERIALIZED (SELECT 1) SELECT 1', 'AS MATERIALIZED'],
    ['SELECT [value] FROM json_each(@P1)', 'JSON functions of SQLite'],
    ['MERGE INTO [a] USING [b] ON 1=1 WHEN MATCHED THEN DELETE', 'MERGE'],
    ['SELECT [id] FROM [a] WITH (NOLOCK)', 'a lock hint'],
    ['SELECT [id] FROM [a] WITH (ROWLOCK, UPDLOCK)', 'a lock hint'],
    ['SELECT [id] FROM [a] (nolock)', 'a lock hint'],
    ['SELECT [id] FROM [a] OPTION (RECOMPILE)', 'a query hint'],
    ['SET TRANSACTION ISOLATION LEVEL SERIALIZABLE', 'a session setting'],
    ['SET NOCOUNT ON', 'a session setting'],
    ['SET XACT_ABORT ON; SELECT 1', 'a session setting'],
    ['SET LOCK_TIMEOUT 0', 'a session setting'],
    ["EXEC ('SELECT 1')", 'dynamic SQL'],
    [
      'DECLARE @generated_keys table([id] NVARCHAR(36)) INSERT INTO [a] ([id]) VALUES (1)',
      'a table variable without the collation of our keys',
    ],
  ])('%s', (sql, shape) => {
    expect(forbiddenShapes(statement(sql))).toContain(shape)
  })

  it('more values than SQL Server takes', () => {
    expect(forbiddenShapes(statement('SELECT 1', Array(2_098).fill('x')))).toEqual([])
    expect(forbiddenShapes(statement('SELECT 1', Array(2_099).fill('x')))).toEqual(['2099 values'])
  })

  it('NVARCHAR for a column of another type', () => {
    const found = (sql: string, dbType: string) => forbiddenShapes(statement(sql, ['x'], [dbType]))
    const list = 'SELECT [id] FROM [a] WHERE [id] IN (@P1)'
    expect(found(list, 'VARCHAR')).toEqual(['NVARCHAR for a CHAR or VARCHAR column'])
    expect(found(list, 'CHAR')).toEqual(['NVARCHAR for a CHAR or VARCHAR column'])
    expect(found(list, 'NVARCHAR')).toEqual([])
    expect(found('SELECT [id] FROM [a] WHERE [id] IN (CAST(@P1 AS VARCHAR(36)))', 'VARCHAR')).toEqual([])
  })

  it.each([
    'SELECT [LIMIT] FROM [dbo].[MERGE] WHERE [a] = \'ON CONFLICT ? "x"\'',
    'UPDATE [a] SET [b] = @P1 WHERE [c] = @P2',
    "SELECT 1 FROM OPENJSON(@P1) WITH ([subscriber] VARCHAR(40) '$.subscriber') AS [wanted]",
    'DECLARE @generated_keys table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2,[number] BIGINT) INSERT INTO [a]',
  ])('not: %s', (sql) => {
    expect(forbiddenShapes(statement(sql))).toEqual([])
  })
})

describe('a plan', () => {
  const attempts = 'SELECT `id` FROM `main`.`Attempt` WHERE `note` = ?'
  it.each([
    [attempts, ['SCAN main.Attempt'], ['reads all Attempt']],
    [attempts, ['SEARCH main.Attempt USING INDEX x (note=?)'], []],
    [attempts, ['SEARCH main.Attempt USING INDEX x (note=?)', 'USE TEMP B-TREE FOR ORDER BY'], ['sorts Attempt']],
    [attempts, ['SEARCH main.Attempt USING INDEX x (note=?)', 'USE TEMP B-TREE FOR RIGHT PART OF ORDER BY'], []],
    ['SELECT 1 FROM `main`.`Site`', ['SCAN main.Site', 'USE TEMP B-TREE FOR ORDER BY'], []],
    ['SELECT 1 FROM "Attempt" a', ['SCAN a USING COVERING INDEX x'], ['reads all Attempt']],
    ['SELECT 1 FROM "Attempt" a JOIN (SELECT 1) a', ['SCAN a'], []],
    ['SELECT 1 FROM "Attempt" a JOIN (SELECT 1) a', ['SCAN a', 'SCAN a'], ['reads all Attempt']],
    ['SELECT 1 FROM `main`.`Attempt` WHERE 1=0', ['SCAN main.Attempt'], []],
  ])('of %s: %j', (sql, steps, problems) => {
    expect(problemsOf(sql, steps).map(({ kind, table }) => `${kind} ${table}`)).toEqual(problems)
  })
})

describe('the text of a statement', () => {
  const list = (length: number, first = 1) => Array.from({ length }, (_, index) => `@P${first + index}`).join(',')

  it('shows the first and the last of many', () => {
    expect(statementText({ sql: `SELECT [id] FROM [a] WHERE [id] IN (${list(900)})` })).toBe(
      'SELECT [id]\nFROM [a]\nWHERE [id] IN (@P1, … 898 more …, @P900)',
    )
    expect(statementText({ sql: `SELECT 1 WHERE (${Array(20).fill('([a] = @P1)').join(' OR ')})` })).toContain(
      '([a] = @P1) OR … 18 more … OR ([a] = @P1)',
    )
    expect(statementText({ sql: `SELECT [id] FROM [a] WHERE [id] IN (${list(3)})` })).toContain('(@P1,@P2,@P3)')
  })

  it('keeps lists of names', () => {
    const names = Array.from({ length: 20 }, (_, index) => `[column${index}]`).join(', ')
    expect(statementText({ sql: `SELECT ${names} FROM [a]` }).replace(/\s+/g, ' ')).toBe(`SELECT ${names} FROM [a]`)
  })

  it('is of one shape whatever its values and the length of a long list', () => {
    const shape = (length: number, first: number) =>
      shapeOf({ sql: `SELECT [id] FROM [a] WHERE [id] IN (${list(length, first)})` })
    expect(shape(900, 1)).toBe(shape(700, 5))
    expect(shape(900, 1)).not.toBe(shape(2, 1))
  })
})
