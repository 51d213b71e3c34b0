import { backoffMs } from './restart.rules'

it.each([
  [0, 500],
  [1, 1_000],
  [2, 2_000],
  [5, 16_000],
  [6, 30_000],
  [10_000, 30_000],
])('after %i failures waits %i ms', (failures, pauseMs) => {
  expect(backoffMs(failures)).toBe(pauseMs)
})
