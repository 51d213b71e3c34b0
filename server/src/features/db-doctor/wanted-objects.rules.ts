/** What the migrations leave behind, read from their SQL: both engines' files are rendered by our own tool, line by line. */

export interface WantedObjects {
  /** Indexes and keys that have a name. */
  readonly indexes: readonly string[]
  /** `Table.column` of texts that are compared byte by byte. */
  readonly binaryColumns: readonly string[]
}

export const BINARY_COLLATION = 'Latin1_General_100_BIN2'

const MADE =
  /CREATE (?:UNIQUE )?(?:NONCLUSTERED |CLUSTERED )?INDEX ["[](\w+)["\]]|CONSTRAINT \[(\w+)\] (?:PRIMARY KEY|UNIQUE)/
const DROPPED = /DROP INDEX (?:IF EXISTS )?["[](\w+)["\]]|DROP CONSTRAINT \[(\w+)\]/
const TABLE = /(?:CREATE|ALTER) TABLE \[dbo\]\.\[(\w+)\]/
const BINARY = new RegExp(`\\[(\\w+)\\] N?(?:VAR)?CHAR\\(\\w+\\) COLLATE ${BINARY_COLLATION}`)

/** @param migrations the SQL of each, in the order in which they are applied */
export function wantedObjects(migrations: readonly string[]): WantedObjects {
  const indexes = new Set<string>()
  const binaryColumns = new Set<string>()
  let table = ''
  for (const line of migrations.flatMap((sql) => sql.split('\n'))) {
    table = TABLE.exec(line)?.[1] ?? table
    const made = MADE.exec(line)
    const dropped = DROPPED.exec(line)
    if (made !== null) indexes.add(made[1] ?? made[2] ?? '')
    if (dropped !== null) indexes.delete(dropped[1] ?? dropped[2] ?? '')
    const column = BINARY.exec(line)?.[1]
    if (column !== undefined) binaryColumns.add(`${table}.${column}`)
  }
  return { indexes: [...indexes], binaryColumns: [...binaryColumns] }
}
