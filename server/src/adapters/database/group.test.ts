import { groupWork } from './group'

function deferred(): { promise: Promise<void>; open: () => void } {
  let open = () => {}
  const promise = new Promise<void>((resolve) => (open = resolve))
  return { promise, open }
}

describe('groupWork', () => {
  it('answers each item with its own result', async () => {
    const double = groupWork<number, number>({ maxItems: 64, run: async (items) => items.map((item) => item * 2) })
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
  })

  it('takes what queued while the last run was under way, at most maxItems', async () => {
    const runs: number[][] = []
    const first = deferred()
    const work = groupWork<number, number>({
      maxItems: 3,
      run: async (items) => {
        runs.push([...items])
        if (runs.length === 1) await first.promise
        return items
      },
    })
    const opening = work(0)
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    const others = [1, 2, 3, 4].map(work)
    first.open()
    await Promise.all([opening, ...others])
    expect(runs).toEqual([[0], [1, 2, 3], [4]])
  })

  it('never puts two items of one key into one run, and keeps their order', async () => {
    const runs: string[][] = []
    const work = groupWork<string, string>({
      maxItems: 64,
      keyOf: (item) => item.slice(0, 1),
      run: async (items) => {
        runs.push([...items])
        return items
      },
    })
    await Promise.all(['a1', 'b1', 'a2', 'a3', 'b2'].map(work))
    expect(runs).toEqual([['a1', 'b1'], ['a2', 'b2'], ['a3']])
  })

  it('rejects the items of a failed run alone and goes on', async () => {
    const work = groupWork<number, number>({
      maxItems: 1,
      run: async (items) => {
        if (items[0] === 2) throw new Error('two')
        return items
      },
    })
    const results = await Promise.allSettled([1, 2, 3].map(work))
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
