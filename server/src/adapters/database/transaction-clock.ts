import type { Clock } from '../../ports/system'
import { systemClock } from '../system/system'
import type { Transaction } from './database'

/** Beside Prisma's transactions, which take no members of ours. */
const clocks = new WeakMap<Transaction, Clock>()

/** Runs the work of a transaction by this clock. */
export function byClock<Result>(clock: Clock, work: (tx: Transaction) => Promise<Result>) {
  return (tx: Transaction): Promise<Result> => {
    clocks.set(tx, clock)
    return work(tx)
  }
}

/** The clock that the database was opened with. */
export function clockOf(tx: Transaction): Clock {
  return clocks.get(tx) ?? systemClock
}
