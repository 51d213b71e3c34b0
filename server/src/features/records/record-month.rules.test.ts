import { daysOfMonth } from './record-month.rules'

it.each([
  ['2026-11', '2026-11-01', '2026-11-30', 30],
  ['2026-02', '2026-02-01', '2026-02-28', 28],
  ['2028-02', '2028-02-01', '2028-02-29', 29],
  ['2026-12', '2026-12-01', '2026-12-31', 31],
])('%s has its days', (name, first, last, count) => {
  const days = daysOfMonth(name)
  expect([days[0], days.at(-1), days.length]).toEqual([first, last, count])
})
