import { createInCohorts } from './in-cohorts'

function gate(): { readonly opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('createInCohorts', () => {
  it('starts whoever queued meanwhile together once the last cohort is done, at most so many', async () => {
    const inCohorts = createInCohorts(2)
    const started: string[] = []
    const first = gate()
    const works = [
      inCohorts('a', async () => {
        started.push('a')
        await first.opened
      }),
    ]
    await turn()
    await turn()
    for (const key of ['b', 'c', 'd']) works.push(inCohorts(key, async () => void started.push(key)))
    await turn()
    expect(started).toEqual(['a'])
    first.open()
    await Promise.all(works)
    expect(started).toEqual(['a', 'b', 'c', 'd'])
  })

  it('runs the works of a cohort side by side, and those of one key one after another', async () => {
    const inCohorts = createInCohorts(64)
    const [slow, seen] = [gate(), [] as string[]]
    const works = [
      inCohorts('a', async () => {
        seen.push('a1')
        await slow.opened
        seen.push('a1 done')
      }),
      inCohorts('a', async () => void seen.push('a2')),
      inCohorts('b', async () => void seen.push('b')),
    ]
    await works[2]
    expect(seen).toEqual(['a1', 'b'])
    slow.open()
    await Promise.all(works)
    expect(seen).toEqual(['a1', 'b', 'a1 done', 'a2'])
  })

  it('passes on a failure to its caller alone', async () => {
    const inCohorts = createInCohorts(64)
    const results = await Promise.allSettled([
      inCohorts('a', () => Promise.reject(new Error('a failed'))),
      inCohorts('a', async () => 'second'),
      inCohorts('b', async () => 'third'),
    ])
    expect(results).toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled', value: 'second' },
      { status: 'fulfilled', value: 'third' },
    ])
  })
})
