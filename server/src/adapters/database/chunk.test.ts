import { chunk } from './chunk'

it.each([
  [[], 2, []],
  [[1], 2, [[1]]],
  [[1, 2], 2, [[1, 2]]],
  [[1, 2, 3, 4, 5], 2, [[1, 2], [3, 4], [5]]],
])('cuts %j by %i', (items, size, chunks) => {
  expect(chunk(items, size)).toEqual(chunks)
})

it('stays under the parameters that SQL Server takes', () => {
  expect(chunk(Array(4_000).fill(0)).map((part) => part.length)).toEqual([1_900, 1_900, 200])
})
