import { countingRandom } from '../../../test/fakes'
import { isConflict, retryOnConflict } from './retry'

/** Errors as Prisma's client and its driver adapters throw them. */
function failure(fields: object, cause?: unknown): Error {
  return Object.assign(new Error('failed', { cause }), fields)
}

const driverError = (cause: object) => failure({ code: 'P2039', meta: { driverAdapterError: failure({}, cause) } })

describe('a conflict of transactions', () => {
  it.each<[name: string, error: unknown, conflict: boolean]>([
    ['SQLite busy', failure({ code: 'P1008' }), true],
    ['SQLite busy in raw SQL', driverError({ kind: 'SocketTimeout', originalCode: '5' }), true],
    ['SQLite busy at commit', failure({ code: 'SQLITE_BUSY' }), true],
    ['deadlock', failure({ code: 'P2034' }), true],
    ['deadlock in raw SQL', driverError({ kind: 'TransactionWriteConflict', originalCode: 'EREQUEST' }), true],
    ['SQL Server lock time-out', driverError({ kind: 'mssql', code: 1222 }), true],
    ['SQL Server snapshot conflict', driverError({ kind: 'mssql', code: 3960 }), true],
    ['SQL Server without a context for a transaction', driverError({ kind: 'mssql', code: 3935 }), true],
    ['the driver’s own error', failure({}, { kind: 'mssql', code: 1205 }), true],
    ['unique key', failure({ code: 'P2002' }), false],
    ['another number of SQL Server', driverError({ kind: 'mssql', code: 8152 }), false],
    ['the same number of SQLite', driverError({ kind: 'sqlite', code: 1205 }), false],
    ['timed-out transaction', failure({ code: 'P2028' }), false],
    ['any other error', new Error('no'), false],
    ['no error', 'P2034', false],
  ])('%s', (_name, error, conflict) => {
    expect(isConflict(error)).toBe(conflict)
  })
})

describe('retrying', () => {
  const conflict = failure({ code: 'P2034' })

  async function run(failures: readonly unknown[]): Promise<{ calls: number; pauses: number[]; result: unknown }> {
    const pauses: number[] = []
    let calls = 0
    const work = (): Promise<string> => {
      const error = failures[calls++]
      return error === undefined ? Promise.resolve('done') : Promise.reject(error)
    }
    const pause = (delayMs: number): Promise<void> => {
      pauses.push(delayMs)
      return Promise.resolve()
    }
    const result = await retryOnConflict(countingRandom(), work, pause).catch((error: unknown) => error)
    return { calls, pauses, result }
  }

  it('does not pause when there is no conflict', async () => {
    expect(await run([])).toEqual({ calls: 1, pauses: [], result: 'done' })
  })

  it('repeats the work after growing, uneven pauses', async () => {
    const { calls, pauses, result } = await run(Array(10).fill(conflict))
    expect([calls, result]).toEqual([11, 'done'])
    pauses.forEach((delayMs, index) => {
      const middle = Math.min(5 * 2 ** index, 200)
      expect(delayMs).toBeGreaterThanOrEqual(middle * 0.5)
      expect(delayMs).toBeLessThanOrEqual(middle * 1.5)
    })
    expect(new Set(pauses).size).toBe(10)
  })

  it('gives up after 20 tries and says that nothing was recorded', async () => {
    const { calls, result } = await run(Array(100).fill(conflict))
    expect(calls).toBe(20)
    expect(result).toMatchObject({ code: 'BUSY_TRY_AGAIN', status: 503, cause: conflict })
  })

  it('says at once that the server is busy when a transaction ran out of time', async () => {
    const { calls, result } = await run([failure({ code: 'P2028' })])
    expect(calls).toBe(1)
    expect(result).toMatchObject({ code: 'BUSY_TRY_AGAIN', status: 503 })
  })

  it('throws every other error at once', async () => {
    const other = new Error('broken')
    expect(await run([conflict, other])).toMatchObject({ calls: 2, result: other })
  })
})
