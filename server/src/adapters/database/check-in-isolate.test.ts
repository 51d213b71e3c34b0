import { AppError } from '../../app-error'
import { isolateFaults } from './check-in-isolate'

/** Doubles numbers; fails as a whole when one of them is poison. */
function doubling(poison: number, fault: Error) {
  const runs: (readonly number[])[] = []
  const run = isolateFaults(async (items: readonly number[]) => {
    runs.push(items)
    if (items.includes(poison)) throw fault
    return items.map((item) => item * 2)
  })
  return { run, runs }
}

const settle = (results: readonly (() => number)[]) =>
  results.map((result) => {
    try {
      return result()
    } catch (fault) {
      return (fault as Error).message
    }
  })

describe('isolateFaults', () => {
  it('runs a sound group once', async () => {
    const { run, runs } = doubling(-1, new Error('poison'))
    expect(settle(await run([1, 2, 3]))).toEqual([2, 4, 6])
    expect(runs).toEqual([[1, 2, 3]])
  })

  it('lets the neighbours of a poisoned item through', async () => {
    const { run, runs } = doubling(2, new Error('poison'))
    expect(settle(await run([1, 2, 3]))).toEqual([2, 'poison', 6])
    expect(runs).toEqual([[1, 2, 3], [1], [2], [3]])
  })

  it('fails a lone item at once', async () => {
    const { run, runs } = doubling(2, new Error('poison'))
    expect(settle(await run([2]))).toEqual(['poison'])
    expect(runs).toEqual([[2]])
  })

  it('does not try again one by one when the database is busy for all', async () => {
    const { run, runs } = doubling(2, new AppError('BUSY_TRY_AGAIN'))
    const results = await run([1, 2])
    for (const result of results) expect(result).toThrow(AppError)
    expect(runs).toHaveLength(1)
  })
})
