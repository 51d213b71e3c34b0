import { AppError } from './app-error'
import type { StoreTransaction, Transactions } from './ports/transaction'

/** Tries before a caller is told to come again; as for a check-in. */
const ATTEMPTS = 5

/**
 * Runs `work` as one transaction until it meets no conflict. Each `conflict` rolls back all of it, whichever stores
 * wrote, and starts it anew. Conflicts show where it writes: what it only reads may change meanwhile, so work that may
 * end without a write takes the row that its answer rests on by a write that changes nothing.
 * @param work loads afresh each time; nothing but stores may be awaited inside
 * @throws AppError BUSY_TRY_AGAIN when the last try met a conflict too; what `work` throws, after rolling back
 */
export async function untilNoConflict<Result>(
  transactions: Transactions,
  work: (tx: StoreTransaction) => Promise<Result | 'conflict'>,
): Promise<Result> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      return await transactions.inTransaction(async (tx) => {
        const result = await work(tx)
        if (result === 'conflict') throw new Conflict()
        return result
      })
    } catch (fault) {
      if (!(fault instanceof Conflict)) throw fault
    }
  }
  throw new AppError('BUSY_TRY_AGAIN', { internalText: 'What was written over changed five times' })
}

/** Makes the transaction roll back; caught again above. */
class Conflict extends Error {}
