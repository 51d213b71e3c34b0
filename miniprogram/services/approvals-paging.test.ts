import type { Page } from '../contract/api'
import { failure, success, type Result } from '../result'
import { settle } from '../test/fake-platform'
import { createPagedList } from './approvals-paging'
import type { ApiProblem } from './transport'

type Item = { readonly id: string; readonly text?: string }
const time = { nowMs: () => 1_000 }
const page = (ids: string, nextCursor: string | null) =>
  success<Page<Item>>({ items: Array.from(ids, (id) => ({ id })), nextCursor })
const away = failure<ApiProblem>({ kind: 'unreachable' })

function listOf(answers: Result<Page<Item>, ApiProblem>[]) {
  const asked: (string | undefined)[] = []
  const list = createPagedList<Item>(
    time,
    (cursor) => {
      asked.push(cursor)
      return Promise.resolve(answers.shift() ?? away)
    },
    ({ id }) => id,
  )
  return { list, asked, ids: () => (list.items() ?? []).map(({ id }) => id).join('') }
}

describe('a list in pages', () => {
  it('goes on where the page before ended, and shows nothing twice', async () => {
    const { list, asked, ids } = listOf([page('ab', 'c1'), page('bc', null)])
    expect(list.items()).toBeNull()
    await list.refresh()
    await list.more()
    await list.more()
    expect([ids(), asked, list.hasMore()]).toEqual(['abc', [undefined, 'c1'], false])
  })

  it('keeps what it had when it cannot be read anew', async () => {
    const { list, ids } = listOf([page('ab', 'c1'), away, away])
    await list.refresh()
    expect(await list.refresh()).toEqual({ kind: 'unreachable' })
    expect(await list.more()).toEqual({ kind: 'unreachable' })
    expect([ids(), list.hasMore(), list.loadedAtMs()]).toEqual(['ab', true, 1_000])
  })

  it('drops a page of the list as it was before', async () => {
    let answer: (page: Result<Page<Item>, ApiProblem>) => void = () => {}
    const slow = new Promise<Result<Page<Item>, ApiProblem>>((resolve) => (answer = resolve))
    const answers = [Promise.resolve(page('ab', 'c1')), slow, Promise.resolve(page('xy', null))]
    const list = createPagedList<Item>(
      time,
      () => answers.shift() ?? Promise.resolve(away),
      ({ id }) => id,
    )
    await list.refresh()
    const more = list.more()
    await list.refresh()
    answer(page('cd', null))
    await more
    await settle()
    expect(list.items()?.map(({ id }) => id)).toEqual(['x', 'y'])
  })

  it('puts a newer one in its place', async () => {
    const { list } = listOf([page('ab', null)])
    await list.refresh()
    list.replace({ id: 'b', text: 'new' })
    expect(list.items()).toEqual([{ id: 'a' }, { id: 'b', text: 'new' }])
  })
})
