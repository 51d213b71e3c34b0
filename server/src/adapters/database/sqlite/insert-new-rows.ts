import type { Transaction } from '../database'
import { storedInstant } from './json-rows'

/**
 * Inserts rows that all have the same columns, in one statement; those whose key is there already are left as they are.
 * The names come from code, never from outside.
 */
export async function insertNewRows(
  tx: Pick<Transaction, '$executeRawUnsafe'>,
  table: string,
  key: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const names = columns.map((column) => `"${column}"`)
  const values = columns.map((_, index) => `value ->> ${index}`)
  const cells = rows.map((row) => columns.map((column) => stored(row[column])))
  await tx.$executeRawUnsafe(
    // WHERE true: the parser takes ON for the beginning of a join condition otherwise.
    `INSERT INTO "${table}" (${names.join(', ')}) SELECT ${values.join(', ')} FROM json_each(?1) WHERE true
     ON CONFLICT ("${key}") DO NOTHING`,
    JSON.stringify(cells),
  )
}

function stored(value: unknown): unknown {
  return value instanceof Date ? storedInstant(value) : value
}
