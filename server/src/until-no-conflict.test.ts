import { AppError } from './app-error'
import type { StoreTransaction, Transactions } from './ports/transaction'
import { untilNoConflict } from './until-no-conflict'

const tx = {} as StoreTransaction

/** Counts what was kept and what was rolled back. */
function countingTransactions(): Transactions & { kept: number; rolledBack: number } {
  return {
    kept: 0,
    rolledBack: 0,
    async inTransaction(work) {
      try {
        const result = await work(tx)
        this.kept++
        return result
      } catch (fault) {
        this.rolledBack++
        throw fault
      }
    },
  }
}

describe('work that may meet a conflict', () => {
  it.each([
    { conflicts: 0, kept: 1 },
    { conflicts: 1, kept: 1 },
    { conflicts: 4, kept: 1 },
  ])('is kept once after $conflicts conflicts, each rolled back', async ({ conflicts, kept }) => {
    const transactions = countingTransactions()
    let runs = 0
    const result = await untilNoConflict<string>(transactions, () =>
      Promise.resolve(runs++ < conflicts ? 'conflict' : 'done'),
    )
    expect({ result, runs, kept: transactions.kept, rolledBack: transactions.rolledBack }).toEqual({
      result: 'done',
      runs: conflicts + 1,
      kept,
      rolledBack: conflicts,
    })
  })

  it('is given up after five', async () => {
    const transactions = countingTransactions()
    const result = untilNoConflict<string>(transactions, () => Promise.resolve('conflict'))
    await expect(result).rejects.toMatchObject({ code: 'BUSY_TRY_AGAIN' })
    expect(transactions).toMatchObject({ kept: 0, rolledBack: 5 })
  })

  it('lets a fault through at once', async () => {
    const transactions = countingTransactions()
    const fault = new AppError('NOT_ALLOWED')
    const result = untilNoConflict(transactions, () => Promise.reject(fault))
    await expect(result).rejects.toBe(fault)
    expect(transactions).toMatchObject({ kept: 0, rolledBack: 1 })
  })
})
