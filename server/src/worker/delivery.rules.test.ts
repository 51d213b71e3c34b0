import { afterFailedTry, DEAD_AFTER_TRIES, downPauseMs, retryDelayMs } from './delivery.rules'

describe('retryDelayMs', () => {
  it.each([
    [1, 5_000],
    [2, 15_000],
    [3, 45_000],
    [7, 3_645_000],
    [8, 7_200_000],
    [11, 7_200_000],
  ])('waits after try %d for %d ms and up to a quarter more', (failedTries, delayMs) => {
    expect(retryDelayMs(failedTries, 0)).toBe(delayMs)
    expect(retryDelayMs(failedTries, 0.5)).toBe(delayMs * 1.125)
    expect(retryDelayMs(failedTries, 1)).toBe(delayMs * 1.25)
  })

  it('keeps an event alive for a night', () => {
    let totalMs = 0
    for (let tries = 1; tries < DEAD_AFTER_TRIES; tries++) totalMs += retryDelayMs(tries, 0)
    expect(totalMs).toBeGreaterThan(9 * 3_600_000)
  })
})

describe('downPauseMs', () => {
  it.each([
    [1, 0, 5_000],
    [2, 0, 15_000],
    [3, 1, 56_250],
    [4, 0, 60_000],
    [40, 1, 60_000],
  ])('after being down %d times, share %d: %d ms', (timesDown, share, pauseMs) => {
    expect(downPauseMs(timesDown, share)).toBe(pauseMs)
  })
})

describe('afterFailedTry', () => {
  const HOUR_MS = 3_600_000
  const BAD = { servedForMs: 3 * HOUR_MS, hasTaken: true, failedKeyCount: 1 }
  const DOWN = { ...BAD, failedKeyCount: 3 }
  const JUST_STARTED = { servedForMs: HOUR_MS, hasTaken: false, failedKeyCount: 1 }

  it.each([
    ['the first try', 1, BAD, 1, 'waiting'],
    ['the last try but one', 11, BAD, 11, 'waiting'],
    ['the last try', 12, BAD, 12, 'dead'],
    ['two bad keys', 12, { ...BAD, failedKeyCount: 2 }, 12, 'dead'],
    ['the last try while the subscriber is down', 12, DOWN, 11, 'waiting'],
    ['an early try while the subscriber is down', 4, DOWN, 4, 'waiting'],
    ['the last try in a process that cannot tell yet', 12, JUST_STARTED, 11, 'waiting'],
    ['the last try in a new process that saw it take others', 12, { ...JUST_STARTED, hasTaken: true }, 12, 'dead'],
    ['the last try after every other was tried too', 12, { ...JUST_STARTED, servedForMs: 2.5 * HOUR_MS }, 12, 'dead'],
    ['an operator had it tried again', 13, JUST_STARTED, 13, 'dead'],
    ['an operator had it tried again while the subscriber is down', 13, DOWN, 11, 'waiting'],
  ] as const)('%s', (_, tries, seen, attempts, state) => {
    expect(afterFailedTry(tries, seen)).toEqual({ attempts, state })
  })
})
