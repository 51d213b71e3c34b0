import type { Client, Transaction } from '../database'

/**
 * Rows that cross the driver as one JSON text, in and out. Prisma compiles each query for its very parameters, and
 * converts each cell by itself: for a group of check-ins that cost more than the database.
 */
type Row = Readonly<Record<string, unknown>>

/**
 * Runs a query whose only cell is a JSON text. Members named `…At`, `workDay` or `day` come back as dates; numbers
 * that are no integers must be written by {@link exactNumber}.
 */
export async function readJson<Result>(
  read: Pick<Client, '$queryRawUnsafe'>,
  sql: string,
  ...parameters: readonly unknown[]
): Promise<Result> {
  const [row] = await read.$queryRawUnsafe<{ readonly json: string }[]>(sql, ...parameters)
  return JSON.parse(row?.json ?? 'null', reviveDate) as Result
}

function reviveDate(name: string, value: unknown): unknown {
  const isInstant = name.endsWith('At') || name === 'workDay' || name === 'validFrom' || name === 'validUntil'
  return isInstant && typeof value === 'string' ? new Date(value) : value
}

/** Each of these columns of a table under its own name. */
export function columns(table: string, ...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `${table}."${name}"`]))
}

/** A JSON object of such arrays. */
export function jsonObject(lists: Readonly<Record<string, string>>): string {
  // Out of a subquery an array would come as a text: `json` makes it JSON again.
  const members = Object.entries(lists).map(([name, list]) => `'${name}', json(${list})`)
  return `json_object(${members.join(',\n')})`
}

/** A JSON array of objects with these columns of `source`. */
export function jsonRows(columns: Readonly<Record<string, string>>, source: string, orderBy = ''): string {
  const members = Object.entries(columns).map(([name, expression]) => `'${name}', ${expression}`)
  return `(SELECT json_group_array(json_object(${members.join(', ')})${orderBy && ` ORDER BY ${orderBy}`}) FROM ${source})`
}

/** SQLite's JSON writes 15 digits of a real number; 17 give each one back exactly. */
export function exactNumber(column: string): string {
  return `json(format('%!.17g', ${column}))`
}

/** As Prisma's adapter stores it. */
export function storedInstant(date: Date): string {
  return date.toISOString().replace('Z', '+00:00')
}

/** Inserts rows that all have the same columns. The names come from code, never from outside. */
export async function insertRows(
  tx: Pick<Transaction, '$executeRawUnsafe'>,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const names = columns.map((column) => `"${column}"`)
  const values = columns.map((_, index) => `cells ->> ${index}`)
  const cells = rows.map((row) => columns.map((column) => stored(row[column])))
  // Materialized, or SQLite would write out the row's JSON again for each of its columns.
  await tx.$executeRawUnsafe(
    `WITH input AS MATERIALIZED (SELECT value AS cells FROM json_each(?1))
    INSERT INTO "${table}" (${names.join(', ')}) SELECT ${values.join(', ')} FROM input`,
    JSON.stringify(cells),
  )
}

function stored(value: unknown): unknown {
  return value instanceof Date ? storedInstant(value) : value
}
