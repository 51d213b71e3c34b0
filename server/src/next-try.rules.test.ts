import { AppError } from './app-error'
import { nextTry } from './next-try.rules'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const LIMITS = { firstWaitMs: 5_000, longestWaitMs: 60_000, mostTries: 6 }
const busy = (retryAfterSeconds: number) => new AppError('WECOM_UNAVAILABLE', { retryAfterSeconds })

it.each([
  [0, new TypeError('broken'), 5_000],
  [1, new TypeError('broken'), 10_000],
  [3, new TypeError('broken'), 40_000],
  [4, new TypeError('broken'), 60_000],
  [0, busy(2), 5_000],
  [0, busy(90), 90_000],
  [4, busy(90), 90_000],
  [5, busy(90), null],
  [9, new TypeError('broken'), null],
])('after %p tries before, %s: %p ms', (triesBefore, error, waitMs) => {
  const atMs = waitMs === null ? null : NOW_MS + waitMs
  expect(nextTry(LIMITS, triesBefore, error, NOW_MS)).toMatchObject({ tries: triesBefore + 1, atMs })
})

it.each([
  [busy(1), 'WECOM_UNAVAILABLE'],
  [new TypeError('broken'), 'TypeError'],
  [Object.assign(new Error('gone'), { code: 'P2025' }), 'P2025'],
  [Object.assign(new Error('odd'), { code: 7 }), 'Error'],
  ['thrown text', 'unknown'],
  [null, 'unknown'],
])('%s is called %s', (error, problem) => {
  expect(nextTry(LIMITS, 0, error, NOW_MS).problem).toBe(problem)
})
