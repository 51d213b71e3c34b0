import { at, DAY, HOUR, lateSlot, MINUTE, NOW, SECOND, slot, visitSlot } from '../../../test/check-in-builders'
import { captureTime, isSameAtReceipt } from './capture-time.rules'

const ISSUED = NOW - 10 * MINUTE

describe('captureTime: clamp(phone time + offset, challenge issued, received)', () => {
  it.each<[string, number, number, number, number]>([
    ['a right clock', NOW - MINUTE, 0, NOW - MINUTE, 0],
    ['a slow clock, known', NOW - MINUTE - HOUR, HOUR, NOW - MINUTE, 0],
    ['a fast clock, known', NOW - MINUTE + DAY, -DAY, NOW - MINUTE, 0],
    ['before the challenge', ISSUED - 5 * SECOND, 0, ISSUED, 5 * SECOND],
    ['after receipt', NOW + 7 * SECOND, 0, NOW, 7 * SECOND],
    ['no number', Number.NaN, 0, NOW, Infinity],
    ['an unknown offset', NOW, Number.NaN, NOW, Infinity],
    ['infinitely early', -Infinity, 0, NOW, Infinity],
  ])('%s', (_title, phoneTimeMs, clockOffsetMs, capturedAtMs, movedByMs) => {
    const challenge = { issuedAtMs: ISSUED, clockOffsetMs, issuedToThisKey: true }
    expect(captureTime(challenge, phoneTimeMs, NOW)).toEqual({ capturedAtMs, movedByMs, deferred: true })
  })

  it('believes nothing without a challenge of this key', () => {
    const received = { capturedAtMs: NOW, movedByMs: 0, deferred: false }
    expect(captureTime(null, NOW - HOUR, NOW)).toEqual(received)
    expect(captureTime({ issuedAtMs: ISSUED, clockOffsetMs: 0, issuedToThisKey: false }, NOW - HOUR, NOW)).toEqual(
      received,
    )
  })

  it('is whole milliseconds, whatever the offset', () => {
    const challenge = { issuedAtMs: ISSUED, clockOffsetMs: 0.4, issuedToThisKey: true }
    expect(captureTime(challenge, NOW - MINUTE, NOW).capturedAtMs).toBe(NOW - MINUTE)
  })

  it.each<[string, number, boolean]>([
    ['180 s', 180 * SECOND, false],
    ['a moment over 180 s', 180 * SECOND + 1, true],
    ['two clocks of servers: from the future', -SECOND, false],
  ])('a challenge of %s: deferred %#', (_title, ageMs, deferred) => {
    const challenge = { issuedAtMs: NOW - ageMs, clockOffsetMs: 0, issuedToThisKey: true }
    expect(captureTime(challenge, NOW, NOW).deferred).toBe(deferred)
  })
})

describe('isSameAtReceipt', () => {
  it.each<[string, ReturnType<typeof slot>, number, number, boolean]>([
    ['within grace both times', slot(), at('08:30'), at('09:05'), true],
    ['grace is over on receipt', slot(), at('08:30'), at('09:06'), false],
    ['late by the same minute', slot(), at('09:10:01'), at('09:10:59'), true],
    ['late by another minute', slot(), at('09:10:59'), at('09:11:00'), false],
    ['received at closing', slot({ dueAtMs: null }), at('08:30'), at('09:30'), true],
    ['received after closing', slot({ dueAtMs: null }), at('08:30'), at('09:30') + 1, false],
    ['left on time, sent at night', lateSlot(), at('18:00'), at('22:59'), true],
    ['left early, sent later', lateSlot(), at('17:59'), at('18:01'), false],
    ['a visit, sent at night', visitSlot(), at('10:00'), at('23:59'), true],
  ])('%s', (_title, instance, capturedAtMs, receivedAtMs, same) => {
    expect(isSameAtReceipt(instance, capturedAtMs, receivedAtMs)).toBe(same)
  })
})
