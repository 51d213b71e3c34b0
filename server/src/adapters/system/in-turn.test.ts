import { createInTurn } from './in-turn'

function gate(): { readonly opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

describe('createInTurn', () => {
  it('runs works of one key in order, one at a time, also after a failure', async () => {
    const inTurn = createInTurn()
    const seen: string[] = []
    const first = gate()
    const works = [
      inTurn('a', async () => {
        await first.opened
        seen.push('first')
        throw new Error('first failed')
      }),
      inTurn('a', async () => seen.push('second')),
    ]
    expect(seen).toEqual([])
    first.open()
    const results = await Promise.allSettled(works)
    expect(seen).toEqual(['first', 'second'])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  it('does not let one key wait for another', async () => {
    const inTurn = createInTurn()
    const blocked = gate()
    const slow = inTurn('a', () => blocked.opened)
    await expect(inTurn('b', async () => 'done')).resolves.toBe('done')
    blocked.open()
    await slow
  })
})
