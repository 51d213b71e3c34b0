import { firstUses, type PhotoUse } from './photo-use'

const SHA = 'a'.repeat(64)
const at = (hour: number) => Date.UTC(2026, 10, 18, hour)
const use = (attemptId: string, employeeId: string, outcome: string, hour: number): PhotoUse => ({
  sha256: SHA,
  attemptId,
  attempt: { employeeId, outcome, receivedAt: new Date(at(hour)) },
})

describe('when a photo was used first', () => {
  it.each<[string, readonly PhotoUse[], string | null, number | null]>([
    ['never', [], null, null],
    ['by an own attempt that counts', [use('1', 'me', 'accepted', 1)], null, at(1)],
    ['by an own one that is replaced', [use('1', 'me', 'superseded', 1)], null, at(1)],
    ['by an own one that waits', [use('1', 'me', 'pending', 1)], null, at(1)],
    ['an own refused one does not use it up', [use('1', 'me', 'refused', 1)], null, null],
    ['somebody else’s refused one does', [use('1', 'other', 'refused', 1)], null, at(1)],
    [
      'the oldest that counts',
      [use('3', 'me', 'accepted', 3), use('2', 'other', 'pending', 2), use('1', 'me', 'refused', 1)],
      null,
      at(2),
    ],
    ['not by itself, nor by later ones', [use('3', 'other', 'pending', 3), use('2', 'me', 'pending', 2)], '2', null],
    ['before it', [use('2', 'me', 'pending', 2), use('1', 'other', 'pending', 1)], '2', at(1)],
  ])('%s', (_title, uses, beforeAttemptId, expected) => {
    expect(firstUses(uses, 'me', beforeAttemptId)(SHA)).toBe(expected)
    expect(firstUses(uses, 'me', beforeAttemptId)('b'.repeat(64))).toBeNull()
  })
})
