import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { chunk } from './chunk'

it.each([
  [[], 2, []],
  [[1], 2, [[1]]],
  [[1, 2], 2, [[1, 2]]],
  [[1, 2, 3, 4, 5], 2, [[1, 2], [3, 4], [5]]],
])('cuts %j by %i', (items, size, chunks) => {
  expect(chunk(items, size)).toEqual(chunks)
})

describe('on a real database', () => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await openTestDatabase()
  })
  afterEach(() => opened.close())

  it('leaves room for other conditions beside the longest list', async () => {
    const [ids = []] = chunk(Array.from({ length: 4_000 }, (_, index) => `employee-${index}`))
    expect(ids).toHaveLength(900)
    const kinds = ['early', 'visit', 'late']
    const attempts = opened.database.read.attempt.count({ where: { employeeId: { in: ids }, slotKind: { in: kinds } } })
    expect(await attempts).toBe(0)
  })
})
