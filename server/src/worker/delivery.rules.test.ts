import { DEAD_AFTER_TRIES, retryDelayMs } from './delivery.rules'

describe('retryDelayMs', () => {
  it.each([
    [1, 5_000],
    [2, 15_000],
    [3, 45_000],
    [7, 3_645_000],
    [8, 7_200_000],
    [11, 7_200_000],
  ])('waits after try %d for %d ms', (failedTries, delayMs) => {
    expect(retryDelayMs(failedTries)).toBe(delayMs)
  })

  it('keeps an event alive for a night', () => {
    let totalMs = 0
    for (let tries = 1; tries < DEAD_AFTER_TRIES; tries++) totalMs += retryDelayMs(tries)
    expect(totalMs).toBeGreaterThan(9 * 3_600_000)
  })
})
