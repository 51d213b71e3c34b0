import { avatarOf } from './avatar.view'

it.each([
  ['王建国', '王'],
  ['欧阳晴', '欧阳'],
  ['欧阳', '欧'],
  ['𠮷田一郎', '𠮷'],
  ['li lei', 'L'],
  ['', ''],
])('%s: %s', (name, text) => {
  expect(avatarOf({ id: 'employee-1', name }).text).toBe(text)
})

it('keeps a person’s colour, and uses all six', () => {
  const fills = Array.from({ length: 60 }, (_, index) => avatarOf({ id: `employee-${index}`, name: '王' }).fill)
  expect(avatarOf({ id: 'employee-7', name: '李' }).fill).toBe(fills[7])
  expect(Array.from(new Set(fills)).sort()).toEqual([0, 1, 2, 3, 4, 5])
})
