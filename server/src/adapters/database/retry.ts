import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../app-error'
import type { Random } from '../../ports/system'
import { CommitOutcomeUnknown } from './sqlserver/commit-outcome-unknown'
import { serverTroubleOf, troubleText } from './sqlserver/server-errors'

/** About four seconds of patience in all, with SQLite's own waiting. */
const CONFLICT_ATTEMPTS = 20
/** The pool tries each connection before it lends it: after one loss the next is a sound one, or there is none. */
const LOST_ATTEMPTS = 3
const FIRST_DELAY_MS = 5
const LONGEST_DELAY_MS = 200
/** As Azure SQL asks for when it throttles. */
const OVERLOAD_PAUSE_SECONDS = 10

/** SQLite: timed out on a lock. */
const SQLITE_CODES: ReadonlySet<unknown> = new Set(['P1008', 'SQLITE_BUSY'])
/** Prisma: deadlock or write conflict. */
const CONFLICT_CODE = 'P2034'
/** Prisma: a transaction could not start, or was not done, in its time: rolled back, and waited for long. */
const OUT_OF_TIME_CODE = 'P2028'

/**
 * Runs `work` again, after a growing random pause, while the database reports that another transaction was in its way, or
 * the line to it broke before the commit. Each such report means that nothing of this transaction was kept.
 *
 * A line that breaks in the commit itself leaves open whether it was kept. That is not repeated here: most writes would
 * find their own first try in the way (a request decided already, a lease taken, a name in use) and tell the caller that
 * somebody else was faster. It ends as INTERNAL; whoever sent the request repeats it, and what has to be done once is
 * known by an id of the sender's (check-ins by their request id, outbox events by their own).
 * @throws AppError BUSY_TRY_AGAIN when nothing was kept and it is of no use to go on trying, INTERNAL when nobody knows;
 *   other errors at once and as they are
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
      if (attempt >= attemptsFor(error)) throw verdictOn(error)
      const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS)
      await pause(delayMs * (0.5 + (random.bytes(1)[0] ?? 0) / 255))
    }
  }
}

/** Whether the database gave up this transaction only because another one was in its way. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof CommitOutcomeUnknown) return false
  return codeOf(error) === CONFLICT_CODE || isSqliteBusy(error) || serverTroubleOf(error) === 'conflict'
}

/** How often work that fails so is tried, the first time included. */
function attemptsFor(error: unknown): number {
  if (isConflict(error)) return CONFLICT_ATTEMPTS
  return isLost(error) ? LOST_ATTEMPTS : 1
}

function isLost(error: unknown): boolean {
  return error instanceof Error && !(error instanceof CommitOutcomeUnknown) && serverTroubleOf(error) === 'lost'
}

/** What the caller gets to know. */
function verdictOn(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error instanceof CommitOutcomeUnknown) {
    const internalText = 'The line to the database broke in a commit: it may have been kept'
    return new AppError('INTERNAL', { internalText, cause: error })
  }
  const busy = (internalText: string, retryAfterSeconds?: number) =>
    new AppError('BUSY_TRY_AGAIN', { internalText, cause: error, ...(retryAfterSeconds && { retryAfterSeconds }) })
  if (codeOf(error) === OUT_OF_TIME_CODE) return busy('The transaction ran out of time')
  if (isConflict(error)) return busy('The database stayed locked')
  switch (serverTroubleOf(error)) {
    case 'timeout':
      return busy(`The database did not answer in time (${troubleText(error)})`)
    case 'overload':
      return busy(`The database has no room (${troubleText(error)})`, OVERLOAD_PAUSE_SECONDS)
    case 'lost':
      return busy(`The database cannot be reached (${troubleText(error)})`)
    case 'login':
      return busy(`The database lets us not in (${troubleText(error)})`)
    default:
      return error
  }
}

function codeOf(error: Error): unknown {
  return (error as Error & { code?: unknown }).code
}

/** Prisma's code, or in raw SQL and at commit the driver's. */
function isSqliteBusy(error: Error): boolean {
  const { cause, meta } = error as Error & { cause?: unknown; meta?: { driverAdapterError?: unknown } }
  if (SQLITE_CODES.has(codeOf(error))) return true
  const inner = [cause, meta?.driverAdapterError]
  return inner.some((one) =>
    one instanceof Error ? isSqliteBusy(one) : (one as { kind?: unknown } | null | undefined)?.kind === 'SocketTimeout',
  )
}
