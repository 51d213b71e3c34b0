/**
 * What SQL Server, or the way to it, says when a statement fails. Prisma gives some errors a code of its own, wraps
 * others (`meta.driverAdapterError`), and lets those of begin, commit and the line through as the driver made them: hence
 * by number wherever one can be found, else by the driver's code.
 */

export type ServerTrouble =
  /** Another transaction was in the way; this one is undone and may be repeated at once. */
  | 'conflict'
  /** The server has no room at the moment, or its database moves to another machine: it asks for seconds, not for milliseconds. */
  | 'overload'
  /** A time-out, of a statement or of waiting for a connection. */
  | 'timeout'
  /** The line broke before anything was committed, or there is none. */
  | 'lost'
  /** The server lets us not in: it is moving, full, or user, password or database are wrong. mssql hides the number. */
  | 'login'

const NUMBERS: Readonly<Record<number, ServerTrouble>> = {
  1205: 'conflict', // deadlock victim
  1222: 'conflict', // lock time-out
  3935: 'conflict', // no context for the transaction, "retry the operation"
  3960: 'conflict', // update conflict of row versions
  3966: 'conflict', // the row version that it read is gone from tempdb
  // Moving to another machine: a restart, an availability group, Azure SQL. The line ends with it, or leads to nowhere.
  596: 'lost', // the session was ended
  976: 'lost', // the database is a secondary here
  983: 'lost', // the replica has no role yet
  6005: 'lost', // the server shuts down
  40197: 'lost', // Azure: the request met a failover
  1204: 'overload', // no locks left
  8645: 'overload', // no memory for a query in time
  8651: 'overload', // no memory for a query
  10928: 'overload', // Azure: the limit of workers or sessions
  10929: 'overload', // Azure: the guaranteed minimum alone is left
  40501: 'overload', // Azure: busy, "retry after 10 seconds"
  40613: 'overload', // Azure: the database is not available at the moment
  49918: 'overload', // Azure: not enough resources
  49919: 'overload', // Azure: too many creates and updates
  49920: 'overload', // Azure: too many operations
}

/** For tests: each of them is tried. */
export const SERVER_NUMBERS: readonly number[] = Object.keys(NUMBERS).map(Number)

/** The driver's own codes, where the server said nothing. */
const DRIVER_CODES: Readonly<Record<string, ServerTrouble>> = {
  ETIMEOUT: 'timeout',
  ESOCKET: 'lost',
  ECONNRESET: 'lost',
  ECONNCLOSED: 'lost',
  ENOTOPEN: 'lost',
  EINVALIDSTATE: 'lost',
  ELOGIN: 'login',
}

/** mssql's words for an error of its pool, which has neither code nor name. */
const POOL_USED_UP = 'Failed to acquire a connection from the pool'
/** What Prisma's adapter makes of 1205. */
const DEADLOCK_KIND = 'TransactionWriteConflict'

/** Null: no trouble of these kinds, e.g. a duplicate key, a foreign key or a text that is too long. */
export function serverTroubleOf(error: unknown): ServerTrouble | null {
  for (const part of partsOf(error)) {
    const { number, code, kind, message } = part
    // Prisma puts the server's number into `code`, next to this kind.
    const serverNumber = kind === 'mssql' ? code : number
    if (typeof serverNumber === 'number') return NUMBERS[serverNumber] ?? null
    if (typeof kind === 'string') return kind === DEADLOCK_KIND ? 'conflict' : null
    if (typeof message === 'string' && message.startsWith(POOL_USED_UP)) return 'timeout'
    const byCode = typeof code === 'string' ? DRIVER_CODES[code] : undefined
    if (byCode !== undefined) return byCode
  }
  return null
}

/** The server's number of an error; null: it came from elsewhere. */
export function serverNumberOf(error: unknown): number | null {
  for (const { kind, code, number } of partsOf(error)) {
    const serverNumber = kind === 'mssql' ? code : number
    if (typeof serverNumber === 'number') return serverNumber
  }
  return null
}

/** For a log: what the server or the driver said in its own words, which name users and tables, not values. */
export function troubleText(error: unknown): string {
  const number = serverNumberOf(error)
  const { code, message } = partsOf(error).find((part) => typeof part.code === 'string') ?? {}
  const text = (typeof message === 'string' ? message : String(error)).trim().split('\n').at(-1) ?? ''
  return `${number ?? (typeof code === 'string' ? code : 'no code')}: ${text}`
}

interface ErrorPart {
  readonly number?: unknown
  readonly code?: unknown
  readonly kind?: unknown
  readonly message?: unknown
}

/** The error and what it wraps, outermost first: Prisma's, its adapter's, mssql's, tedious's. */
function partsOf(error: unknown, depth = 5): ErrorPart[] {
  if (typeof error !== 'object' || error === null || depth === 0) return []
  const { meta, cause, originalError } = error as {
    meta?: { driverAdapterError?: unknown }
    cause?: unknown
    originalError?: unknown
  }
  const inner = [meta?.driverAdapterError, originalError, cause].flatMap((part) => partsOf(part, depth - 1))
  return [error, ...inner]
}
