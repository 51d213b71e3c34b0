import { DEAD_AFTER_TRIES, downPauseMs, retryDelayMs } from './delivery.rules'

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
