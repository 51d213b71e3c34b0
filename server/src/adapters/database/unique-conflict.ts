import { UNIQUE_INDEXES, type UniqueIndex } from './unique-indexes'

const NAMES_BY_COLUMNS: ReadonlyMap<string, UniqueIndex> = new Map(
  (Object.keys(UNIQUE_INDEXES) as UniqueIndex[]).map((name) => [UNIQUE_INDEXES[name], name]),
)

/**
 * Which unique index or primary key a write ran into. SQLite names table and columns, SQL Server names the index; both
 * only in the driver's own message, which Prisma keeps in the error's `meta`.
 * @returns null when the error is no such conflict, or names an index that is not in the schema
 */
export function uniqueConflict(error: unknown): UniqueIndex | null {
  const cause = driverCause(error)
  if (cause?.kind !== 'UniqueConstraintViolation' || typeof cause.originalMessage !== 'string') return null
  const columns = /UNIQUE constraint failed: ([\w., ]+)/.exec(cause.originalMessage)?.[1]
  return columns === undefined
    ? namedIndex(cause.originalMessage)
    : (NAMES_BY_COLUMNS.get(tableAndColumns(columns)) ?? null)
}

/** `Device.employeeId, Device.state` → `Device(employeeId, state)` */
function tableAndColumns(text: string): string {
  const parts = text.trim().split(', ')
  const table = parts[0]?.split('.')[0] ?? ''
  return `${table}(${parts.map((part) => part.slice(table.length + 1)).join(', ')})`
}

/** The duplicate value comes last in SQL Server's message, so the first word that names an index is the index. */
function namedIndex(message: string): UniqueIndex | null {
  for (const [word] of message.matchAll(/\w+/g)) {
    if (Object.hasOwn(UNIQUE_INDEXES, word)) return word as UniqueIndex
  }
  return null
}

function driverCause(error: unknown): { kind?: unknown; originalMessage?: unknown } | undefined {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: unknown } } } | null)?.meta
  const cause = meta?.driverAdapterError?.cause
  return typeof cause === 'object' && cause !== null ? cause : undefined
}
