/**
 * Part of a test rig: makes the regular T-SQL that Prisma emits run on SQLite, so that a store's methods find rows and go
 * to their end. It proves nothing about SQL Server's own behaviour.
 */
import { feedNumberingOfSqlite } from '../../src/adapters/database/sqlite/feed-numbering'
import type { SqlQuery } from './statement-recorder'

type RawOfSqlite = Parameters<typeof feedNumberingOfSqlite.numberOldest>[0]

/** T-SQL of our own that has no counterpart word for word: the same parameters go to SQLite's own statement. */
const COUNTERPARTS: readonly { readonly when: RegExp; readonly sql: string }[] = [
  { when: /UPDATE \[oldest\]/, sql: await sqlOf((tx) => feedNumberingOfSqlite.numberOldest(tx, 0, 0)) },
  {
    when: /JOIN OPENJSON/,
    sql: await sqlOf((tx) => feedNumberingOfSqlite.createDeliveries(tx, 0, [], new Date(0))),
  },
  // Intervals of time: an answer without rows is one that the store knows.
  { when: /DATEDIFF_BIG/, sql: 'SELECT 0 AS "bucket", 0 AS "count" WHERE 0' },
]

async function sqlOf(send: (tx: RawOfSqlite) => Promise<unknown>): Promise<string> {
  let sent = ''
  const $executeRawUnsafe = (sql: string) => {
    sent = sql
    return Promise.resolve(0)
  }
  await send({ $executeRawUnsafe } as unknown as RawOfSqlite)
  return sent
}

/** @returns the query as SQLite takes it; values and their types stay as they are */
export function toSqlite(query: SqlQuery): SqlQuery {
  const counterpart = COUNTERPARTS.find(({ when }) => when.test(query.sql))
  if (counterpart === undefined) return { ...query, sql: sqliteOf(query.sql) }
  return counterpart.sql.includes('?')
    ? { ...query, sql: counterpart.sql }
    : { sql: counterpart.sql, args: [], argTypes: [] }
}

function sqliteOf(tSql: string): string {
  return withLimit(returning(tSql))
    .replaceAll('[dbo].', '')
    .replace(/^(INSERT INTO (\[\w+\]) \()([^)]*)\)/, (_, head: string, table: string, columns: string) => {
      return `${head}${columns.replaceAll(`${table}.`, '')})`
    })
    .replace(/CONCAT\(([^()]*)\)/g, (_, parts: string) => `(${parts.split(', ').join(' || ')})`)
    .replace(/COLLATE Latin1_General_100_CI_AS/g, 'COLLATE NOCASE')
    .replace(/@P(\d+)/g, '?$1')
}

/** `DECLARE … INSERT … OUTPUT [Inserted].[id] INTO @generated_keys VALUES … SELECT …` */
function returning(tSql: string): string {
  const batch =
    /^DECLARE @generated_keys table\(.*?\) (INSERT .*?) OUTPUT (.*?) INTO @generated_keys (VALUES .*) SELECT /s
  const parts = batch.exec(tSql)
  if (parts === null) return tSql
  const [, insert = '', output = '', values = ''] = parts
  return `${insert} ${values} RETURNING ${output.replaceAll('[Inserted].', '')}`
}

/** `OFFSET … FETCH` and `TOP` become `LIMIT`. */
function withLimit(tSql: string): string {
  const top = /TOP \((CAST\(@P\d+ AS INT\))\) /.exec(tSql)
  if (top !== null) return `${tSql.replace(top[0], '')} LIMIT ${top[1] ?? ''}`
  return tSql
    .replace(/OFFSET (\S+) ROWS FETCH NEXT (\S+) ROWS ONLY/g, 'LIMIT $2 OFFSET $1')
    .replace(/OFFSET (\S+) ROWS/g, 'LIMIT -1 OFFSET $1')
}
