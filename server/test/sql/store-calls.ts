import type { Database } from '../../src/adapters/database/database'
import { createTransactions } from '../../src/adapters/database/store-transaction'
import type { FieldCipher } from '../../src/ports/field-cipher'
import type { StoreTransaction } from '../../src/ports/transaction'
import type { Quietly } from './statement-recorder'

export interface StoreParts {
  readonly database: Database
  readonly cipher: FieldCipher
  /** For what only makes a call ready: it is not recorded. */
  readonly quietly: Quietly
}

export interface CallParts<Store> extends StoreParts {
  readonly store: Store
  /** For methods that write in somebody else's transaction. */
  inTransaction<Result>(work: (tx: StoreTransaction) => Promise<Result>): Promise<Result>
}

/** One call of a method; what it answers is of no interest. */
export type Call<Store> = (parts: CallParts<Store>) => unknown

type MethodsOf<Store> = {
  [Name in keyof Store]: Store[Name] extends (...input: never[]) => unknown ? Name : never
}[keyof Store]

/**
 * Calls of every method, in order: one may rest on what the one before wrote. Several where the arguments change which
 * statements are sent, by the name of what is different.
 */
export type CallsOf<Store> = {
  readonly [Method in MethodsOf<Store>]: Call<Store> | Readonly<Record<string, Call<Store>>>
}

export interface StoreCalls<Store> {
  /** Name of the store's file in adapters/database, without `.ts`. */
  readonly file: string
  readonly create: (parts: StoreParts) => Store
  readonly calls: CallsOf<Store>
}

/** The calls of some store, whatever its type. */
export interface RecordableStore {
  readonly file: string
  /** Runs every call; `around` is told its name (`method` or `method: variant`) and has to run it. */
  run(parts: StoreParts, around: (name: string, call: () => Promise<unknown>) => Promise<void>): Promise<void>
}

/** The compiler refuses a method without a call. */
export function storeCalls<Store>({ file, create, calls }: StoreCalls<Store>): RecordableStore {
  return {
    file,
    run: async (parts, around) => {
      const { inTransaction } = createTransactions(parts.database)
      const callParts = { ...parts, store: create(parts), inTransaction }
      for (const [method, given] of Object.entries(calls) as [string, CallsOf<Store>[MethodsOf<Store>]][]) {
        const variants = typeof given === 'function' ? { '': given } : given
        for (const [variant, call] of Object.entries(variants) as [string, Call<Store>][]) {
          await around(variant === '' ? method : `${method}: ${variant}`, () => toItsEnd(call(callParts)))
        }
      }
    },
  }
}

async function toItsEnd(answer: unknown): Promise<void> {
  const result = await answer
  if (typeof result !== 'object' || result === null || !(Symbol.asyncIterator in result)) return
  for await (const part of result as AsyncIterable<unknown>) void part
}
