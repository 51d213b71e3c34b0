import { readFileSync } from 'node:fs'
import { collationOf } from '../../../../../prisma/render/collations'
import { parseSchema } from '../../../../../prisma/render/parse-schema'
import { typedQuery } from './column-types'

const text = (dbType: string) => ({ scalarType: 'string', arity: 'scalar', dbType }) as const
const typed = (sql: string, ...dbTypes: readonly string[]) =>
  typedQuery({ sql, args: dbTypes.map(() => 'x'), argTypes: dbTypes.map(text) }).sql

describe('statements with the types of our columns', () => {
  it.each([
    ['[id] IN (@P1,@P2)', ['VARCHAR', 'VARCHAR'], '[id] IN (CAST(@P1 AS VARCHAR(400)),CAST(@P2 AS VARCHAR(400)))'],
    ['[sha256] = @P1', ['CHAR'], '[sha256] = CAST(@P1 AS VARCHAR(400))'],
    ['[id] = CAST(@P1 AS VARCHAR(36))', ['VARCHAR'], '[id] = CAST(@P1 AS VARCHAR(36))'],
    ['[name] = @P1 OR [id] IN (@P2)', ['NVARCHAR', 'VARCHAR'], '[name] = @P1 OR [id] IN (CAST(@P2 AS VARCHAR(400)))'],
    ['[at] < @P1', ['DATETIME2'], '[at] < @P1'],
    ['[id] = @P11', ['INT', ...Array<string>(9).fill('NVARCHAR'), 'CHAR'], '[id] = CAST(@P11 AS VARCHAR(400))'],
  ])('%s', (sql, dbTypes, expected) => {
    expect(typed(sql, ...dbTypes)).toBe(expected)
  })

  it('leaves raw statements alone: nobody says what their values are compared with', () => {
    const raw = { sql: 'SELECT @P1', args: ['x'], argTypes: [{ scalarType: 'string', arity: 'scalar' } as const] }
    expect(typedQuery(raw)).toEqual(raw)
  })

  it('keep the keys of new rows as the tables do', () => {
    const keys = (columns: string) =>
      typed(`DECLARE @generated_keys table(${columns}) INSERT INTO [a] ([b]) VALUES (1)`)
    expect(keys('[id] NVARCHAR(36)')).toContain('table([id] VARCHAR(36) COLLATE Latin1_General_100_BIN2) INSERT')
    expect(keys('[attemptId] NVARCHAR(36),[number] BIGINT')).toContain(
      'table([attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,[number] BIGINT) INSERT',
    )
  })
})

describe('the schema', () => {
  const schema = parseSchema(readFileSync(new URL('../../../../../prisma/schema.prisma', import.meta.url), 'utf8'))
  const columns = schema.flatMap((model) => model.columns.map((column) => ({ model, column })))

  it('has CHAR and VARCHAR columns for all text keys, with the collation that is said here', () => {
    const keys = columns.filter(
      ({ model, column }) => model.primaryKey.includes(column.name) && column.type === 'String',
    )
    expect(keys.length).toBeGreaterThan(40)
    for (const { model, column } of keys) {
      const found = [model.name, column.name, column.nativeType?.name, collationOf(model.name, column)]
      expect(found.slice(2)).toEqual([expect.stringMatching(/^(VarChar|Char)$/), 'Latin1_General_100_BIN2'])
    }
  })

  it('has none of them that is longer than a value may be', () => {
    const lengths = columns.flatMap(({ column }) =>
      /^(VarChar|Char)$/.test(column.nativeType?.name ?? '') ? Number(column.nativeType?.argument) : [],
    )
    expect(lengths.length).toBeGreaterThan(100)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400)
  })
})
