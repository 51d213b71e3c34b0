import type { PrismaClient, Prisma } from '../../generated/sqlserver/client'

/** Types come from the SQL Server client on both engines; the one cast stands in open-sqlite. */
export type Client = PrismaClient
export type Transaction = Prisma.TransactionClient

/** The opened database of one process. */
export interface Database {
  readonly engine: 'sqlserver' | 'sqlite'
  /** For queries outside transactions. */
  readonly read: Client
  /**
   * Runs one transaction; nothing but the database may be awaited inside. Retried a bounded number of times, with the
   * whole callback, when the engine reports a deadlock, a lock time-out or a serialisation conflict.
   */
  write<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  /** Transactions that wait for this process's one writing connection; always 0 where there is a pool. */
  waitingWrites(): number
  close(): Promise<void>
}

/** Before it answers. */
export interface UnopenedDatabase extends Database {
  connect(): Promise<void>
}

/** A transaction that takes longer is rolled back; starting one may wait for a free connection. */
export const TRANSACTION_LIMITS = { timeout: 20_000, maxWait: 10_000 }
