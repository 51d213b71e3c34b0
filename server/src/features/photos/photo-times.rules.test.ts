import { evidenceAtMs, mayStillUpload, nextLookAtMs, ticketTimes } from './photo-times.rules'

const MINUTE_MS = 60_000
/** 02:00 in Shanghai, 18:00 UTC the day before. */
const DEADLINE_MS = Date.parse('2026-11-17T02:00:00+08:00')
const NOW_MS = Date.parse('2026-11-16T09:00:00+08:00')

describe('a ticket', () => {
  it.each([
    ['long before the deadline', DEADLINE_MS - 600 * MINUTE_MS, 15, 1],
    ['a quarter of an hour before it', DEADLINE_MS - 15 * MINUTE_MS, 15, 1],
    ['ten minutes before it', DEADLINE_MS - 10 * MINUTE_MS, 10, 1],
    ['half a minute before it', DEADLINE_MS - 0.5 * MINUTE_MS, 0.5, 0.5],
  ])('serves and is looked after, %s', (_, nowMs, minutes, lookMinutes) => {
    expect(ticketTimes(DEADLINE_MS, nowMs)).toEqual({
      expiresAtMs: nowMs + minutes * MINUTE_MS,
      lookAtMs: nowMs + lookMinutes * MINUTE_MS,
    })
  })

  it.each([
    [DEADLINE_MS, DEADLINE_MS - 1, true],
    [DEADLINE_MS, DEADLINE_MS, false],
    [DEADLINE_MS, DEADLINE_MS + 1, false],
    [null, NOW_MS, false],
  ])('is given with the deadline %p at %p: %p', (deadlineMs, nowMs, expected) => {
    expect(mayStillUpload(deadlineMs, nowMs)).toBe(expected)
  })
})

describe('the next look', () => {
  it.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 8],
    [4, 10],
    [5, 10],
    [2_000, 10],
  ])('after %i earlier ones comes in %i min', (checkCount, minutes) => {
    expect(nextLookAtMs({ checkCount, deadlineMs: DEADLINE_MS }, NOW_MS)).toBe(NOW_MS + minutes * MINUTE_MS)
    expect(nextLookAtMs({ checkCount, deadlineMs: null }, NOW_MS)).toBe(NOW_MS + minutes * MINUTE_MS)
  })

  it.each([
    ['a minute before', DEADLINE_MS - MINUTE_MS, DEADLINE_MS],
    ['just before', DEADLINE_MS - 1, DEADLINE_MS],
    ['at it', DEADLINE_MS, DEADLINE_MS + 10 * MINUTE_MS],
    ['after it', DEADLINE_MS + 1, DEADLINE_MS + 1 + 10 * MINUTE_MS],
  ])('is made at the deadline, and then goes on: %s', (_, nowMs, expected) => {
    expect(nextLookAtMs({ checkCount: 9, deadlineMs: DEADLINE_MS }, nowMs)).toBe(expected)
  })
})

it.each([
  [DEADLINE_MS, DEADLINE_MS - 1, DEADLINE_MS - 1],
  [DEADLINE_MS, DEADLINE_MS, DEADLINE_MS],
  [DEADLINE_MS, DEADLINE_MS + 90 * MINUTE_MS, DEADLINE_MS],
  [null, NOW_MS, NOW_MS],
])('what is there counts as of the deadline at the latest: %p at %p', (deadlineMs, nowMs, expected) => {
  expect(evidenceAtMs(deadlineMs, nowMs)).toBe(expected)
})
