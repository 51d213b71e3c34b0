import { gatewayClockStanding, medianSkewMs } from './gateway-clock.rules'

describe('gatewayClockStanding', () => {
  it.each([
    [0, 'right'],
    [30_000, 'right'],
    [-30_000, 'right'],
    [30_001, 'alarm'],
    [-30_001, 'alarm'],
    [120_000, 'alarm'],
    [-120_000, 'alarm'],
    [120_001, 'wrong'],
    [-120_001, 'wrong'],
    [NaN, 'wrong'],
    [Infinity, 'wrong'],
  ] as const)('calls a skew of %d ms %s', (skewMs, standing) => {
    expect(gatewayClockStanding(skewMs)).toBe(standing)
  })
})

describe('medianSkewMs', () => {
  const sample = (askedAtMs: number, answeredAtMs: number, theirMs: number) => ({ askedAtMs, answeredAtMs, theirMs })

  it('takes an answer as given in the middle of its way', () => {
    expect(medianSkewMs([sample(1_000, 1_200, 1_600)])).toBe(500)
  })

  it('is negative for a clock that is behind', () => {
    expect(medianSkewMs([sample(10_000, 10_000, 4_000)])).toBe(-6_000)
  })

  it('does not let one slow exchange count', () => {
    expect(medianSkewMs([sample(0, 0, 100), sample(0, 9_000, 90_000), sample(0, 0, 102)])).toBe(102)
  })

  it('takes the mean of the middle two of an even number', () => {
    expect(medianSkewMs([sample(0, 0, 4), sample(0, 0, 1), sample(0, 0, 3), sample(0, 0, 2)])).toBe(2.5)
  })

  it('knows nothing without a sample', () => {
    expect(medianSkewMs([])).toBeNull()
  })
})
