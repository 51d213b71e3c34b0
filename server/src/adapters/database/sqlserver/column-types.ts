import type { PrismaMssql } from '@prisma/adapter-mssql'

type SqlConnection = Awaited<ReturnType<PrismaMssql['connect']>>
type SqlQuery = Parameters<SqlConnection['queryRaw']>[0]
type Queryable = Pick<SqlConnection, 'queryRaw' | 'executeRaw'>

/** Of every CHAR and VARCHAR column: see prisma/render/collations.ts. */
const KEY_COLLATION = 'Latin1_General_100_BIN2'
/** Longer than every such column, so that nothing is cut to a value that fits. */
const TEXT = 'VARCHAR(400)'

/**
 * Sends Prisma's statements with the types that our columns have. Prisma 7.10 leaves two gaps:
 * - `create` reads the new row's key back through a table variable. Its text columns get the database's collation, and
 *   SQL Server refuses to compare them with ours (error 468): no row with a text key could be created.
 * - Values in lists, and those of CHAR columns, go as NVARCHAR, which outranks VARCHAR: the column would be converted to
 *   it instead of the value, and its index read by ranges at best, whole at worst. Single VARCHAR values Prisma casts.
 */
export function withColumnTypes<Target extends Queryable>(target: Target): Target {
  const [queryRaw, executeRaw] = [target.queryRaw.bind(target), target.executeRaw.bind(target)]
  target.queryRaw = (query) => queryRaw(typedQuery(query))
  target.executeRaw = (query) => executeRaw(typedQuery(query))
  return target
}

/** The statement with the types of our columns; its values stay as they are. */
export function typedQuery(query: SqlQuery): SqlQuery {
  return { ...query, sql: typedParameters(typedKeys(query.sql), query.argTypes) }
}

/** All text keys are VARCHAR or CHAR columns. */
function typedKeys(sql: string): string {
  return sql.replace(/^DECLARE @generated_keys table\(.*?\) INSERT /, (declaration) =>
    declaration.replace(/ NVARCHAR(\(\d+\))/g, ` VARCHAR$1 COLLATE ${KEY_COLLATION}`),
  )
}

function typedParameters(sql: string, types: SqlQuery['argTypes']): string {
  return sql.replace(/(CAST\()?(@P(\d+))\b/g, (found, cast: string | undefined, parameter: string, number: string) => {
    const dbType = types[Number(number) - 1]?.dbType
    const isKeyText = dbType === 'VARCHAR' || dbType === 'CHAR'
    return cast === undefined && isKeyText ? `CAST(${parameter} AS ${TEXT})` : found
  })
}
