import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../app-error'
import type { Random } from '../../ports/system'

/** About four seconds of patience in all, with SQLite's own waiting. */
const ATTEMPTS = 20
const FIRST_DELAY_MS = 5
const LONGEST_DELAY_MS = 200

/** Prisma's codes: timed out on a lock (SQLite busy), deadlock or write conflict. */
const RETRYABLE_CODES: ReadonlySet<unknown> = new Set(['P1008', 'P2034', 'SQLITE_BUSY'])
/** SQL Server: deadlock victim, lock time-out, snapshot conflict (3960, 3935). Prisma names not all of them. */
const RETRYABLE_NUMBERS: ReadonlySet<unknown> = new Set([1205, 1222, 3960, 3935])
const RETRYABLE_KINDS: ReadonlySet<unknown> = new Set(['SocketTimeout', 'TransactionWriteConflict'])

/**
 * Runs `work` again, after a growing random pause, while the database reports that another transaction was in its way.
 * Each such report means that nothing of this transaction was kept.
 * @throws AppError BUSY_TRY_AGAIN when the last try failed so too, or the transaction ran out of time; other errors at
 *   once and as they are
 */
export async function retryOnConflict<Result>(
  random: Random,
  work: () => Promise<Result>,
  pause: (delayMs: number) => Promise<unknown> = sleep,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (isOutOfTime(error)) {
        throw new AppError('BUSY_TRY_AGAIN', { internalText: 'The transaction ran out of time', cause: error })
      }
      if (!isConflict(error)) throw error
      if (attempt === ATTEMPTS) {
        throw new AppError('BUSY_TRY_AGAIN', { internalText: 'The database stayed locked', cause: error })
      }
      const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS)
      await pause(delayMs * (0.5 + (random.bytes(1)[0] ?? 0) / 255))
    }
  }
}

/** Prisma's code for a transaction that could not start, or was not done, in its time: rolled back, and waited for long. */
function isOutOfTime(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: unknown }).code === 'P2028'
}

/** Whether the database gave up this transaction only because another one was in its way. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, cause, meta } = error as Error & { code?: unknown; meta?: { driverAdapterError?: unknown } }
  if (RETRYABLE_CODES.has(code)) return true
  return isDriverConflict(cause) || isConflict(cause) || isConflict(meta?.driverAdapterError)
}

/** What Prisma's driver adapters put into `cause`: a plain object. */
function isDriverConflict(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false
  const { kind, code } = cause as { kind?: unknown; code?: unknown }
  return RETRYABLE_KINDS.has(kind) || (kind === 'mssql' && RETRYABLE_NUMBERS.has(code))
}
