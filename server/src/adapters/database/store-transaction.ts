import type { StoreTransaction, Transactions } from '../../ports/transaction'
import type { Database, Transaction } from './database'

/** Hands open transactions of this database to use cases, so that several stores write as one. */
export function createTransactions(database: Database): Transactions {
  return { inTransaction: (work) => database.write((tx) => work(toStoreTransaction(tx))) }
}

/** Use cases pass it on and never look inside; the two casts of it stand here. */
export function toStoreTransaction(tx: Transaction): StoreTransaction {
  return tx as unknown as StoreTransaction
}

/** What a store works with; the inverse of `toStoreTransaction`. */
export function fromStoreTransaction(tx: StoreTransaction): Transaction {
  return tx as unknown as Transaction
}
