import type { Column } from './schema-model'

/**
 * What Prisma's schema cannot say: how SQL Server compares text.
 *
 * Every CHAR and VARCHAR column holds text made by machines (ids, hashes, codes, kinds, zone names). It is compared
 * byte by byte, as SQLite does, whatever the server's default collation is: base64url ids that differ only in case are
 * different ids. A Windows collation, so that Prisma's NVARCHAR parameters still seek in the indexes.
 */
const BINARY = 'Latin1_General_100_BIN2'

/** NVARCHAR columns that stand in a unique key: equal must mean the same on both engines. */
const BINARY_KEYS: ReadonlySet<string> = new Set([
  // WeCom user ids are compared by their lower-case form, and by nothing looser (width, accents).
  'Employee.userIdKey',
  'Site.name',
  'Rule.name',
  'Team.name',
])

/** The collation of a column on SQL Server; null for people's words, which follow the database's own. */
export function collationOf(model: string, column: Column): string | null {
  if (column.nativeType?.name === 'Char' || column.nativeType?.name === 'VarChar') return BINARY
  return BINARY_KEYS.has(`${model}.${column.name}`) ? BINARY : null
}
