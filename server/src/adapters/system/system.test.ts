import { systemRandom } from './system'

it('gives UUID v7 ids in order, also within a millisecond', () => {
  const ids = Array.from({ length: 10_000 }, () => systemRandom.id())
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  expect([...new Set(ids)].sort()).toEqual(ids)
})

it('gives as many random bytes as it is asked for', () => {
  expect([0, 1, 12, 32].map((length) => systemRandom.bytes(length).length)).toEqual([0, 1, 12, 32])
  expect(systemRandom.bytes(32)).not.toEqual(systemRandom.bytes(32))
})
