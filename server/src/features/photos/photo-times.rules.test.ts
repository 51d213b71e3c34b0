import {
  deleteFailedAtMs,
  deleteVerifiedAtMs,
  evidenceAtMs,
  isGivenUp,
  mayStillUpload,
  nextLookAfterLossMs,
  nextLookAtMs,
  ticketTimes,
} from './photo-times.rules'

const MINUTE_MS = 60_000
/** 02:00 in Shanghai, 18:00 UTC the day before. */
const DEADLINE_MS = Date.parse('2026-11-17T02:00:00+08:00')
const NOW_MS = Date.parse('2026-11-16T09:00:00+08:00')

describe('a ticket', () => {
  it.each([
    ['long before the deadline', DEADLINE_MS - 600 * MINUTE_MS, 15, 1],
    ['a quarter of an hour before it', DEADLINE_MS - 15 * MINUTE_MS, 15, 1],
    ['ten minutes before it', DEADLINE_MS - 10 * MINUTE_MS, 10, 1],
    ['half a minute before it', DEADLINE_MS - 0.5 * MINUTE_MS, 0.5, 1],
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
  const key = { objectKey: 'key' }
  it.each([
    ['long before the deadline', DEADLINE_MS - 600 * MINUTE_MS, DEADLINE_MS - 595 * MINUTE_MS],
    ['four minutes before the last one', DEADLINE_MS - 2 * MINUTE_MS, DEADLINE_MS + 2 * MINUTE_MS],
    ['at the deadline', DEADLINE_MS, DEADLINE_MS + 2 * MINUTE_MS],
    ['at the last one', DEADLINE_MS + 2 * MINUTE_MS, DEADLINE_MS + 7 * MINUTE_MS],
    ['after it', DEADLINE_MS + 60 * MINUTE_MS, DEADLINE_MS + 65 * MINUTE_MS],
  ])('comes in 5 min, and 2 min after the deadline, when no upload is under way any more: %s', (_, nowMs, expected) => {
    expect(nextLookAtMs({ ...key, deadlineMs: DEADLINE_MS }, nowMs)).toBe(expected)
  })

  it('for a photo that has no ticket, or can have none, is another try to give it up', () => {
    expect(nextLookAtMs({ objectKey: null, deadlineMs: DEADLINE_MS }, DEADLINE_MS)).toBe(DEADLINE_MS + 5 * MINUTE_MS)
    expect(nextLookAtMs({ objectKey: null, deadlineMs: null }, NOW_MS)).toBe(NOW_MS + 5 * MINUTE_MS)
  })

  it.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 8],
  ])('after %i lost decoders and one more comes in %i min', (lostCount, minutes) => {
    expect(nextLookAfterLossMs(lostCount, NOW_MS)).toBe(NOW_MS + minutes * MINUTE_MS)
  })
})

it.each([
  ['with a ticket, at the deadline', 'key', DEADLINE_MS, DEADLINE_MS, false],
  ['with a ticket, while an upload may be under way', 'key', DEADLINE_MS, DEADLINE_MS + 2 * MINUTE_MS - 1, false],
  ['with a ticket, after that', 'key', DEADLINE_MS, DEADLINE_MS + 2 * MINUTE_MS, true],
  ['without one, before the deadline', null, DEADLINE_MS, DEADLINE_MS - 1, false],
  ['without one, at the deadline', null, DEADLINE_MS, DEADLINE_MS, true],
  ['without a deadline, as there are no tickets', null, null, NOW_MS, true],
])('a photo that is not there is given up: %s', (_, objectKey, deadlineMs, nowMs, expected) => {
  expect(isGivenUp({ objectKey, deadlineMs }, nowMs)).toBe(expected)
})

describe('the deletion', () => {
  it.each([
    ['10 min after the last ticket can have ended', 'key', DEADLINE_MS, NOW_MS, NOW_MS + 25 * MINUTE_MS],
    ['no ticket outlives the deadline', 'key', DEADLINE_MS, DEADLINE_MS - MINUTE_MS, DEADLINE_MS + 10 * MINUTE_MS],
    ['after the deadline', 'key', DEADLINE_MS, DEADLINE_MS + MINUTE_MS, DEADLINE_MS + 11 * MINUTE_MS],
    ['nothing was ever sent', null, DEADLINE_MS, DEADLINE_MS + MINUTE_MS, null],
  ])('of a failed photo: %s', (_, objectKey, deadlineMs, nowMs, expected) => {
    expect(deleteFailedAtMs({ objectKey, deadlineMs }, nowMs)).toBe(expected)
  })

  it('of a verified photo comes within a year of its capture, also of one of the day before', () => {
    const receivedAtMs = Date.parse('2026-11-16T23:59:00+08:00')
    expect(new Date(deleteVerifiedAtMs(receivedAtMs)).toISOString()).toBe('2027-11-15T15:59:00.000Z')
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
