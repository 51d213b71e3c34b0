import { BUCKET_SECONDS, bucketSecondsFor, fillBuckets, MOST_BUCKETS } from './logs.rules'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Midnight in Shanghai. */
const FROM_MS = Date.UTC(2026, 10, 17, 16)

describe('bucketSecondsFor', () => {
  it.each([
    ['a minute', 60_000, null, 60],
    ['an hour', HOUR_MS, null, 60],
    ['a day', DAY_MS, null, 900],
    ['a week', 7 * DAY_MS, null, 10_800],
    ['half a year', 183 * DAY_MS, null, 604_800],
    ['nine years', 9 * 365 * DAY_MS, null, 604_800],
    ['too long for any', 10 * 365 * DAY_MS, null, null],
    ['as asked', DAY_MS, 3_600, 3_600],
    ['just few enough', MOST_BUCKETS * 60_000, 60, 60],
    ['one too many', MOST_BUCKETS * 60_000 + 1, 60, null],
  ])('%s', (_, lengthMs, asked, expected) => {
    expect(bucketSecondsFor(FROM_MS, FROM_MS + lengthMs, asked)).toBe(expected)
  })

  it('has sizes in growing order', () => {
    expect([...BUCKET_SECONDS].sort((left, right) => left - right)).toEqual(BUCKET_SECONDS)
  })
})

describe('fillBuckets', () => {
  it('puts every bucket in its place, the last one cut off by the end', () => {
    const range = { fromMs: FROM_MS, untilMs: FROM_MS + 2.5 * HOUR_MS, bucketSeconds: 3_600 }
    expect(fillBuckets(range, [{ fromMs: FROM_MS + HOUR_MS, count: 7 }])).toEqual([
      { fromMs: FROM_MS, count: 0 },
      { fromMs: FROM_MS + HOUR_MS, count: 7 },
      { fromMs: FROM_MS + 2 * HOUR_MS, count: 0 },
    ])
  })
})
